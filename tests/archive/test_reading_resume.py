"""Reading from any position on gives the rest of the same items."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from persiantools.archive.reading import read_archive
from persiantools.archive.records import Position
from persiantools.errors import InputError
from tests.archive.fixtures import FOLDER, texts
from tests.archive.test_reading_formats import EXPECTED, FIELDS


def assert_resumes(path: Path, field: str | None = None, include: tuple[str, ...] = ()) -> None:
    whole = list(read_archive(path, field=field, include=include))
    assert len(whole) > 1
    for number, item in enumerate(whole, 1):
        rest = list(read_archive(path, field=field, include=include, after=Position.of(item)))
        assert rest == whole[number:], item


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "twitter/data/deleted-tweets.js"])
def test_a_fixture_resumes_anywhere(name: str) -> None:
    assert_resumes(FOLDER / name, FIELDS.get(name))


@pytest.mark.parametrize("name", ["plain.jsonl", "table.csv", "twitter_v2.jsonl", "lines.txt"])
def test_a_packed_one_resumes_anywhere(name: str, tmp_path: Path) -> None:
    packed = tmp_path / f"{name}.gz"
    packed.write_bytes(gzip.compress(texts()[name].encode()))
    assert_resumes(packed, FIELDS.get(name))


def test_private_parts_resume_too() -> None:
    assert_resumes(FOLDER / "twitter.zip", include=("deleted", "messages"))


def test_what_is_broken_resumes_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "a"}\n{"te\n\n{"text": 1}\n{"text": "b"}\n{"text": "c')
    assert_resumes(tmp_path / "a.jsonl")
    (tmp_path / "a.csv").write_bytes(b'id,text\n1,"a\nb"\n2\n3,"open\n4,"x"\n\n5,\xff\n6,"y\n\nz"\n')
    assert_resumes(tmp_path / "a.csv")
    tweets = texts()["twitter/data/tweets.js"].replace('"full_text"', '"full_text', 1).replace("},\n", "}\n", 1)
    (tmp_path / "tweets.js").write_text(tweets, encoding="utf-8")
    assert_resumes(tmp_path / "tweets.js")
    (tmp_path / "result.json").write_text(
        texts()["telegram_chat/result.json"].replace('"type"', '"type', 1), encoding="utf-8"
    )
    assert_resumes(tmp_path / "result.json")


def test_arrays_and_utf16_resume_too(tmp_path: Path) -> None:
    records = [{"text": f"سلام {number}"} for number in range(4)]
    (tmp_path / "a.json").write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    assert_resumes(tmp_path / "a.json")
    (tmp_path / "b.json").write_text(json.dumps(records, ensure_ascii=False), encoding="utf-16")
    assert_resumes(tmp_path / "b.json")
    (tmp_path / "c.txt").write_text("الف\n\nب\nج", encoding="utf-16")
    assert_resumes(tmp_path / "c.txt")


def test_a_long_file_is_entered_where_it_was_left(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps({"text": "x" * (number % 9000)}) + "\n" for number in range(0, 40_000, 37)))
    whole = list(read_archive(file))
    for number in (0, 1, 500, len(whole) - 2, len(whole) - 1):
        assert list(read_archive(file, after=Position.of(whole[number]))) == whole[number + 1 :]


def test_a_zip_of_several_files_resumes_in_each(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "id,text\n1,x\n2,y\n")
        archive.writestr("b.jsonl", '{"text": "a"}\n{"text": "b"}\n')
    assert_resumes(tmp_path / "a.zip")


def test_a_position_in_another_input_is_refused() -> None:
    with pytest.raises(InputError, match="another one"):
        list(read_archive(FOLDER / "plain.jsonl", after=Position("elsewhere.jsonl", 1, 0)))
    with pytest.raises(InputError, match="another one"):
        list(read_archive(FOLDER / "twitter.zip", after=Position("elsewhere.jsonl", 1, 0)))
