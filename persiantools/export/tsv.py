r"""Rows as tab-separated values, one record a line.

A tab, line feed or carriage return inside a cell is written as ``\t``, ``\n`` or ``\r`` and a backslash is doubled,
so that every row is one line and every cell can be read back. Source: the text format of PostgreSQL's COPY.
"""

from collections.abc import Iterable

__all__ = ["row"]

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_WRITE = str.maketrans(_ESCAPES)


def row(cells: Iterable[object]) -> str:
    r"""One line, with its line break.

    >>> row(["a\tb", 3])
    'a\\tb\t3\n'
    """
    return "\t".join(str(cell).translate(_WRITE) for cell in cells) + "\n"
