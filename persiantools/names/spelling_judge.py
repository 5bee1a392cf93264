"""How good the spellings are that the letter pairs propose: what else speaks for each, weighed.

Latin spellings are judged by the letters that people's names are made of, by how they would be read back, and by
whether they are words that somebody has written before: names of people, of places, words of English, surnames of
a census, names that people bear in other countries, and in three of them or more. The weights are fitted on names
held back from training (``training/names_romanization.py``).
"""

import functools
from array import array
from operator import mul

from persiantools.names.letter_search import Spelling
from persiantools.names.ngrams import NGrams
from persiantools.names.transducer import NATS, Transliteration, cheapest, transliteration
from persiantools.names.word_filter import WordFilter, hashed
from persiantools.resources import load

__all__ = ["KNOWN", "LATIN_FEATURES", "PERSIAN_FEATURES", "SCALE", "Judge", "judge", "latin_units"]

KNOWN = ("people", "places", "english", "census", "world", "worldwide")
"""The lists of Latin words, by the section that holds each."""

LATIN_FEATURES = ("letter pairs", "letters", "read back", "length", *KNOWN)
PERSIAN_FEATURES = ("letter pairs", "letters", "read back")

SCALE = 256
"""Weights are stored in 1/256."""

_MOST = 40 * NATS
"""What a spelling costs at most that cannot be read back."""


def latin_units(word: str) -> str:
    """A Latin word as units of the letter model: a is 1."""
    return "".join(chr(ord(letter) - 96) for letter in word)


class Judge:
    """The judges of spellings in either script."""

    def __init__(self, sections: dict[str, bytes], known: Transliteration) -> None:
        """Read what the judges know from the sections of the model file."""
        self._letters = NGrams(sections, "latin.")
        self._known = [WordFilter(sections[f"known.{kind}"]) for kind in KNOWN]
        self._transliteration = known
        self._latin_weights = array("i", sections.get("weights.latin", b""))
        self._persian_weights = array("i", sections.get("weights.persian", b""))

    def latin(self, word: str, found: list[Spelling]) -> list[Spelling]:
        """Latin spellings of a Persian word with their costs, in 1/16 nat."""
        rows = self.latin_features(word, found)
        return _weighed(found, rows, self._latin_weights)

    def persian(self, word: str, found: list[Spelling]) -> list[Spelling]:
        """Persian spellings of a Latin word with their costs, in 1/16 nat."""
        rows = self.persian_features(word, found)
        return _weighed(found, rows, self._persian_weights)

    def latin_features(self, word: str, found: list[Spelling]) -> list[list[int]]:
        """What `LATIN_FEATURES` are for each spelling of a Persian word; what speaks for it is below 0."""
        target = self._transliteration.as_persian(word)
        return [
            [
                cost,
                self._letters.whole(latin_units(text)),
                min(_MOST, cheapest(self._transliteration.latin(text), target)),
                NATS * len(text),
                *(-NATS * (marks in words) for words in self._known),
            ]
            for cost, text, _ in found
            for marks in (hashed(text),)
        ]

    def persian_features(self, word: str, found: list[Spelling]) -> list[list[int]]:
        """What `PERSIAN_FEATURES` are for each spelling of a Latin word."""
        known = self._transliteration
        target = known.as_latin(word)
        return [
            [cost, known.persian_letters.prefixes(text)[-1], min(_MOST, cheapest(known.persian(text), target))]
            for cost, text, _ in found
        ]


def _weighed(found: list[Spelling], rows: list[list[int]], weights: "array[int]") -> list[Spelling]:
    return [
        (sum(map(mul, row, weights)) // SCALE, text, units) for (_, text, units), row in zip(found, rows, strict=True)
    ]


@functools.cache
def judge() -> Judge:
    """The learned judges, read on first use."""
    return Judge(load("romanization"), transliteration())
