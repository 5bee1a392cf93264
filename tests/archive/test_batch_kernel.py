"""The kernel: a row or a reason for each record, the same bytes for the same record."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.archive.kernel import KernelOptions, process
from persiantools.archive.records import Failure, Record
from persiantools.archive.result_rows import DEEPEST, encode
from persiantools.archive.wire import pack, together, worked
from persiantools.errors import OptionError
from persiantools.passage import analyze
from tests.archive.listed import records
from tests.strategies import texts

ALL = KernelOptions(steps=("split", "normalize", "names"))
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts)
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))


def nested(depth: int) -> dict[str, object]:
    value: object = 1
    for _ in range(depth - 1):
        value = [value]
    return {"deep": value}


@pytest.mark.parametrize(
    "wrong", [{"steps": ()}, {"steps": ("split", "translate")}, {"only": "tlh"}, {"record": "xml"}], ids=str
)
def test_options_that_there_are_not(wrong: dict[str, object]) -> None:
    with pytest.raises(OptionError, match=r"one of|some of"):
        KernelOptions(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("depth", [DEEPEST + 1, 900, 1000, 5000])
def test_a_record_that_is_too_deep_is_a_failure_and_the_others_go_on(depth: int) -> None:
    record = Record("a.jsonl", 3, 77, "سلام", raw=nested(depth))
    deep, good = process([record, Record("a.jsonl", 4, 99, "سلام")], ALL)
    assert deep == Failure("a.jsonl", 3, 77, "too-deep", f"nested more than {DEEPEST} deep")
    assert isinstance(good, bytes)
    assert worked([pack(record, ALL)], ALL).failures == (deep,)


def test_the_deepest_record_allowed_is_written() -> None:
    (row,) = process([Record("a.jsonl", 3, 77, "سلام", raw=nested(DEEPEST))], ALL)
    assert isinstance(row, bytes) and json.loads(row)["record"] == nested(DEEPEST)


def test_a_record_that_raises_is_a_failure() -> None:
    (failure,) = process([Record("a.jsonl", 3, 77, "سلام", raw={"when": object()})], ALL)
    assert isinstance(failure, Failure) and failure.code == "not-analyzed" and "object" in failure.reason


@given(texts, st.dictionaries(texts, JSON, max_size=3))
def test_any_record_has_a_row_that_says_what_analyze_says(text: str, raw: dict[str, object]) -> None:
    record = Record("a.jsonl", 1, 0, text, "7", "2022-01-24T00:00:00Z", raw)
    (line,) = process([record], ALL)
    assert isinstance(line, bytes) and line.endswith(b"}\n") and line.count(b"\n") == 1
    row, passage = json.loads(line), analyze(text).to_dict()
    same = json.loads(encode(passage))
    assert {name: row[name] for name in ("text", "spans", "normalized", "names", "unlinked")} == {
        name: same[name] for name in ("text", "spans", "normalized", "names", "unlinked")
    }
    assert row["record"] == json.loads(encode(raw))
    assert (row["source"], row["line"], row["offset"], row["id"]) == ("a.jsonl", 1, 0, "7")
    assert process([record], ALL) == [line]
    assert worked([pack(record, ALL)], ALL).rows == line


def test_only_the_steps_asked_for_are_in_a_row() -> None:
    record = Record("a.txt", 1, -1, "سلام", raw={"a": 1})
    for step, fields in (("split", {"spans"}), ("normalize", {"normalized"}), ("names", {"names", "unlinked"})):
        (row,) = process([record], KernelOptions(steps=(step,), record="none"))
        assert isinstance(row, bytes)
        assert set(json.loads(row)) == {"source", "line", "id", "date", "text"} | fields


def test_a_text_longer_than_the_limit_is_a_failure_that_names_the_option() -> None:
    texts = [Record("a", number, 0, "سلا" + "م" * number) for number in (1, 2, 3)]
    first, second, third = process(texts, KernelOptions(longest=5))
    assert isinstance(first, bytes) and isinstance(second, bytes)
    assert isinstance(third, Failure) and (third.line, third.code) == (3, "too-long")
    assert "6 characters, more than the 5 of --longest-text" in third.reason


def test_the_original_can_be_a_string() -> None:
    (row,) = process([Record("a", 1, 0, "hi", raw={"a": "\ud800é"})], KernelOptions(record="text"))
    assert isinstance(row, bytes) and json.loads(json.loads(row)["record"]) == {"a": "\ud800é"}


def test_only_keeps_records_with_that_language() -> None:
    batch = [Record("a", n, 0, text) for n, text in enumerate(("سلام دنیا", "hello world", "", "https://t.co/سلام"))]
    assert [row is not None for row in process(batch, KernelOptions(only="fa"))] == [True, False, False, False]


def test_a_batch_is_worked_as_its_records_are() -> None:
    items = records(60)
    one_by_one = together(item if isinstance(item, Failure) else process([item], ALL)[0] for item in items)
    assert worked([pack(item, ALL) for item in items], ALL) == one_by_one
