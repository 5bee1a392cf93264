"""Rows: what a record becomes, as one line of JSON in bytes."""

import json
from typing import Any

import msgspec

from persiantools.archive.records import Failure, Record
from persiantools.edits import Edits
from persiantools.errors import InputError
from persiantools.spans import Span

__all__ = ["DEEPEST", "EditRow", "NormalizedRow", "Row", "encode", "failure_line", "raw_json", "row_line"]

DEEPEST = 500
"""How many lists and objects of a record may stand inside each other: fewer than any stack that a row is encoded on
allows, so that the answer is the same everywhere.
"""


class EditRow(msgspec.Struct, frozen=True, gc=False):
    """An edit with the text that it replaces: what `Normalized.to_dict` has, without a dictionary for each."""

    start: int
    end: int
    old: str
    new: str
    rule: str
    reason: str


class NormalizedRow(msgspec.Struct, frozen=True):
    """The normalized text and the edits that lead to it."""

    text: str
    edits: list[EditRow]

    @classmethod
    def of(cls, source: str, edits: Edits) -> "NormalizedRow":
        r"""What ``edits`` make of ``source``.

        >>> from persiantools.edits import Edit
        >>> NormalizedRow.of("می رود", Edits([Edit(2, 3, "\u200c", "zwnj")])).edits[0].old
        ' '
        """
        rows = [
            EditRow(edit.start, edit.end, source[edit.start : edit.end], edit.new, edit.rule, edit.reason)
            for edit in edits
        ]
        return cls(edits.apply(source), rows)


class Row(msgspec.Struct, frozen=True):
    """A record and what the steps asked for found in it; the fields of steps not asked for are left out."""

    source: str
    line: int
    offset: int | msgspec.UnsetType
    id: str
    date: str
    text: str
    spans: tuple[Span, ...] | msgspec.UnsetType = msgspec.UNSET
    normalized: NormalizedRow | msgspec.UnsetType = msgspec.UNSET
    names: list[dict[str, Any]] | msgspec.UnsetType = msgspec.UNSET
    unlinked: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET


def encode(value: Any) -> bytes:
    r"""``value`` as compact JSON in UTF-8. The same value gives the same bytes; a lone surrogate is escaped.

    Raises `ValueError` or `RecursionError` for what has no JSON form.

    >>> encode({"a": "é\ud800"})
    b'{"a":"\xc3\xa9\\ud800"}'
    """
    try:
        return msgspec.json.encode(value)
    except (UnicodeEncodeError, OverflowError):
        plain = msgspec.to_builtins(value)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(
            "utf-8",
            "backslashreplace",  # inside a JSON string Python's \udXXX is JSON's
        )


def raw_json(record: Record) -> bytes:
    """The record as it was read, as JSON. Raises `InputError` when it is nested more than `DEEPEST` deep.

    >>> raw_json(Record("a.jsonl", 1, 0, "hi", raw={"text": "hi", "likes": 3}))
    b'{"text":"hi","likes":3}'
    """
    try:
        data = encode(record.raw)
    except RecursionError:
        raise InputError(f"nested more than {DEEPEST} deep") from None
    if data.count(b"{") + data.count(b"[") > DEEPEST and _depth(record.raw) > DEEPEST:
        raise InputError(f"nested more than {DEEPEST} deep")
    return data


def row_line(row: Row, raw: bytes | None, *, raw_as_text: bool = False) -> bytes:
    """``row`` as a line of JSON, the original at its end as ``record``: an object, or a string of JSON."""
    line = encode(row)
    if raw is None:
        return line + b"\n"
    shown = encode(raw.decode()) if raw_as_text else raw
    return b"".join((memoryview(line)[:-1], b',"record":', shown, b"}\n"))


def failure_line(failure: Failure) -> bytes:
    r"""``failure`` as a line of the dead-letter file.

    >>> failure_line(Failure("a.jsonl", 7, 120, "json", "no object"))
    b'{"source":"a.jsonl","line":7,"offset":120,"code":"json","reason":"no object"}\n'
    """
    return encode(failure) + b"\n"


def _depth(value: Any) -> int:
    """How many lists and objects stand inside each other, at most; counted without recursion."""
    depth, level = 0, [value]
    while level := [inner for outer in level for inner in _inside(outer)]:
        depth += 1
    return depth


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []
