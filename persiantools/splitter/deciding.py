"""Which language each word of a line is in: the words of each script are decided together, and apart from others."""

import math
import re
from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from operator import add, itemgetter
from typing import NamedTuple

from persiantools.splitter.characters import script_tag
from persiantools.splitter.foreign import SHORTEST_RUN, foreign_language
from persiantools.splitter.formulas import begins_formula, begins_with_and, end_of_formula
from persiantools.splitter.model import Evidence, WordModel, word_model
from persiantools.splitter.path import USUAL, best_path, follow_neighbours, least_cost, pays, switch_cost
from persiantools.splitter.words import ARABIC_SCRIPT, LATIN_SCRIPT, OTHER_LETTER, OTHER_SCRIPT, WORDS, Run

__all__ = ["Piece", "Usual", "decide", "probability", "usual_line"]

_IN_FORMULA = 6.0
"""What a word of a formula known by heart says for Arabic, in nats."""
_OTHER_KEYBOARD = 3.0
"""What Arabic yeh or kaf in a word says for Arabic and Pashto on a line that has the Persian ones too, in nats."""
_ARABIC_KEYS, _PERSIAN_KEYS = re.compile("[يىك]"), re.compile("[یک]")
_BIAS = 1.3
_GAIN, _AGAINST = itemgetter(0), itemgetter(1)  # the fields of `Evidence` of these names
_SURE = 10.0
"""What the script alone says, in nats, where only it is told."""


class Piece(NamedTuple):
    """Words of one language in a row: where the first begins, where the last ends (or later, before the next piece),
    the language, how many words, and by how much (in nats) they speak for it against the best of the others.
    """

    start: int
    end: int
    lang: str
    words: int
    margin: float


def decide(line: str, runs: Sequence[Run], only: frozenset[str] | None = None, whole: bool = False) -> list[Piece]:
    """The pieces of one language, from left to right; none reaches over a run's end. ``only`` restricts the
    languages; ``whole`` takes all words of a script to be of one language.
    """
    scripts = {run.script for run in runs}
    pieces: list[Piece] = []
    for script in scripts:
        same = list(runs) if len(scripts) == 1 else [run for run in runs if run.script == script]
        if script == OTHER_SCRIPT:
            pieces += _by_script(line, same)
        elif script == ARABIC_SCRIPT:
            pieces += _decided(line, same, word_model(script, only), whole)
        else:
            pieces += _latin(line, same, only, whole, alone=len(scripts) == 1)
    if len(scripts) > 1:
        pieces.sort()
    return pieces


class Usual(NamedTuple):
    """A line that is all in the usual language of Arabic script, and by how much its words speak for it."""

    lang: str
    speaks: float


def usual_line(line: str, only: frozenset[str] | None = None) -> Usual | None:
    """What `decide` would find of a line without anything protected, where its words are all in Arabic script and
    speak for other languages so little that no change of language could pay. None where that is not so, or not for
    certain: most lines of Persian are told here, by a few look-ups.
    """
    if OTHER_LETTER.search(line) or (_ARABIC_KEYS.search(line) and _PERSIAN_KEYS.search(line)):
        return None
    words = WORDS[ARABIC_SCRIPT].findall(line)
    model = word_model(ARABIC_SCRIPT, only)
    evidence = model.evidence(words)
    if not words or _in_formulas([words], evidence, model) or _may_change(line, evidence):
        return None
    return Usual(model.languages[0], -sum(map(_GAIN, evidence)))


def _may_change(line: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a change of language could pay; where all words speak little for others it is clear without a path."""
    return sum(map(_AGAINST, evidence)) > USUAL and pays(list(map(_GAIN, evidence)), least_cost(line))


def _by_script(line: str, runs: Sequence[Run]) -> list[Piece]:
    """Pieces in other scripts, which only their script is told of."""
    return [
        Piece(start, end, script_tag(line[end - 1] if line[end - 1].isalpha() else line[start]), 1, _SURE)
        for run in runs
        for start, end in run.bounds(line)
    ]


def _decided(line: str, runs: Sequence[Run], model: WordModel, whole: bool) -> list[Piece]:
    words = [run.words(line) for run in runs]
    evidence = list(map(model.evidence, words))
    if runs[0].script == ARABIC_SCRIPT and _ARABIC_KEYS.search(line) and _PERSIAN_KEYS.search(line):
        evidence = [_by_keyboard(*of_run, model) for of_run in zip(words, evidence, strict=True)]
    flat = [one for of_run in evidence for one in of_run] if len(evidence) > 1 else evidence[0]
    if whole:
        totals = [sum(column) for column in zip(*(one.scores for one in flat), strict=True)]
        place = totals.index(max(totals))
    elif (inside := _in_formulas(words, flat, model)) or _may_change(line, flat):
        return _along_path(line, runs, list(map(len, evidence)), flat, model, inside)
    else:
        place = 0
    return [_piece(run.start, run.end, of_run, place, model) for run, of_run in zip(runs, evidence, strict=True)]


def _along_path(
    line: str,
    runs: Sequence[Run],
    lengths: Sequence[int],
    evidence: Sequence[Evidence],
    model: WordModel,
    inside: set[int],
) -> list[Piece]:
    """Pieces along the best path; ``lengths`` counts the words of each run, ``inside`` are those of formulas."""
    bounds = [bound for run in runs for bound in run.bounds(line)]
    scores = [one.scores for one in evidence]
    if inside:
        certain = tuple(0.0 if language == "ar" else -_IN_FORMULA for language in model.languages)
        scores = [certain if at in inside else row for at, row in enumerate(scores)]
    costs = [switch_cost(line[left[1] : right[0]]) for left, right in pairwise(bounds)]
    path = best_path(scores, costs)
    if runs[0].script == ARABIC_SCRIPT:
        path = follow_neighbours(path, scores)
    owners = [number for number, length in enumerate(lengths) for _ in range(length)]
    pieces = []
    for _, group in groupby(range(len(path)), key=lambda at: (owners[at], path[at])):
        at = list(group)
        of_piece = [evidence[place] for place in at]
        pieces.append(_piece(bounds[at[0]][0], bounds[at[-1]][1], of_piece, path[at[0]], model))
    return pieces


def _by_keyboard(words: Sequence[str], evidence: Sequence[Evidence], model: WordModel) -> list[Evidence]:
    """``evidence`` on a line that both keyboards typed: who has the Persian yeh and kaf does not type Persian with
    the Arabic ones, so a word that has these is rather Arabic or Pashto.
    """
    bonus = [_OTHER_KEYBOARD if language in ("ar", "ps") else 0.0 for language in model.languages]
    found = list(evidence)
    for at, (word, one) in enumerate(zip(words, evidence, strict=True)):
        if _ARABIC_KEYS.search(word):
            scores = tuple(map(add, one.scores, bonus))
            gain = max(scores[1:], default=scores[0]) - scores[0]
            found[at] = one._replace(gain=gain, against=max(gain, 0.0), scores=scores)
    return found


def _in_formulas(words: Sequence[Sequence[str]], evidence: Sequence[Evidence], model: WordModel) -> set[int]:
    """The places of the words that stand in an Arabic formula known by heart."""
    inside: set[int] = set()
    if all(map(model.openers.isdisjoint, words)):
        return inside
    opening = [at for at, word in enumerate(chain.from_iterable(words)) if word in model.openers]
    if any(begins_formula(evidence[at].loose, evidence[at + 1].loose) for at in opening if at + 1 < len(evidence)):
        flat = [one.loose for one in evidence]
        for at in opening:
            end = end_of_formula(flat, at)
            inside.update(range(at - begins_with_and(flat, at, end), end) if end > at else ())
    return inside


def _piece(start: int, end: int, evidence: Sequence[Evidence], place: int, model: WordModel) -> Piece:
    if place == 0:
        margin = -sum(map(_GAIN, evidence))
    else:
        margin = sum(one.scores[place] - max(_without(one.scores, place)) for one in evidence)
    return Piece(start, end, model.languages[place], len(evidence), margin)


def _without(scores: tuple[float, ...], place: int) -> tuple[float, ...]:
    return scores[:place] + scores[place + 1 :]


def _latin(line: str, runs: Sequence[Run], only: frozenset[str] | None, whole: bool, alone: bool) -> list[Piece]:
    """Pieces in Latin script. Where other Latin languages are told, each is named if it is long enough, and follows
    the line if it is not.
    """
    pieces = _decided(line, runs, word_model(LATIN_SCRIPT, only, not alone), whole)
    return [
        piece._replace(lang=_name(line, pieces, at, alone)) if piece.lang == "other" else piece
        for at, piece in enumerate(pieces)
    ]


def _name(line: str, pieces: Sequence[Piece], at: int, alone: bool) -> str:
    piece = pieces[at]
    if piece.words >= SHORTEST_RUN:
        return foreign_language(line[piece.start : piece.end])
    neighbours = [pieces[near].lang for near in (at - 1, at + 1) if 0 <= near < len(pieces)]
    known = [lang for lang in neighbours if lang != "other"]
    return known[0] if known else "und" if alone else "en"


def probability(margin: float) -> float:
    """A span's confidence, in (0, 1), from what its words together say for it (nats): a logistic curve over the
    margin's logarithm, because words of one span repeat each other; fitted on held-back training rows.

    >>> round(probability(0.0), 2), round(probability(20.0), 2)
    (0.79, 0.99)
    """
    return 1 / (1 + math.exp(-(_BIAS + math.copysign(math.log1p(abs(margin)), margin))))
