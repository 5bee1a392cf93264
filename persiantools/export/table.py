"""Rows of text for people, in columns that fit the screen."""

from collections.abc import Sequence

from persiantools.export.terminal import Screen, printable, width

__all__ = ["columns_of"]

GAP = "  "
INDENT = "  "
NARROWEST = 8


def columns_of(rows: Sequence[Sequence[str]], screen: Screen, *, styles: Sequence[str] = ()) -> str:
    """``rows`` as lines with aligned columns; the widest column is cut until a line fits ``screen.columns``.

    ``styles`` names a style (see `Screen.paint`) for each column, ``""`` for none.

    >>> print(columns_of([("en", "0-4", "Hello"), ("fa", "4-10", "x")], Screen()))
      en  0-4   Hello
      fa  4-10  x
    """
    if not rows:
        return ""
    sizes = _fitted([max(width(printable(row[i])) for row in rows) for i in range(len(rows[0]))], screen.columns)
    return "\n".join(INDENT + _line(row, sizes, screen, styles) for row in rows)


def _fitted(sizes: list[int], columns: int) -> list[int]:
    """Column widths, the widest made narrower step by step until all fit (but none below `NARROWEST`)."""
    room = columns - len(INDENT) - len(GAP) * (len(sizes) - 1)
    while sum(sizes) > room and max(sizes) > NARROWEST:
        widest = sizes.index(max(sizes))
        rest = sum(sizes) - sizes[widest]
        runner_up = max((s for i, s in enumerate(sizes) if i != widest), default=NARROWEST)
        sizes[widest] = max(room - rest, min(runner_up, sizes[widest] - 1), NARROWEST)
    return sizes


def _line(row: Sequence[str], sizes: Sequence[int], screen: Screen, styles: Sequence[str]) -> str:
    cells = []
    for number, (text, size) in enumerate(zip(row, sizes, strict=True)):
        shown = screen.piece(text, size)
        padding = " " * (size - width(shown)) if number < len(row) - 1 else ""
        style = styles[number] if number < len(styles) else ""
        cells.append((screen.paint(shown, style) if style else shown) + padding)
    return GAP.join(cells)
