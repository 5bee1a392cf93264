"""The language of one word: how probable each is, from the weights of its features. Frequent words are known with
their scores, so that a text of them needs no features. A known word is told by a checksum of its letters: the table
is a tenth of the size of one that holds the words, and takes one other word in 40,000 for a known one.

The weights of a window stand in one integer, a lane of bits for each language but the first: what the window says for
the language beyond what it says for the first. So one addition adds them all, and a sum stays within a machine word.
"""

import json
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import TypeVar
from zlib import crc32

from persiantools import resources
from persiantools.splitter.features import MOST_FEATURES, arabic_features, latin_features, marks_in
from persiantools.splitter.formulas import loose, opens_formula
from persiantools.splitter.words import ARABIC_SCRIPT

__all__ = ["STEP", "Scores", "WordModel", "checksum", "lane_bits", "largest_weight", "word_model"]

Scores = tuple[float, ...]
"""How much less probable each language of a model is than the likeliest, in nats: from `_FLOOR` to 0."""

V = TypeVar("V")
STEP = 1 / 32
"""One step of a known word's scores, in nats."""
_MEMO_SIZE = 1 << 15
"""So many words are remembered from line to line, and as many that were seen before those."""
_FLOOR = -7.0
"""No single word may speak against a language more than this (in nats)."""
_FLOOR_STEPS = round(-_FLOOR / STEP)
_VOCALISED = 2.0
"""What two vowel marks or more on a word add for Arabic: only Quran and prayers are written so."""
_NAME_WEIGHT = 0.3
"""How much a capitalised word inside a line counts: it is likely a name, and names say little about the language."""
_NAME_BONUS = 1.0
"""What such a word says for English beside that."""
_NATS = tuple(-step * STEP for step in range(256))
_GAINS: list[float] = [step * STEP for step in (*range(256), *range(-255, 0))]
"""Differences of two scores by their steps, from -255 to 255: a list takes negative places from its end."""


def lane_bits(languages: int) -> int:
    """How many bits the sum of a language's weights has, where there are so many languages.

    >>> lane_bits(5), lane_bits(3)
    (15, 30)
    """
    return 60 // (languages - 1)


def largest_weight(languages: int) -> int:
    """The largest weight of a window, in steps, with which no sum leaves its lane.

    >>> largest_weight(5)
    287
    """
    return (1 << (lane_bits(languages) - 1)) // MOST_FEATURES


def checksum(word: str) -> int:
    """What a known word is told by: 32 bits that depend on its letters alone.

    >>> checksum("سلام")
    586116898
    """
    return crc32(word.encode())


class WordModel:
    """What words of one script say for each of ``languages``; the first language is the usual one.

    What was found of a word is kept apart from the data file's many words, so that the few of a text lie close
    together in memory.
    """

    def __init__(
        self,
        name: str,
        features: Callable[[str], list[str]],
        only: frozenset[str] | None = None,
        sections: Mapping[str, bytes] | None = None,
    ) -> None:
        """Read the model ``name``; with ``only``, restrict it to these of its languages (all where it has none).
        ``sections`` are those of the data file, where they are at hand.
        """
        self._data = data = _decoded(name) if sections is None else _Data(name, sections)
        chosen = [language for language in data.languages if only is None or language in only]
        self.languages = tuple(chosen) or data.languages
        self._places = tuple(map(data.languages.index, self.languages))
        self._columns = [data.columns[place] for place in self._places]
        self._features = features
        self._arabic = data.languages.index("ar") if "ar" in data.languages else -1
        self._all = len(chosen) == len(data.languages)
        self._names_tell = "en" in self.languages
        self._checks = data.checks
        self._gains = _Memo(self._gain, {})
        self._scores = _Memo(self._found, {})
        self.openers = dict(data.openers)
        """The words known that a formula of Arabic may begin with, each as `loose` gives it."""

    def _turn_over(self) -> None:
        """Forget the words that were not seen since the last time."""
        seen = self._gains
        known = self._data.openers
        self.openers = known | {word: form for word, form in self.openers.items() if word in seen}
        self._gains = _Memo(self._gain, seen)
        self._scores = _Memo(self._found, self._scores)

    def gains(self, words: Sequence[str]) -> list[float]:
        """By how much the best of the other languages exceeds the usual one for each word, in nats: negative where
        the usual one is the best.
        """
        if len(self._gains) > _MEMO_SIZE:
            self._turn_over()
        return list(map(self._gains.__getitem__, words))

    def scores(self, words: Sequence[str]) -> list[Scores]:
        """The scores of each word."""
        return list(map(self._scores.__getitem__, words))

    def _gain(self, word: str) -> float:
        row = self._row(word)
        if row >= 0:
            usual, *others = [column[row] for column in self._columns]
            return _GAINS[usual - min(others, default=_FLOOR_STEPS)]
        if self._arabic >= 0 and opens_formula(letters := loose(word)):
            self.openers[word] = letters
        scores: Scores = self._scores[word]
        return gain(scores)

    def _found(self, word: str) -> Scores:
        row = self._row(word if self._arabic >= 0 else word.lower())
        if row < 0:
            every = self._raw(word)
            scores = _capped(every if self._all else [every[place] for place in self._places])
        else:
            scores = tuple([_NATS[column[row]] for column in self._columns])
        return _of_name(scores) if self._names_tell and word[0].isupper() else scores

    def _row(self, word: str) -> int:
        """The row of a known word, or -1."""
        checks = self._checks
        check = checksum(word)
        row = bisect_left(checks, check)
        return row if row < len(checks) and checks[row] == check else -1

    def computed(self, word: str) -> Scores:
        """The scores of each language of the data file, from the features of the word."""
        return _capped(self._raw(word))

    def _raw(self, word: str) -> list[float]:
        """What the features of ``word`` say for each language of the data file, more than for the first."""
        data = self._data
        total = sum(map(data.windows().get, self._features(word), repeat(0))) + data.zeros
        raw = [((total >> shift & data.mask) - data.zero) * data.scale for shift in data.shifts]
        raw.insert(0, 0.0)
        if self._arabic >= 0 and not word.isalpha() and marks_in(word) > 1:
            raw[self._arabic] += _VOCALISED
        return raw


def _capped(raw: list[float]) -> Scores:
    """``raw`` scores counted from the highest, none below the floor."""
    top = max(raw)
    floor = top + _FLOOR
    return tuple([(score if score > floor else floor) - top for score in raw])


def _of_name(scores: Scores) -> Scores:
    english, *others = [score * _NAME_WEIGHT for score in scores]
    return (english + _NAME_BONUS, *others)


def gain(scores: Scores) -> float:
    """By how much the best of the other languages exceeds the first.

    >>> gain((-1.0, -0.5, -3.0))
    0.5
    """
    return max(scores[1:], default=_FLOOR) - scores[0]


class _Memo(dict[str, V]):
    """What is found of a word on first sight and kept; ``before`` is what was found before that."""

    def __init__(self, find: Callable[[str], V], before: Mapping[str, V]) -> None:
        super().__init__()
        self._find = find
        self._before = dict(before)

    def __missing__(self, word: str) -> V:
        found = self._before.get(word)
        if found is None:
            found = self._find(word)
        self[word] = found
        return found


class _Data:
    """A model as read: where each lane of packed weights begins, its mask and its zero, the zeros of all lanes; the
    value of one step. The checksums of known words in order, columns of their scores in steps, one a language, and
    which of them open formulas, each with its letters as `loose` gives them.
    """

    def __init__(self, name: str, sections: Mapping[str, bytes]) -> None:
        """Read the model ``name`` from the ``sections`` of the data file; its windows are read on first use."""
        head = json.loads(sections[f"{name}.json"])
        self.languages: tuple[str, ...] = tuple(head["languages"])
        self.scale: float = head["scale"]
        lane = lane_bits(len(self.languages))
        self.shifts = tuple(lane * place for place in range(len(self.languages) - 1))
        self.mask = (1 << lane) - 1
        self.zero = 1 << (lane - 1)
        self.zeros = sum(self.zero << shift for shift in self.shifts)
        self.checks = array("I", sections.get(f"{name}.checks", b""))
        if sys.byteorder == "big":
            self.checks.byteswap()
        known, scores = len(self.checks), sections.get(f"{name}.scores", b"")
        self.columns = tuple(scores[at * known : (at + 1) * known] for at in range(len(self.languages)))
        self.openers = {word: loose(word) for word in _strings(sections, f"{name}.openers")}
        self._packed = sections[f"{name}.features"], sections[f"{name}.weights"]
        self._windows: dict[str, int] | None = None

    def windows(self) -> dict[str, int]:
        """The packed weights of each window. A text of known words needs none."""
        if self._windows is None:
            names, weights = self._packed
            packed = struct.unpack(f"<{len(weights) // 8}q", weights)
            self._windows = dict(zip(names.decode("utf-8").split("\n"), packed, strict=True))
            self._packed = b"", b""
        return self._windows


@cache
def _decoded(name: str) -> _Data:
    return _Data(name, resources.load("splitter"))


def _strings(sections: Mapping[str, bytes], name: str) -> list[str]:
    """The strings of a section, one a line."""
    return sections[name].decode("utf-8").split("\n") if sections.get(name) else []


@cache
def word_model(script: int, only: frozenset[str] | None = None) -> WordModel:
    """The model of a script (`words.ARABIC_SCRIPT` or `words.LATIN_SCRIPT`), read once."""
    if script == ARABIC_SCRIPT:
        return WordModel("arabic", arabic_features, only)
    return WordModel("latin", latin_features, only)
