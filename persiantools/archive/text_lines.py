"""Plain text, one record a line."""

from collections.abc import Iterator

from persiantools.archive.decoding import text_of
from persiantools.archive.lines import lines_after
from persiantools.archive.options import Options
from persiantools.archive.records import Item, Record, Skipped
from persiantools.archive.troubles import Unreadable, failure
from persiantools.archive.unpacking import Stream

__all__ = ["read"]


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """Each line as a record; blank lines are skipped."""
    for number, offset, data, trouble in lines_after(stream, options.limits.record, options.after):
        if trouble:
            yield failure(name, number, offset, trouble)
        elif not data or data.isspace():
            yield Skipped(name, number, offset, "blank")
        else:
            try:
                text = text_of(data.removesuffix(b"\r"))
            except Unreadable as error:
                yield failure(name, number, offset, error)
            else:
                yield Record(name, number, offset, text)
