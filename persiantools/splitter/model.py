"""The language of one word: log-probabilities from the weights of its letter windows. Frequent words are known with
their scores, so that a text of them needs no windows.

The weights of all languages stand in one integer per window, 16 bits a language, so that one addition adds them all:
a byte from 1 to 255 for each (128 is zero), and above the languages a 1 that counts the windows found. A word has at
most 131 features (`features._LONGEST_WORD`), so no sum reaches 16 bits.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from persiantools import resources
from persiantools.splitter.features import arabic_features, latin_features, marks_in
from persiantools.splitter.formulas import loose, opens_formula
from persiantools.splitter.words import ARABIC_SCRIPT

__all__ = ["STEP", "Evidence", "WordModel", "word_model"]

_MEMO_SIZE = 1 << 15
_FLOOR = -7.0
"""No single word may speak against a language more than this (in nats)."""
_VOCALISED = 2.0
"""What two vowel marks or more on a word add for Arabic: only Quran and prayers are written so."""
_NAME_WEIGHT = 0.3
"""How much a capitalised word inside a line counts: it is likely a name, and names say little about the language."""
_NAME_BONUS = 1.0
"""What such a word says for English beside that."""
_BESIDE_PERSIAN = 1.5
"""What standing among words in Arabic script says for English: the Latin words of Persian are names and terms."""
_BITS = 16
STEP = 1 / 32
"""One step of a known word's scores, in nats."""
_NATS = tuple(max(-step * STEP, _FLOOR) for step in range(256))


class Evidence(NamedTuple):
    """What a word says: by how much the best of the other languages exceeds the model's usual one (negative where the
    usual one is the best), the same where it is positive and else 0, the log-probability of each language, in nats,
    and its spelling among the formulas of Arabic.
    """

    gain: float
    against: float
    scores: tuple[float, ...]
    loose: str


class WordModel:
    """Log-probabilities of ``languages`` for words of one script; the first language is the usual one."""

    def __init__(
        self,
        name: str,
        features: Callable[[str], list[str]],
        only: frozenset[str] | None,
        english: float,
        sections: Mapping[str, bytes] | None = None,
    ) -> None:
        """Read the model ``name``; with ``only``, restrict it to these of its languages (all where it has none).
        ``english`` is added to what each word says for English. ``sections`` are those of the data file, where they
        are at hand.
        """
        data = _decoded(name) if sections is None else _decode(name, sections)
        everything = data.languages
        chosen = [language for language in everything if only is None or language in only] or list(everything)
        self.languages = tuple(chosen)
        self._features, self._data = features, data
        self._chosen = tuple(everything.index(language) for language in chosen)
        self._counter = len(everything) * _BITS
        self._arabic = everything.index("ar") if "ar" in everything else -1
        self._english = chosen.index("en") if "en" in chosen else -1
        self._for_english = english
        self._memo = _Memo(self._evidence)
        self.openers: set[str] = set()
        """The words seen that a formula of Arabic may begin with."""

    def evidence(self, words: Sequence[str]) -> list[Evidence]:
        """What each of ``words`` says; answers are kept, so a word that comes again costs a look-up."""
        return list(map(self._memo.__getitem__, words))

    def _evidence(self, word: str) -> Evidence:
        scores = self._known(word) or self.computed(word)
        if len(self._chosen) < len(scores):
            scores = tuple(scores[place] for place in self._chosen)
        if self._english >= 0 and (self._for_english or word[0].isupper()):
            scores = self._with_english(scores, word[0].isupper())
        spelling = loose(word) if self._arabic >= 0 else ""
        if opens_formula(spelling):
            self.openers.add(word)
        gain = max(scores[1:], default=_FLOOR) - scores[0]
        return Evidence(gain, max(gain, 0.0), scores, spelling)

    def _known(self, word: str) -> tuple[float, ...] | None:
        """The scores of a word that the data file knows."""
        row = self._data.words.get(word if self._arabic >= 0 else word.lower())
        if row is None:
            return None
        size = len(self._data.languages)
        return tuple([_NATS[step] for step in self._data.scores[row * size : row * size + size]])

    def computed(self, word: str) -> tuple[float, ...]:
        """The log-probability of each language of the model, from the windows of the word."""
        total = sum(map(self._data.windows.get, self._features(word), repeat(0)))
        zero = (total >> self._counter) << 7
        raw = [((total >> place & 0xFFFF) - zero) * self._data.scale for place in range(0, self._counter, _BITS)]
        if self._arabic >= 0 and marks_in(word) > 1:
            raw[self._arabic] += _VOCALISED
        top = max(raw)
        norm = top + math.log(sum([math.exp(score - top) for score in raw]))
        return tuple([max(score - norm, _FLOOR) for score in raw])

    def _with_english(self, scores: tuple[float, ...], name: bool) -> tuple[float, ...]:
        weight, bonus = (_NAME_WEIGHT, _NAME_BONUS) if name else (1.0, 0.0)
        bonus += self._for_english
        return tuple(score * weight + bonus * (place == self._english) for place, score in enumerate(scores))


class _Memo(dict[str, Evidence]):
    """Word → what it says, found on first sight and kept while there is room."""

    def __init__(self, find: Callable[[str], Evidence]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Evidence:
        if len(self) >= _MEMO_SIZE:
            self.clear()
        found = self[word] = self._find(word)
        return found


class _Data(NamedTuple):
    """A model as read: packed weights of each window and the value of one step of them, rows of scores of words."""

    languages: tuple[str, ...]
    windows: dict[str, int]
    scale: float
    words: dict[str, int]
    scores: bytes


@cache
def _decoded(name: str) -> _Data:
    return _decode(name, resources.load("splitter"))


def _decode(name: str, sections: Mapping[str, bytes]) -> _Data:
    head = json.loads(sections[f"{name}.json"])
    windows = sections[f"{name}.features"].decode("utf-8").split("\n")
    weights, size = sections[f"{name}.weights"], len(windows)
    stride = 2 * len(head["languages"]) + 1
    lanes = bytearray(stride * size)
    for column in range(len(head["languages"])):
        lanes[2 * column :: stride] = weights[column * size : (column + 1) * size]
    lanes[stride - 1 :: stride] = b"\x01" * size
    packed = [int.from_bytes(lanes[at : at + stride], "little") for at in range(0, len(lanes), stride)]
    words = sections.get(f"{name}.words", b"").decode("utf-8").split("\n")
    return _Data(
        tuple(head["languages"]),
        dict(zip(windows, packed, strict=True)),
        head["scale"],
        dict(zip(words, range(len(words)), strict=True)) if f"{name}.words" in sections else {},
        sections.get(f"{name}.scores", b""),
    )


@cache
def word_model(script: int, only: frozenset[str] | None = None, among_persian: bool = False) -> WordModel:
    """The model of a script (`words.ARABIC_SCRIPT` or `words.LATIN_SCRIPT`), read once."""
    if script == ARABIC_SCRIPT:
        return WordModel("arabic", arabic_features, only, 0.0)
    return WordModel("latin", latin_features, only, _BESIDE_PERSIAN if among_persian else 0.0)
