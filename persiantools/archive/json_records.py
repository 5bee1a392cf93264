"""JSON, one object a record: lines, or the elements of an array."""

from collections.abc import Callable, Iterator
from typing import Any

from persiantools.archive.decoding import decode_object
from persiantools.archive.documents import documents
from persiantools.archive.options import Options
from persiantools.archive.records import Item, Record, Skipped
from persiantools.archive.troubles import Trouble, failure
from persiantools.archive.unpacking import Stream

__all__ = ["Post", "Shape", "read_objects", "string"]

Post = tuple[str, str, str]
Shape = Callable[[dict[str, Any]], Post | str]
"""Finds a record's text, id and date, or gives the code of what is skipped. Raises `Unreadable`."""


def read_objects(name: str, stream: Stream, options: Options, shape: Shape) -> Iterator[Item]:
    """The record that ``shape`` finds in each object of ``stream``."""
    depth = options.limits.depth
    for number, offset, data, trouble in documents(stream, options):
        try:
            if trouble:
                raise trouble
            if not data or data.isspace():
                yield Skipped(name, number, offset, "blank")
                continue
            raw = decode_object(data, depth)
            post = shape(raw)
        except Trouble as error:
            yield failure(name, number, offset, error)
        else:
            if isinstance(post, str):
                yield Skipped(name, number, offset, post)
            else:
                yield Record(name, number, offset, *post, raw)


def string(value: Any) -> str:
    """An identifier as text: numbers are written out, what is neither is none.

    >>> string(12), string("7"), string(None)
    ('12', '7', '')
    """
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
