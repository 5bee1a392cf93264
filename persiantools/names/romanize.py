"""Ranked Latin spellings of a Persian name, and ranked Persian spellings of a Latin one.

A beam search through the letter pairs proposes spellings of each word; a judge weighs what else speaks for each, and
spellings that people are known to bear come first.
"""

import functools
import heapq
import math
import sys

from persiantools.names.attested import attested
from persiantools.names.fold import latin_words, persian_words
from persiantools.names.letter_pairs import letter_pairs
from persiantools.names.letter_search import Spelling, search_latin, search_persian
from persiantools.names.spelling_judge import judge
from persiantools.names.styles import in_style
from persiantools.names.transducer import NATS, transliteration
from persiantools.names.types import Candidate

__all__ = ["STYLES", "romanize", "to_persian"]

STYLES = ("press", "ala-lc", "bgn")

_KEPT = 48
_ATTESTED = 2 * NATS
"""What it is worth that a spelling was seen."""


def romanize(name: str, *, style: str = "press", limit: int = 5) -> tuple[Candidate, ...]:
    """Latin spellings of a Persian name, the likeliest first, at most ``limit``.

    Args:
        name: The name; words without Persian letters are left out.
        style: ``press`` as newspapers write names; ``ala-lc`` the romanization of libraries; ``bgn`` the system of
            BGN/PCGN 1958 that maps use. Persian doesn't write short vowels: in the two systems the consonants and
            long vowels are exact, the short vowels are the model's guess.
        limit: How many spellings to return.

    Returns:
        Candidates whose scores are shares of those considered, in [0, 1]. Empty when there is nothing to spell.

    Raises:
        ValueError: The style is none of `STYLES`.

    >>> romanize("محمد")[0].text
    'Mohammad'
    """
    if style not in STYLES:
        raise ValueError(f"style must be one of {', '.join(STYLES)}, not {style!r}")
    lists = [_latin_spellings(word) for word in persian_words(name)]
    if style != "press":
        lists = [
            [(cost, in_style(_letters(units), style), units) for cost, _, units in found if units] for found in lists
        ]
    return _ranked([found for found in lists if found], limit, capital=True)


def to_persian(name: str, *, limit: int = 5) -> tuple[Candidate, ...]:
    """Persian spellings of a Latin name, the likeliest first, at most ``limit``; scores as those of `romanize`.

    >>> to_persian("Massoud")[0].text
    'مسعود'
    """
    lists = [_persian_spellings(word) for word in latin_words(name)]
    return _ranked([found for found in lists if found], limit, capital=False)


def _letters(units: str) -> list[tuple[str, str]]:
    model = letter_pairs()
    return [(model.letter[unit], model.chunk[unit]) for unit in units]


def _ranked(lists: list[list[Spelling]], limit: int, *, capital: bool) -> tuple[Candidate, ...]:
    """Spellings of the whole name from those of its words, with their shares."""
    if not lists:
        return ()
    names = [(0, "")]
    for spellings in lists:
        longer = [
            (so_far + cost, f"{start} {_capital(text) if capital else text}".strip())
            for so_far, start in names
            for cost, text, _ in spellings
        ]
        names = heapq.nsmallest(_KEPT, _distinct(longer))
    shares = [math.exp((names[0][0] - cost) / NATS) for cost, _ in names]
    whole = math.fsum(shares)
    return tuple(
        Candidate(text, round(share / whole, 6)) for (_, text), share in zip(names[:limit], shares, strict=False)
    )


def _capital(word: str) -> str:
    """``word`` with its first letter in upper case, be it after the sign for ayn."""
    first = next((n for n, letter in enumerate(word) if letter.isalpha() and letter != "\u02bb"), 0)
    return word[:first] + word[first : first + 1].upper() + word[first + 1 :]


def _distinct(names: list[tuple[int, str]]) -> list[tuple[int, str]]:
    best: dict[str, int] = {}
    for cost, text in names:
        best[text] = min(cost, best.get(text, sys.maxsize))
    return [(cost, text) for text, cost in best.items()]


@functools.lru_cache(maxsize=1 << 12)
def _latin_spellings(word: str) -> list[Spelling]:
    """Spellings of one folded Persian word, best first; none for a number."""
    if not word.isalpha():
        return []
    letters = transliteration().latin_letters
    found = judge().latin(word, search_latin(letter_pairs(), letters, word))
    return sorted(_with_attested(found, attested().spellings(word)))[:_KEPT]


@functools.lru_cache(maxsize=1 << 12)
def _persian_spellings(word: str) -> list[Spelling]:
    """Spellings of one folded Latin word, best first; none for a number."""
    if not word.isalpha():
        return []
    return sorted(judge().persian(word, search_persian(letter_pairs(), word)))[:_KEPT]


def _with_attested(found: list[Spelling], known: dict[str, int]) -> list[Spelling]:
    """Put spellings that people are known to bear before the model's own, by how common and how regular they are."""
    if not found:
        return found
    best, worst = min(found)[0], max(found)[0]
    return [
        (best - _ATTESTED + known[text] + (cost - best) // 2, text, units) if text in known else (cost, text, units)
        for cost, text, units in found
    ] + [
        (best - _ATTESTED + price + (worst - best) // 2, text, "")
        for text, price in known.items()
        if all(text != spelling[1] for spelling in found)
    ]
