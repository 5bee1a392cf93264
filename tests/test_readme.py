"""The README says what is true: its Python runs, its output is the real one, its commands exist."""

import doctest
import gzip
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from benchmarks.readme import BLOCK, COMMAND, README, output_of
from persiantools.cli.main import app
from persiantools.normalizing import explain
from persiantools.resources import manifest

TEXT = README.read_text(encoding="utf-8")
PERSIAN = README.with_name("README.fa.md").read_text(encoding="utf-8")


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(README.parent)
    result = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert result.attempted > 10 and result.failed == 0


def test_its_output_is_what_the_commands_print() -> None:
    blocks = list(BLOCK.finditer(TEXT))
    assert blocks
    for block in blocks:
        assert output_of(block["command"]) == block["output"], "run: python -m benchmarks.readme"


CONSOLE = re.compile(r"^\$ (persiantools .*)$", re.M)
SPARK = "--engine spark"  # tests/archive/test_spark.py runs it


@pytest.mark.parametrize("text", [TEXT, PERSIAN], ids=["README.md", "README.fa.md"])
def test_what_it_says_to_type_works(text: str, tmp_path: Path) -> None:
    root = README.parent
    article = (root / "seeds/000_02bac0db7d26ebab.txt").read_bytes()
    tweets = (root / "fixtures/archives/twitter_v1.jsonl").read_bytes()
    for name, content in {
        "article.txt": article,
        "en.txt": article,
        "fa.txt": "احمد مسعود در مسکو با طالبان دیدار نکرد.".encode(),
        "tweets.txt": (root / "fixtures/examples/tweet.txt").read_bytes(),
        "tweets.jsonl.gz": gzip.compress(tweets),
        "twitter-archive.zip": (root / "fixtures/archives/twitter.zip").read_bytes(),
    }.items():
        (tmp_path / name).write_bytes(content)
    program = tmp_path / "bin" / "persiantools"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    typed = [line for line in CONSOLE.findall(text) if SPARK not in line]
    assert len(typed) > 4
    for line in typed:
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=tmp_path,
            env=os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"},
            capture_output=True,
        )
        assert done.returncode == 0, f"{line}: {done.stderr.decode()}"
    assert (tmp_path / "report.html").stat().st_size > 10_000


def test_it_names_every_command_and_every_command_has_help() -> None:
    for command in app.registered_commands:
        assert command.callback is not None and command.callback.__doc__
        assert f"persiantools {command.callback.__name__}" in TEXT


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", TEXT + PERSIAN):
        assert (README.parent / target).exists(), target


def test_the_persian_readme_is_normalized_and_knows_every_command() -> None:
    assert [*explain(PERSIAN).edits] == []
    for command in app.registered_commands:
        assert command.callback is not None and f"`{command.callback.__name__}`" in PERSIAN.replace(
            "persiantools ", ""
        )


OWN = ("this project", "ours", "name pairs")  # tables of our own, and what another model's card names


def test_every_model_has_a_maker_and_the_notice_names_its_sources() -> None:
    notice = (README.parent / "NOTICE").read_text(encoding="utf-8").lower()
    named = [line.rsplit("  ", 1)[0] for line in notice.splitlines() if line.startswith("  ")]
    known = [*OWN, *(word.strip(",()_") for line in named for word in re.split(r"[ _-]", line) if len(word) > 3)]
    for name, entry in manifest().items():
        assert (README.parent / entry["made_by"].split(" ")[0]).exists(), entry["made_by"]
        for source in entry["sources"]:
            assert source["licence"]
            assert any(word in source["name"].lower() for word in known), f"{name}: {source['name']}"
