"""``glossary`` as a command, and ``--glossary`` with what it writes."""

import json
from pathlib import Path

import pytest

from tests.cli.command import run, text_of

ONE = "Ahmad Massoud met Mullah Baradar in Tehran. احمد مسعود با ملا برادر در تهران دیدار کرد."
TWO = "Ahmad Massaod left. احمد مسعود رفت. Ahmad Massoud came."


def files(folder: Path) -> list[Path]:
    found = []
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (folder / name).write_text(text, encoding="utf-8")
        found.append(folder / name)
    return found


def test_names_of_several_files_are_collected(tmp_path: Path) -> None:
    found = json.loads(text_of("glossary", *files(tmp_path), "--format", "json"))
    [term] = [term for term in found["terms"] if term["persian"] == "احمد مسعود"]
    assert term["english"] == "Ahmad Massoud" and term["texts"] == 2 and term["count"] == 5
    assert term["spellings"]["english"] == {"Ahmad Massoud": 2, "Ahmad Massaod": 1}
    assert {one["origin"] for one in term["contexts"]} == {str(file) for file in files(tmp_path)}


@pytest.mark.parametrize("form", ["csv", "tbx"])
def test_what_is_written_can_be_used(form: str, tmp_path: Path) -> None:
    names = tmp_path / ("names.csv" if form == "csv" else "names")
    assert run("glossary", *files(tmp_path), "--format", form, "-o", names).returncode == 0
    kept = json.loads(text_of("protect", "--names", "--glossary", names, "--format", "jsonl", stdin="ملا برادر رفت"))
    assert [one["target"] for one in kept["kept"]] == ["Mullah Baradar"]


def test_analyze_honours_a_glossary_too(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("Zanzibar Holding,ققنوس\n", encoding="utf-8")
    text = "Zanzibar Holding bought the mill. شرکت ققنوس کارخانه را خرید."
    args = ("analyze", "--format", "json", "--glossary", tmp_path / "names.csv")
    [link] = json.loads(text_of(*args, stdin=text))["names"]
    assert link["english"][0]["text"] == "Zanzibar Holding"


def test_a_parallel_text_has_names_too(tmp_path: Path) -> None:
    (tmp_path / "fa").write_text("احمد مسعود رفت.", encoding="utf-8")
    (tmp_path / "en").write_text("So\nAhmad Massoud left.", encoding="utf-8")
    sides = ("--persian", tmp_path / "fa", "--english", tmp_path / "en")
    [term] = json.loads(text_of("glossary", *sides, "--format", "json"))["terms"]
    assert [(one["origin"], one["line"]) for one in term["contexts"]] == [
        (str(tmp_path / "fa"), 1), (str(tmp_path / "en"), 2),
    ]  # fmt: skip


def test_wrong_uses_are_answered(tmp_path: Path) -> None:
    assert run("glossary", "--format", "xliff", stdin=b"x").returncode == 2
    assert run("glossary", "--persian", tmp_path / "fa").returncode == 2
    assert run("glossary", tmp_path / "none").returncode == 3
    assert run("glossary", "-o", tmp_path / "no" / "where", stdin=b"x").returncode == 4
    bad = tmp_path / "bad.tbx"
    bad.write_text('<!DOCTYPE x [<!ENTITY a "b">]><tbx/>', encoding="utf-8")
    done = run("align", "--glossary", bad, stdin=b"x")
    assert done.returncode == 3 and b"entity" in done.stderr
    assert text_of("glossary", stdin="").count("\n") == 1


def test_two_files_with_unequally_many_records_are_answered(tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_text('{"t": "x"}\n', encoding="utf-8")
    two.write_text('{"t": "x"}\n{"t": "y"}\n', encoding="utf-8")
    for persian, english, said in ((one, two, b"more records"), (two, one, b"fewer records")):
        done = run("align", "--field", "t", "--persian", persian, "--english", english)
        assert done.returncode == 3 and said in done.stderr
