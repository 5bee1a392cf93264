"""``normalize`` as a command: what it writes, and what it leaves alone."""

import json
import os
from pathlib import Path

from tests.cli.command import run, text_of

ZWNJ = "\u200c"


def test_text_goes_through_a_pipe_byte_for_byte_but_for_its_edits() -> None:
    text = "English  stays.\r\nاین كتاب است\tخوب\n\n\nhttps://t.co/Ab12.5"
    assert text_of("normalize", stdin=text) == text.replace("ك", "ک")


def test_a_second_pass_changes_nothing() -> None:
    once = text_of("normalize", stdin="او می رود و كتاب ها را مي خواند.\n")
    assert once == f"او می{ZWNJ}رود و کتاب{ZWNJ}ها را می{ZWNJ}خواند.\n"
    assert text_of("normalize", stdin=once) == once


def test_check_says_what_would_change_and_exits_1(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("این كتاب است", encoding="utf-8")
    done = run("normalize", "--check", file)
    assert done.returncode == 1 and done.stdout == b"" and b"a.txt: 1 edits" in done.stderr
    assert run("normalize", "--check", stdin="این کتاب است".encode()).returncode == 0


def test_diff_shows_changed_lines_with_invisible_characters_named() -> None:
    shown = text_of("normalize", "--diff", stdin="hello\nاو می رود\n")
    assert "-:2" in shown and "-:1" not in shown
    assert "می⟨ZWNJ⟩رود" in shown


def test_json_gives_every_edit_with_offsets_in_the_unit_asked_for() -> None:
    found = json.loads(text_of("normalize", "--format", "json", "--offsets", "utf16", stdin="😀 این كتاب است"))
    [edit] = found["normalized"]["edits"]
    assert (edit["start"], edit["end"], edit["old"], edit["new"], edit["rule"]) == (7, 8, "ك", "ک", "letters")
    assert edit["reason"]


def test_in_place_rewrites_only_what_changes_and_keeps_the_mode(tmp_path: Path) -> None:
    changed, same = tmp_path / "changed.txt", tmp_path / "same.txt"
    changed.write_text("این كتاب است", encoding="utf-8")
    same.write_text("این کتاب است", encoding="utf-8")
    changed.chmod(0o640)
    os.utime(same, (1, 1))
    assert run("normalize", "--in-place", changed, same).returncode == 0
    assert changed.read_text(encoding="utf-8") == "این کتاب است"
    assert changed.stat().st_mode & 0o777 == 0o640
    assert same.stat().st_mtime == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["changed.txt", "same.txt"]


def test_in_place_follows_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "real.txt", tmp_path / "link.txt"
    file.write_text("این كتاب است", encoding="utf-8")
    link.symlink_to(file)
    assert run("normalize", "--in-place", link).returncode == 0
    assert link.is_symlink() and file.read_text(encoding="utf-8") == "این کتاب است"


def test_in_place_refuses_what_has_no_place() -> None:
    assert run("normalize", "--in-place").returncode == 2
    assert run("normalize", "--in-place", "-").returncode == 2
    assert run("normalize", "--in-place", "-o", "x", "y").returncode == 2


def test_records_keep_their_other_fields() -> None:
    record = {"id": 7, "text": "این كتاب است", "nested": {"a": [1, None]}}
    shown = text_of("normalize", "--field", "text", stdin=json.dumps(record) + "\n\n")
    assert json.loads(shown) == {**record, "text": "این کتاب است"}


def test_rules_are_listed_and_can_be_set() -> None:
    listed = text_of("normalize", "--rules")
    assert "letters             [on] off" in listed
    assert text_of("normalize", "--set", "letters=off", stdin="این كتاب است") == "این كتاب است"
    assert text_of("normalize", "--set", "digits=fa", stdin="سال 2024 بود") == "سال ۲۰۲۴ بود"


def test_hazm_runs_inside_persian_only() -> None:
    shown = text_of("normalize", "--engine", "hazm", stdin="این كتاب ها @ali_r2 https://t.co/Ab12.5")
    assert shown.endswith("@ali_r2 https://t.co/Ab12.5") and shown.startswith(f"این کتاب{ZWNJ}ها")


def test_the_furniture_of_tweets_goes_on_request() -> None:
    tweet = "RT @ali_r2: او می رود &amp; https://t.co/Ab12.5"
    assert text_of("normalize", stdin=tweet) == tweet.replace("می ر", f"می{ZWNJ}ر")
    asked = ("--set", "entities=on", "--set", "links=mask", "--set", "retweet=drop")
    assert text_of("normalize", *asked, stdin=tweet) == f"او می{ZWNJ}رود & [link]"


def test_formal_forms_are_listed_and_nothing_changes() -> None:
    shown = text_of("normalize", "--suggest", "--format", "tsv", stdin="hello\nاگه بیای خونه\n")
    assert [row.split("\t")[1:] for row in shown.splitlines()] == [
        ["2", "1", "اگه", "اگر"],
        ["2", "10", "خونه", "خانه"],
    ]
    [word, _] = json.loads(text_of("normalize", "--suggest", "--format", "json", stdin="اگه خونه"))["suggestions"]
    assert word == {"start": 0, "end": 3, "text": "اگه", "formal": "اگر"}
    assert "اگر" in text_of("normalize", "--suggest", stdin="اگه")
