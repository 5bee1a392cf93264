"""The worth of each way to part a word: the sum of its `segmentation_features`, without writing their names."""

from collections.abc import Mapping

from persiantools.normalizer.zwnj import segmentation as features
from persiantools.normalizer.zwnj.grids import SIDE, Named, cube, grid, row
from persiantools.normalizer.zwnj.lexicon import (
    FIRST,
    HAZM,
    JOINED,
    LAST,
    LEFT_NAMED,
    PLAIN,
    RIGHT_NAMED,
    SEEN,
    TWEETED,
    Lexicon,
)
from persiantools.normalizer.zwnj.segmentation import Cuts

__all__ = ["WordScorer"]


class WordScorer:
    """The weights of `segmentation_features`, laid out by what they look at."""

    def __init__(self, weights: Mapping[str, float], lexicon: Lexicon) -> None:
        """Keep the weights."""
        self._lexicon = lexicon
        self._get = weights.get
        self._inside, self._outside = weights.get("inside", 0.0), weights.get("outside", 0.0)
        self._p, self._k = row(weights, "P"), row(weights, "k")
        self._ph, self._pa, self._ps = grid(weights, "PH"), grid(weights, "PA"), grid(weights, "PS")
        self._pi = cube(weights, "PI")
        self._z, self._zp, self._q, self._b = (grid(weights, name) for name in ("Z", "ZP", "Q", "B"))
        self._zh, self._d = cube(weights, "ZH"), cube(weights, "D")
        self._lf, self._ff, self._fl, self._hh, self._n = (grid(weights, g) for g in ("lf", "ff", "fl", "hh", "N"))
        self._right_stems, self._left_rights = Named(weights, "Rf"), Named(weights, "Lf")

    def worths(self, word: str, ways: list[Cuts], scores: Mapping[int, float]) -> list[float]:
        """What each of the ``ways`` to part ``word`` is worth, in log-odds; ``scores`` are those of its gaps."""
        code, stem = self._lexicon.words.get(word, 0), features.known_stem(word, self._lexicon)
        total = sum(scores.values())
        found = []
        for cuts in ways:
            inside = sum([scores.get(at, 0.0) for at in cuts]) if cuts else 0.0
            worth = self._inside * inside + self._outside * (total - inside)
            if cuts:
                parts = [word[a:b] for a, b in zip((0, *cuts), (*cuts, len(word)), strict=True)]
                worth += self._whole(*features.whole_key(parts, code, stem, self._lexicon))
                for at, left, right in zip(cuts, parts, parts[1:], strict=False):
                    worth += self._joint(left, right, word[:at])
            else:
                worth += self._uncut(code, stem)
            found.append(worth)
        return found

    def _uncut(self, code: int, stem: int) -> float:
        """The sum for `uncut_names`."""
        plain, hazm, joined, tweeted = code >> PLAIN & 7, code >> HAZM & 7, code >> JOINED & 7, code >> TWEETED & 7
        return (
            self._p[plain]
            + self._ph[(plain > 0) * SIDE + hazm]
            + self._pa[plain * SIDE + joined]
            + self._ps[min(plain, 2) * SIDE + tweeted]
            + self._pi[stem][(hazm > 0) * SIDE + (plain > 0)]
        )

    def _whole(self, size: int, code: int, stem: int, known: int, base: int, head: int) -> float:
        """The sum for `whole_names`."""
        plain, hazm, joined = code >> PLAIN & 7, code >> HAZM & 7, code >> JOINED & 7
        here, others, listed = (0, joined, 0) if known < 0 else (known & 7, known >> 3 & 7, known >> 6)
        return (
            self._k[size]
            + self._z[here * SIDE + others]
            + self._zp[min(here, 3) * SIDE + plain]
            + self._zh[listed][min(plain, 2) * SIDE + (hazm > 0)]
            + self._q[plain * SIDE + hazm]
            + self._b[base * SIDE + stem]
            + self._d[size > 2][(head & 7 > 0) * SIDE + (head >> 6 & 1)]
        )

    def _joint(self, left: str, right: str, stem: str) -> float:
        """The sum for `joint_names` of one cut."""
        lexicon, get = self._lexicon, self._get
        known = lexicon.words.get
        left_code, right_code, stem_code = known(left, 0), known(right, 0), known(stem, 0)
        last, first = right_code >> LAST & 7, left_code >> FIRST & 7
        stem_seen, stem_hazm = stem_code >> SEEN & 7, stem_code >> HAZM & 7
        right_seen, right_hazm = right_code >> SEEN & 7, right_code >> HAZM & 7
        right_name = right if right_code & RIGHT_NAMED else "*"
        left_name = left if left_code & LEFT_NAMED else "*"
        worth = (
            self._lf[last * SIDE + stem_seen]
            + self._ff[first * SIDE + right_seen]
            + self._fl[first * SIDE + last]
            + self._hh[stem_hazm * SIDE + right_hazm]
            + self._n[min(len(left), 4) * SIDE + min(len(right), 4)]
            + get("R" + right_name, 0.0)
            + get("Rl" + right_name + left[-1], 0.0)
            + self._right_stems[right_name][min(stem_seen, 3) * SIDE + (stem_hazm > 0)]
            + get("L" + left_name, 0.0)
            + self._left_rights[left_name][min(right_seen, 3) * SIDE + (right_hazm > 0)]
        )
        if right_name == "*":
            worth += get("E" + lexicon.base(right), 0.0)
        if left.endswith("می"):
            worth += get(features.verb_name(left, right, lexicon), 0.0)
        return worth
