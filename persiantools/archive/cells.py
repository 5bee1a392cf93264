r"""Cells of one row of a table: RFC 4180, read so that what breaks its rules stays text.

``""`` is a quote inside quotes, and a quoted cell may hold delimiters and line breaks. A cell counts as quoted only
when a delimiter or the row's end follows its closing quote: in ``5" pipe`` and ``"Yes" he said`` quotes are text.
"""

import re

__all__ = ["Splitter"]

_QUOTED = r'"([^"]*+(?:""[^"]*+)*+)"'


class Splitter:
    """Splits rows at one delimiter."""

    def __init__(self, delimiter: str, width: int = 0) -> None:
        """A row has ``width`` cells; 0 for any number of them."""
        self.delimiter = delimiter
        self.width = width
        self._cell = re.compile(rf"(?:{_QUOTED}|([^{delimiter}]*+)){delimiter}")
        self._open = re.compile(r'"[^"]*+(?:""[^"]*+)*+\Z')
        self._close = re.compile(r'[^"]*+(?:""[^"]*+)*+')

    def split(self, row: str) -> list[str] | None:
        """The cells of ``row``, or None where it has not the right number of them.

        >>> Splitter(",").split('1,"a, ""b"" c",5" pipe')
        ['1', 'a, "b" c', '5" pipe']
        """
        return self.scan(row)[0]

    def scan(self, row: str) -> tuple[list[str] | None, bool]:
        """The cells as of `split`, and whether the last one has a quote that is not closed.

        >>> Splitter(",", 2).scan('1,"a'), Splitter(",", 2).scan('1,"a",2')
        ((['1', '"a'], True), (None, False))
        """
        is_open = False
        if '"' not in row:
            cells = row.split(self.delimiter)
        elif self.width and (exported := self._all_quoted(row)):
            cells = exported
        else:
            found = self._cell.findall(row + self.delimiter)
            cells = [quoted.replace('""', '"') if quoted else plain for quoted, plain in found]
            is_open = self._ends_open(row, 0)
        return (cells if not self.width or len(cells) == self.width else None), is_open

    def _all_quoted(self, row: str) -> list[str] | None:
        """The cells where every one is in quotes and none holds a quote: the usual export, worth a shorter way."""
        if row.count('"') != 2 * self.width or row[0] != '"' or row[-1] != '"':
            return None
        cells = row[1:-1].split(f'"{self.delimiter}"')
        return cells if len(cells) == self.width else None

    def _ends_open(self, row: str, at: int) -> bool:
        for cell in self._cell.finditer(row + self.delimiter, at):
            begin = cell.start()
            if cell[1] is None and row.startswith('"', begin) and self._open.match(row, begin):
                return True
        return False

    def goes_on(self, line: str) -> bool | None:
        """Whether a quote that an earlier line opened is still open at the end of ``line``.

        None when it is closed there in the middle of a cell, so that it was none.

        >>> [Splitter(",").goes_on(line) for line in ('more', 'end",2', 'he" said')]
        [True, False, None]
        """
        at = self._close.match(line).end()  # type: ignore[union-attr]  # it matches the empty string
        if at == len(line):
            return True
        if line.startswith(self.delimiter, at + 1):
            return self._ends_open(line, at + 2)
        return False if at + 1 == len(line) else None
