"""A 5-gram model of letter pairs: which Latin chunk a Persian letter writes, given what the four letters before it
wrote.

Histories are strings with one character a unit, so that a shorter history is a suffix. A probability that a history
does not know is that of the shorter history, plus a cost for backing off. Costs are in 1/16 nat.
"""

import functools
from array import array
from bisect import bisect_left
from itertools import accumulate

from persiantools.resources import load

__all__ = ["EDGE", "LetterPairs", "letter_pairs"]

EDGE = "\0"
"""The unit that stands at both edges of a word."""

_UNSEEN = 12 * 16


class _Order:
    """All histories of one length."""

    def __init__(self, sections: dict[str, bytes], order: int) -> None:
        """Read the sections of one order."""
        self._order = order
        self._histories = sections[f"{order}.histories"].decode("utf-16-le")
        self._backoff = sections[f"{order}.backoff"]
        self._starts = array("I", accumulate(array("H", sections[f"{order}.counts"]), initial=0))
        self._next = array("H", sections[f"{order}.next"])
        self._costs = sections[f"{order}.costs"]

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


class LetterPairs:
    """The model. A unit is a character whose code is the unit's number."""

    def __init__(self, sections: dict[str, bytes]) -> None:
        """Read the model from the sections of its file."""
        units = sections["units"].decode().split("\n")
        self._orders = [_Order(sections, order) for order in range(sum(name.endswith(".costs") for name in sections))]
        self.letter = {EDGE: "", **{chr(number): unit[0] for number, unit in enumerate(units, 1)}}
        """Unit → its Persian letter."""
        self.chunk = {EDGE: "", **{chr(number): unit[1:] for number, unit in enumerate(units, 1)}}
        """Unit → the Latin chunk that the letter writes."""
        self.longest = len(self._orders) - 1
        """Units of history that matter."""
        self._attested = dict(line.split("\t", 1) for line in sections["attested"].decode().split("\n"))
        self._memo: dict[str, dict[str, int]] = {}

    def attested(self, word: str) -> dict[str, int]:
        """Latin spellings of a folded Persian word that training saw people bear, with a cost for the rarer ones."""
        pairs = (row.split(" ") for row in self._attested.get(word, "").split("\t") if row)
        return {latin: int(cost) for latin, cost in pairs}

    def following(self, history: str) -> dict[str, int]:
        """Cost of every unit that was ever seen to follow ``history`` or an end of it, but not of all others."""
        found = self._memo.get(history)
        if found is None:
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


@functools.cache
def letter_pairs() -> LetterPairs:
    """The learned model, read on first use."""
    return LetterPairs(load("romanization"))
