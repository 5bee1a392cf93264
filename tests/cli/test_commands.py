"""The other commands: what they print for people and for machines."""

import json
from pathlib import Path

import pytest

from persiantools.finglish import best_persian
from tests.cli.command import run, text_of

MIXED = "Ahmad Massoud met Mullah Baradar in Tehran.\nاحمد مسعود با ملا برادر در تهران دیدار کرد. https://t.co/Ab12\n"


def test_analyze_json_is_one_object_an_input(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(MIXED, encoding="utf-8")
    rows = [json.loads(line) for line in text_of("analyze", "--format", "jsonl", file, file).splitlines()]
    assert [row["origin"] for row in rows] == [str(file)] * 2
    assert rows[0]["schema"] == 1 and rows[0]["text"] == MIXED
    assert "".join(MIXED[s["start"] : s["end"]] for s in rows[0]["spans"]) == MIXED
    pairs = {(link["persian"][0]["text"], link["english"][0]["text"]) for link in rows[0]["names"]}
    assert {("احمد مسعود", "Ahmad Massoud"), ("تهران", "Tehran")} <= pairs


def test_analyze_text_isolates_right_to_left_pieces_in_a_pipe() -> None:
    shown = text_of("analyze", stdin=MIXED)
    assert "\u2068احمد مسعود\u2069" in shown and "Ahmad Massoud" in shown
    assert "\u2068" not in text_of("analyze", "--bidi", "terminal", stdin=MIXED)


def test_split_only_prints_just_these_spans() -> None:
    assert text_of("split", "--only", "fa", stdin=MIXED) == "احمد مسعود با ملا برادر در تهران دیدار کرد.\n"


def test_split_rows_can_be_read_back() -> None:
    rows = [line.split("\t") for line in text_of("split", "--format", "tsv", stdin=MIXED).splitlines()]
    assert all(len(row) == 6 for row in rows)
    assert any(row[3:] == ["zxx", "url", "https://t.co/Ab12"] for row in rows)
    assert [int(row[2]) for row in rows[:-1]] == [int(row[1]) for row in rows[1:]]


def test_split_offsets_in_bytes() -> None:
    found = json.loads(text_of("split", "--format", "json", "--offsets", "byte", stdin=MIXED))
    assert found["spans"][-1]["end"] == len(MIXED.encode())


def test_split_suggests_persian_for_finglish_only_when_asked() -> None:
    found = json.loads(text_of("split", "--format", "json", "--suggest", stdin="farda miam pishet, kojaii?"))
    assert found["suggestions"][0]["candidates"][0]["text"] == "فردا"
    assert found["spans"][0]["persian"] == best_persian("farda miam pishet, kojaii?")
    plain = json.loads(text_of("split", "--format", "json", stdin="farda miam pishet"))
    assert "suggestions" not in plain and "persian" not in plain["spans"][0]


def test_split_shows_the_likeliest_persian_of_a_line() -> None:
    finglish = "farda miam pishet, kojaii?"
    assert f"{best_persian(finglish)}\n" in text_of("split", "--suggest", stdin=finglish)
    rows = text_of("split", "--suggest", "--format", "tsv", stdin=f"{finglish}\nسلام").splitlines()
    assert [line.split("\t")[6] for line in rows] == [f"{best_persian(finglish)}\\n", ""]
    assert len(text_of("split", "--format", "tsv", stdin=finglish).rstrip().split("\t")) == 6


def test_split_refuses_a_language_that_it_does_not_know() -> None:
    done = run("split", "--languages", "fa,klingon", stdin=b"x")
    assert done.returncode == 2 and b"klingon" in done.stderr


def test_align_takes_a_parallel_text(tmp_path: Path) -> None:
    english, persian = MIXED.splitlines(keepends=True)
    (tmp_path / "en").write_text(english, encoding="utf-8")
    (tmp_path / "fa").write_text(persian, encoding="utf-8")
    found = json.loads(
        text_of("align", "--persian", tmp_path / "fa", "--english", tmp_path / "en", "--format", "json")
    )
    link = next(link for link in found["names"] if link["english"][0]["text"] == "Ahmad Massoud")
    mention = link["persian"][0]
    assert persian[mention["start"] : mention["end"]] == mention["text"] == "احمد مسعود"
    assert run("align", "--persian", tmp_path / "fa").returncode == 2


def test_align_rows_are_pairs_of_mentions() -> None:
    rows = [line.split("\t") for line in text_of("align", "--format", "tsv", stdin=MIXED).splitlines()]
    assert all(len(row) == 9 for row in rows)
    assert any(row[5] == "احمد مسعود" and row[8] == "Ahmad Massoud" for row in rows)


def test_check_finds_spellings_and_exits_1() -> None:
    text = "Ahmad Massoud came. Ahmad Massoud spoke. Then Ahmad Massaod left. احمد مسعود رفت."
    done = run("check", stdin=text.encode())
    assert done.returncode == 1 and b"Massaod" in done.stdout and b"-:1:" in done.stdout
    [finding] = [
        f
        for f in json.loads(run("check", "--format", "json", stdin=text.encode()).stdout)["findings"]
        if f["kind"] == "spelling"
    ]
    assert finding["suggestion"] == "Ahmad Massoud"
    assert run("check", stdin=b"Nothing to see here.").returncode == 0


def test_check_tells_what_deceives() -> None:
    done = run("check", stdin="fine\nif \u202eadmin\u202c: p\u0430ypal".encode())
    assert done.returncode == 1 and b"-:2:4" in done.stdout and b"override" in done.stdout
    assert b"lookalike" in done.stdout and "\u202e".encode() not in done.stdout


def test_a_glossary_is_honoured(tmp_path: Path) -> None:
    glossary = tmp_path / "names.tsv"
    glossary.write_text("ققنوس\tZanzibar Holding\n", encoding="utf-8")
    text = "Zanzibar Holding bought the mill. شرکت ققنوس کارخانه را خرید."
    found = json.loads(text_of("align", "--glossary", glossary, "--format", "json", stdin=text))
    [link] = found["names"]
    assert "ققنوس" in link["persian"][0]["text"] and link["english"][0]["text"] == "Zanzibar Holding"
    assert run("align", "--glossary", tmp_path / "none.tsv", stdin=b"x").returncode == 3


def test_romanize_goes_both_ways() -> None:
    assert "Masoud" in text_of("romanize", stdin="مسعود\n")
    [found] = [json.loads(text_of("romanize", "--to-persian", "--format", "json", "--limit", "3", stdin="Kabul"))]
    assert found["name"] == "Kabul" and found["candidates"][0]["text"] == "کابل" and len(found["candidates"]) <= 3
    assert run("romanize", "--style", "loud", stdin=b"x").returncode == 2


def test_show_turns_persian_only_where_it_is_wanted() -> None:
    assert text_of("show", stdin="سلام\n") == "سلام\n"
    assert text_of("show", "--bidi", "terminal", stdin="کتاب\n").strip() != "کتاب"


def test_doctor_says_all_is_well() -> None:
    shown = text_of("doctor")
    assert "all as in the manifest" in shown and "hazm 0." in shown and "MISSING" not in shown


def test_version_and_help() -> None:
    assert text_of("--version").startswith("persiantools ")
    for command in ("analyze", "split", "normalize", "align", "check", "romanize", "show", "doctor"):
        assert command in text_of("--help")
        assert "--help" in text_of(command, "--help")
    assert run().returncode == 2


@pytest.mark.parametrize("command", ["analyze", "split", "normalize", "align", "show", "check"])
def test_hostile_text_cannot_steer_the_terminal(command: str) -> None:
    done = run(command, "--bidi", "terminal", stdin="\x1b]0;gone\x07 علی Ali".encode())
    assert command in ("normalize", "show") or b"\x1b" not in done.stdout


def test_one_letter_half_a_megabyte_long_is_an_input_like_any_other() -> None:
    for text in ("ا" * 500_000, "\u200c" * 500_000, "( " * 250_000):
        assert run("normalize", "--check", stdin=text.encode()).returncode == 0
