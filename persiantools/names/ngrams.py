"""N-gram costs, read from a model file: what follows a history of units, and at what cost.

Units are characters whose codes are the units' numbers, so that a history is a string and a shorter history its
suffix. A cost that a history does not know is that of the shorter history, plus a cost for backing off. Costs are in
1/16 nat.
"""

from array import array
from collections.abc import Iterator
from itertools import accumulate

from persiantools.memos import remember

__all__ = ["EDGE", "NGrams"]

EDGE = "\0"
"""The unit that stands at both edges of a word."""

_UNSEEN = 12 * 16
_REMEMBERED = 1 << 16
"""Costs that are kept; a longer run forgets them all and begins again."""


class _Order:
    """All histories of one length."""

    def __init__(self, sections: dict[str, bytes], prefix: str, order: int) -> None:
        """Read the sections of one order."""
        histories = sections[f"{prefix}{order}.histories"].decode("utf-16-le")
        self._backoff = sections[f"{prefix}{order}.backoff"]
        self._starts = array("I", accumulate(array("H", sections[f"{prefix}{order}.counts"]), initial=0))
        self._next = array("H", sections[f"{prefix}{order}.next"])
        self._costs = sections[f"{prefix}{order}.costs"]
        self._place = {histories[n * order : (n + 1) * order]: n for n in range(len(self._backoff))}

    def backoff(self, history: str) -> int | None:
        """Cost of backing off from ``history``; None when it was never seen."""
        place = self._place.get(history)
        return None if place is None else self._backoff[place]

    def following(self, history: str) -> Iterator[tuple[str, int]]:
        """The units seen after a ``history`` that was seen, each with its cost."""
        place = self._place[history]
        for n in range(self._starts[place], self._starts[place + 1]):
            yield chr(self._next[n]), self._costs[n]

    def cost(self, history: str, unit: str) -> int | None:
        """Cost of ``unit`` after ``history``; None when neither is known of the other."""
        place, code = self._place[history], ord(unit)
        for n in range(self._starts[place], self._starts[place + 1]):
            if self._next[n] == code:
                return self._costs[n]
        return None


class NGrams:
    """The model of one kind of unit."""

    def __init__(self, sections: dict[str, bytes], prefix: str = "") -> None:
        """Read the sections whose names begin with ``prefix`` and the number of an order."""
        orders = sum(f"{prefix}{order}.costs" in sections for order in range(10))
        self.orders = [_Order(sections, prefix, order) for order in range(orders)]
        self.longest = orders - 1
        """Units of history that matter."""
        self._memo: dict[str, int] = {}

    def cost(self, history: str, unit: str) -> int:
        """Cost of ``unit`` after ``history``, which is of `longest` units at most."""
        line = history + unit
        found = self._memo.get(line)
        if found is None:
            found = remember(self._memo, line, self._cost(history, unit), _REMEMBERED)
        return found

    def _cost(self, history: str, unit: str) -> int:
        order = self.orders[len(history)]
        backoff = order.backoff(history)
        if backoff is None:
            return self.cost(history[1:], unit)
        own = order.cost(history, unit)
        if own is not None:
            return own
        return backoff + self.cost(history[1:], unit) if history else _UNSEEN

    def end(self, history: str) -> int:
        """Cost of the word's ending after ``history``."""
        return self.cost(history[-self.longest :], EDGE)

    def whole(self, units: str) -> int:
        """Cost of a word made of ``units``, from edge to edge."""
        line, longest = EDGE + units + EDGE, self.longest
        return sum(self.cost(line[max(0, place - longest) : place], line[place]) for place in range(1, len(line)))
