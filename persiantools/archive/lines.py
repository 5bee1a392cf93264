"""Lines of an input with their numbers and offsets, however long the input is.

A line ends at a line feed (a carriage return before it belongs to the end); U+2028 and its like end none. UTF-8 is
the rule, with or without a byte order mark; UTF-16 is read where a byte order mark says so.
"""

import codecs
from collections.abc import Callable, Iterator
from typing import AnyStr, NamedTuple

from persiantools.archive.records import Position
from persiantools.archive.troubles import Damaged, Trouble, too_long
from persiantools.archive.unpacking import CHUNK, Stream

__all__ = ["Line", "Utf8", "entered", "lines", "lines_after"]


class Line(NamedTuple):
    """One line in UTF-8 without its end, or another piece of an input that holds one record.

    ``offset`` is the byte where it begins in the unpacked input. With ``trouble`` (it is longer than the limit, the
    input breaks off in it) there is no ``data``.
    """

    number: int
    offset: int
    data: bytes
    trouble: Trouble | None = None


def lines(stream: Stream, limit: int, number: int = 1, offset: int = 0) -> Iterator[Line]:
    """The lines of ``stream``, which stands at the beginning of line ``number``, byte ``offset``.

    A last empty line (the input ends in a line feed) is none. An input that breaks off ends with a line that has
    ``trouble``.
    """
    if offset == 0:
        if stream.utf16:
            stream.read(2)
            return _utf16_lines(stream, limit)
        if stream.peek(3) == codecs.BOM_UTF8:
            stream.read(3)
            offset = 3
    return _utf8_lines(stream, limit, number, offset)


def _utf8_lines(stream: Stream, limit: int, number: int, offset: int) -> Iterator[Line]:
    pieces: list[bytes] = []  # of a line that goes on in the next chunk
    held = 0
    for chunk, damage in _chunks(stream.read, b""):
        first, *rest = chunk.split(b"\n")
        held += len(first)
        if held <= limit:
            pieces.append(first)
        else:
            pieces.clear()
        if rest:
            yield _line(number, offset, b"".join(pieces), held, limit)
            number += 1
            offset += held + 1
            last = rest.pop()
            for data in rest:
                yield _line(number, offset, data, len(data), limit)
                number += 1
                offset += len(data) + 1
            held = len(last)
            pieces = [last]
        if damage:
            yield Line(number, offset, b"", damage)
            return
    if held:
        yield _line(number, offset, b"".join(pieces), held, limit)


class Utf8:
    """A stream in UTF-16 as one in UTF-8 (in which offsets are others)."""

    def __init__(self, stream: Stream) -> None:
        """``stream`` stands behind its byte order mark."""
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(stream.utf16)("surrogatepass")

    def read(self, size: int, /) -> bytes:
        """At most about ``size`` bytes, none at the end. Raises `Damaged`."""
        return self.text(size).encode("utf-8", "surrogatepass")

    def text(self, size: int = CHUNK) -> str:
        """The same as text."""
        while data := self._stream.read(size):
            if text := self._decoder.decode(data):
                return text
        try:
            return self._decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise Damaged("truncated", "the UTF-16 ends in the middle of a character") from None


def _utf16_lines(stream: Stream, limit: int) -> Iterator[Line]:
    number, offset, held = 1, 2, 0
    pieces: list[str] = []
    for chunk, damage in _chunks(Utf8(stream).text, ""):
        first, *rest = chunk.split("\n")
        held += _width(first)
        pieces = [*pieces, first] if held <= limit else []
        for text in rest:
            yield _line(number, offset, _utf8(pieces), held, limit)
            number += 1
            offset += held + 2
            pieces, held = [text], _width(text)
        if damage:
            yield Line(number, offset, b"", damage)
            return
    if held:
        yield _line(number, offset, _utf8(pieces), held, limit)


def _line(number: int, offset: int, data: bytes, size: int, limit: int) -> Line:
    return Line(number, offset, data) if size <= limit else Line(number, offset, b"", too_long(limit))


def _chunks(read: Callable[[], AnyStr], nothing: AnyStr) -> Iterator[tuple[AnyStr, Damaged | None]]:
    """The input chunk by chunk; a last one, of ``nothing``, carries the damage that ended it."""
    try:
        while chunk := read():
            yield chunk, None
    except Damaged as damage:
        yield nothing, damage


def _width(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass"))


def _utf8(pieces: list[str]) -> bytes:
    return "".join(pieces).encode("utf-8", "surrogatepass")


def lines_after(stream: Stream, limit: int, after: Position | None) -> Iterator[Line]:
    """The lines of ``stream`` from the one on that holds the position ``after``; all without one.

    A file that is not compressed is entered there, anything else is read up to there.
    """
    if after is None:
        return lines(stream, limit)
    if start := entered(stream, after):
        return lines(stream, limit, after.line, start)
    return (line for line in lines(stream, limit) if line.number >= after.line)


def entered(stream: Stream, after: Position) -> int:
    """Moves ``stream`` to the beginning of the line that holds ``after`` and says where that is.

    0 (and nothing is moved) where it is the first line or the stream cannot jump.
    """
    if after.offset <= 0 or not stream.jumps or stream.utf16:
        return 0
    size = 1 << 12
    end = after.offset
    while end > 0:
        begin = max(end - size, 0)
        stream.seek(begin)
        found = _exactly(stream, end - begin).rfind(b"\n")
        if found >= 0:
            stream.seek(begin + found + 1)
            return begin + found + 1
        end, size = begin, size * 2
    stream.seek(0)
    return 0


def _exactly(stream: Stream, size: int) -> bytes:
    data = b""
    while len(data) < size and (more := stream.read(size - len(data))):
        data += more
    return data
