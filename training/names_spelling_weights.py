"""Fit the weights by which spellings are judged: a choice among those found, of which one or more are right."""

import zlib
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.optimize import minimize

from persiantools.names.letter_pairs import LetterPairs
from persiantools.names.letter_search import Spelling, search_latin, search_persian
from persiantools.names.spelling_judge import SCALE, Judge
from persiantools.names.transducer import NATS, LetterModel
from training.name_pairs import NamePair, WordPair, in_fold, word_pairs

__all__ = ["accuracy", "choices", "fit", "held_tokens", "without"]

RIDGE = 0.02
PARTS = 4
MOST_BACK = 500
"""Latin words that the weights into Persian are fitted on."""

Tokens = dict[str, set[str]]
Choice = tuple[Any, Any]
"""Features of the spellings found, a row each, and which of them are right."""


def held_tokens(names: list[NamePair]) -> Tokens:
    """A quarter of the Persian name tokens that bear two Latin spellings or more, with their spellings."""
    found: Tokens = defaultdict(set)
    for persian, latin, _ in word_pairs([pair for pair in names if pair.type == "NAMETOKEN"], lambda pair: 1.0):
        found[persian].add(latin)
    return {p: latin for p, latin in sorted(found.items()) if len(latin) > 1 and in_fold(p, 0, PARTS)}


def without(pairs: list[WordPair], held: Tokens) -> list[WordPair]:
    """The pairs whose Persian word is not held back."""
    return [pair for pair in pairs if pair[0] not in held]


def choices(
    held: Tokens, model: LetterPairs, letters: LetterModel, judge: Judge
) -> tuple[list[Choice], list[Choice]]:
    """The choices into Latin, and those into Persian."""
    back: Tokens = defaultdict(set)
    for persian, spellings in held.items():
        for latin in spellings:
            back[latin].add(persian)
    there = _choices(held, lambda word: search_latin(model, letters, word), judge.latin_features)
    some = sorted(back, key=lambda word: (zlib.crc32(word.encode()), word))[:MOST_BACK]
    aims = {word: back[word] for word in some}
    return there, _choices(aims, lambda word: search_persian(model, word), judge.persian_features)


def _choices(
    right: Tokens, search: Callable[[str], list[Spelling]], features: Callable[[str, list[Spelling]], list[list[int]]]
) -> list[Choice]:
    made = []
    for word, answers in right.items():
        found = search(word)
        if found:
            rows = np.array(features(word, found), float) / NATS
            made.append((rows, np.array([text in answers for _, text, _ in found])))
    return made


def fit(made: list[Choice]) -> list[int]:
    """Weights that make it likeliest that a right spelling is chosen, in 1/`SCALE`; costs, so they are subtracted."""
    live = [(rows, right) for rows, right in made if right.any() and not right.all()]
    spread = np.concatenate([rows for rows, _ in live]).std(axis=0) + 1e-9
    scaled = [(rows / spread, right) for rows, right in live]
    found = minimize(_loss, np.zeros(len(spread)), args=(scaled,), jac=True, method="L-BFGS-B").x / spread
    return [round(SCALE * value) for value in found]


def _loss(weights: Any, made: list[Choice]) -> tuple[float, Any]:
    loss, slope = 0.0, np.zeros_like(weights)
    for rows, right in made:
        utility = -(rows @ weights)
        share = np.exp(utility - utility.max())
        share /= share.sum()
        chosen = share * right / (share * right).sum()
        loss -= float(np.log((share * right).sum()))
        slope -= (share - chosen) @ rows
    return loss / len(made) + RIDGE * float(weights @ weights) / 2, slope / len(made) + RIDGE * weights


def accuracy(made: list[Choice], weights: list[int]) -> str:
    """How often a right spelling comes first, and among five."""
    first = five = 0
    for rows, right in made:
        order = np.argsort(rows @ np.array(weights), kind="stable")
        first += bool(right[order[:1]].any())
        five += bool(right[order[:5]].any())
    return f"{100 * first / len(made):.1f} % first, {100 * five / len(made):.1f} % of five ({len(made)})"
