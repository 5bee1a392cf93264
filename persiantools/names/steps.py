"""One Persian word, or two, as a part of an English name: what a window is made of.

A word is tried as it stands and without what may be glued to it; several are tried as one, and as a phrase that is
translated together.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from persiantools.chars import ZWNJ
from persiantools.names.fold import persian_words
from persiantools.names.transducer import NATS
from persiantools.names.units import UnitIndex
from persiantools.names.vocabulary import generics
from persiantools.names.words import PersianWord, persian_key

__all__ = ["Step", "prefer_best", "steps_at"]

_LONGEST_UNIT = 3
_MERGED = NATS // 2
_CUT = NATS
_WORSE = 4 * NATS  # the most that a better spelling elsewhere costs
_TRANSLATED = 8 * NATS
_ACRONYM = 3  # "un" translates ملل متحد, but not within Kim Jong-un
_PLURALS = ("ها", "های", "هایی")
_ENDINGS = frozenset(("ها", "های", "هایی", "ی", "ای", "اش", "ام", "ات", "شان", "اند", "ایم", "مان", "تان"))


class Step(NamedTuple):
    """One unit matched: how many words, which part of the name, evidence, letters cut."""

    length: int
    start: int
    end: int
    evidence: int
    cut_left: int
    cut_right: int
    mask: int
    """The words of the name that it covers, as bits."""


def steps_at(words: Sequence[PersianWord], at: int, index: UnitIndex) -> list[tuple[Step, int]]:
    """Every unit that begins at word ``at``, with the name it belongs to."""
    found: list[tuple[Step, int]] = []
    key = ""
    for length in range(1, min(_LONGEST_UNIT, len(words) - at) + 1):
        word = words[at + length - 1]
        if length > 1 and not word.joined:
            break
        key += word.key
        if _begins_phrase(words[at].text) and (length > 1 or ZWNJ in word.text):
            for aim in _translated_phrase(words[at : at + length]):
                _add(found, index, aim.replace(" ", ""), length, _TRANSLATED)
        if length == 1:
            for unit, (evidence, left, right) in _best_readings(word.text, index).items():
                _add(found, index, unit, 1, evidence, left, right)
        else:
            for unit, evidence in index.matches(key):
                _add(found, index, unit, length, evidence - _MERGED * (length - 1))
    return found


def _add(
    found: list[tuple[Step, int]],
    index: UnitIndex,
    unit: str,
    length: int,
    evidence: int,
    left: int = 0,
    right: int = 0,
) -> None:
    """Put down an English unit for each name that it stands in."""
    for form, start, end in index.places(unit):
        found.append((Step(length, start, end, evidence, left, right, (1 << end) - (1 << start)), form))


def _best_readings(word: str, index: UnitIndex) -> dict[str, tuple[int, int, int]]:
    """For each English unit that a word may stand for, the best evidence, and the letters cut left and right."""
    best: dict[str, tuple[int, int, int]] = {}
    cost = 0
    for key, left, right in _readings(word):
        for unit, evidence in index.matches(key):
            if unit not in best or evidence - cost > best[unit][0]:
                best[unit] = (evidence - cost, left, right)
        cost = _CUT
    return best


@functools.lru_cache(maxsize=1 << 14)
def _begins_phrase(word: str) -> bool:
    """Whether a phrase that is translated together may begin with a word."""
    return persian_words(word)[0] in _phrase_starts()


def _translated_phrase(words: Sequence[PersianWord]) -> list[str]:
    """English words that several Persian words are translated by together, sorted: محیط زیست environment."""
    parts = [part for word in words for part in persian_words(word.text)]
    if len(parts) == 1:
        return []
    return sorted(aim for aim in generics().get(" ".join(parts), ()) if len(aim) > _ACRONYM)


@functools.cache
def _phrase_starts() -> frozenset[str]:
    """The words that phrases begin with which are translated together."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in generics() if " " in phrase)


@functools.lru_cache(maxsize=1 << 14)
def _readings(word: str) -> tuple[tuple[str, int, int], ...]:
    """A word as it stands, and without what may be glued to it: folded letters, letters cut left and right."""
    key = persian_key(word)
    found = [(key, 0, 0)]
    joint = word.rfind(ZWNJ)
    if joint > 0 and persian_key(word[joint + 1 :]) in _ENDINGS:
        found.append((persian_key(word[:joint]), 0, len(word) - joint))
    for ending in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found.append((persian_key(word[: -len(ending)]), 0, len(ending)))
    if len(key) > 4 and key[-1] in "یمش":
        found.append((key[:-1], 0, 0))  # ezafe, "my", "his": too small to part from the name
    if len(key) > 4 and key[0] == "و":
        found.append((key[1:], 1, 0))
    return tuple(found)


def prefer_best(by_form: Mapping[int, dict[int, list[Step]]]) -> None:
    """Lower the evidence of a unit where another Persian word of the passage fits the same English words better: an
    English name has one Persian spelling, or two that are nearly as good.
    """
    for places in by_form.values():
        best: dict[tuple[int, int], int] = {}
        for step in (step for steps in places.values() for step in steps):
            best[step.start, step.end] = max(best.get((step.start, step.end), 0), step.evidence)
        for at, steps in places.items():
            places[at] = [_lowered(step, best[step.start, step.end]) for step in steps]


def _lowered(step: Step, best: int) -> Step:
    """The step, given the best evidence for the same English words."""
    if step.evidence == best:
        return step
    return step._replace(evidence=step.evidence - min(_WORSE, best - step.evidence))
