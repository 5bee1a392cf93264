"""Pairs of Persian and Latin names from ``names/train.tsv``, and the word pairs in them."""

import math
import zlib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from persiantools.names.fold import latin_words, persian_words
from training.common import read_lines

__all__ = ["NamePair", "WordPair", "in_fold", "read_names", "word_pairs"]

PARTICLES = frozenset(("e", "ye", "i", "yi", "o"))
LONGEST_PERSIAN, LONGEST_LATIN = 14, 16

SKIPPED = ("csc:countries", "csc:counties", "csc:regions", "csc:subregions", "pycountry")
"""Sources that translate more than they spell (the csc rows of both Koreas are even swapped)."""

WordPair = tuple[str, str, float]
"""Source word, target word, weight."""


class NamePair(NamedTuple):
    """One row of the data."""

    persian: str
    latin: str
    type: str
    source: str


def read_names(data: Path) -> list[NamePair]:
    """All rows, with the item numbers of rigour's sources cut off."""
    rows = (line.split("\t") for line in read_lines(data / "names/train.tsv"))
    return [NamePair(row[0], row[1], row[2], "rigour" if row[3].startswith("rigour") else row[3]) for row in rows]


def in_fold(name: str, part: int, of: int) -> bool:
    """Whether a Persian name falls into one of ``of`` random, reproducible parts."""
    return zlib.crc32(name.encode()) % of == part


def _aligned(pair: NamePair) -> list[tuple[str, str]]:
    """The words of a pair side by side; several against one are joined; nothing when the numbers differ otherwise."""
    persian, latin = persian_words(pair.persian), latin_words(pair.latin)
    if len(persian) != len(latin):
        latin = tuple(word for word in latin if word not in PARTICLES)
    if len(persian) != len(latin) and 1 in (len(persian), len(latin)):
        return [("".join(persian), "".join(latin))]
    return list(zip(persian, latin, strict=True)) if len(persian) == len(latin) else []


def word_pairs(names: list[NamePair], weight: Callable[[NamePair], float]) -> list[WordPair]:
    """Distinct (Persian word, Latin word, weight), sorted. A pair that stands in many names weighs the square root of
    their sum: the commonest village names must not drown the rest.
    """
    total: dict[tuple[str, str], float] = defaultdict(float)
    for pair in names:
        share = weight(pair)
        if share <= 0 or pair.source.startswith(SKIPPED):
            continue
        for persian, latin in _aligned(pair):
            short = len(persian) <= LONGEST_PERSIAN and len(latin) <= LONGEST_LATIN
            if short and persian and latin and not persian[0].isdigit() and not latin[0].isdigit():
                total[persian, latin] += share
    return sorted((persian, latin, math.sqrt(share)) for (persian, latin), share in total.items())
