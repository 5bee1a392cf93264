"""The score of a pair of words, added up from sums that are kept by class, and bounds that spare most of the work."""

from collections.abc import Iterable, Mapping

from persiantools.normalizer.zwnj import joining as features
from persiantools.normalizer.zwnj.boundaries import GapScorer
from persiantools.normalizer.zwnj.lexicon import FIRST, HAZM, LAST, LEFT_NAMED, PLAIN, RIGHT_NAMED, SEEN, Lexicon
from persiantools.normalizer.zwnj.sums import Sums

__all__ = ["PairScorer"]

_LEFT = 7 << FIRST | 7 << SEEN | 7 << HAZM
_RIGHT = 7 << LAST | 7 << SEEN | 7 << HAZM
_BESIDE = 7 << SEEN | 7 << HAZM

_NAMED_KINDS = ("RR", "RL", "LL", "LR")
_OTHER_KINDS = ("c", "d", "Zc", "n", "p")
_NO_RANGE = 0.0, 0.0
_MOST_KEPT = 1 << 14


class PairScorer:
    """The weights of `pair_features` and `context_features`: their sums are what `alone` and `around` give."""

    def __init__(self, weights: Mapping[str, float], gaps: GapScorer, lexicon: Lexicon) -> None:
        """Keep the weights; look once at all of them for the least and the most that each group can add."""
        self._lexicon, self._gaps = lexicon, gaps
        self._get = weights.get
        self._classes = Sums(weights, features.class_names)
        self._known = Sums(weights, features.known_names)
        self._rights = Sums(weights, features.right_names)
        self._lefts = Sums(weights, features.left_names)
        self._afters = Sums(weights, features.after_names)
        self._befores = Sums(weights, features.before_names)
        self._beside = Sums(weights, features.beside_names)
        self._contexts: dict[str, str] = {}
        self._letters = _range(weights.get(features.score_name(step * 1.5), 0.0) for step in range(-4, 5))
        self._rest, self._named = _context_ranges(weights)

    def alone(self, left: str, right: str) -> float:
        """The score of a pair, in log-odds, whatever is around it."""
        return self._by_lexicon(left, right) + self._by_letters(left, right)

    def judge(self, left: str, right: str, threshold: float) -> tuple[float, bool | None]:
        """Whether a pair is above ``threshold`` whatever is around it (True), never (False), or depends (None); then
        the score that `around` is to be added to is `alone`.
        """
        least, most = self._around_range(left, right)
        score = self._by_lexicon(left, right)
        if score + self._letters[1] + most <= threshold:
            return score, False
        if score + self._letters[0] + least > threshold:
            return score, True
        score += self._by_letters(left, right)
        if score + most <= threshold:
            return score, False
        return score, (True if score + least > threshold else None)

    def around(self, before: str, left: str, right: str, after: str) -> float:
        """What the words around a pair add to its score."""
        words, pairs = self._lexicon.words, self._lexicon.pairs
        right_name = right if words.get(right, 0) & RIGHT_NAMED else "*"
        left_name = left if words.get(left, 0) & LEFT_NAMED else "*"
        tied = pairs.get(f"{left} {right}", 0) & 7
        return (
            self._afters[right_name, left_name, self._context(after), tied if tied < 2 else 2]
            + self._befores[right_name, left_name, self._context(before)]
            + self._beside[pairs.get(f"{right} {after}", 0), pairs.get(f"{before} {left}", 0)]
        )

    def _by_lexicon(self, left: str, right: str) -> float:
        """What the lexicon says of the two parts."""
        lexicon = self._lexicon
        get = lexicon.words.get
        left_code, right_code = get(left, 0), get(right, 0)
        left_name = left if left_code & LEFT_NAMED else "*"
        before, after = len(left), len(right)
        score = (
            self._classes[
                left_code & _LEFT, right_code & _RIGHT, before if before < 4 else 4, after if after < 4 else 4
            ]
            + self._known[lexicon.pairs.get(f"{left} {right}", 0), get(left + right, 0) >> PLAIN & 7]
            + self._rights[right if right_code & RIGHT_NAMED else "*", left[-2:], left_code & _BESIDE]
            + self._lefts[left_name, right[0], right_code & _BESIDE]
            + self._get("B" if right_code & RIGHT_NAMED else "B" + lexicon.base(right), 0.0)
        )
        return score + self._get("V" if left_name == "*" else f"V{left_name}{lexicon.is_verb_tail(right)}", 0.0)

    def _by_letters(self, left: str, right: str) -> float:
        """What the letters of the two, written as one word, say."""
        return self._get(features.score_name(self._gaps.at(left + right, len(left))), 0.0)

    def _context(self, word: str) -> str:
        found = self._contexts.get(word)
        if found is None:
            if len(self._contexts) >= _MOST_KEPT:
                self._contexts.clear()
            found = self._contexts[word] = features.context(word, self._lexicon)
        return found

    def _around_range(self, left: str, right: str) -> tuple[float, float]:
        """The least and the most that `around` can be."""
        words = self._lexicon.words
        right_name = right if words.get(right, 0) & RIGHT_NAMED else "*"
        left_name = left if words.get(left, 0) & LEFT_NAMED else "*"
        (a, b), (c, d), (e, f), (g, h), (i, j) = (
            self._rest,
            self._named.get("RR" + right_name, _NO_RANGE),
            self._named.get("RL" + right_name, _NO_RANGE),
            self._named.get("LL" + left_name, _NO_RANGE),
            self._named.get("LR" + left_name, _NO_RANGE),
        )
        return a + c + e + g + i, b + d + f + h + j


def _range(weights: Iterable[float]) -> tuple[float, float]:
    """The least and the greatest of ``weights`` and 0, which is what an unknown feature weighs."""
    found = [0.0, *weights]
    return min(found), max(found)


def _context_ranges(weights: Mapping[str, float]) -> tuple[tuple[float, float], dict[str, tuple[float, float]]]:
    """The range of all groups that name no part, together, and that of each group that does."""
    least = most = 0.0
    for kind in _OTHER_KINDS:
        low, high = _range(weight for name, weight in weights.items() if name.startswith(kind))
        least, most = least + low, most + high
    named: dict[str, tuple[float, float]] = {}
    for name, weight in weights.items():
        if name[:2] in _NAMED_KINDS:
            key = name.partition("|")[0]
            named[key] = _range((*named.get(key, ()), weight))
    return (least, most), named
