"""Which language each word of a line is in: the words of each script are decided together, and apart from others."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from persiantools.splitter.characters import script_tag
from persiantools.splitter.foreign import SHORTEST_RUN, foreign_language
from persiantools.splitter.formulas import formula_words
from persiantools.splitter.model import Evidence, WordModel, word_model
from persiantools.splitter.path import LEAST_SWITCH, best_path, switch_cost
from persiantools.splitter.words import ARABIC_SCRIPT, LATIN_SCRIPT, OTHER_SCRIPT, Word

__all__ = ["Decision", "decide"]

_TRUSTED = 0.3
"""A line whose few words give no language this probability is ``und``."""
_FORMULA = 6.0
"""What a formula known by heart says for Arabic, in nats a word."""


class Decision(NamedTuple):
    """The language of a word and by how much (in nats) the word speaks for it against the best of the others."""

    lang: str
    margin: float


def decide(line: str, words: Sequence[Word], only: frozenset[str] | None = None) -> list[Decision]:
    """The decision for each of ``words``, the words of ``line`` from left to right; ``only`` restricts the languages."""
    scripts = {word.script for word in words}
    if len(scripts) == 1:
        return _of_script(line, words, scripts.pop(), only, alone=True)
    decisions: list[Decision | None] = [None] * len(words)
    for script in sorted(scripts):
        places = [place for place, word in enumerate(words) if word.script == script]
        chosen = _of_script(line, [words[place] for place in places], script, only, alone=False)
        for place, decision in zip(places, chosen, strict=True):
            decisions[place] = decision
    return [decision for decision in decisions if decision]


def _of_script(
    line: str, words: Sequence[Word], script: int, only: frozenset[str] | None, alone: bool
) -> list[Decision]:
    if script == OTHER_SCRIPT:
        return [Decision(script_tag(line[word.end - 1]), 10.0) for word in words]
    model = word_model(script, only)
    forms = [line[word.start : word.end] for word in words]
    if script == LATIN_SCRIPT:
        return _latin(line, words, forms, model, alone)
    evidence = [model.evidence(form) for form in forms]
    path = _path(line, words, evidence, forms, model)
    return _decisions(evidence, path, model)


def _path(
    line: str, words: Sequence[Word], evidence: Sequence[Evidence], forms: list[str], model: WordModel
) -> list[int]:
    """The best path, computed only where some run of words could pay for a change of language."""
    if sum(found.gain for found in evidence if found.gain > 0) < LEAST_SWITCH and not _line_is_foreign(evidence):
        return [0] * len(words)
    scores = [found.scores for found in evidence]
    if forms and "ar" in model.languages:
        scores = _with_formulas(scores, forms, model.languages.index("ar"))
    costs = [switch_cost(line[left.end : right.start]) for left, right in zip(words, words[1:], strict=False)]
    return best_path(scores, costs)


def _line_is_foreign(evidence: Sequence[Evidence]) -> bool:
    """Whether another language than the usual one may be that of the whole line, which costs no change."""
    return sum(found.gain for found in evidence) > 0


def _with_formulas(scores: list[tuple[float, ...]], forms: list[str], arabic: int) -> list[tuple[float, ...]]:
    inside = formula_words(forms)
    if not any(inside):
        return scores
    certain = tuple(0.0 if place == arabic else -_FORMULA for place in range(len(scores[0])))
    return [certain if known else row for known, row in zip(inside, scores, strict=True)]


def _decisions(evidence: Sequence[Evidence], path: Sequence[int], model: WordModel) -> list[Decision]:
    languages = model.languages
    found = []
    for one, place in zip(evidence, path, strict=True):
        margin = (
            -one.gain
            if place == 0
            else one.scores[place] - max(score for other, score in enumerate(one.scores) if other != place)
        )
        found.append(Decision(languages[place], margin))
    return found


_NAME_WEIGHT = 0.3
"""How much a capitalised word inside a line counts: it is likely a name, and names say little about the language."""
_NAME_BONUS = 1.0
"""What such a word says for English beside that, in nats."""


def _latin(line: str, words: Sequence[Word], forms: list[str], model: WordModel, alone: bool) -> list[Decision]:
    evidence = [model.evidence(form) for form in forms]
    if "en" in model.languages:
        english = model.languages.index("en")
        for place, form in enumerate(forms):
            if form[0].isupper() and (place or len(forms) == 1 or not alone):
                evidence[place] = _as_name(evidence[place], english)
        if not alone:
            evidence = [_beside_persian(one, english) for one in evidence]
    path = _path(line, words, evidence, [], model)
    decisions = _decisions(evidence, path, model)
    return _named(line, words, decisions, alone) if "other" in model.languages else decisions


def _as_name(one: Evidence, english: int) -> Evidence:
    scores = tuple(
        score * _NAME_WEIGHT + (_NAME_BONUS if place == english else 0.0) for place, score in enumerate(one.scores)
    )
    return Evidence(max(scores[1:], default=-9.0) - scores[0], scores)


_ENGLISH_IN_PERSIAN = 1.5
"""What being among Persian-script words says for English, in nats a word: their Latin words are names and terms."""


def _beside_persian(one: Evidence, english: int) -> Evidence:
    scores = tuple(
        score + (_ENGLISH_IN_PERSIAN if place == english else 0.0) for place, score in enumerate(one.scores)
    )
    return Evidence(max(scores[1:], default=-9.0) - scores[0], scores)


def _named(line: str, words: Sequence[Word], decisions: list[Decision], alone: bool) -> list[Decision]:
    """``decisions`` with runs of another Latin language named: short ones follow the line, where it has other words."""
    found = list(decisions)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and decisions[end].lang == decisions[at].lang:
            end += 1
        if decisions[at].lang == "other":
            lang = _name_of_run(line, words, decisions, at, end, alone)
            found[at:end] = [Decision(lang, decision.margin) for decision in decisions[at:end]]
        at = end
    return found


def _name_of_run(
    line: str, words: Sequence[Word], decisions: list[Decision], start: int, end: int, alone: bool
) -> str:
    if end - start >= SHORTEST_RUN:
        return foreign_language(line[words[start].start : words[end - 1].end])
    if start > 0:
        return decisions[start - 1].lang
    if end < len(decisions):
        return decisions[end].lang
    return "und" if alone else "en"


def probability(margins: float) -> float:
    """A span's confidence from what its words together say for it (nats)."""
    return 1 / (1 + math.exp(-min(max(margins, -30.0), 30.0)))
