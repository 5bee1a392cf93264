"""JSON, one object a record: lines, or the elements of an array."""

from collections.abc import Callable, Iterator
from typing import Any

from persiantools.archive.decoding import Unreadable, decode_object
from persiantools.archive.failing import broken, failure, too_long
from persiantools.archive.lines import Line, lines_after
from persiantools.archive.options import Options
from persiantools.archive.records import Item, Record, Skipped
from persiantools.archive.unpacking import Stream

__all__ = ["Post", "Shape", "read_objects", "string"]

Post = tuple[str, str, str]
Shape = Callable[[dict[str, Any]], Post | str]
"""Finds a record's text, id and date, or gives the code of what is skipped. Raises `Unreadable`."""


def read_objects(name: str, stream: Stream, options: Options, shape: Shape) -> Iterator[Item]:
    """The record that ``shape`` finds in each object of ``stream``."""
    depth = options.limits.depth
    for document in documents(stream, options):
        number, offset, data, _ = document
        if not data or data.isspace():
            yield undecodable(name, document, options)
            continue
        try:
            raw = decode_object(data, depth)
            post = shape(raw)
        except Unreadable as error:
            yield failure(name, number, offset, error)
        else:
            if isinstance(post, str):
                yield Skipped(name, number, offset, post)
            else:
                yield Record(name, number, offset, *post, raw)


def documents(stream: Stream, options: Options) -> Iterator[Line]:
    """The JSON texts of ``stream``, one a line."""
    return lines_after(stream, options.limits.record, options.after)


def undecodable(name: str, document: Line, options: Options) -> Item:
    """What a document without data is: the end of a damaged input, a blank line, or one too long to be kept."""
    number, offset, data, damage = document
    if damage:
        return broken(name, number, offset, damage)
    if data is None:
        return too_long(name, number, offset, options.limits.record)
    return Skipped(name, number, offset, "blank")


def string(value: Any) -> str:
    """An identifier as text: numbers are written out, what is neither is none.

    >>> string(12), string("7"), string(None)
    ('12', '7', '')
    """
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
