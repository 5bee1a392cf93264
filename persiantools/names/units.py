"""Which words of the English names may stand behind a Persian word or two: candidates by skeleton, then evidence.

A unit is one word, or two written as one on the other side (عبد الله Abdullah, گل‌محمدی Gol-Mohammadi). Evidence is
a log-likelihood ratio in 1/16 nat: how much likelier the two are the same name than two words that met by chance.
"""

import functools
from collections.abc import Sequence
from typing import NamedTuple

from persiantools.names.index import skeletons
from persiantools.names.lexicon import translations
from persiantools.names.transducer import NATS, likeness
from persiantools.names.vocabulary import generics

__all__ = ["CAP", "LEAST", "Place", "UnitIndex"]

CAP = 10 * NATS
"""The most evidence that one unit gives: more certainty would let one word outvote the rest of a name."""

LEAST = 7 * NATS // 2
"""The least evidence for a unit that counts: what a translation gives is more."""

_TRANSLATED = 7 * NATS
_LEARNT = 5 * NATS
_LONGEST_MERGED = 16
_MOST_PLACES = 48  # names that one unit leads to: a word that is in more of them tells them apart no longer


class Place(NamedTuple):
    """Where an English unit stands: the number of the name, and its range of words."""

    form: int
    start: int
    end: int


class UnitIndex:
    """The units of a passage's English names, found by rough consonant skeleton or by translation."""

    def __init__(self, forms: Sequence[Sequence[str]]) -> None:
        """Index the words of the folded names ``forms``."""
        self._places: dict[str, list[Place]] = {}
        self._by_skeleton: dict[str, list[str]] = {}
        self._memo: dict[str, list[tuple[str, int]]] = {}
        for number, words in enumerate(forms):
            for start in range(len(words)):
                self._add(words[start], Place(number, start, start + 1))
                if start + 1 < len(words) and len(merged := words[start] + words[start + 1]) <= _LONGEST_MERGED:
                    self._add(merged, Place(number, start, start + 2))

    def _add(self, unit: str, place: Place) -> None:
        known = self._places.get(unit)
        if known is None:
            self._places[unit] = [place]
            for key in _loose_skeletons(unit):
                self._by_skeleton.setdefault(key, []).append(unit)
        elif len(known) < _MOST_PLACES:
            known.append(place)

    def places(self, unit: str) -> list[Place]:
        """Where an English unit stands."""
        return self._places.get(unit, [])

    def matches(self, key: str) -> list[tuple[str, int]]:
        """The English units that a folded Persian unit may stand for, with the evidence for each, in order."""
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._matching(key)
        return found

    def _matching(self, key: str) -> list[tuple[str, int]]:
        """Those units whose `unit_evidence` is enough."""
        known, aims = self._by_skeleton, translated(key)
        near: set[str] = set()
        for loose in _loose_skeletons(key):
            if loose in known:
                near.update(known[loose])
        found = [(unit, evidence) for unit in near - aims.keys() if (evidence := likeness(key, unit)) >= LEAST]
        found = [(unit, min(CAP, evidence)) for unit, evidence in found]
        found += [(unit, unit_evidence(key, unit)) for unit in aims if unit in self._places]
        return sorted(found)


@functools.lru_cache(maxsize=1 << 15)
def _loose_skeletons(word: str) -> frozenset[str]:
    """The skeletons of a folded word by which it is found."""
    first, *others = skeletons(word)
    return _loosened(first).union(*map(_loosened, others)) if others else _loosened(first)


@functools.lru_cache(maxsize=1 << 14)
def _loosened(skeleton: str) -> frozenset[str]:
    """The skeleton, and, when it is long enough to be known without it, each form with one consonant less."""
    if len(skeleton) < 3:
        return frozenset((skeleton,))
    return frozenset([skeleton, *[skeleton[:n] + skeleton[n + 1 :] for n in range(len(skeleton))]])


@functools.lru_cache(maxsize=1 << 14)
def translated(key: str) -> dict[str, int]:
    """English words that a folded Persian word is translated by in names, with the evidence that gives; an ezafe ی is
    looked past.
    """
    stems = (key, key[:-1]) if key.endswith("ی") and len(key) > 3 else (key,)
    found: dict[str, int] = {}
    if _translatable().isdisjoint(stems):
        return found
    for stem in stems:
        found |= dict.fromkeys(translations("learnt").get(stem, ()), _LEARNT)
    for stem in stems:
        found |= dict.fromkeys((*translations("table").get(stem, ()), *generics().get(stem, ())), _TRANSLATED)
    return found


@functools.cache
def _translatable() -> frozenset[str]:
    """The words that any table translates."""
    return frozenset((*translations("learnt"), *translations("table"), *generics()))


def unit_evidence(key: str, unit: str) -> int:
    """How much speaks for a folded Persian unit standing for an English one, at most `CAP` (1/16 nat).

    Units whose consonants differ in more than one place are no spellings of each other, however well the rest would
    fit; so the index by consonants is a way to find units fast and decides nothing.

    >>> unit_evidence("مسعود", "massoud") > 100, unit_evidence("جبهه", "front") > 100
    (True, True)
    >>> unit_evidence("کتاب", "massoud") > 0, unit_evidence("اللهصالح", "allah") > 0
    (False, False)
    """
    spelt = -CAP if _unlike(key, unit) else min(CAP, likeness(key, unit))
    return max(spelt, translated(key).get(unit, -CAP))


def _unlike(key: str, unit: str) -> bool:
    return _loose_skeletons(key).isdisjoint(_loose_skeletons(unit))
