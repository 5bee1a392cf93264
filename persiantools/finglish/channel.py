"""The channel: how Persian letters are spelt in Latin ones.

A *graphone* is a Persian letter with the Latin letters that spell it: (خ, kh), (ن, ne), (ا, aa), (ع, nothing). A word
is a chain of graphones, and the score of a chain is that of a trigram model over graphones (interpolated, absolute
discounting; Bisani & Ney 2008 call it a joint-sequence model) plus weights learned to tell the right candidate from
the wrong ones. Scores are integers, `UNIT` to one nat.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

__all__ = ["END", "START", "UNIT", "Channel", "Tables"]

UNIT = 512
"""Score units in one nat (a natural logarithm of 1)."""

START, END = 0, 1
"""Numbers of the graphones that stand for the edges of a word."""

_NEVER = -20 * UNIT


class Tables(NamedTuple):
    """The numbers of a channel; a graphone's number is its place in ``graphones``.

    Contexts are packed: ``first * size + second`` for two graphones, and so on for three.
    """

    graphones: Sequence[tuple[str, str]]
    unigrams: Sequence[int]
    bigrams: Mapping[int, int]
    trigrams: Mapping[int, int]
    backoff: Sequence[int]
    pair_backoff: Mapping[int, int]
    weights: Sequence[int]
    first_weights: Mapping[int, int]
    last_weights: Mapping[int, int]
    pair_weights: Mapping[int, int]


class Channel:
    """Scores chains of graphones, one step at a time."""

    __slots__ = ("_size", "_tables", "by_latin", "silent")

    def __init__(self, tables: Tables) -> None:
        """A channel with these tables."""
        self._tables = tables
        self._size = len(tables.graphones)
        self.by_latin: dict[str, list[tuple[int, str]]] = {}
        for number, (persian, latin) in enumerate(tables.graphones):
            if number not in (START, END):
                self.by_latin.setdefault(latin, []).append((number, persian))
        self.silent = dict(self.by_latin.pop("", []))

    def step(self, before: int, last: int, graphone: int) -> int:
        """The score of ``graphone`` after the graphones ``before`` and ``last``."""
        tables, size = self._tables, self._size
        pair = before * size + last
        score = tables.trigrams.get(pair * size + graphone)
        if score is None:
            score = tables.pair_backoff.get(pair, 0)
            lower = tables.bigrams.get(last * size + graphone)
            score += tables.backoff[last] + tables.unigrams[graphone] if lower is None else lower
        score += tables.weights[graphone] + tables.pair_weights.get(last * size + graphone, 0)
        return score + tables.first_weights.get(graphone, 0) if last == START else score

    def stop(self, before: int, last: int) -> int:
        """The score of ending a word after ``before`` and ``last``."""
        return self.step(before, last, END) + self._tables.last_weights.get(last, 0)

    def spelt(self, latin: str, start: int) -> Iterable[tuple[int, int, str]]:
        """The graphones whose Latin letters stand at ``latin[start:]``: how many letters, number, Persian letter."""
        for length in range(1, min(4, len(latin) - start) + 1):
            for graphone, persian in self.by_latin.get(latin[start : start + length], ()):
                yield length, graphone, persian
