"""The language of one word: log-probabilities from the weights of its letter windows.

The weights of all languages stand in one integer per window, 16 bits a language, so that one addition adds them all:
a byte from 1 to 255 for each (128 is zero), and above the languages a 1 that counts the windows found. A word has at
most 131 features (`features._LONGEST_WORD`), so no sum reaches 16 bits.
"""

import json
import math
from collections.abc import Callable
from functools import cache
from itertools import repeat
from typing import NamedTuple

from persiantools import resources
from persiantools.splitter.features import arabic_features, latin_features, marks_in
from persiantools.splitter.words import ARABIC_SCRIPT

__all__ = ["Evidence", "WordModel", "word_model"]

_MEMO_SIZE = 50_000
_FLOOR = -7.0
"""No single word may speak against a language more than this (in nats)."""
_VOCALISED = 2.0
"""What two vowel marks or more on a word add for Arabic: only Quran and prayers are written so."""
_BITS = 16


class Evidence(NamedTuple):
    """What a word says: the log-probability of each language, and by how much the best of the others exceeds the
    model's usual language (negative where that one is the best).
    """

    gain: float
    scores: tuple[float, ...]


class WordModel:
    """Log-probabilities of ``languages`` for words of one script; the first language is the usual one."""

    def __init__(self, name: str, features: Callable[[str], list[str]], only: frozenset[str] | None = None) -> None:
        """Read the model ``name``; with ``only``, restrict it to these of its languages (all where it has none)."""
        self._table, everything, self._scale = _table(name)
        self._features = features
        chosen = [language for language in everything if only is None or language in only] or list(everything)
        self.languages = tuple(chosen)
        self._places = tuple(everything.index(language) * _BITS for language in chosen)
        self._counter = len(everything) * _BITS
        self._arabic = self.languages.index("ar") if "ar" in chosen else -1
        self._memo: dict[str, Evidence] = {}

    def evidence(self, word: str) -> Evidence:
        """What ``word`` says; answers are kept, so a word that comes again costs a look-up."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _MEMO_SIZE:
                self._memo.clear()
            found = self._memo[word] = self._compute(word)
        return found

    def _compute(self, word: str) -> Evidence:
        total = sum(map(self._table.get, self._features(word), repeat(0)))
        zero = (total >> self._counter) << 7
        raw = [((total >> place & 0xFFFF) - zero) * self._scale for place in self._places]
        if self._arabic >= 0 and marks_in(word) > 1:
            raw[self._arabic] += _VOCALISED
        top = max(raw)
        norm = top + math.log(sum(math.exp(score - top) for score in raw))
        scores = tuple(max(score - norm, _FLOOR) for score in raw)
        return Evidence(max(scores[1:], default=_FLOOR) - scores[0], scores)


@cache
def _table(name: str) -> tuple[dict[str, int], list[str], float]:
    """The packed weights of each window, the languages and the value of one step of a weight."""
    sections = resources.load("splitter")
    head = json.loads(sections[f"{name}.json"])
    windows = sections[f"{name}.features"].decode("utf-8").split("\n")
    weights, size = sections[f"{name}.weights"], len(windows)
    stride = 2 * len(head["languages"]) + 1
    lanes = bytearray(stride * size)
    for column in range(len(head["languages"])):
        lanes[2 * column :: stride] = weights[column * size : (column + 1) * size]
    lanes[stride - 1 :: stride] = b"\x01" * size
    packed = [int.from_bytes(lanes[at : at + stride], "little") for at in range(0, len(lanes), stride)]
    return dict(zip(windows, packed, strict=True)), head["languages"], head["scale"]


@cache
def word_model(script: int, only: frozenset[str] | None = None) -> WordModel:
    """The model of a script (`words.ARABIC_SCRIPT` or `words.LATIN_SCRIPT`), read once."""
    if script == ARABIC_SCRIPT:
        return WordModel("arabic", arabic_features, only)
    return WordModel("latin", latin_features, only)
