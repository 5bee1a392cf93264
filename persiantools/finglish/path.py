"""The best path through a line: which Persian word each Finglish word stands for, its neighbours considered.

A unit is one Finglish word, or two that may be one Persian word (``bache haa``, ``ketab e``). A path takes units from
left to right; its score adds each word's log probability and the gain of following the word before it.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from persiantools.finglish.channel import UNIT
from persiantools.finglish.model import Model, Scored
from persiantools.finglish.words import mark_length

__all__ = ["Choice", "best_path"]


class Choice(NamedTuple):
    """Finglish words ``[first, last)`` as one Persian word: candidates with their probabilities, the path's first.

    A candidate's probability is that among its rivals, the neighbours being as the path has them; they sum to 1.
    """

    first: int
    last: int
    candidates: tuple[tuple[str, float], ...]


class _Unit(NamedTuple):
    first: int
    last: int
    words: Scored


class _State(NamedTuple):
    """The best way to a word: its score, the unit, the word before, and the words' numbers in the lexicon."""

    score: float
    unit: _Unit
    before: str
    number: int | None


def best_path(words: Sequence[str], closed: Sequence[bool], model: Model) -> list[Choice]:
    """The best reading of the plain Finglish ``words`` of a line; together the choices cover all words.

    ``closed`` says of each word whether a clause ends after it: an e that is not written is an ezafe, and that ends
    no clause (``daaghe.``: داغه). Time is linear in the number of words. A word that nothing is known about is its
    own candidate.
    """
    columns = _forward(words, closed, model)
    taken: list[tuple[_Unit, str]] = []
    word = max(sorted(columns[-1]), key=lambda each: columns[-1][each].score)
    place = len(words)
    while place:
        state = columns[place][word]
        taken.append((state.unit, word))
        place, word = state.unit.first, state.before
    taken.reverse()
    following: list[str | None] = [word for _, word in taken[1:]] + [None]
    before = ""
    choices = []
    for (unit, word), after in zip(taken, following, strict=True):
        choices.append(_choice(unit, before, after, model))
        before = word
    return choices


def _forward(words: Sequence[str], closed: Sequence[bool], model: Model) -> list[dict[str, _State]]:
    """For each place, the words that may end there, each with the best way to it."""
    columns: list[dict[str, _State]] = [{} for _ in range(len(words) + 1)]
    columns[0][""] = _State(0.0, _Unit(0, 0, ()), "", len(model.lexicon.words))
    marked = mark_length(words)
    weight = model.settings.context / UNIT
    for place in range(len(words)):
        ways = sorted(columns[place].items())
        for unit in _units(words, marked, closed, model, place):
            column = columns[unit.last]
            for word, own in unit.words:
                number = model.lexicon.number(word)
                score, before = max(
                    (state.score + weight * model.lexicon.gain(state.number, number), before)
                    for before, state in ways
                )
                if word not in column or column[word].score < score + own:
                    column[word] = _State(score + own, unit, before, number)
    return columns


def _units(
    words: Sequence[str], marked: Sequence[str], closed: Sequence[bool], model: Model, first: int
) -> list[_Unit]:
    """The units that start at a word."""
    apart = model.apart_score(words[first]) if first else 0.0
    ways = [(first + 1, apart, model.ranked(marked[first]) or ((words[first], 0.0),))]
    if first + 1 < len(words):
        joining = model.join_score(words[first], words[first + 1])
        if joining is not None:
            ways.append((first + 2, joining, model.ranked(marked[first] + marked[first + 1])))
    return [
        _Unit(
            first,
            last,
            tuple(
                (word, score + joining + model.closing(word, words[last - 1], closed=closed[last - 1]))
                for word, score in ranked
            ),
        )
        for last, joining, ranked in ways
    ]


def _choice(unit: _Unit, before: str, after: str | None, model: Model) -> Choice:
    """The unit's candidates between the neighbours that the path has chosen."""
    lexicon, weight = model.lexicon, model.settings.context / UNIT
    left = lexicon.number(before) if before else len(lexicon.words)
    right = lexicon.number(after) if after is not None else None
    scores = {}
    for word, own in unit.words:
        number = lexicon.number(word)
        gains = lexicon.gain(left, number) + (lexicon.gain(number, right) if after is not None else 0)
        scores[word] = own + weight * gains
    best = max(scores.values())
    masses = {word: math.exp(score - best) for word, score in scores.items()}
    total = sum(masses.values())
    ranked = sorted(masses.items(), key=lambda item: (-item[1], item[0]))
    return Choice(unit.first, unit.last, tuple((word, mass / total) for word, mass in ranked))
