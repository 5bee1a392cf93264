"""Ranked Latin spellings of a Persian name, and ranked Persian spellings of a Latin one.

A beam search through the letter pairs proposes spellings; each is then judged as well by the letters that Latin (or
Persian) names are made of and by how it would be read back.
"""

import functools
import heapq
import math
import sys

from persiantools.names.fold import latin_words, persian_words
from persiantools.names.letter_pairs import EDGE, LetterPairs, letter_pairs
from persiantools.names.styles import in_style
from persiantools.names.transducer import NATS, cheapest, transliteration
from persiantools.names.types import Candidate

__all__ = ["STYLES", "romanize", "to_persian"]

STYLES = ("press", "ala-lc", "bgn")

_BEAM = 64
_JUDGED = 48
_ATTESTED = 2 * NATS
"""What it is worth that a spelling was seen."""

_MODEL, _LETTERS, _BACK = 6, 7, 4
"""Weights of the three judges, fitted on name tokens held back from training."""

Spelling = tuple[int, str, str]
"""Cost, the spelling, the units that made it."""


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
        names = heapq.nsmallest(_JUDGED, _distinct(longer))
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
    model, known = letter_pairs(), transliteration()
    if not word.isalpha():
        return []
    _, target = known.persian(word)
    found = []
    for cost, text, units in _search_latin(model, word):
        letters = known.latin_letters.prefixes(text)[-1]
        back = min(40 * NATS, cheapest(known.latin(text)[0], target))
        found.append(((cost * _MODEL + letters * _LETTERS + back * _BACK) // _MODEL, text, units))
    return sorted(_with_attested(found, model.attested(word)))[:_JUDGED]


def _with_attested(found: list[Spelling], attested: dict[str, int]) -> list[Spelling]:
    """Put spellings that people are known to bear before the model's own, by how common and how regular they are."""
    if not found:
        return found
    best, worst = min(found)[0], max(found)[0]
    return [
        (best - _ATTESTED + attested[text] + (cost - best) // 2, text, units)
        if text in attested
        else (cost, text, units)
        for cost, text, units in found
    ] + [
        (best - _ATTESTED + price + (worst - best) // 2, text, "")
        for text, price in attested.items()
        if all(text != spelling[1] for spelling in found)
    ]


def _search_latin(model: LetterPairs, word: str) -> list[Spelling]:
    """The cheapest spellings by the letter pairs alone."""
    beam: list[Spelling] = [(0, "", EDGE)]
    for letter in word:
        reached: dict[tuple[str, str], Spelling] = {}
        for so_far, text, units in beam:
            for unit, cost in _units_of(model, units[-model.longest :], letter):
                spelling = (so_far + cost, text + model.chunk[unit], units + unit)
                key = (spelling[1], spelling[2][-model.longest :])
                if key not in reached or spelling < reached[key]:
                    reached[key] = spelling
        beam = heapq.nsmallest(_BEAM, reached.values())
    return _finished(model, beam)


def _finished(model: LetterPairs, beam: list[Spelling]) -> list[Spelling]:
    """The spellings with the cost of their ends, each once."""
    best: dict[str, Spelling] = {}
    for cost, text, units in sorted((cost + model.end(units), text, units[1:]) for cost, text, units in beam):
        if text:
            best.setdefault(text, (cost, text, units))
    return list(best.values())[:_JUDGED]


@functools.lru_cache(maxsize=1 << 14)
def _units_of(model: LetterPairs, history: str, letter: str) -> list[tuple[str, int]]:
    """The likeliest units of a Persian letter after a history."""
    costs = model.following(history)
    found = [(cost, unit) for unit, cost in costs.items() if model.letter[unit] == letter]
    return [(unit, cost) for cost, unit in heapq.nsmallest(24, found)]


@functools.lru_cache(maxsize=1 << 12)
def _persian_spellings(word: str) -> list[Spelling]:
    """Spellings of one folded Latin word, best first; none for a number."""
    model, known = letter_pairs(), transliteration()
    if not word.isalpha():
        return []
    _, target = known.latin(word)
    found = []
    for cost, text, units in _search_persian(model, word):
        letters = known.persian_letters.prefixes(text)[-1]
        back = min(40 * NATS, cheapest(known.persian(text)[0], target))
        found.append(((cost * _MODEL + letters * _LETTERS + back * _BACK) // _MODEL, text, units))
    return sorted(found)[:_JUDGED]


def _search_persian(model: LetterPairs, word: str) -> list[Spelling]:
    """The cheapest spellings by the letter pairs alone: from each number of Latin letters written to the next."""
    beams: list[dict[tuple[str, str], Spelling]] = [{} for _ in range(len(word) + 1)]
    beams[0][("", EDGE)] = (0, "", EDGE)
    for place in range(len(word) + 1):
        for silent in (False, True):  # a letter that writes nothing stays at its place; no more than one in a row
            for so_far, text, units in heapq.nsmallest(_BEAM, list(beams[place].values())):
                for unit, cost in _units_writing(model, units[-model.longest :], word[place : place + 4]):
                    chunk = model.chunk[unit]
                    if bool(chunk) is silent:
                        continue
                    if not chunk and model.chunk[units[-1]] == "" and units[-1] != EDGE:
                        continue
                    spelling = (so_far + cost, text + model.letter[unit], units + unit)
                    key = (spelling[1], spelling[2][-model.longest :])
                    there = beams[place + len(chunk)]
                    if key not in there or spelling < there[key]:
                        there[key] = spelling
    return _finished(model, heapq.nsmallest(_BEAM, list(beams[-1].values())))


@functools.lru_cache(maxsize=1 << 14)
def _units_writing(model: LetterPairs, history: str, ahead: str) -> list[tuple[str, int]]:
    """The likeliest units whose chunk the Latin word goes on with."""
    costs = model.following(history)
    found = [(cost, unit) for unit, cost in costs.items() if unit != EDGE and ahead.startswith(model.chunk[unit])]
    return [(unit, cost) for cost, unit in heapq.nsmallest(24, found)]
