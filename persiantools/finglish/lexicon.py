"""The Persian words that are known: how common each is, how it is written, what tends to follow it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = ["Followers", "Lexicon"]

_AFTER_ALL = "\uffff"  # sorts after every letter


_FEW = 8
"""Stretches of so few words are looked through each time, so that what is remembered stays small."""


class Followers(NamedTuple):
    """What follows a word: word ``n``'s followers are ``words[starts[n]:starts[n + 1]]``, in order. ``gains`` says
    by how much (in score units) each is likelier there than anywhere; ``other[n]`` is the gain of every other word.
    """

    starts: Sequence[int]
    words: Sequence[int]
    gains: Sequence[int]
    other: Sequence[int]


class Lexicon:
    """Sorted words without ZWNJ. A word's number is its place; one more than the last is the start of a line."""

    __slots__ = ("_endings", "_followers", "_hopes", "_priors", "_ranges", "_usage", "_written", "words")

    def __init__(
        self,
        words: Sequence[str],
        priors: Sequence[int],
        usage: Sequence[int],
        written: Mapping[str, str],
        followers: Followers,
        endings: Mapping[str, int],
    ) -> None:
        """A lexicon of these ``words``, their ``priors`` (what the word alone adds to a candidate's score) and their
        log frequency (``usage``), both in score units. ``written`` has the words that are written with ZWNJ;
        ``endings`` are scores of endings that make an unknown word of a known one.
        """
        self.words = words
        self._priors, self._usage, self._written = priors, usage, written
        self._followers, self._endings = followers, endings
        self._hopes: dict[tuple[int, int], int] = {}
        self._ranges: dict[str, tuple[int, int]] = {"": (0, len(words))}

    def starting(self, prefix: str, low: int, high: int) -> tuple[int, int]:
        """Where the words that start with ``prefix`` stand, knowing that they lie within ``low`` and ``high``."""
        found = self._ranges.get(prefix)
        if found is None:
            first = bisect_left(self.words, prefix, low, high)
            found = first, bisect_left(self.words, prefix + _AFTER_ALL, first, high)
            if len(prefix) < 4:  # the few short prefixes are asked for all the time
                self._ranges[prefix] = found
        return found

    def hope(self, low: int, high: int) -> int:
        """The best prior of the words from ``low`` to ``high``."""
        if high - low <= _FEW:
            return max(self._priors[low:high])
        found = self._hopes.get((low, high))
        if found is None:
            found = self._hopes[low, high] = max(self._priors[low:high])
        return found

    def number(self, word: str) -> int | None:
        """The number of ``word``, or None when it isn't known."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    def prior(self, word: str) -> int:
        """The ranking's score for ``word`` whatever its spelling; unknown words are judged by their endings."""
        place = self.number(word)
        return self._priors[place] if place is not None else self._unknown(word)

    def _unknown(self, word: str) -> int:
        """The best score of parting ``word`` into a known word and an ending."""
        best = self._endings[""]
        for size in range(1, min(5, len(word) - 2) + 1):
            ending = self._endings.get(word[-size:])
            stem = self.number(word[:-size]) if ending is not None else None
            if ending is not None and stem is not None:
                best = max(best, ending + self._usage[stem])
        return best

    def gain(self, before: int | None, word: int | None) -> int:
        """How much likelier ``word`` is after ``before`` than anywhere, in score units; 0 where nothing is known."""
        if before is None:
            return 0
        starts, words, gains, other = self._followers
        if word is not None:
            place = bisect_left(words, word, starts[before], starts[before + 1])
            if place < starts[before + 1] and words[place] == word:
                return gains[place]
        return other[before]

    def written(self, word: str) -> str:
        """``word`` as it is written, with its ZWNJ."""
        return self._written.get(word, word)
