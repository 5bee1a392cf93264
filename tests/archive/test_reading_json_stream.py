"""The JSON that is read without being held: the same values as the standard library's, whatever the pieces."""

import io
import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from persiantools.archive.decoding import decode
from persiantools.archive.elements import Elements
from persiantools.archive.json_stream import JsonStream
from persiantools.archive.lines import Line
from persiantools.archive.pages import parts, pieces
from persiantools.archive.troubles import Damaged, Unreadable
from tests.strategies import texts

TWEET = re.compile(rb'\{\s*"tweet"\s*:')
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
    | st.sampled_from(["\\", '"', '\\"', "{[", "]}"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
sizes = st.sampled_from([1, 2, 3, 5, 16, 1 << 20])
LIMIT = 1 << 20


def bytes_of(value: Any, indent: int | None = None, *, ascii: bool = False) -> bytes:
    return json.dumps(value, ensure_ascii=ascii, indent=indent).encode("utf-8", "surrogatepass")


def stream(data: bytes, chunk: int = 16, limit: int = LIMIT, restart: re.Pattern[bytes] | None = None) -> JsonStream:
    return JsonStream(io.BytesIO(data), limit, chunk=chunk, restart=restart)


def elements(data: bytes, chunk: int = 16, limit: int = LIMIT) -> list[Line]:
    return list(Elements(stream(data, chunk, limit), limit, last=True))


@given(st.lists(values, max_size=6), sizes, st.sampled_from([None, 0, 2]), st.booleans())
@example(['\\"', "{", "[\\"], 1, None, False)
def test_elements_are_those_of_json_loads(array: list[Any], chunk: int, indent: int | None, ascii: bool) -> None:
    data = bytes_of(array, indent, ascii=ascii)
    found = elements(data, chunk)
    assert [json.loads(each.data.decode("utf-8", "surrogatepass")) for each in found] == array
    assert [each.number for each in found] == list(range(1, len(array) + 1))
    assert all(data[each.offset :].startswith(each.data) for each in found)


@given(st.dictionaries(texts, values, max_size=5), sizes)
def test_members_are_those_of_json_loads(record: dict[str, Any], chunk: int) -> None:
    json_stream = stream(bytes_of(record, ascii=True), chunk)
    assert {key: json.loads(json_stream.value() or b"") for key in json_stream.members()} == record


@given(st.lists(values, min_size=1, max_size=4), st.data())
def test_an_array_that_is_cut_ends_in_trouble_after_what_was_whole(array: list[Any], data: st.DataObject) -> None:
    whole = bytes_of(array)
    cut = data.draw(st.integers(0, len(whole) - 1))
    found = elements(whole[:cut])
    *before, last = found
    assert isinstance(last.trouble, Damaged) and last.trouble.code == "truncated"
    assert all(not each.trouble for each in before)
    kept = [json.loads(each.data.decode("utf-8", "surrogatepass")) for each in before]
    assert kept == array[: len(kept)]


@given(st.dictionaries(st.text(max_size=5), values, max_size=5))
def test_parts_stand_where_they_are_said_to(record: dict[str, Any]) -> None:
    data = bytes_of(record, ascii=True)
    found = parts(data)
    assert {key: json.loads(value) for key, (_, value) in found.items()} == record
    assert all(data[at:].startswith(value) for at, value in found.values())


@given(st.lists(values, max_size=5), st.sampled_from([None, 1]))
def test_pieces_stand_where_they_are_said_to(array: list[Any], indent: int | None) -> None:
    data = bytes_of(array, indent, ascii=True)
    found = pieces(data)
    assert [json.loads(value) for _, value in found] == array
    assert all(data[at:].startswith(value) for at, value in found)


def test_parts_of_what_the_decoder_refuses_are_found_by_brackets() -> None:
    assert parts(b'{"a": NaN, "b": "\\ud800"}') == {"a": (6, b"NaN"), "b": (16, b'"\\ud800"')}
    assert parts(b'{"a": 1, "a": [2]}') == {"a": (14, b"[2]")}
    with pytest.raises(Unreadable, match="not JSON"):
        parts(b'{"a": ')


def test_a_value_longer_than_the_limit_is_not_kept() -> None:
    data = b'["' + b"x" * 5000 + b'", {"a": 1}]'
    first, second = elements(data, limit=1000)
    assert first.trouble and first.trouble.code == "too-long" and first.data == b""
    assert second.data == b'{"a": 1}'


def test_depth_is_no_matter_to_brackets() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    assert [each.data for each in elements(b"[" + deep + b", 1]", 1 << 16)] == [deep, b"1"]
    with pytest.raises(Unreadable, match="deep"):
        decode(deep, 200)


TWEETS = [
    {"tweet": {"id": str(number), "text": f'سلام «x» \\" {{[ {number}', "e": {"a": [1, {"b": "c"}]}}}
    for number in range(12)
]
MARKS = b'"{}[],:\\x'


def readable(data: bytes, chunk: int) -> tuple[list[Any], int]:
    """The tweets that can be read, and how many pieces cannot."""
    json_stream = stream(data, chunk, restart=TWEET)
    kept, failed = [], 0
    for piece in Elements(json_stream, LIMIT, last=True):
        try:
            if piece.trouble:
                raise piece.trouble
            value = decode(piece.data, 200)
            if not isinstance(value, dict):
                raise Unreadable("json", "no object")
        except (Damaged, Unreadable):
            failed += 1
            if not piece.trouble:
                json_stream.retry(piece.offset)
        else:
            kept.append(value)
    return kept, failed


@given(st.integers(0, 10_000), st.sampled_from(MARKS), st.sampled_from(["replace", "delete", "insert"]), sizes)
def test_one_wrong_byte_costs_one_record_and_is_told(at: int, mark: int, how: str, chunk: int) -> None:
    data = bytearray(bytes_of(TWEETS, 1))
    at %= len(data)
    data[at : at + (how != "insert")] = b"" if how == "delete" else bytes([mark])
    kept, failed = readable(bytes(data), chunk)
    untouched = sum(tweet in kept for tweet in TWEETS)
    assert untouched >= len(TWEETS) - 1
    if len(kept) < len(TWEETS):
        assert failed >= 1
