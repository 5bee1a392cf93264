"""The worth of each way to part a word, added up from sums that are kept by class."""

from collections.abc import Mapping

from persiantools.normalizer.zwnj import segmentation as features
from persiantools.normalizer.zwnj.lexicon import FIRST, HAZM, LAST, LEFT_NAMED, RIGHT_NAMED, SEEN, Lexicon
from persiantools.normalizer.zwnj.segmentation import Cuts
from persiantools.normalizer.zwnj.sums import Sums

__all__ = ["WordScorer"]

_LEFT = 7 << FIRST
_RIGHT = 7 << SEEN | 7 << HAZM | 7 << LAST
_STEM = _BESIDE = 7 << SEEN | 7 << HAZM


class WordScorer:
    """The weights of `segmentation_features`. The sum of all its features is what `worths` gives, in less time."""

    def __init__(self, weights: Mapping[str, float], lexicon: Lexicon) -> None:
        """Keep the weights."""
        self._lexicon = lexicon
        self._get = weights.get
        self._inside, self._outside = weights.get("inside", 0.0), weights.get("outside", 0.0)
        self._uncut = Sums(weights, features.uncut_names)
        self._whole = Sums(weights, features.whole_names)
        self._classes = Sums(weights, features.class_names)
        self._rights = Sums(weights, features.right_names)
        self._lefts = Sums(weights, features.left_names)

    def worths(self, word: str, ways: list[Cuts], scores: Mapping[int, float]) -> list[float]:
        """What each of the ``ways`` to part ``word`` is worth, in log-odds; ``scores`` are those of its gaps."""
        lexicon = self._lexicon
        code, stem = lexicon.words.get(word, 0), features.known_stem(word, lexicon)
        total = sum(scores.values())
        found = []
        for cuts in ways:
            inside = sum([scores.get(at, 0.0) for at in cuts]) if cuts else 0.0
            worth = self._inside * inside + self._outside * (total - inside)
            if cuts:
                parts = [word[a:b] for a, b in zip((0, *cuts), (*cuts, len(word)), strict=True)]
                worth += self._whole[features.whole_key(parts, code, stem, lexicon)]
                for at, left, right in zip(cuts, parts, parts[1:], strict=False):
                    worth += self._joint(left, right, word[:at])
            else:
                worth += self._uncut[code & features.UNCUT, stem]
            found.append(worth)
        return found

    def _joint(self, left: str, right: str, stem: str) -> float:
        """The worth of one cut."""
        lexicon = self._lexicon
        get = lexicon.words.get
        left_code, right_code, stem_code = get(left, 0), get(right, 0), get(stem, 0)
        before, after = len(left), len(right)
        worth = (
            self._classes[
                left_code & _LEFT,
                right_code & _RIGHT,
                stem_code & _STEM,
                before if before < 4 else 4,
                after if after < 4 else 4,
            ]
            + self._rights[right if right_code & RIGHT_NAMED else "*", left[-1], stem_code & _STEM]
            + self._lefts[left if left_code & LEFT_NAMED else "*", right_code & _BESIDE]
        )
        if not right_code & RIGHT_NAMED:
            worth += self._get("E" + lexicon.base(right), 0.0)
        if left.endswith("می"):
            worth += self._get(features.verb_name(left, right, lexicon), 0.0)
        return worth
