"""One Persian word, or two, as a part of an English name: what a window is made of.

A word is tried as it stands and without what may be glued to it; several are tried as one, and as a phrase that is
translated together.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
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

    @property
    def mask(self) -> int:
        """The words of the name that it covers, as bits."""
        return (1 << self.end) - (1 << self.start)


def steps_at(words: Sequence[PersianWord], at: int, index: UnitIndex) -> Iterator[tuple[Step, int]]:
    """Every unit that begins at word ``at``, with the name it belongs to."""
    for length in range(1, _LONGEST_UNIT + 1):
        if length > 1 and (at + length > len(words) or not words[at + length - 1].joined):
            return
        for aim in _translated_phrase(words[at : at + length]):
            for form, start, end in index.places(aim.replace(" ", "")):
                yield Step(length, start, end, _TRANSLATED, 0, 0), form
        for unit, (evidence, left, right) in _best_readings(words, at, length, index).items():
            for form, start, end in index.places(unit):
                yield Step(length, start, end, evidence, left, right), form


def _best_readings(
    words: Sequence[PersianWord], at: int, length: int, index: UnitIndex
) -> dict[str, tuple[int, int, int]]:
    """For each English unit that the words may stand for, the best evidence, and the letters cut left and right."""
    if length == 1:
        readings: Sequence[tuple[str, int, int]] = _readings(words[at].text)
    else:
        readings = (("".join([word.key for word in words[at : at + length]]), 0, 0),)
    best: dict[str, tuple[int, int, int]] = {}
    for number, (key, left, right) in enumerate(readings):
        cost = (_CUT if number else 0) + _MERGED * (length - 1)
        for unit, evidence in index.matches(key):
            if unit not in best or evidence - cost > best[unit][0]:
                best[unit] = (evidence - cost, left, right)
    return best


def _translated_phrase(words: Sequence[PersianWord]) -> list[str]:
    """English words that several Persian words are translated by together, sorted: محیط زیست environment."""
    if len(words) == 1 and ZWNJ not in words[0].text:
        return []
    if persian_words(words[0].text)[0] not in _phrase_starts():
        return []
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
            places[at] = [
                s._replace(evidence=s.evidence - min(_WORSE, best[s.start, s.end] - s.evidence)) for s in steps
            ]
