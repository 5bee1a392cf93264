"""What the readers of archives yield: records, and what could not be read as one."""

from typing import Any

import msgspec

__all__ = ["Failure", "Record"]


class Record(msgspec.Struct, frozen=True):
    """One post.

    ``source`` is the input as it was named, with ``!member`` for a file inside a zip. ``line`` counts from 1
    (records, where the form has no lines); ``offset`` is the byte of the unpacked input where the record begins, -1
    where that is unknown. ``text`` is the whole text, unescaped. ``id`` is the post's own, ``date`` its time in UTC
    in ISO 8601; each is empty where there is none. ``raw`` is the record as it was read, with the fields that nobody
    here knows.
    """

    source: str
    line: int
    offset: int
    text: str
    id: str = ""
    date: str = ""
    raw: dict[str, Any] = {}


class Failure(msgspec.Struct, frozen=True):
    """A record that could not be read or worked on: where it stands, a short ``code``, the ``reason`` for people."""

    source: str
    line: int
    offset: int
    code: str
    reason: str
