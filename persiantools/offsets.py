"""Maps offsets between two versions of a text, given the stretches in which they differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from persiantools.errors import OffsetError

__all__ = ["EdgeMode", "OffsetMap"]

EdgeMode = Literal["strict", "contract", "expand"]
"""What to do when an edge of a span falls inside a replaced stretch: raise, leave the whole stretch out, or take it
all in.
"""

Stretch = tuple[int, int]


class OffsetMap:
    """Maps spans of one version to the other; stretch ``i`` of ``here`` stands for stretch ``i`` of ``there``.

    Both lists are sorted and disjoint half-open offsets in code points; outside them the versions are the same. One
    lookup takes O(log n) for n stretches.

    >>> OffsetMap([(1, 3)], [(1, 4)]).map(3, 5, "strict")
    (4, 6)
    """

    def __init__(self, here: Sequence[Stretch], there: Sequence[Stretch]) -> None:
        """Keep the two lists of stretches."""
        self._starts = [start for start, _ in here]
        self._ends = [end for _, end in here]
        self._there = there

    def map(self, start: int, end: int, mode: EdgeMode) -> Stretch:
        """The span of the other version that ``[start, end)`` stands for.

        What exists on the other side only, exactly at an edge, stays outside; an empty span at such a place is the
        place itself (``contract``) or what stands there (``strict``, ``expand``). Raises `OffsetError` for a span
        that is none, and in mode ``strict`` for an edge inside a stretch.
        """
        if not 0 <= start <= end:
            raise OffsetError(f"a span needs 0 <= start <= end, got {start}..{end}")
        first, last = self._opening(start, mode), self._closing(end, mode)
        if first <= last:
            return first, last
        # Only an empty span, or a contracted one within a single stretch, turns round: that stretch lies between.
        return (last, last) if mode == "contract" else (last, first)

    def _opening(self, offset: int, mode: EdgeMode) -> int:
        """An opening edge stands behind all that ends at ``offset`` on this side."""
        index = bisect_right(self._ends, offset)
        if index < len(self._ends) and self._starts[index] < offset:
            return self._inside(index, offset, mode, outer=0)
        return self._shifted(index, offset)

    def _closing(self, offset: int, mode: EdgeMode) -> int:
        """A closing edge stands before all that starts at ``offset`` on this side."""
        index = bisect_left(self._starts, offset)
        if index and offset < self._ends[index - 1]:
            return self._inside(index - 1, offset, mode, outer=1)
        return self._shifted(index, offset)

    def _inside(self, index: int, offset: int, mode: EdgeMode, *, outer: Literal[0, 1]) -> int:
        """The edge of stretch ``index`` to which ``offset`` within it moves."""
        if mode == "strict":
            raise OffsetError(f"offset {offset} lies inside a replaced stretch: use mode contract or expand")
        return self._there[index][outer if mode == "expand" else 1 - outer]

    def _shifted(self, index: int, offset: int) -> int:
        """``offset`` moved by what the ``index`` stretches before it have changed."""
        return offset + (self._there[index - 1][1] - self._ends[index - 1] if index else 0)
