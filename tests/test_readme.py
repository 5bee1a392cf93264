"""The README says what is true: its Python runs, its output is the real one, its commands exist."""

import doctest
import re
from pathlib import Path

import pytest

from benchmarks.readme import BLOCK, README, output_of
from persiantools.cli.main import app
from persiantools.resources import manifest

TEXT = README.read_text(encoding="utf-8")


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(README.parent)
    result = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert result.attempted > 10 and result.failed == 0


def test_its_output_is_what_the_commands_print() -> None:
    blocks = list(BLOCK.finditer(TEXT))
    assert blocks
    for block in blocks:
        assert output_of(block["command"]) == block["output"], "run: python -m benchmarks.readme"


def test_it_names_every_command_and_every_command_has_help() -> None:
    for command in app.registered_commands:
        assert command.callback is not None and command.callback.__doc__
        assert f"persiantools {command.callback.__name__}" in TEXT


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", TEXT):
        assert (README.parent / target).exists(), target


def test_every_source_of_a_model_is_in_the_notice() -> None:
    notice = (README.parent / "NOTICE").read_text(encoding="utf-8").lower()
    for name, entry in manifest().items():
        for source in entry["sources"]:
            first = re.split(r"[ (,:/]", source["name"].strip())[0].lower()
            assert first in notice, f"{name} is made from {source['name']}, which NOTICE does not name"
        assert Path(README.parent / entry["made_by"].split(" ")[0]).exists(), entry["made_by"]
