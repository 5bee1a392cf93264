"""Lines of an input with their numbers and offsets, however long the input is.

A line ends at a line feed (a carriage return before it belongs to the end); U+2028 and its like end none. UTF-8 is
the rule, with or without a byte order mark; UTF-16 is read where a byte order mark says so.
"""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from persiantools.archive.records import Position
from persiantools.archive.unpacking import CHUNK, Damaged, Stream

__all__ = ["Line", "entered", "lines", "lines_after"]


class Line(NamedTuple):
    """One line in UTF-8 without its end; ``data`` is None when it is longer than the limit.

    ``offset`` is the byte where it begins in the unpacked input. ``damage`` says that the input broke off in it.
    """

    number: int
    offset: int
    data: bytes | None
    damage: Damaged | None = None


def lines(stream: Stream, limit: int, number: int = 1, offset: int = 0) -> Iterator[Line]:
    """The lines of ``stream``, which stands at the beginning of line ``number``, byte ``offset``.

    A last empty line (the input ends in a line feed) is none. An input that breaks off ends with a line that has
    ``damage``.
    """
    if offset == 0:
        if stream.utf16:
            stream.read(2)
            return _utf16_lines(stream, limit, stream.utf16)
        if stream.peek(3) == codecs.BOM_UTF8:
            stream.read(3)
            offset = 3
    return _utf8_lines(stream, limit, number, offset)


def _utf8_lines(stream: Stream, limit: int, number: int, offset: int) -> Iterator[Line]:
    pieces: list[bytes] = []  # of a line that goes on in the next chunk
    held = 0
    for chunk, damage in _chunks(stream):
        first, *rest = chunk.split(b"\n")
        held += len(first)
        if held <= limit:
            pieces.append(first)
        else:
            pieces.clear()
        if rest:
            yield Line(number, offset, b"".join(pieces) if held <= limit else None)
            number += 1
            offset += held + 1
            last = rest.pop()
            for data in rest:
                yield Line(number, offset, data if len(data) <= limit else None)
                number += 1
                offset += len(data) + 1
            held = len(last)
            pieces = [last]
        if damage:
            yield Line(number, offset, b"", damage)
            return
    if held:
        yield Line(number, offset, b"".join(pieces) if held <= limit else None)


def _utf16_lines(stream: Stream, limit: int, encoding: str) -> Iterator[Line]:
    decode = codecs.getincrementaldecoder(encoding)("surrogatepass").decode
    number, offset, held = 1, 2, 0
    pieces: list[str] = []
    for chunk, damage in _chunks(stream):
        first, *rest = decode(chunk).split("\n")
        held += _width(first)
        pieces = [*pieces, first] if held <= limit else []
        for text in rest:
            yield Line(number, offset, _utf8(pieces) if held <= limit else None)
            number += 1
            offset += held + 2
            pieces, held = [text], _width(text)
        if damage:
            yield Line(number, offset, b"", damage)
            return
    if held:
        yield Line(number, offset, _utf8(pieces) if held <= limit else None)


def _chunks(stream: Stream) -> Iterator[tuple[bytes, Damaged | None]]:
    """The input chunk by chunk; a last empty chunk carries the damage that ended it."""
    try:
        while chunk := stream.read(CHUNK):
            yield chunk, None
    except Damaged as damage:
        yield b"", damage


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
