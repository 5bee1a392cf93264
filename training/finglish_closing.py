"""How often a clause ends after a Persian word, and after each way of spelling the end of one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase

from persiantools.finglish.closing import STEPS, ending
from training.finglish_align import CONSONANTS, Pair, join, persian_words
from training.finglish_lexicon import WEIGHTS, key, public_texts

_MARKS = re.compile('[.,;:!?\u2026()"\u00ab\u00bb\u060c\u061b\u061f\\n]')
_VOWELS = "هیاوآ"  # letters that a final vowel may stand for
_AS_CLASS = 8.0  # times that an ending must have been seen to count as much as its class
_AS_ANY = 2.0
_WORD_AS_ANY = 4.0
_LEAST = 2.0

Seen = tuple[Counter[str], Counter[str]]
"""How often something was seen, and how often a clause ended after it."""


def word_shares(data: Path, persian_sides: Iterable[str], words: Sequence[str]) -> tuple[bytes, int]:
    """How often a clause ends after each of ``words`` and after any, in 1/`STEPS`; 0 where too little is known."""
    seen: Seen = Counter(), Counter()
    for name, line in (*public_texts(data), *(("pairs", line) for line in persian_sides)):
        for clause in _clauses(line):
            for at, word in enumerate(clause, 1):
                _count(seen, word, WEIGHTS[name], closed=at == len(clause))
    usual = seen[1].total() / seen[0].total()
    shares = (_share(seen, word, usual, _WORD_AS_ANY) if seen[0][word] >= _LEAST else 0.0 for word in words)
    return bytes(_step(share) if share else 0 for share in shares), _step(usual)


def _clauses(line: str) -> Iterator[list[str]]:
    for clause in _MARKS.split(line):
        yield [key(word) for word in join(persian_words(clause))]


def ending_shares(lines: Iterable[tuple[Sequence[Pair], Sequence[bool]]]) -> tuple[dict[str, int], int]:
    """How often a clause ends after each `ending` and after any, in 1/`STEPS`. Lines are pairs of Finglish and
    Persian words, and whether a clause ends after each Finglish word.
    """
    seen: Seen = Counter(), Counter()
    for pairs, closed in lines:
        at = 0
        for left, right in pairs:
            at += len(left)
            if left and right:
                _count(seen, ending(key(right[-1]), left[-1]), 1.0, closed=closed[at - 1])
    classes: Seen = Counter(), Counter()
    for found, by_class in zip(seen, classes, strict=True):
        for end, times in found.items():
            by_class[_class(end)] += times
    mean = seen[1].total() / seen[0].total()
    shares = {
        end: _share(seen, end, _share(classes, _class(end), mean, _AS_ANY), _AS_CLASS)
        for end in sorted(persian + latin for persian in CONSONANTS for latin in ascii_lowercase)
        if classes[0][_class(end)]
    }
    return {end: _step(share) for end, share in shares.items()}, _step(mean)


def _class(end: str) -> str:
    """Whether the Persian word ends in a letter that may be a vowel, and the last Latin letter."""
    return ("v" if end[0] in _VOWELS else "c") + end[1]


def _count(seen: Seen, what: str, weight: float, *, closed: bool) -> None:
    seen[0][what] += weight  # type: ignore[assignment]
    seen[1][what] += weight * closed  # type: ignore[assignment]


def _share(seen: Seen, what: str, usual: float, weight: float) -> float:
    """How often a clause ends after ``what``, taking ``usual`` for as much as ``weight`` observations."""
    return (seen[1][what] + weight * usual) / (seen[0][what] + weight)


def _step(share: float) -> int:
    return max(1, min(STEPS - 1, round(STEPS * share)))
