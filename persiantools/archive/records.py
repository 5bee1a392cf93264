"""What the readers of archives yield: records, what was left out on purpose, and what could not be read.

Together these account for an input: read = records + skipped + failures. Within one source no two of them share a
(line, offset), and both grow, so that a `Position` says exactly how far somebody has come.
"""

from typing import Any, TypeAlias

import msgspec

__all__ = ["Failure", "Item", "Position", "Record", "Skipped"]


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


class Skipped(msgspec.Struct, frozen=True):
    """Something that is no post, or one that nobody asked for: a blank line, a notice that a tweet was deleted.

    ``code`` says which in one word: ``blank``, ``notice``, ``deleted``, ``service``, ``empty``.
    """

    source: str
    line: int
    offset: int
    code: str


class Position(msgspec.Struct, frozen=True):
    """The place of an item in an input: what `read_archive` takes to go on after it.

    >>> Position.of(Skipped("tweets.jsonl", 7, 1200, "blank"))
    Position(source='tweets.jsonl', line=7, offset=1200)
    """

    source: str
    line: int
    offset: int

    @classmethod
    def of(cls, item: "Item") -> "Position":
        """The position of ``item``."""
        return cls(item.source, item.line, item.offset)


Item: TypeAlias = Record | Failure | Skipped
