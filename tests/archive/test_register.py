"""The names of a processed archive: counted the same in any order, merged by sound, usable as a glossary."""

import json
import random
from pathlib import Path

import pytest

from persiantools.archive import names_seen
from persiantools.archive.entities_seen import merged
from persiantools.archive.names_seen import Seen, collect, rows_of
from persiantools.errors import InputError
from persiantools.names import NameRegister
from tests.cli.command import run, text_of

TWEETS = (
    ("1", "2022-01-24T10:00:00Z", "Ahmad Massoud met Mullah Baradar. احمد مسعود با ملا برادر دیدار کرد."),
    ("2", "2022-01-25T10:00:00Z", "احمد مسعود (Ahmad Masood) به پنجشیر رفت"),
    ("3", "", "احمد مسعود به کابل رفت"),
    ("4", "2021-12-31T10:00:00Z", "Ahmad Massoud: «احمد مسعود» spoke."),
    ("5", "2021-12-31T10:00:00Z", "no names"),
)


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    lines = (json.dumps({"id": id, "created_at": date, "text": text}) for id, date, text in TWEETS)
    (folder / "tweets.jsonl").write_text("\n".join(lines), encoding="utf-8")
    options = ("--steps", "names", "--shard-size", "2", "--jobs", "1")
    for form in ("jsonl", "jsonl.zst", "parquet"):
        assert run("batch", folder / "tweets.jsonl", "-o", folder / form, "--format", form, *options).returncode == 0
    return folder


def seen(folder: Path, place: Path) -> list[Seen]:
    return list(collect(rows_of(folder), place / "names.db"))


def test_pairs_have_counts_dates_and_samples(processed: Path, tmp_path: Path) -> None:
    found = {(pair.persian, pair.english): pair for pair in seen(processed / "jsonl", tmp_path)}
    pair = found["احمد مسعود", "Ahmad Massoud"]
    assert pair[2:] == ("PER", 2, "2021-12-31T10:00:00Z", "2022-01-24T10:00:00Z", ("1", "4"))
    assert found["احمد مسعود", ""].records == 1 and found["احمد مسعود", ""].ids == ("3",)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["jsonl.zst", "parquet"])
def test_every_form_of_shard_says_the_same(processed: Path, tmp_path: Path, form: str) -> None:
    assert seen(processed / form, tmp_path) == seen(processed / "jsonl", tmp_path)


def test_neither_order_nor_portions_matter(processed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(rows_of(processed / "jsonl")) * 3
    wanted = list(collect(rows, tmp_path / "a.db"))
    random.Random(1).shuffle(rows)
    monkeypatch.setattr(names_seen, "_PORTION", 1)
    assert list(collect(rows, tmp_path / "b.db")) == wanted


def test_spellings_that_sound_alike_are_one_and_others_are_not() -> None:
    def pair(persian: str, english: str, count: int = 1) -> Seen:
        return Seen(persian, english, "PER", count, "", "", ())

    pairs = [
        pair("احمد مسعود", "Ahmad Massoud", 5), pair("أحمد مسعود", "", 2), pair("محمد اشرف غنی", "Ashraf Ghani"),
        pair("حامد کرزی", "Ahmad Massoud"),
    ]  # fmt: skip
    names = {item.persian: name for name, item in merged(pairs)}
    assert names["أحمد مسعود"] == names["احمد مسعود"] == "احمد مسعود"
    assert names["حامد کرزی"] == "حامد کرزی" and names["محمد اشرف غنی"] == "محمد اشرف غنی"
    own = NameRegister([("حامد کرزی", "Ahmad Massoud", "PER")])
    assert {item.persian: name for name, item in merged(pairs, own)}["حامد کرزی"] == "احمد مسعود"


def test_the_table_is_a_glossary(processed: Path, tmp_path: Path) -> None:
    table = tmp_path / "names.tsv"
    assert run("register", processed / "jsonl", "-o", table).returncode == 0
    known = NameRegister.load(table)
    assert known.english("احمد مسعود")[0] == "Ahmad Massoud"
    assert "ahmad massoud" in text_of("align", "--glossary", table, stdin="احمد مسعود spoke: ahmad massoud")
    assert "ahmad massoud" not in text_of("align", stdin="احمد مسعود spoke: ahmad massoud")
    assert "\t3\t" not in text_of("register", processed / "jsonl", "--at-least", "4")


def test_folders_that_have_no_names_are_refused(processed: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no manifest\.json"):
        list(rows_of(tmp_path))
    run("batch", processed / "tweets.jsonl", "-o", tmp_path / "out")
    done = run("register", tmp_path / "out")
    assert done.returncode == 3 and b"--steps names" in done.stderr
