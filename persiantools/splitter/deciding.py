"""Which language each word of a line is in: the words of each script are decided together, and apart from others."""

import math
from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from persiantools.splitter.characters import script_tag
from persiantools.splitter.evidence import Evidence, typed_by_both
from persiantools.splitter.foreign import SHORTEST_RUN, foreign_language
from persiantools.splitter.formulas import begins_formula, begins_with_and, end_of_formula, loose
from persiantools.splitter.model import WordModel, word_model
from persiantools.splitter.path import AT_QUOTE, best_path, changes, follow_neighbours, pays, switch_costs
from persiantools.splitter.words import ARABIC_SCRIPT, LATIN_SCRIPT, OTHER_SCRIPT, WORDS, Run, gaps, runs

__all__ = ["Piece", "decide", "decide_persian", "probability"]

_IN_FORMULA = 6.0
"""What a word of a formula known by heart says for Arabic, in nats."""
_BESIDE_PERSIAN = 1.5
"""What standing among words in Arabic script says for English: the Latin words of Persian are names and terms."""
_BIAS = 1.3
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


def decide(line: str, found: Sequence[Run], only: frozenset[str] | None = None, whole: bool = False) -> list[Piece]:
    """The pieces of one language, from left to right; none reaches over a run's end. ``only`` restricts the
    languages; ``whole`` takes all words of a script to be of one language.
    """
    scripts = {run.script for run in found}
    pieces: list[Piece] = []
    for script in scripts:
        same = list(found) if len(scripts) == 1 else [run for run in found if run.script == script]
        if script == OTHER_SCRIPT:
            pieces += _by_script(line, same)
        elif script == ARABIC_SCRIPT:
            pieces += _decided(line, same, word_model(script, only), whole)
        else:
            pieces += _latin(line, same, only, whole, alone=len(scripts) == 1)
    if len(scripts) > 1:
        pieces.sort()
    return pieces


def decide_persian(line: str, only: frozenset[str] | None = None) -> list[Piece]:
    """What `decide` finds of a line that has nothing protected and no letter of another script, by a shorter way: one
    piece for the whole line where no change of language could pay. Most lines of Persian are told here, by a few
    look-ups.
    """
    words = WORDS[ARABIC_SCRIPT].findall(line)
    model = word_model(ARABIC_SCRIPT, only)
    evidence = Evidence(words, model)
    if typed_by_both(line):
        evidence.boost()
    if not any(evidence.gains):
        return decide(line, runs(line, 0, len(line)), only)
    inside = _in_formulas(words, model)
    if inside or (pays(evidence.gains, AT_QUOTE) and changes(evidence.gains, costs := switch_costs(gaps(line)))):
        bounds = runs(line, 0, len(line))[0].bounds(line)
        path = _path(evidence, switch_costs(gaps(line)) if inside else costs, inside, arabic=True)
        return _along_path(path, bounds, [len(words)], evidence)
    return [Piece(0, len(line), model.languages[0], len(words), -sum(evidence.gains))]


def _by_script(line: str, same: Sequence[Run]) -> list[Piece]:
    """Pieces in other scripts, which only their script is told of."""
    return [
        Piece(start, end, script_tag(line[end - 1] if line[end - 1].isalpha() else line[start]), 1, _SURE)
        for run in same
        for start, end in run.bounds(line)
    ]


def _decided(line: str, same: Sequence[Run], model: WordModel, whole: bool, bonus: float = 0.0) -> list[Piece]:
    """Pieces of one script; ``bonus`` is added to what each word says for English."""
    of_runs = [run.words(line) for run in same]
    lengths = list(map(len, of_runs))
    evidence = Evidence(of_runs[0] if len(of_runs) == 1 else list(chain.from_iterable(of_runs)), model, bonus)
    arabic = same[0].script == ARABIC_SCRIPT
    if arabic and typed_by_both(line):
        evidence.boost()
    if not any(evidence.gains) and evidence.says_nothing():
        return [piece._replace(lang="und") for piece in _of_runs(same, lengths, evidence, 0)]
    if whole:
        totals = [sum(column, 0.0) for column in zip(*evidence.scores(), strict=True)]
        return _of_runs(same, lengths, evidence, totals.index(max(totals)))
    inside = _in_formulas(evidence.words, model) if arabic else set()
    if inside or pays(evidence.gains, AT_QUOTE):
        bounds = [bound for run in same for bound in run.bounds(line)]
        costs = switch_costs([line[left[1] : right[0]] for left, right in pairwise(bounds)])
        if inside or changes(evidence.gains, costs):
            path = _path(evidence, costs, inside, arabic)
            return _along_path(path, bounds, lengths, evidence)
    return _of_runs(same, lengths, evidence, 0)


def _of_runs(same: Sequence[Run], lengths: Sequence[int], evidence: Evidence, place: int) -> list[Piece]:
    """A piece for each run, all in the language at ``place``."""
    pieces, at = [], 0
    for run, words in zip(same, lengths, strict=True):
        margin = evidence.margin(at, at + words, place)
        pieces.append(Piece(run.start, run.end, evidence.model.languages[place], words, margin))
        at += words
    return pieces


def _path(evidence: Evidence, costs: Sequence[float], inside: set[int], arabic: bool) -> list[int]:
    """The language of each word, as a place in the model; the words ``inside`` formulas are Arabic."""
    languages = evidence.model.languages
    scores = evidence.scores()
    if inside:
        certain = tuple(0.0 if language == "ar" else -_IN_FORMULA for language in languages)
        scores = [certain if at in inside else row for at, row in enumerate(scores)]
    path = best_path(scores, costs)
    return follow_neighbours(path, scores) if arabic else path


def _along_path(
    path: Sequence[int], bounds: Sequence[tuple[int, int]], lengths: Sequence[int], evidence: Evidence
) -> list[Piece]:
    """Pieces along a path; ``bounds`` are those of the words, ``lengths`` counts the words of each run."""
    pieces, at = [], 0
    for length in lengths:
        for place, group in groupby(path[at : at + length]):
            end = at + len(list(group))
            margin = evidence.margin(at, end, place)
            pieces.append(Piece(bounds[at][0], bounds[end - 1][1], evidence.model.languages[place], end - at, margin))
            at = end
    return pieces


def _in_formulas(words: Sequence[str], model: WordModel) -> set[int]:
    """The places of the words that stand in an Arabic formula known by heart."""
    inside: set[int] = set()
    if model.openers.keys().isdisjoint(words):
        return inside
    opening = [at for at, word in enumerate(words[:-1]) if word in model.openers]
    if any(begins_formula(model.openers[words[at]], words[at + 1]) for at in opening):
        letters = list(map(loose, words))
        for at in opening:
            end = end_of_formula(letters, at)
            inside.update(range(at - begins_with_and(letters, at, end), end) if end > at else ())
    return inside


def _latin(line: str, same: Sequence[Run], only: frozenset[str] | None, whole: bool, alone: bool) -> list[Piece]:
    """Pieces in Latin script. Where other Latin languages are told, each is named if it is long enough, and follows
    the line if it is not.
    """
    pieces = _decided(line, same, word_model(LATIN_SCRIPT, only), whole, 0.0 if alone else _BESIDE_PERSIAN)
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
