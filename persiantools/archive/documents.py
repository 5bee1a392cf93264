"""The JSON texts of a file: its lines, the elements of the one array that it is, or one text after another."""

import re
from collections.abc import Iterable, Iterator

from persiantools.archive.elements import Elements
from persiantools.archive.json_stream import END, JsonStream
from persiantools.archive.lines import Line, Utf8, lines_after
from persiantools.archive.options import Options
from persiantools.archive.troubles import Trouble, too_long
from persiantools.archive.unpacking import Stream

__all__ = ["documents", "json_stream", "placed"]

_HEAD = 1 << 12
_BOM = b"\xef\xbb\xbf"


def documents(stream: Stream, options: Options) -> Iterator[Line]:
    """The JSON texts of ``stream``, from the one on that holds the position ``options.after``.

    A file that begins with ``[`` is one array; one whose first line is ``{`` and nothing else was written for people,
    one text after another; any other has a text a line. Texts that are no lines are counted instead.
    """
    head = stream.peek(_HEAD)
    head = (head.decode(stream.utf16, "replace").encode() if stream.utf16 else head).removeprefix(_BOM).lstrip()
    limit, after = options.limits.record, options.after
    if head[:1] == b"[":
        return _array(stream, options)
    if head.split(b"\n", 1)[0].strip() != b"{":
        return lines_after(stream, limit, after)
    return (
        text
        for text in placed(stream, _texts(json_stream(stream, limit), limit))
        if after is None or text.number >= after.line
    )


def json_stream(stream: Stream, limit: int, restart: re.Pattern[bytes] | None = None) -> JsonStream:
    """The JSON at the beginning of ``stream``, past its byte order mark; offsets are those of UTF-8."""
    if stream.utf16:
        stream.read(2)
        return JsonStream(Utf8(stream), limit, restart=restart)
    if stream.peek(3) == _BOM:
        stream.read(3)
        return JsonStream(stream, limit, offset=3, restart=restart)
    return JsonStream(stream, limit, restart=restart)


def _array(stream: Stream, options: Options) -> Iterator[Line]:
    limit, after = options.limits.record, options.after
    if after and after.offset > 0 and stream.jumps:
        stream.seek(after.offset)
        json = JsonStream(stream, limit, offset=after.offset)
        return iter(Elements(json, limit, after.line, inside=True, last=True))
    every = placed(stream, Elements(json_stream(stream, limit), limit, last=True))
    return (element for element in every if after is None or element.number >= after.line)


def _texts(json: JsonStream, limit: int) -> Iterator[Line]:
    number, begin = 1, json.offset
    try:
        while json.peek() != END:
            begin = json.offset
            data = json.value()
            yield Line(number, begin, data or b"", too_long(limit) if data is None else None)
            number += 1
    except Trouble as trouble:
        yield Line(number, begin, b"", trouble)


def placed(stream: Stream, every: Iterable[Line]) -> Iterator[Line]:
    """The pieces of ``stream`` without offsets where those would be of its translation to UTF-8."""
    return (piece._replace(offset=-1) for piece in every) if stream.utf16 else iter(every)
