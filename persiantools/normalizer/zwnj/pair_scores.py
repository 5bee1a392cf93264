"""The score of a pair of words: the sum of its features, without writing their names, and a bound that spares most of
the work: few pairs can be tied whatever stands around them.
"""

from collections import defaultdict
from collections.abc import Mapping

from persiantools.memos import remember
from persiantools.normalizer.zwnj import joining as features
from persiantools.normalizer.zwnj.grids import SIDE, Named, cube, grid
from persiantools.normalizer.zwnj.lexicon import FIRST, HAZM, LAST, PLAIN, SEEN, Lexicon

__all__ = ["PairScorer"]

_MOST_KEPT = 1 << 13
_BEFORE = 3
"""Beside 0, 1 and 2, how often a pair is tied: where the weights of the word before stand among those of one word."""


class PairScorer:
    """The weights of `pair_features` and `context_features`: their sums are what `alone` and `around` give."""

    def __init__(self, weights: Mapping[str, float], lexicon: Lexicon) -> None:
        """Keep the weights."""
        self._lexicon = lexicon
        self._get = get = weights.get
        self._bias, self._unnamed_verb, self._named_base = get("*", 0.0), get("V", 0.0), get("B", 0.0)
        self._lf, self._ff, self._fl, self._lr, self._hh, self._n = (
            grid(weights, group) for group in ("lf", "ff", "fl", "lr", "hh", "N")
        )
        self._z, self._zj, self._h = (grid(weights, group) for group in ("Z", "ZJ", "H"))
        self._zs = [get(f"ZS{difference}", 0.0) for difference in (*range(8), *range(-7, 0))]
        self._right_lefts, self._left_rights = Named(weights, "Rf"), Named(weights, "Lf")
        self._around = _Around(weights)

    def alone(self, left: str, right: str) -> float:
        """The score of a pair, in log-odds, whatever is around it."""
        return self._judge(left, right)[0]

    def with_most(self, left: str, right: str) -> tuple[float, float]:
        """`alone`, and the most that the words around can bring it to."""
        score, right_name, left_name, tied = self._judge(left, right)
        return score, score + self._around.most(right_name, left_name, tied)

    def around(self, before: str, left: str, right: str, after: str) -> float:
        """What the words around a pair add to its score."""
        lexicon = self._lexicon
        pairs = lexicon.pairs
        right_name, left_name = features.named(left, lexicon.words.get(left, 0), right, lexicon.words.get(right, 0))
        return self._around.score(
            right_name,
            left_name,
            min(pairs.get(f"{left} {right}", 0) & 7, 2),
            (features.context(before, lexicon), features.context(after, lexicon)),
            (pairs.get(f"{right} {after}", 0), pairs.get(f"{before} {left}", 0)),
        )

    def _judge(self, left: str, right: str) -> tuple[float, str, str, int]:
        """The score of a pair, the names of its parts, and how often it is tied: none, once, more."""
        lexicon, get = self._lexicon, self._get
        known = lexicon.words.get
        left_code, right_code = known(left, 0), known(right, 0)
        right_name, left_name = features.named(left, left_code, right, right_code)
        pair = lexicon.pairs.get(f"{left} {right}", 0)
        score = self._classes(left_code, right_code, min(len(left), 4), min(len(right), 4))
        score += self._known(pair, known(left + right, 0) >> PLAIN & 7)
        left_seen, left_hazm = left_code >> SEEN & 7, left_code >> HAZM & 7
        right_seen, right_hazm = right_code >> SEEN & 7, right_code >> HAZM & 7
        score += (
            get("R" + right_name, 0.0)
            + get("Rl" + right_name + left[-1], 0.0)
            + get("Rm" + right_name + left[-2:], 0.0)
            + self._right_lefts[right_name][min(left_seen, 3) * SIDE + (left_hazm > 0)]
            + get("L" + left_name, 0.0)
            + get("Ll" + left_name + right[0], 0.0)
            + self._left_rights[left_name][min(right_seen, 3) * SIDE + (right_hazm > 0)]
        )
        score += self._named_base if right_name != "*" else get("B" + lexicon.base(right), 0.0)
        score += self._unnamed_verb if left_name == "*" else get(f"V{left}{lexicon.is_verb_tail(right)}", 0.0)
        return score, right_name, left_name, min(pair & 7, 2)

    def _classes(self, left_code: int, right_code: int, before: int, after: int) -> float:
        """The sum for `class_names`."""
        last, first = right_code >> LAST & 7, left_code >> FIRST & 7
        left_seen, right_seen = left_code >> SEEN & 7, right_code >> SEEN & 7
        return (
            self._bias
            + self._lf[last * SIDE + left_seen]
            + self._ff[first * SIDE + right_seen]
            + self._fl[first * SIDE + last]
            + self._lr[last * SIDE + right_seen]
            + self._hh[(left_code >> HAZM & 7) * SIDE + (right_code >> HAZM & 7)]
            + self._n[before * SIDE + after]
        )

    def _known(self, pair: int, plain: int) -> float:
        """The sum for `known_names`."""
        tied, parted = pair & 7, pair >> 3 & 7
        return (
            self._z[tied * SIDE + parted]
            + self._zj[min(tied, 3) * SIDE + min(plain, 3)]
            + self._h[(pair >> 6) * SIDE + min(tied, 2)]
            + self._zs[tied - parted]
        )


class _Around:
    """The weights of the words around a pair, and the most that they can add up to."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Lay the weights out by the names of the parts."""
        self._groups: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for name, weight in weights.items():
            group, bar, word = name.partition("|")
            if bar:
                self._groups[group][word] = weight
        words = {name[1:] for name in weights if name[0] == "c"} | {name[3:] for name in weights if name[:2] == "Zc"}
        get = weights.get
        tied = [{word: get("c" + word, 0.0) + get(f"Zc{n}{word}", 0.0) for word in words} for n in range(3)]
        self._alone = [*tied, {name[1:]: weight for name, weight in weights.items() if name[0] == "d"}]
        self._ahead, self._behind = cube(weights, "n"), cube(weights, "p")
        self._most_beside = max(map(max, self._ahead)) + max(map(max, self._behind))
        self._most: dict[tuple[str, str, int], float] = {}
        self._tops: dict[tuple[str, int], float] = {}

    def score(self, right: str, left: str, tied: int, contexts: tuple[str, str], beside: tuple[int, int]) -> float:
        """The sum for parts of these names, the words before and after, and the known pairs ahead and behind."""
        (precedes, follows), (ahead, behind) = contexts, beside
        groups = self._groups
        return (
            groups["RR" + right].get(follows, 0.0)
            + groups["LR" + left].get(follows, 0.0)
            + self._alone[tied].get(follows, 0.0)
            + groups["LL" + left].get(precedes, 0.0)
            + groups["RL" + right].get(precedes, 0.0)
            + self._alone[_BEFORE].get(precedes, 0.0)
            + self._ahead[min(ahead & 7, 2)][min(ahead >> 3 & 7, 2) * SIDE + (ahead >> 6)]
            + self._behind[min(behind & 7, 2)][min(behind >> 3 & 7, 2) * SIDE + (behind >> 6)]
        )

    def most(self, right: str, left: str, tied: int) -> float:
        """The most that `score` can be for these names."""
        key = right, left, tied
        found = self._most.get(key)
        if found is None:
            beside = self._greatest("RR" + right, "LR" + left, tied) + self._greatest(
                "RL" + right, "LL" + left, _BEFORE
            )
            found = remember(self._most, key, self._most_beside + beside, _MOST_KEPT)
        return found

    def _greatest(self, one: str, other: str, plain: int) -> float:
        """The most that any word adds by these groups, one of each part, and by itself."""
        few, many = sorted((one, other), key=lambda group: len(self._groups[group]))
        first, second, alone = self._groups[few], self._groups[many], self._alone[plain]
        top = self._tops.get((many, plain))
        if top is None:
            top = max([0.0, *alone.values(), *[weight + alone.get(word, 0.0) for word, weight in second.items()]])
            self._tops[many, plain] = top
        both = [w + second.get(word, 0.0) + alone.get(word, 0.0) for word, w in first.items() if w > 0]
        return max([top, *both])
