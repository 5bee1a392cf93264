"""What ends a clause: how often each Persian word does, and each way of spelling the end of a word.

The e of ``daagh e chaai`` is an ezafe, which Persian does not write and after which a clause goes on; the e of
``kheyli daaghe.`` is the verb, and written. So what follows a Finglish word tells its readings apart.
"""

import math
from collections.abc import Mapping, Sequence

__all__ = ["STEPS", "Closing", "ending"]

STEPS = 255
"""Shares are stored in 1/255, from 1 to 254."""

_Gains = tuple[float, float]


class Closing:
    """Gains, in nats, for a clause that goes on after a word, and for one that ends there."""

    __slots__ = ("_endings", "_gains", "_shares")

    def __init__(self, shares: Sequence[int], endings: Mapping[str, int], usual: Sequence[int]) -> None:
        """Take how often a clause ends after each word of the lexicon (0: not known), after each `ending`, and, to
        compare them with, after any word and any ending, in 1/`STEPS`.
        """
        words, spelt = usual
        self._gains = [(0.0, 0.0), *(_gains(share, words) for share in range(1, STEPS))]
        self._shares = shares
        self._endings = {end: _gains(share, spelt) for end, share in endings.items()}

    def of_word(self, number: int | None, *, closed: bool) -> float:
        """The gain of the word with this number in the lexicon; 0 for an unknown one."""
        return 0.0 if number is None else self._gains[self._shares[number]][closed]

    def of_ending(self, word: str, latin: str, *, closed: bool) -> float:
        """The gain of spelling the end of ``word`` as ``latin`` does."""
        return self._endings.get(ending(word, latin), (0.0, 0.0))[closed]


def _gains(share: int, usual: int) -> _Gains:
    return math.log((STEPS - share) / (STEPS - usual)), math.log(share / usual)


def ending(word: str, latin: str) -> str:
    """How the end of a word is spelt: its last letter in either script.

    >>> ending("داغ", "daaghe"), ending("داغه", "daaghe")
    ('غe', 'هe')
    """
    return word[-1:] + latin[-1:]
