"""Inputs that are broken, cut, too large or meant to do harm: read right or told in one failure, never a crash."""

import bz2
import gzip
import io
import json
import lzma
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persiantools.archive.lines import lines
from persiantools.archive.options import Limits
from persiantools.archive.reading import read_archive
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.archive.unpacking import Stream
from persiantools.errors import InputError
from tests.archive.fixtures import FOLDER, account

LINES = b"".join(json.dumps({"text": f"سلام {n}"}, ensure_ascii=False).encode() + b"\n" for n in range(5))


def zstd(data: bytes) -> bytes:
    """With the checksum that the zstd command writes."""
    from backports.zstd import CompressionParameter, compress

    return compress(data, options={CompressionParameter.checksum_flag: 1})


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd,
}


def read(path: Path, limits: Limits | None = None) -> list[Item]:
    return list(read_archive(path, limits=limits))


def codes(items: list[Item]) -> list[str]:
    return [item.text if isinstance(item, Record) else item.code for item in items]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"text": "half', "json"),
        (b'{"text": "a\x00b"}', "json"),
        (b'{"text": "a\\u0000b"}', "a\x00b"),
        (b'{"text": "\\ud800"}', "\ud800"),
        (b'{"text": "\\ud83d\\ude00"}', "😀"),
        (b'{"text": "\xed\xa0\x80"}', "encoding"),
        (b'{"text": "\xff"}', "encoding"),
        (b'{"text": "a", "n": NaN, "m": -Infinity}', "a"),
        (b'{"text": "a", "n": 1e999}', "a"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "json"),
        (b'{"text": "a\xe2\x80\xa8b"}', "a\u2028b"),
        (b'{"text": ' + b"[" * 1000 + b"]" * 1000 + b"}", "depth"),
        (b'{"text": "a", "deep": ' + b'{"a":' * 1000 + b"1" + b"}" * 1000 + b"}", "depth"),
        (b'{"text": "' + b"[{" * 1000 + b'"}', "[{" * 1000),
        (b'{"text": 5}', "no-text"),
        (b'["text"]', "json"),
        (b'{"text": "a"} {', "json"),
        (b"\xef\xbb\xbf" + b'{"text": "a"}', "json"),
        (b"   \t ", "blank"),
    ],
)
def test_a_strange_line_is_read_right_or_one_failure(line: bytes, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(LINES + line + b"\n" + LINES)
    items = read(file)
    ok = [f"سلام {n}" for n in range(5)]
    assert codes(items) == [*ok, expected, *ok]
    assert (items[5].line, items[5].offset) == (6, len(LINES))
    assert not isinstance(items[5], Failure) or items[5].reason


@pytest.mark.parametrize("line", [b"a\x00b", b"\xed\xa0\x80", b"\xff\xfe", b"a\rb"])
def test_strange_text_lines(line: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"first\n" + line + b"\r\nlast")
    try:
        expected = line.decode()
    except UnicodeDecodeError:
        expected = "encoding"
    assert codes(read(file)) == ["first", expected, "last"]


def test_a_line_longer_than_the_limit_is_one_failure(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(LINES + b'{"text": "' + b"x" * (5 << 20) + b'"}\n' + LINES)
    items = read(file, Limits(record=1 << 20))
    assert codes(items)[5] == "too-long" and len(items) == 11
    assert items[6].offset == len(LINES) + (5 << 20) + 13
    assert len(codes(read(file))[5]) == 5 << 20


def test_fifty_megabytes_in_one_line_are_read_when_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"text": "' + b"x" * (50 << 20) + b'"}\n' + LINES)
    assert codes(read(file))[0] == "too-long" and len(codes(read(file))) == 6
    assert [len(code) for code in codes(read(file, Limits(record=64 << 20)))] == [50 << 20, 6, 6, 6, 6, 6]


@pytest.mark.parametrize("packer", PACKERS)
def test_a_packed_file_cut_at_any_byte_is_an_error_after_its_whole_records(packer: str, tmp_path: Path) -> None:
    data = PACKERS[packer](LINES)
    file = tmp_path / f"a.jsonl.{packer}"
    whole = [f"سلام {n}" for n in range(5)]
    for cut in range(len(data)):
        file.write_bytes(data[:cut])
        *before, last = codes(read(file))
        assert last == "truncated", cut
        assert before == whole[: len(before)]
    file.write_bytes(data)
    assert codes(read(file)) == whole


@pytest.mark.parametrize("packer", PACKERS)
def test_a_second_member_that_is_cut_is_an_error_too(packer: str, tmp_path: Path) -> None:
    data = PACKERS[packer](LINES)
    file = tmp_path / f"a.jsonl.{packer}"
    file.write_bytes(data + data)
    assert len(codes(read(file))) == 10
    file.write_bytes(data + data[:-3])
    assert codes(read(file))[-1] == "truncated"


@pytest.mark.parametrize("packer", ["gz", "bz2", "xz", "zst"])
@given(at=st.integers(0, 10_000), mask=st.integers(1, 255))
def test_a_flipped_byte_never_gives_a_wrong_record_without_a_failure(
    packer: str, at: int, mask: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(PACKERS[packer](LINES))
    data[at % len(data)] ^= mask
    file = tmp_path_factory.mktemp("flip") / f"a.jsonl.{packer}"
    file.write_bytes(bytes(data))
    try:
        found = read(file)
    except InputError:
        return  # it no longer looks like a packed file
    whole = [f"سلام {n}" for n in range(5)]
    assert codes(found) == whole or any(isinstance(item, Failure) for item in found)


def test_trailing_zeros_are_padding_and_other_bytes_damage(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(LINES) + b"\0" * 512)
    assert len(read(file)) == 5
    file.write_bytes(gzip.compress(LINES) + b"garbage")
    assert codes(read(file))[-1] == "damaged" and len(read(file)) == 6


@pytest.mark.parametrize("packer", PACKERS)
def test_what_grows_past_a_limit_is_refused(packer: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.txt.{packer}"
    file.write_bytes(PACKERS[packer](b"a\n" + b"\0" * (8 << 20)))
    assert codes(read(file, Limits(ratio=50, ratio_from=1 << 20))) == ["a", "expands"]
    assert codes(read(file, Limits(unpacked=1 << 20, ratio=10**6))) == ["a", "expands"]


def zip_of(path: Path, name: str, data: bytes = LINES, mode: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/tweets.js", account()["data/tweets.js"])
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return path


@pytest.mark.parametrize(
    ("name", "mode", "reason"),
    [
        ("../evil.js", 0, "leaves"),
        ("data/../../evil.js", 0, "leaves"),
        ("..\\evil.js", 0, "leaves"),
        ("/etc/passwd", 0, "absolute"),
        ("C:/evil.js", 0, "absolute"),
        ("\\\\host\\evil.js", 0, "absolute"),
        ("data/link.js", stat.S_IFLNK | 0o777, "symbolic link"),
    ],
)
def test_a_zip_whose_entries_leave_their_folder_is_refused(name: str, mode: int, reason: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=reason):
        read(zip_of(tmp_path / "a.zip", name, mode=mode))


def test_a_zip_with_two_entries_of_one_name_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zip_of(tmp_path / "a.zip", "data/tweets.js")
    with pytest.raises(InputError, match="two entries"):
        read(path)


def test_a_zip_bomb_is_refused_by_what_it_says_and_by_what_it_does(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", "data/tweets-part1.js", b"\0" * (8 << 20))
    small = Limits(ratio_from=1 << 20)
    with pytest.raises(InputError, match="over 200 times its size"):
        read(path, small)
    lying = path.read_bytes().replace((8 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path.write_bytes(lying)
    assert codes(read(path, small))[-1] in ("expands", "damaged", "truncated", "json")


def test_a_zip_that_is_cut_or_damaged_is_told(tmp_path: Path) -> None:
    data = (FOLDER / "twitter.zip").read_bytes()
    path = tmp_path / "a.zip"
    path.write_bytes(data[:-30])
    with pytest.raises(InputError, match="no whole zip"):
        read(path)
    at = data.index(b"data/tweets.js") + 200
    path.write_bytes(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    assert any(isinstance(item, Failure) for item in read(path))


@pytest.mark.parametrize(
    "name", ["telegram_chat/result.json", "twitter/data/tweets.js", "twitter/data/note-tweet.js"]
)
def test_json_cut_at_any_byte_ends_in_a_failure(name: str, tmp_path: Path) -> None:
    data = (FOLDER / name).read_bytes().rstrip()
    whole = codes(read(FOLDER / name))
    format = "telegram" if "telegram" in name else "twitter-archive"
    for cut in range(60, len(data), 29):
        (tmp_path / "x").write_bytes(data[:cut])
        *before, last = list(read_archive(tmp_path / "x", format=format))
        assert isinstance(last, Failure) and last.code in ("truncated", "json"), cut
        assert codes(before) == whole[: len(before)]


FORMATS = ("jsonl", "csv", "tsv", "lines", "telegram", "twitter-archive", "twitter-v1", "twitter-v2", "snscrape")
bits = st.sampled_from(
    [b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"\n", b"a", b"\xff", b"\0", b'"text"', b'"messages":']
)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=40)
@given(data=st.binary(max_size=100) | st.lists(bits, max_size=30).map(b"".join))
def test_any_bytes_give_items_or_an_input_error(
    format: str, data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("any") / "x"
    file.write_bytes(data)
    try:
        items = list(read_archive(file, format=format))
    except InputError:
        return
    assert all(isinstance(item, Record | Failure | Skipped) for item in items)
    assert len({(item.line, item.offset) for item in items}) == len(items)


@given(
    st.lists(st.sampled_from([b"", b"a", b"\r", "سلام".encode(), b"\xe2\x80\xa8", b"x" * 40]), max_size=8),
    st.integers(1, 9),
)
def test_lines_are_those_between_line_feeds(pieces: list[bytes], chunk: int) -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, chunk) if size != -1 else -1)

    data = b"\n".join(pieces)
    expected = data.split(b"\n")
    if not expected[-1]:
        expected.pop()
    found = list(lines(Stream(Slow(data), "x", Limits()), 30))
    assert [line.data for line in found] == [line if len(line) <= 30 else b"" for line in expected]
    assert [bool(line.trouble) for line in found] == [len(line) > 30 for line in expected]
    assert all(data[line.offset :].startswith(line.data) for line in found)


@given(st.text(st.sampled_from("aس\n\r😀\ud800\u2028"), max_size=20), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_gives_the_same_lines_at_its_own_offsets(text: str, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    data = mark + text.encode(encoding, "surrogatepass")
    found = list(lines(Stream(io.BytesIO(data), "x", Limits()), 1000))
    expected = text.split("\n")
    if not expected[-1]:
        expected.pop()
    assert [line.data.decode("utf-8", "surrogatepass") for line in found] == expected
    ends = [data[line.offset :].decode(encoding, "surrogatepass").split("\n")[0] for line in found]
    assert ends == expected


@pytest.mark.parametrize(("name", "packed"), [("telegram_chat/result.json", False), ("twitter_v1.jsonl", True)])
def test_memory_does_not_grow_with_the_input(name: str, packed: bool, tmp_path: Path) -> None:
    data = (FOLDER / name).read_bytes().strip()
    begin, end = data.find(b'"messages": ['), data.rfind(b"]")
    again = b"," + data[begin + 13 : end] if begin > 0 else b"\r\n" + data
    big = data[:end] + again * 3000 + data[end:] if begin > 0 else data + again * 2000
    file = tmp_path / f"big{Path(name).suffix}"
    file.write_bytes(gzip.compress(big, 1) if packed else big)
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_archive(file))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count > 10_000 and len(big) > 4.5 * (1 << 20)
    assert peak < 4.5 * (1 << 20)
