"""Every format is recognised and read right: which items, in which order, with the exact texts, ids and dates."""

import bz2
import gzip
import json
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from persiantools.archive.formats import FORMATS
from persiantools.archive.reading import read_archive, recognise
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.errors import InputError, OptionError
from tests.archive import fixtures
from tests.archive.fixtures import FOLDER, LONG, PLAIN, SHORT, TAHA

TWO_LINES = 'خط یک, "الف"\nخط دو\tب'
MIXED = "سلام دوستان، ببینید: https://t.me/x 🙂"
WELCOME = "صبح بخیر & خوش آمدید"
ALONE = "یادداشتی بلند که توییت آن پاک شده است"
ARCHIVE = [
    ("1626922779105759235", "2023-02-18T12:33:11Z", PLAIN),
    ("1626922779105759299", "2023-02-18T12:40:00Z", LONG),
    ("1626922779105759300", "2023-02-18T12:40:00Z", TAHA),
    ("1700000000000000001", "2023-09-08T04:30:00Z", "RT @afghan: " + SHORT),
    ("1700000000000000002", "2023-09-08T04:31:00Z", 'She said "سلام" \\ and {left}]'),
    ("1611701861727313922", "2023-01-07T12:30:42Z", "درود به همه"),
    "deleted",
    ("1626922778000000002", "2022-01-01T00:00:00Z", ALONE),
]
EXPECTED: dict[str, tuple[str, list[Any]]] = {
    "twitter": ("twitter-archive", ARCHIVE),
    "twitter.zip": ("twitter-archive", ARCHIVE),
    "twitter/data/tweets-part1.js": ("twitter-archive", ARCHIVE[3:5]),
    "twitter/data/deleted-tweets.js": (
        "twitter-archive",
        [("1700000000000000003", "2023-09-08T05:00:00Z", "پاک شد")],
    ),
    "twitter/data/direct-messages.js": (
        "twitter-archive",
        [
            ("900", "2023-01-02T03:04:05Z", "کجایی؟"),
            "service",
            ("901", "2023-01-02T03:06:00Z", "خانه‌ام, come over"),
        ],
    ),
    "twitter_v1.jsonl": (
        "twitter-v1",
        [
            ("1050118621198921728", "2018-10-10T20:19:24Z", PLAIN),
            "notice",
            ("1050118621198921729", "2018-10-10T20:19:24Z", LONG),
            ("1050118621198921730", "2018-10-10T20:19:24Z", SHORT),
            "notice",
            ("1050118621198921731", "2018-10-10T20:19:24Z", LONG),
            "blank",
        ],
    ),
    "twitter_v2.jsonl": (
        "twitter-v2",
        [
            ("1500000000000000001", "2022-03-05T06:07:08Z", SHORT),
            ("1500000000000000002", "2022-03-05T06:10:00Z", LONG),
            ("1500000000000000004", "2022-03-05T08:00:00Z", PLAIN),
            "empty",
            ("1500000000000000005", "2022-03-05T09:00:00Z", TAHA),
            ("1500000000000000006", "", PLAIN),
        ],
    ),
    "snscrape.jsonl": (
        "snscrape",
        [
            ("1600000000000000001", "2022-12-06T06:57:16Z", PLAIN),
            ("1600000000000000002", "2022-12-06T06:57:16Z", PLAIN),
            ("1344800000000000000", "2021-01-01T00:00:00Z", SHORT),
            "notice",
        ],
    ),
    "telegram_chat": (
        "telegram",
        [
            "service",
            ("2", "2022-08-15T06:30:00Z", WELCOME),
            ("3", "2022-08-15T06:30:00Z", MIXED),
            "empty",
            ("5", "2022-08-15T12:30:00Z", LONG),
        ],
    ),
    "telegram_account/result.json": (
        "telegram",
        [
            "service",
            ("4127:2", "2022-08-15T06:30:00Z", WELCOME),
            ("4127:3", "2022-08-15T06:30:00Z", MIXED),
            ("7:5", "2022-08-15T12:30:00Z", LONG),
            ("9:2", "2022-08-15T06:30:00Z", WELCOME),
        ],
    ),
    "information_operations.csv": (
        "information-operations",
        [
            ("898925911294132224", "2017-08-19T15:13:00Z", PLAIN),
            ("898925911294132225", "2017-08-19T15:14:00Z", 'او گفت "بله"\nو رفت'),
        ],
    ),
    "table.csv": ("csv", [("1", "2020-01-02T00:00:00Z", SHORT), ("2", "2020-01-02T21:30:00Z", TWO_LINES)]),
    "table.tsv": ("tsv", [("1", "2020-01-02T00:00:00Z", SHORT), ("2", "2020-01-02T21:30:00Z", TWO_LINES)]),
    "plain.jsonl": ("jsonl", [("", "", SHORT), "blank", ("", "", "a\u2028ب")]),
    "lines.txt": ("lines", [("", "", SHORT), "blank", ("", "", LONG), ("", "", "a\u2028ب")]),
    "table.parquet": (
        "parquet",
        [("1", "2020-01-02T00:00:00Z", SHORT), "no-text", ("3", "2020-01-03T00:00:00Z", LONG)],
    ),
}
FIELDS = {"table.csv": "متن", "table.tsv": "متن"}
PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def zstd(data: bytes) -> bytes:
    from backports.zstd import compress

    return compress(data)


PACKERS["zst"] = zstd


def seen(item: Item) -> Any:
    """What is compared of an item."""
    return (item.id, item.date, item.text) if isinstance(item, Record) else item.code


@pytest.mark.parametrize("name", EXPECTED)
def test_a_fixture_is_recognised_and_read_right(name: str) -> None:
    format, expected = EXPECTED[name]
    assert recognise(FOLDER / name) == format
    assert [seen(item) for item in read_archive(FOLDER / name, field=FIELDS.get(name))] == expected


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize(
    "name", [name for name in EXPECTED if (FOLDER / name).is_file() and not name.endswith((".zip", ".parquet"))]
)
def test_packed_it_is_read_the_same(name: str, packer: str, tmp_path: Path) -> None:
    packed = tmp_path / f"{Path(name).name}.{packer}"
    packed.write_bytes(PACKERS[packer]((FOLDER / name).read_bytes()))
    field = FIELDS.get(name)
    plain = [(item.line, item.offset, seen(item)) for item in read_archive(FOLDER / name, field=field)]
    assert [(item.line, item.offset, seen(item)) for item in read_archive(packed, field=field)] == plain
    assert recognise(packed) == EXPECTED[name][0]


def test_the_fixtures_are_what_the_script_writes(tmp_path: Path) -> None:
    fixtures.write(tmp_path)
    for name in fixtures.texts():
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name
    with zipfile.ZipFile(FOLDER / "twitter.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == fixtures.account()


@pytest.mark.parametrize("name", ["plain.jsonl", "twitter_v1.jsonl", "twitter_v2.jsonl", "twitter/data/tweets.js"])
def test_the_offset_of_an_object_is_where_it_begins(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    records = [item for item in read_archive(FOLDER / name) if isinstance(item, Record)]
    assert records and all(data[item.offset :].startswith(b"{") for item in records)
    assert [item.line for item in records] == sorted(item.line for item in records)


@pytest.mark.parametrize("name", ["table.csv", "table.tsv", "lines.txt", "information_operations.csv"])
def test_the_offset_of_a_row_is_where_its_line_begins(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    for item in read_archive(FOLDER / name, field=FIELDS.get(name)):
        assert data[: item.offset].endswith(b"\n") or item.offset == 3  # after the byte order mark
        assert data.count(b"\n", 0, item.offset) == item.line - 1


def test_private_parts_come_only_when_asked_for() -> None:
    asked = list(read_archive(FOLDER / "twitter.zip", include=["deleted", "messages"]))
    texts = [item.text for item in asked if isinstance(item, Record)]
    assert {"پاک شد", "کجایی؟"} <= set(texts) and len(texts) == 10
    assert not any("direct" in item.source for item in read_archive(FOLDER / "twitter.zip"))


def test_unknown_fields_pass_through() -> None:
    [first, *_] = read_archive(FOLDER / "twitter_v1.jsonl")
    assert isinstance(first, Record) and first.raw["new_field"] == {"kept": ["به جا"]}


def test_fields_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"key": 5, "said": "x", "text": "y", "when": 1614556800}\n', encoding="utf-8")
    [item] = read_archive(file, field="said", id_field="key", date_field="when")
    assert seen(item) == ("5", "2021-03-01T00:00:00Z", "x")


def test_a_format_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text\nx\n", encoding="utf-8")
    assert [seen(item)[2] for item in read_archive(file, format="lines")] == ["text", "x"]


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (b'[{"text": "a"}, {"text": "b"}]', "jsonl"),
        (b'\xef\xbb\xbf {\n "text": "a"\n}\n{\n "text": "b"\n}\n', "jsonl"),
        ('{"text": "a"}\n{"text": "b"}'.encode("utf-16"), "jsonl"),
        ('[{"text": "a"}, {"text": "b"}]'.encode("utf-16"), "jsonl"),
        (b'{"data": {\n "id": "1", "text": "a"}}{"data": [{"id": "2", "text": "b"}]}', "twitter-v2"),
        (b"a\r\nb", "lines"),
        ("a\nb\n".encode("utf-16-be").join([b"\xfe\xff", b""]), "lines"),
    ],
)
def test_other_ways_to_write_it(content: bytes, format: str, tmp_path: Path) -> None:
    file = tmp_path / "input"
    file.write_bytes(content)
    assert recognise(file) == format
    if format != "twitter-v2":
        assert [seen(item)[2] for item in read_archive(file)] == ["a", "b"]


def test_an_array_too_long_to_be_looked_at_whole_is_recognised_by_its_elements(tmp_path: Path) -> None:
    tweet = {"created_at": "Wed Oct 10 20:19:24 +0000 2018", "id_str": "1", "full_text": "a &amp; b", "n": "x" * 5000}
    for indent in (None, 2):
        file = tmp_path / "a.json"
        file.write_text(json.dumps([tweet] * 30, indent=indent), encoding="utf-8")
        assert recognise(file) == "twitter-v1"
        assert {seen(item)[2] for item in read_archive(file)} == {"a & b"}


def test_a_zip_of_tables_is_read_file_by_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.csv", "id,text\n1,x\n")
        archive.writestr("readme.md", "no")
        archive.writestr("a.jsonl.gz", gzip.compress(b'{"text": "y"}\n'))
    items = list(read_archive(tmp_path / "a.zip"))
    assert [(item.source.rpartition("!")[2], seen(item)[2]) for item in items] == [
        ("a.jsonl.gz", "y"),
        ("b.csv", "x"),
    ]


def test_what_cannot_be_meant_is_refused_at_once() -> None:
    with pytest.raises(OptionError, match="format is one of"):
        read_archive("x", format="word")
    with pytest.raises(OptionError, match="include is any of"):
        read_archive("x", include=["likes"])


def test_what_is_no_archive_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\x7fELF\0\0\0")
    (tmp_path / "a.csv").write_bytes(b"a,b\n1,2\n")
    (tmp_path / "like.js").write_text('window.YTD.like.part0 = [{"like": {}}]')
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and no more")
    for name, reason in {
        "binary": "no text",
        "a.csv": "no column",
        "like.js": "holds no posts",
        "bad.parquet": "no whole Parquet",
        "missing": "there is no file",
        ".": "is a folder",
    }.items():
        with pytest.raises(InputError, match=reason):
            list(read_archive(tmp_path / name))


def test_each_format_has_a_sentence_and_a_fixture() -> None:
    assert {format for format, _ in EXPECTED.values()} == {format.name for format in FORMATS}
    assert all(len(format.sentence) > 10 for format in FORMATS)


def test_nothing_shares_a_position() -> None:
    for name in EXPECTED:
        places = [
            (type(item), item.source, item.line, item.offset)
            for item in read_archive(FOLDER / name, field=FIELDS.get(name))
        ]
        assert len({place[1:] for place in places}) == len(places)
        assert {place[0] for place in places} <= {Record, Skipped, Failure}
