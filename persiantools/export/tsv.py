r"""Rows as tab-separated values, one record a line.

A tab, line feed or carriage return inside a cell is written as ``\t``, ``\n`` or ``\r`` and a backslash is doubled,
so that every row is one line and every cell can be read back. Source: the text format of PostgreSQL's COPY.
"""

import re
from collections.abc import Iterable

__all__ = ["row", "unescaped"]

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_WRITE = str.maketrans(_ESCAPES)
_READ = {written: char for char, written in _ESCAPES.items()}
_ESCAPED = re.compile(r"\\[\\tnr]")


def row(cells: Iterable[object]) -> str:
    r"""One line, with its line break.

    >>> row(["a\tb", 3])
    'a\\tb\t3\n'
    """
    return "\t".join(str(cell).translate(_WRITE) for cell in cells) + "\n"


def unescaped(cell: str) -> str:
    r"""What a cell stood for; a backslash before anything else is itself.

    >>> unescaped(r"a\tb\\c\d")
    'a\tb\\c\\d'
    """
    return _ESCAPED.sub(lambda match: _READ[match.group()], cell)
