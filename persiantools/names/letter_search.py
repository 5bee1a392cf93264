"""Spellings in the other script that the model of letter pairs finds likeliest, by a beam search over letters."""

import heapq

from persiantools.names.letter_pairs import LetterPairs
from persiantools.names.ngrams import EDGE
from persiantools.names.transducer import NATS, LetterModel

__all__ = ["Spelling", "search_latin", "search_persian"]

Spelling = tuple[int, str, str]
"""Cost, the spelling, the units that made it."""

_BEAM, _MARGIN = 192, 20 * NATS
"""Of name tokens held back from training, 88 % have a right spelling among those found."""
_PERSIAN_BEAM, _PERSIAN_FOUND = 64, 48
"""Persian leaves out the short vowels that Latin has to guess: fewer spellings are in the race."""

_Reached = tuple[int, int, str, str]
"""The cost that ranks, that of the letter pairs, text, units."""


def search_latin(model: LetterPairs, letters: LetterModel, word: str) -> list[Spelling]:
    """Latin spellings of one folded Persian word, the cheapest first. What leads there is ranked by the letter pairs
    and by the ``letters`` of names together.
    """
    beam: list[_Reached] = [(0, 0, EDGE * 2, EDGE)]
    for letter in word:
        beam = _next(model, letters, beam, letter)
    found = [(pairs + model.end(units), text[2:], units[1:]) for _, pairs, text, units in beam]
    return sorted(spelling for spelling in found if spelling[1])


def _next(model: LetterPairs, letters: LetterModel, beam: list[_Reached], letter: str) -> list[_Reached]:
    """The best spellings with one Persian letter more; each text by its best units."""
    reached: dict[str, _Reached] = {}
    bound = 1 << 30
    for total, pairs, text, units in beam:
        after = letters.after(text[-2:])
        for cost, unit, chunk in model.writing(units[-model.longest :], letter):
            ranked = total + cost
            if ranked > bound:
                break
            ranked += after[chunk] if chunk in after else letters.add_after(after, chunk)
            if ranked > bound:
                continue
            longer = text + chunk
            if longer not in reached or ranked < reached[longer][0]:
                reached[longer] = (ranked, pairs + cost, longer, units + unit)
                if ranked + _MARGIN < bound:
                    bound = ranked + _MARGIN
    return heapq.nsmallest(_BEAM, reached.values())


def search_persian(model: LetterPairs, word: str) -> list[Spelling]:
    """Persian spellings of one folded Latin word, the cheapest first: from each number of Latin letters written to
    the next.
    """
    beams: list[dict[tuple[str, str], Spelling]] = [{} for _ in range(len(word) + 1)]
    beams[0][("", EDGE)] = (0, "", EDGE)
    for place in range(len(word) + 1):
        for silent in (False, True):  # a letter that writes nothing stays at its place; no more than one in a row
            for so_far, text, units in heapq.nsmallest(_PERSIAN_BEAM, list(beams[place].values())):
                for cost, unit, chunk in model.written(units[-model.longest :], word[place : place + 4]):
                    if bool(chunk) is silent:
                        continue
                    if not chunk and model.chunk[units[-1]] == "" and units[-1] != EDGE:
                        continue
                    spelling = (so_far + cost, text + model.letter[unit], units + unit)
                    key = (spelling[1], spelling[2][-model.longest :])
                    there = beams[place + len(chunk)]
                    if key not in there or spelling < there[key]:
                        there[key] = spelling
    return _finished(model, heapq.nsmallest(_PERSIAN_BEAM, list(beams[-1].values())))


def _finished(model: LetterPairs, beam: list[Spelling]) -> list[Spelling]:
    """The spellings with the cost of their ends, each once."""
    best: dict[str, Spelling] = {}
    for cost, text, units in sorted((cost + model.end(units), text, units[1:]) for cost, text, units in beam):
        if text:
            best.setdefault(text, (cost, text, units))
    return list(best.values())[:_PERSIAN_FOUND]
