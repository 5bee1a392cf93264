"""Spellings in the other script that the model of letter pairs finds likeliest, by a beam search over letters."""

import functools
import heapq

from persiantools.names.letter_pairs import LetterPairs
from persiantools.names.ngrams import EDGE

__all__ = ["Spelling", "search_latin", "search_persian"]

Spelling = tuple[int, str, str]
"""Cost, the spelling, the units that made it."""

_BEAM = _FOUND = 256
"""Of name tokens held back from training, 83 % have a right spelling among 96, 85 % among 200, 89 % among 400."""
_PERSIAN_BEAM, _PERSIAN_FOUND = 64, 48
"""Persian leaves out the short vowels that Latin has to guess: fewer spellings are in the race."""
_UNITS = 24
"""Units of one letter that are tried."""


def search_latin(model: LetterPairs, word: str) -> list[Spelling]:
    """Latin spellings of one folded Persian word, the cheapest first."""
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
    return _finished(model, beam, _FOUND)


def _finished(model: LetterPairs, beam: list[Spelling], most: int) -> list[Spelling]:
    """The spellings with the cost of their ends, each once."""
    best: dict[str, Spelling] = {}
    for cost, text, units in sorted((cost + model.end(units), text, units[1:]) for cost, text, units in beam):
        if text:
            best.setdefault(text, (cost, text, units))
    return list(best.values())[:most]


@functools.lru_cache(maxsize=1 << 14)
def _units_of(model: LetterPairs, history: str, letter: str) -> list[tuple[str, int]]:
    """The likeliest units of a Persian letter after a history."""
    costs = model.following(history)
    found = [(cost, unit) for unit, cost in costs.items() if model.letter[unit] == letter]
    return [(unit, cost) for cost, unit in heapq.nsmallest(_UNITS, found)]


def search_persian(model: LetterPairs, word: str) -> list[Spelling]:
    """Persian spellings of one folded Latin word, the cheapest first: from each number of Latin letters written to
    the next.
    """
    beams: list[dict[tuple[str, str], Spelling]] = [{} for _ in range(len(word) + 1)]
    beams[0][("", EDGE)] = (0, "", EDGE)
    for place in range(len(word) + 1):
        for silent in (False, True):  # a letter that writes nothing stays at its place; no more than one in a row
            for so_far, text, units in heapq.nsmallest(_PERSIAN_BEAM, list(beams[place].values())):
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
    return _finished(model, heapq.nsmallest(_PERSIAN_BEAM, list(beams[-1].values())), _PERSIAN_FOUND)


@functools.lru_cache(maxsize=1 << 14)
def _units_writing(model: LetterPairs, history: str, ahead: str) -> list[tuple[str, int]]:
    """The likeliest units whose chunk the Latin word goes on with."""
    costs = model.following(history)
    found = [(cost, unit) for unit, cost in costs.items() if unit != EDGE and ahead.startswith(model.chunk[unit])]
    return [(unit, cost) for cost, unit in heapq.nsmallest(_UNITS, found)]
