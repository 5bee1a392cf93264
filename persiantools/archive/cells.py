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
        cells = row.split(self.delimiter) if '"' not in row else self._quoted(row)
        return cells if not self.width or len(cells) == self.width else None

    def _quoted(self, row: str) -> list[str]:
        # Every cell in quotes and no quote in any: the usual export, worth a shorter way.
        if self.width and row.count('"') == 2 * self.width and row[0] == '"' == row[-1]:
            cells = row[1:-1].split(f'"{self.delimiter}"')
            if len(cells) == self.width:
                return cells
        found = self._cell.findall(row + self.delimiter)
        return [quoted.replace('""', '"') if quoted else plain for quoted, plain in found]

    def ends_open(self, row: str, at: int = 0) -> bool:
        """Whether the last cell of ``row``, looked at from the cell at ``at`` on, has a quote that is not closed.

        >>> Splitter(",").ends_open('1,"a'), Splitter(",").ends_open('1,"a"')
        (True, False)
        """
        padded = row + self.delimiter
        while at < len(padded):
            if row.startswith('"', at) and self._open.match(row, at):
                return True
            at = self._cell.match(padded, at).end()  # type: ignore[union-attr]  # it matches up to any delimiter
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
            return self.ends_open(line, at + 2)
        return False if at + 1 == len(line) else None
