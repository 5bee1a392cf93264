"""A 5-gram model of letter pairs: which Latin chunk a Persian letter writes, given what the four letters before it
wrote.
"""

import functools
from collections.abc import Callable, Sequence

from persiantools.memos import remember
from persiantools.names.ngrams import EDGE, NGrams
from persiantools.resources import load

__all__ = ["LetterPairs", "Row", "letter_pairs"]

Row = Sequence[tuple[int, str, str]]
"""Units that may stand at a place: cost, unit, chunk; the cheapest first."""

_REMEMBERED = 1 << 16
_UNITS = 24
"""Units that are tried at a place."""


class LetterPairs(NGrams):
    """The model. A unit is a letter pair: a Persian letter and the Latin chunk that it writes."""

    def __init__(self, sections: dict[str, bytes]) -> None:
        """Read the model from the sections of its file."""
        super().__init__(sections, "pairs.")
        units = sections["units"].decode().split("\n")
        self.letter = {EDGE: "", **{chr(number): unit[0] for number, unit in enumerate(units, 1)}}
        """Unit → its Persian letter."""
        self.chunk = {EDGE: "", **{chr(number): unit[1:] for number, unit in enumerate(units, 1)}}
        """Unit → the Latin chunk that the letter writes."""
        self._writing: dict[str, Row] = {}
        self._written: dict[str, Row] = {}

    def writing(self, history: str, letter: str) -> Row:
        """The likeliest units of a Persian letter after a history."""
        return self._row(self._writing, history, letter, lambda unit: self.letter[unit] == letter)

    def written(self, history: str, ahead: str) -> Row:
        """The likeliest units after a history whose chunk the Latin word goes on with."""
        return self._row(
            self._written, history, ahead, lambda unit: unit != EDGE and ahead.startswith(self.chunk[unit])
        )

    def _row(self, memo: dict[str, Row], history: str, wanted: str, is_wanted: Callable[[str], bool]) -> Row:
        """The wanted units after a history, or an end of it where it was never seen, so that rows are shared."""
        key = f"{history}\n{wanted}"
        found = memo.get(key)
        if found is None:
            backoff = self.orders[len(history)].backoff(history)
            shorter = self._row(memo, history[1:], wanted, is_wanted) if history else ()
            own = shorter if backoff is None else self._with_own(history, backoff, shorter, is_wanted)
            found = remember(memo, key, own, _REMEMBERED)
        return found

    def _with_own(self, history: str, backoff: int, shorter: Row, is_wanted: Callable[[str], bool]) -> Row:
        own = {unit: cost for unit, cost in self.orders[len(history)].following(history) if is_wanted(unit)}
        rest = [(cost + backoff, unit, chunk) for cost, unit, chunk in shorter if unit not in own]
        return sorted([(cost, unit, self.chunk[unit]) for unit, cost in own.items()] + rest)[:_UNITS]


@functools.cache
def letter_pairs() -> LetterPairs:
    """The learned model, read on first use."""
    return LetterPairs(load("romanization"))
