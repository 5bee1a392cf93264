"""Rows of a table, which may run over several lines, out of its lines.

A quote that is never closed costs the row that it stands in and no other: the row is cut at its first line's end and
reading goes on with the second. How far a row may look ahead for its closing quote is paid for by what was read
before, so that the time is linear in the input whatever stands in it.
"""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from persiantools.archive.cells import Splitter
from persiantools.archive.lines import Line
from persiantools.archive.troubles import Damaged

__all__ = ["BLANK", "Row", "rows"]

BLANK = b" \r"  # no tabs: they may stand between cells
_CREDIT = 2  # bytes that may be looked ahead in vain for each byte that was read


class Row(NamedTuple):
    """A row that begins with ``line``; ``cells`` is None where it cannot be split or is no text (``readable``)."""

    line: Line
    cells: list[str] | None = None
    readable: bool = True


class _Lines:
    """Lines as text, of which some can be put back."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._back: deque[Line] = deque()

    def __iter__(self) -> Iterator[Line]:
        while (line := self.next()) is not None:
            yield line

    def next(self) -> Line | None:
        return self._back.popleft() if self._back else next(self._lines, None)

    def put_back(self, lines: list[Line]) -> None:
        self._back.extendleft(reversed(lines))


def rows(lines: Iterator[Line], splitter: Splitter, limit: int) -> Iterator[Row]:
    """The rows that ``lines`` hold. A row that runs over several lines is at most ``limit`` bytes long.

    Lines that are no row (blank, too long, damaged) come as rows without cells.
    """
    source = _Lines(lines)
    credit = limit
    for line in source:
        if not line.data.strip(BLANK):
            yield Row(line)
            continue
        credit = min(credit + _CREDIT * len(line.data), limit)
        text, readable = _text(line.data)
        text = text.removesuffix("\r")
        cells, is_open = splitter.scan(text)
        if is_open:
            taken, row = _longer(line, source, splitter, credit)
            if row is not None:
                yield row
                continue
            credit -= sum(len(each.data) for each in taken)
            source.put_back(taken)
        yield Row(line, cells if readable else None, readable)


def _longer(first: Line, source: _Lines, splitter: Splitter, credit: int) -> tuple[list[Line], Row | None]:
    """The lines after ``first`` that were taken, and the row that they make with it, None if they make none."""
    text, readable = _text(first.data)
    parts, taken = [text], list[Line]()
    while (line := source.next()) is not None:
        if isinstance(line.trouble, Damaged):
            return taken, Row(first._replace(data=b"", trouble=line.trouble))
        taken.append(line)
        text, whole = _text(line.data)
        credit -= len(line.data)
        still_open = splitter.goes_on(text.removesuffix("\r"))
        if line.trouble or still_open is None or credit < 0:
            break
        parts.append(text)
        readable = readable and whole
        if not still_open:
            cells = splitter.split("\n".join(parts).removesuffix("\r"))
            return taken, None if cells is None else Row(first, cells if readable else None, readable)
    return taken, None


def _text(data: bytes) -> tuple[str, bool]:
    """``data`` as text, and whether all of it is UTF-8."""
    try:
        return data.decode(), True
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape"), False
