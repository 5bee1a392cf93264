"""The ZWNJ model: where a word is to be parted, and which spaces stand for a ZWNJ."""

from collections.abc import Mapping

from persiantools.chars import ZWNJ
from persiantools.memos import remember
from persiantools.normalizer.zwnj.boundaries import GapScorer
from persiantools.normalizer.zwnj.joining import is_case
from persiantools.normalizer.zwnj.kinds import zwnj_kind
from persiantools.normalizer.zwnj.lexicon import HAZM, SEEN, STABLE, Lexicon
from persiantools.normalizer.zwnj.pair_scores import PairScorer
from persiantools.normalizer.zwnj.rivals import CLOSE, readings, rival_features
from persiantools.normalizer.zwnj.segmentation import Cuts, candidates
from persiantools.normalizer.zwnj.word_scores import WordScorer

__all__ = ["ZwnjModel"]

LONGEST = 40
"""Longer words are not looked at: no word of Persian is, and the work stays linear."""

MOST_PAIRS = 1 << 16

Weighed = tuple[float, bool] | None

MOST_KEPT = 6
"""Words with more ZWNJ than this stay as they are."""


class ZwnjModel:
    """Four linear models and their lexicon.

    The settings say how much the text as it stands weighs, in log-odds. A ZWNJ that is there is taken out only when
    the model prefers that by more than ``keep``. One is put into a word only when preferred by more than ``doubt``,
    and in place of a space by more than ``tie_doubt``. Where a line shows that its writer's joined words or spaces
    are meant, compounds need ``care`` on top: there both ways are right, and the text stays as it was.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        boundary: Mapping[str, float],
        whole: Mapping[str, float],
        pair: Mapping[str, float],
        rival: Mapping[str, float],
        *,
        keep: float = 7.0,
        doubt: float = 0.0,
        tie_doubt: float = 0.0,
        care: float = 4.0,
    ) -> None:
        """Keep the tables and the settings."""
        self.lexicon = lexicon
        self.boundary, self.whole, self.pair, self.rival = boundary, whole, pair, rival
        self.keep, self.doubt, self.tie_doubt, self.care = keep, doubt, tie_doubt, care
        self.pairs = Pairs(self)
        self._gaps = GapScorer(boundary)
        self._words = WordScorer(whole, lexicon)
        self._joining = PairScorer(pair, lexicon)

    def cut(self, letters: str, kept: Cuts = (), *, careful: bool = False) -> Cuts:
        """Where the ZWNJ of a word belong, as rising offsets in its ``letters``; ``kept`` are those it has.

        Stable: ``cut(letters, cut(letters, kept))`` is ``cut(letters, kept)``, careful or not the second time. What
        is chosen wins, by the terms for the settings, over every candidate; taking it as given only adds to its lead.
        """
        if len(letters) > LONGEST or len(kept) > MOST_KEPT:
            return kept
        if not kept and self.lexicon.words.get(letters, 0) & STABLE:
            return kept
        scores = self._gaps.scores(letters)
        ways = candidates(scores, kept)
        if len(ways) == 1:
            return ways[0]
        worths = self._words.worths(letters, ways, scores)
        return max(zip(self._with_settings(letters, ways, worths, kept, careful), ways, strict=True))[1]

    def knows(self, word: str) -> bool:
        """Whether ``word`` was seen as a word, in any text or in hazm's lexicon."""
        code = self.lexicon.words.get(word, 0)
        return bool(code >> SEEN & 7 or code >> HAZM & 7)

    def lead(self, letters: str) -> float | None:
        """By how much the reading of a word in های as one in ای is worth more than as a plural; None when only one of
        the two is likely.
        """
        both = readings(letters)
        if both is None or len(letters) > LONGEST:
            return None
        (end,) = both[1]
        if not (self.knows(letters[:end]) and self.knows(letters[: end - 1])):
            return None
        scores = self._gaps.scores(letters)
        if not {*both} <= {*candidates(scores)}:
            return None
        ways = [*both]
        worths = self._words.worths(letters, ways, scores)
        plural, other = self._with_settings(letters, ways, worths, (), careful=False)
        return other - plural if abs(other - plural) < CLOSE else None

    def prefers_other(self, lead: float, before: str, after: str) -> bool:
        """Whether the words around a word in های, with its `lead`, speak for the reading in ای."""
        get = self.rival.get
        names = rival_features(before, after, self.lexicon)
        return lead * get("lead", 0.0) + sum([get(name, 0.0) for name in names]) > 0

    def _with_settings(
        self, letters: str, ways: list[Cuts], worths: list[float], kept: Cuts, careful: bool
    ) -> list[float]:
        """``worths`` with what the text as it stands weighs."""
        if not kept and not careful:
            return [worth - self.doubt * len(cuts) for cuts, worth in zip(ways, worths, strict=True)]
        found = []
        for cuts, worth in zip(ways, worths, strict=True):
            before = 0
            for at, after in zip(cuts, (*cuts[1:], len(letters)), strict=False):
                if at in kept:
                    worth += self.keep
                else:
                    worth -= self.doubt
                    if careful and zwnj_kind(letters[before:at], letters[at:after], self.lexicon) == "compound":
                        worth -= self.care
                before = at
            found.append(worth)
        return found

    def ties(self, before: str, left: str, right: str, after: str, *, careful: bool = False) -> bool:
        """Whether the space between the parts ``left`` and ``right`` stands for a ZWNJ."""
        weighed = self.pairs[f"{left} {right}"]
        if weighed is None:
            return False
        lead = weighed[0] + self._joining.around(before, left, right, after) - self.tie_doubt
        if careful and 0.0 < lead <= self.care:
            return zwnj_kind(left, right, self.lexicon) != "compound"
        return lead > 0.0

    def weigh(self, left: str, right: str) -> Weighed:
        """A pair by itself: its score, and whether the words around could tie it where care is taken; None if they
        never could.
        """
        if not is_case(left, right, self.lexicon):
            return None
        score, most = self._joining.with_most(left, right)
        if most <= self.tie_doubt:
            return None
        return score, most > self.tie_doubt + self.care or zwnj_kind(left, right, self.lexicon) != "compound"


class Pairs(dict[str, Weighed]):
    """``"left right"`` → `ZwnjModel.weigh` of the parts that meet at the space, remembered."""

    def __init__(self, model: ZwnjModel) -> None:
        """Nothing asked yet."""
        super().__init__()
        self._model = model

    def __missing__(self, pair: str) -> Weighed:
        """Ask the model and remember the answer, while there is room."""
        left, _, right = pair.partition(" ")
        if ZWNJ in pair:
            weighed = self[f"{left.rpartition(ZWNJ)[2]} {right.partition(ZWNJ)[0]}"]
        else:
            weighed = self._model.weigh(left, right)
        return remember(self, pair, weighed, MOST_PAIRS)
