r"""Rows as tab-separated values, one record a line.

A tab, line feed or carriage return inside a cell is written as ``\t``, ``\n`` or ``\r`` and a backslash is doubled,
so that every row is one line and every cell can be read back. Source: the text format of PostgreSQL's COPY.
"""

from collections.abc import Iterable, Iterator

__all__ = ["read_row", "row"]

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_WRITE = str.maketrans(_ESCAPES)
_READ = {written[1]: char for char, written in _ESCAPES.items()}


def row(cells: Iterable[object]) -> str:
    r"""One line, with its line break.

    >>> row(["a\tb", 3])
    'a\\tb\t3\n'
    """
    return "\t".join(str(cell).translate(_WRITE) for cell in cells) + "\n"


def read_row(line: str) -> list[str]:
    r"""The cells of a line that `row` wrote.

    >>> read_row("a\\tb\t3\n")
    ['a\tb', '3']
    """
    return ["".join(_unescaped(cell)) for cell in line.removesuffix("\n").split("\t")]


def _unescaped(cell: str) -> Iterator[str]:
    chars = iter(cell)
    for char in chars:
        following = next(chars, "") if char == "\\" else ""
        yield _READ.get(following, char + following) if following else char
