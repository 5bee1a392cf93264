"""Lines and columns, as editors count them."""

from bisect import bisect_right

from persiantools.chars import LINE_BREAK

__all__ = ["Places"]


class Places:
    r"""Turns code point offsets of ``text`` into line and column, both from 1; columns count code points.

    >>> Places("ab\nc").of(3), Places("ab\nc").shown(3)
    ((2, 1), '2:1')
    """

    def __init__(self, text: str) -> None:
        """Find the lines, in time linear in the length of ``text``."""
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def shown(self, offset: int) -> str:
        """Line and column as ``line:column``."""
        return "{}:{}".format(*self.of(offset))
