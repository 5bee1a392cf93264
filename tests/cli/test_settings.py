"""A project's own defaults: the nearest file counts, the command line wins, what is wrong is answered."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import COMMAND


def _run(folder: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.run(
        [*COMMAND, *args], cwd=folder, capture_output=True, timeout=120, env={**os.environ, "PYTHONPATH": root}
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("كتاب 12", encoding="utf-8")
    (tmp_path / "persiantools.toml").write_text(
        '[rules]\ndigits = "fa"\nletters = false\n[split]\nformat = "tsv"\n', encoding="utf-8"
    )
    return tmp_path


def test_the_nearest_file_above_counts_and_tables_are_for_their_command(project: Path) -> None:
    assert _run(project / "sub", "normalize", "../a.txt").stdout.decode() == "كتاب ۱۲"
    assert _run(project / "sub", "split", "../a.txt").stdout.decode().startswith("../a.txt\t0\t5\tfa")


def test_the_command_line_wins_rule_by_rule(project: Path) -> None:
    assert _run(project, "normalize", "--set", "digits=keep", "a.txt").stdout.decode() == "كتاب 12"
    assert _run(project, "split", "--format", "jsonl", "a.txt").stdout.startswith(b"{")


def test_a_table_in_pyproject_will_do_and_one_without_is_passed_over(project: Path) -> None:
    (project / "sub" / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert _run(project / "sub", "normalize", "../a.txt").stdout.decode() == "كتاب ۱۲"
    (project / "sub" / "pyproject.toml").write_text("[tool.persiantools]\n", encoding="utf-8")
    assert _run(project / "sub", "normalize", "../a.txt").stdout.decode() == "کتاب 12"


def test_file_names_stand_beside_the_file_that_names_them(project: Path) -> None:
    (project / "persiantools.toml").write_text('glossary = "names.tsv"\n', encoding="utf-8")
    done = _run(project / "sub", "check", "../a.txt")
    assert done.returncode == 3 and str(project / "names.tsv").encode() in done.stderr


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        ("nope = 1", 2, "there is no option 'nope' to set"),
        ("[split]\nglossary = 'x'", 2, "there is no option 'glossary' to set"),
        ("[rules]\nnope = true", 2, "there is no rule 'nope'"),
        ("nope =", 3, "cannot be read as settings"),
        ("[rules]\ndigits = 3", 2, "digits takes"),
    ],
)
def test_what_is_wrong_is_answered(project: Path, settings: str, code: int, said: str) -> None:
    (project / "persiantools.toml").write_text(settings, encoding="utf-8")
    done = _run(project, "normalize", "a.txt")
    assert (done.returncode, done.stdout) == (code, b"") and said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
