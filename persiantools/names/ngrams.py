"""N-gram costs, read from a model file: what follows a history of units, and at what cost.

Units are characters whose codes are the units' numbers, so that a history is a string and a shorter history its
suffix. A cost that a history does not know is that of the shorter history, plus a cost for backing off. Costs are in
1/16 nat.
"""

from array import array
from bisect import bisect_left
from itertools import accumulate

__all__ = ["EDGE", "NGrams"]

EDGE = "\0"
"""The unit that stands at both edges of a word."""

_UNSEEN = 12 * 16
_REMEMBERED = 1 << 16
"""Histories whose costs are kept; a longer run forgets them all and begins again."""


class _Order:
    """All histories of one length."""

    def __init__(self, sections: dict[str, bytes], prefix: str, order: int) -> None:
        """Read the sections of one order."""
        self._order = order
        self._histories = sections[f"{prefix}{order}.histories"].decode("utf-16-le")
        self._backoff = sections[f"{prefix}{order}.backoff"]
        self._starts = array("I", accumulate(array("H", sections[f"{prefix}{order}.counts"]), initial=0))
        self._next = array("H", sections[f"{prefix}{order}.next"])
        self._costs = sections[f"{prefix}{order}.costs"]

    def find(self, history: str) -> tuple[int, dict[str, int]] | None:
        """Cost of backing off from ``history``, and the costs of the units seen after it."""
        order = self._order
        place = bisect_left(
            range(len(self._backoff)), history, key=lambda n: self._histories[n * order : (n + 1) * order]
        )
        if place == len(self._backoff) or self._histories[place * order : (place + 1) * order] != history:
            return None
        span = range(self._starts[place], self._starts[place + 1])
        return self._backoff[place], {chr(self._next[n]): self._costs[n] for n in span}


class NGrams:
    """The model of one kind of unit."""

    def __init__(self, sections: dict[str, bytes], prefix: str = "") -> None:
        """Read the sections whose names begin with ``prefix`` and the number of an order."""
        orders = sum(f"{prefix}{order}.costs" in sections for order in range(10))
        self._orders = [_Order(sections, prefix, order) for order in range(orders)]
        self.longest = orders - 1
        """Units of history that matter."""
        self._memo: dict[str, dict[str, int]] = {}

    def following(self, history: str) -> dict[str, int]:
        """Cost of every unit that was ever seen to follow ``history`` or an end of it, but not of all others."""
        found = self._memo.get(history)
        if found is None:
            if len(self._memo) >= _REMEMBERED:
                self._memo.clear()
            found = self._memo[history] = self._following(history)
        return found

    def _following(self, history: str) -> dict[str, int]:
        shorter = self.following(history[1:]) if history else {}
        known = self._orders[len(history)].find(history)
        if known is None:
            return shorter
        backoff, costs = known
        return {unit: cost + backoff for unit, cost in shorter.items()} | costs

    def end(self, history: str) -> int:
        """Cost of the word's ending after ``history``."""
        return self.following(history[-self.longest :]).get(EDGE, _UNSEEN)

    def whole(self, units: str) -> int:
        """Cost of a word made of ``units``, from edge to edge."""
        line, total = EDGE + units + EDGE, 0
        for place in range(1, len(line)):
            history = line[max(0, place - self.longest) : place]
            total += self.following(history).get(line[place], _UNSEEN)
        return total
