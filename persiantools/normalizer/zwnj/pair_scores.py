"""The score of a pair of words, added up from sums that are kept by word and by class, and a bound that spares most
of the work: few pairs can be tied whatever stands around them.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from persiantools.normalizer.zwnj import joining as features
from persiantools.normalizer.zwnj.lexicon import FIRST, HAZM, LAST, LEFT_NAMED, PLAIN, RIGHT_NAMED, SEEN, Lexicon
from persiantools.normalizer.zwnj.sums import Sums

__all__ = ["PairScorer"]

_BESIDE = 7 << SEEN | 7 << HAZM
_LEFT = 7 << FIRST | _BESIDE
_RIGHT = 7 << LAST | _BESIDE
_MOST_KEPT = 1 << 13


class _Part(NamedTuple):
    """What the scores of all pairs of a part, on one side, have in common.

    ``name`` is the part where it speaks for itself, else ``*``; ``own`` the weights that look at nothing else;
    ``beside`` those of the other side's groups, where the other part has no name.
    """

    name: str
    code: int
    size: int
    own: float
    beside: float


class PairScorer:
    """The weights of `pair_features` and `context_features`: their sums are what `alone` and `around` give."""

    def __init__(self, weights: Mapping[str, float], lexicon: Lexicon) -> None:
        """Keep the weights."""
        self._lexicon = lexicon
        self._get = weights.get
        self._classes = Sums(weights, features.class_names)
        self._known = Sums(weights, features.known_names)
        self._rights = Sums(weights, features.right_names)
        self._lefts = Sums(weights, features.left_names)
        self._around = _Around(weights)
        self._left_parts: dict[str, _Part] = {}
        self._right_parts: dict[str, _Part] = {}
        self._contexts: dict[str, str] = {}

    def alone(self, left: str, right: str) -> float:
        """The score of a pair, in log-odds, whatever is around it."""
        before, after = self._left(left), self._right(right)
        known = self._lexicon.pairs.get(f"{left} {right}", 0)
        return self._by_parts(left, before, right, after, known)

    def alone_if_above(self, left: str, right: str, threshold: float) -> float | None:
        """`alone`, or None where the words around cannot bring the pair above ``threshold``."""
        before, after = self._left(left), self._right(right)
        known = self._lexicon.pairs.get(f"{left} {right}", 0)
        needed = threshold - self._around.most(after.name, before.name, min(known & 7, 2))
        score = self._by_parts(left, before, right, after, known)
        return score if score > needed else None

    def around(self, before: str, left: str, right: str, after: str) -> float:
        """What the words around a pair add to its score."""
        pairs = self._lexicon.pairs
        return self._around.score(
            self._right(right).name,
            self._left(left).name,
            min(pairs.get(f"{left} {right}", 0) & 7, 2),
            (self._context(before), self._context(after)),
            (pairs.get(f"{right} {after}", 0), pairs.get(f"{before} {left}", 0)),
        )

    def _by_parts(self, left: str, before: _Part, right: str, after: _Part, known: int) -> float:
        """What the lexicon says of the two parts."""
        lexicon = self._lexicon
        score = (
            before.own
            + after.own
            + self._classes[before.code, after.code, before.size, after.size]
            + self._known[known, lexicon.words.get(left + right, 0) >> PLAIN & 7]
        )
        if after.name == "*":
            score += before.beside
        else:
            score += self._rights[right, left[-2:], before.code & _BESIDE]
        if before.name == "*":
            return score + after.beside
        score += self._lefts[left, right[0], after.code & _BESIDE]
        return score + self._get(f"V{left}{lexicon.is_verb_tail(right)}", 0.0)

    def _left(self, part: str) -> _Part:
        found = self._left_parts.get(part)
        if found is None:
            code = self._lexicon.words.get(part, 0)
            found = _Part(
                part if code & LEFT_NAMED else "*",
                code & _LEFT,
                min(len(part), 4),
                0.0 if code & LEFT_NAMED else self._get("V", 0.0),
                self._rights["*", part[-2:], code & _BESIDE],
            )
            _keep(self._left_parts, part, found)
        return found

    def _right(self, part: str) -> _Part:
        found = self._right_parts.get(part)
        if found is None:
            code = self._lexicon.words.get(part, 0)
            found = _Part(
                part if code & RIGHT_NAMED else "*",
                code & _RIGHT,
                min(len(part), 4),
                self._get("B" if code & RIGHT_NAMED else "B" + self._lexicon.base(part), 0.0),
                self._lefts["*", part[0], code & _BESIDE],
            )
            _keep(self._right_parts, part, found)
        return found

    def _context(self, word: str) -> str:
        found = self._contexts.get(word)
        if found is None:
            found = features.context(word, self._lexicon)
            _keep(self._contexts, word, found)
        return found


class _Around:
    """The weights of the words around a pair, and the most that they can add up to."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Look once at all weights for the words that some part knows beside it."""
        self._after = Sums(weights, features.after_names)
        self._before = Sums(weights, features.before_names)
        self._beside = Sums(weights, features.beside_names)
        self._neighbours: defaultdict[str, list[str]] = defaultdict(list)
        for name, weight in weights.items():
            group, _, word = name.partition("|")
            if word and weight > 0:
                self._neighbours[group].append(word)
        words = {name[1:] for name in weights if name[0] in "cd"} | {name[3:] for name in weights if name[:2] == "Zc"}
        self._unnamed_after = [max(self._after["", "", word, tied] for word in words) for tied in range(3)]
        self._unnamed_before = max(self._before["", "", word] for word in words)
        known = [tied | parted << 3 | listed << 6 for tied in range(3) for parted in range(3) for listed in (0, 1)]
        self._most_beside = max(self._beside[ahead, 0] for ahead in known)
        self._most_beside += max(self._beside[0, behind] for behind in known) - self._beside[0, 0]
        self._most: dict[tuple[str, str, int], float] = {}

    def score(self, right: str, left: str, tied: int, contexts: tuple[str, str], beside: tuple[int, int]) -> float:
        """The sum for parts of these names, the words before and after, and the known pairs ahead and behind."""
        precedes, follows = contexts
        return self._after[right, left, follows, tied] + self._before[right, left, precedes] + self._beside[beside]

    def most(self, right: str, left: str, tied: int) -> float:
        """The most that `score` can be for these names."""
        key = right, left, tied
        found = self._most.get(key)
        if found is None:
            heard = self._neighbours.get
            follows = {*heard("RR" + right, ()), *heard("LR" + left, ())}
            precedes = {*heard("LL" + left, ()), *heard("RL" + right, ())}
            found = self._most_beside
            found += max([self._unnamed_after[tied], *[self._after[right, left, word, tied] for word in follows]])
            found += max([self._unnamed_before, *[self._before[right, left, word] for word in precedes]])
            _keep(self._most, key, found)
        return found


def _keep(memo: dict[Any, Any], key: Any, found: Any) -> None:
    """Remember, while there is room."""
    if len(memo) >= _MOST_KEPT:
        memo.clear()
    memo[key] = found
