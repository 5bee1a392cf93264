"""Where the ZWNJ of a word belong, given those it has: what the model is asked about, and what it is not."""

import re
from itertools import pairwise

from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.spelling import squeezed
from persiantools.normalizer.zwnj.lexicon import JOINED, LAST, NON_JOINING, SEEN
from persiantools.normalizer.zwnj.model import ZwnjModel
from persiantools.normalizer.zwnj.rivals import readings
from persiantools.normalizer.zwnj.segmentation import Cuts

__all__ = ["LONGEST_KEPT", "Parting"]

LONGEST_KEPT = 64

_STRETCHED = re.compile(r"(.)\1\1", re.DOTALL)


class Parting:
    """The model's decisions about single words, under one set of options."""

    def __init__(self, options: NormalizeOptions, model: ZwnjModel, *, careful: bool) -> None:
        """A ``careful`` one leaves compounds as they are unless the model is very sure."""
        self._model = model
        self._takes_out = options.stray_zwnj
        self._careful = careful

    def cuts(self, letters: str, kept: Cuts) -> Cuts:
        """Where ZWNJ belong. One after a letter that never joins is a boundary that is not weighed: what stands on
        either side of it is decided apart.
        """
        if len(letters) > LONGEST_KEPT:
            return kept
        if kept and self._takes_out:
            kept = tuple(at for at in kept if not (letters[at] == "ه" and at + 1 in kept))  # a lone heh is no part
        firm = [at for at in kept if letters[at - 1] in NON_JOINING and not self._splits_a_part(letters, kept, at)]
        if not firm and not any(letters[at - 1] in NON_JOINING for at in kept):
            return self._settled(letters, self._inner(letters, kept), kept)
        found: list[int] = []
        for start, end in pairwise((0, *firm, len(letters))):
            inner = tuple(at - start for at in kept if start < at < end and letters[at - 1] not in NON_JOINING)
            found += [start + at for at in self._inner(letters[start:end], inner)]
            found.append(end)
        return self._settled(letters, tuple(found[:-1]), kept)

    def _settled(self, letters: str, cuts: Cuts, kept: Cuts) -> Cuts:
        """``cuts`` after a second thought about the last of them."""
        if cuts and cuts[-1] in kept:
            return cuts
        if cuts and cuts[-1] == len(letters) - 2 and letters.endswith("یای") and self._is_whole(letters):
            return cuts[:-1]  # a word in یا with the ی of the ezafe (کوریای)
        return self._known_stem(letters, cuts)

    def _is_whole(self, letters: str) -> bool:
        """Whether a word was seen more than once, and never with a ZWNJ."""
        code = self._model.lexicon.words.get(letters, 0)
        return code >> SEEN & 7 > 1 and not code >> JOINED & 7

    def _known_stem(self, letters: str, cuts: Cuts) -> Cuts:
        """``cuts``, with the other reading of a word in های where only that leaves a known stem."""
        both = readings(letters)
        if not both:
            return cuts
        plural, other = both
        (end,) = other
        if plural and not {*plural, *other} & {*cuts}:
            return cuts  # neither reading: the word stays whole
        start = max((at for at in cuts if at < end - 1), default=0)
        wanted, unwanted = (plural, other) if end in cuts else (other, plural)
        stem, instead = (letters[start : end - (cut is not other)] for cut in (unwanted, wanted))
        if self._model.knows(stem) or not self._model.knows(instead):
            return cuts
        return tuple(sorted({*cuts, *wanted} - {*unwanted}))

    def _inner(self, letters: str, kept: Cuts) -> Cuts:
        """`ZwnjModel.cut`, with letters that are stretched (میخوااااام) counted once."""
        if not _STRETCHED.search(letters) or self._model.lexicon.plural_after_heh(letters):
            return self._model.cut(letters, kept, careful=self._careful)
        single, ends = squeezed(letters)
        if any(at not in ends for at in kept):
            return kept
        cuts = self._model.cut(single, tuple(ends.index(at) + 1 for at in kept), careful=self._careful)
        return tuple(ends[at - 1] for at in cuts)

    def _splits_a_part(self, letters: str, kept: Cuts, at: int) -> bool:
        """Whether the unseen ZWNJ at ``at`` stands in the middle of a word that no style would part (دا‌رد)."""
        if not self._takes_out:
            return False
        bounds = (0, *kept, len(letters))
        index = bounds.index(at)
        left, right = letters[bounds[index - 1] : at], letters[at : bounds[index + 1]]
        known = self._model.lexicon.words
        whole = known.get(left + right, 0) >> SEEN & 7
        sides = known.get(left, 0) >> SEEN & 7, known.get(right, 0) >> SEEN & 7 or known.get(right, 0) >> LAST & 7
        return whole > 1 and not (all(sides) and (len(right) > 1 or right == "ی"))
