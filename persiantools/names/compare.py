"""Whether a Persian and an English name are the same: a calibrated probability, with its reasons."""

import functools
import math
from array import array
from operator import mul

from persiantools.names.features import features
from persiantools.names.fold import latin_words, persian_words
from persiantools.names.parts import Part, align_parts
from persiantools.names.types import Match, PartMatch
from persiantools.names.vocabulary import without_title
from persiantools.resources import load

__all__ = ["aligned", "compare", "score"]

_SCALE = 1 << 12
"""Weights are stored in 1/4096, evidence is counted in sixteenths."""


@functools.cache
def _weights() -> "array[int]":
    return array("i", load("comparison")["weights"])


def compare(persian: str, english: str) -> Match:
    """Compare a Persian with an English (or other Latin-script) name.

    Returns:
        The probability that both name the same entity, in [0, 1], the parts and how they match. It is calibrated on
        names held back from training, about one in four pairs of which were the same: a name seen in one text with
        another has other odds, which the caller may know. A part that only one name has (a surname alone, a second
        given name) leaves the score between the two ends. Text without letters scores 0.

    >>> compare("احمد مسعود", "Ahmad Massoud").score > 0.9
    True
    >>> print(compare("جبهه مقاومت", "Resistance Front").evidence)
    جبهه = front (translated) · مقاومت = resistance (translated)
    """
    return _compared(persian_words(persian), latin_words(english))


@functools.lru_cache(maxsize=1 << 13)
def _compared(persian: tuple[str, ...], latin: tuple[str, ...]) -> Match:
    found = _aligned_words(persian, latin)
    if found is None:
        return Match(0.0, "nothing to compare")
    titles, persian_side, latin_side, parts = found
    shown = titles + tuple(_shown(part, persian_side, latin_side) for part in parts)
    return Match(_probability(persian_side, latin_side, parts), " · ".join(map(str, shown)), shown)


def score(persian: str, english: str) -> float:
    """The score of `compare` alone: the fast way for callers that compare many.

    >>> score("طالبان", "Taliban") == compare("طالبان", "Taliban").score
    True
    """
    return _score(persian_words(persian), latin_words(english))


_Aligned = tuple[tuple[PartMatch, ...], tuple[str, ...], tuple[str, ...], tuple[Part, ...]]


def aligned(persian: str, english: str) -> _Aligned | None:
    """The titles set aside, the words of both names, and their parts matched; None when a name has no words."""
    return _aligned_words(persian_words(persian), latin_words(english))


def _aligned_words(persian_side: tuple[str, ...], latin_side: tuple[str, ...]) -> _Aligned | None:
    if not persian_side or not latin_side:
        return None
    persian_title, persian_side = without_title(persian_side, latin=False)
    latin_title, latin_side = without_title(latin_side, latin=True)
    titles: tuple[PartMatch, ...] = ()
    if persian_title or latin_title:
        titles = (PartMatch("title", " ".join(persian_title), " ".join(latin_title)),)
    return titles, persian_side, latin_side, align_parts(persian_side, latin_side)


def _shown(part: Part, persian: tuple[str, ...], latin: tuple[str, ...]) -> PartMatch:
    return PartMatch(part.how, " ".join(persian[slice(*part.persian)]), " ".join(latin[slice(*part.latin)]))


def _probability(persian: tuple[str, ...], latin: tuple[str, ...], parts: tuple[Part, ...]) -> float:
    found = features(persian, latin, parts)
    logit = sum(map(mul, _weights(), found)) / (_SCALE * 16)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 6)


@functools.lru_cache(maxsize=1 << 15)
def _score(persian: tuple[str, ...], latin: tuple[str, ...]) -> float:
    found = _aligned_words(persian, latin)
    return 0.0 if found is None else _probability(*found[1:])
