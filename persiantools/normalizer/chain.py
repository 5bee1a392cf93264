"""The words of a line as they are tied together: spaces that stand for a ZWNJ, and those before endings."""

import re
from collections.abc import Callable, Sequence

from persiantools.chars import ZWNJ
from persiantools.normalizer.changes import Change
from persiantools.normalizer.parting import LONGEST_KEPT
from persiantools.normalizer.word import ANY, ENDING, NEVER, NO, SOME, shape, shapes
from persiantools.normalizer.words import WordMemo
from persiantools.normalizer.zwnj.joining import NO_WORD
from persiantools.normalizer.zwnj.kinds import PLURALS, zwnj_reason
from persiantools.normalizer.zwnj.lexicon import NON_JOINING, Lexicon
from persiantools.normalizer.zwnj.model import ZwnjModel

__all__ = ["GLUED", "Chain", "tied_words"]

_JOINING = (NO, SOME, ANY)
_CASE = re.compile(
    f"({shapes(left=(ANY,))}(?= {shapes(right=(NO, SOME, ANY, ENDING))})"
    f"|{shapes(left=_JOINING)}(?= {shapes(right=(ANY, ENDING))}))"
    f"|{shapes(left=(SOME,))}(?= {shapes(right=(SOME,))})"
)
"""Two words with a space between them that may stand for a ZWNJ. The group takes part where either has a partner in
every word; else only a known pair makes a case.
"""

_BEFORE_ENDING = re.compile(f"{shapes()}(?= {shapes(right=(ENDING,))})")
GLUED = re.compile(f"{shapes(left=(NEVER,))}(?= {shapes(right=(ENDING,))})")
"""An ending after a word that never joins."""


def tied_words(letters: Sequence[str], shape: str, model: ZwnjModel, careful: bool) -> list[int]:
    """The numbers of the words before which the space stands for a ZWNJ. ``letters`` are the parts of each word with
    ZWNJ between them, and ``shape`` has a character for each word and for each gap between two, in turn.
    """
    known, pairs = model.lexicon.pairs, model.pairs
    found = []
    for match in _CASE.finditer(shape):
        at = match.start() // 2
        pair = f"{letters[at]} {letters[at + 1]}"
        if match.lastindex is None and pair not in known and ZWNJ not in pair:
            continue
        weighed = pairs[pair]
        if weighed and (weighed[1] or not careful) and _ties(letters, at, shape, model, careful):
            found.append(at + 1)
    return found


def _ties(letters: Sequence[str], at: int, shape: str, model: ZwnjModel, careful: bool) -> bool:
    """Whether the words at ``at`` and after it are tied, with the parts before and after those that meet."""
    lefts, rights = letters[at].split(ZWNJ), letters[at + 1].split(ZWNJ)
    before = after = NO_WORD
    if len(lefts) > 1:
        before = lefts[-2]
    elif at and shape[2 * at - 1] == " ":
        before = letters[at - 1].rpartition(ZWNJ)[2]
    if len(rights) > 1:
        after = rights[1]
    elif shape[2 * at + 3 : 2 * at + 4] == " ":
        after = letters[at + 2].partition(ZWNJ)[0]
    return model.ties(before, lefts[-1], rights[0], after, careful=careful)


class Chain:
    """The words of a line, as written and in the letters of their parts, and the gaps between them by number;
    ``shape`` has a character for each, in turn.
    """

    def __init__(self, texts: list[str], letters: list[str], shape: str, memo: WordMemo) -> None:
        """Begin with the words as they stand."""
        self._texts, self._letters, self._shape = texts, letters, shape
        self._gaps = list(range(len(texts)))
        self._memo = memo

    def glue(self, lexicon: Lexicon, between: str) -> dict[int, Change]:
        """Spaces before an ending after a letter that never joins: کار ها is کارها. By number of the gap."""

        def reason(left: str, right: str, before: str) -> str:
            taken = before not in _ENDINGS and _takes_ending(left, right, lexicon)
            return f"ending {right} belongs to the word before it" if taken else ""

        endings = [match.start() // 2 + 1 for match in _BEFORE_ENDING.finditer(self._shape)]
        return self._joined(endings, reason, between)

    def tie(self, model: ZwnjModel, careful: bool) -> dict[int, Change]:
        """Spaces that stand for a ZWNJ. Decided again while some are refused and others not, for a longer word may be
        stable where a shorter one was not.
        """

        def reason(left: str, right: str, _: str) -> str:
            return zwnj_reason(left, right, model.lexicon)

        found: dict[int, Change] = {}
        while wanted := tied_words(self._letters, self._shape, model, careful):
            joined = self._joined(wanted, reason, ZWNJ)
            found |= joined
            if len(joined) in (0, len(wanted)):
                break
        return found

    def _joined(
        self, numbers: Sequence[int], reason: Callable[[str, str, str], str], between: str
    ) -> dict[int, Change]:
        """Make one word of each of these words and what then is the one before it, where there is a ``reason`` (of
        the parts that meet and the shape of the first word) and the result is stable. By number of the gap. What is
        not asked about is copied in stretches, so that the time is linear in the line.
        """
        found: dict[int, Change] = {}
        texts: list[str] = []
        letters: list[str] = []
        gaps: list[int] = []
        shapes: list[str] = []
        done = 0
        for at in [*numbers, len(self._texts)]:
            texts += self._texts[done:at]
            letters += self._letters[done:at]
            gaps += self._gaps[done:at]
            shapes += self._shape[max(0, 2 * done - 1) : max(0, 2 * at - 1)]
            done = at
            if at == len(self._texts):
                break
            why = reason(letters[-1].rpartition(ZWNJ)[2], self._letters[at].partition(ZWNJ)[0], shapes[-1])
            joined = texts[-1] + between + self._texts[at]
            if why and len(joined) <= LONGEST_KEPT and not (whole := self._memo[joined]).changes:
                texts[-1], letters[-1] = joined, ZWNJ.join(whole.parts)
                shapes[-1] = shape(joined, whole.left, whole.right, noted=True)
                found[self._gaps[at]] = 0, 0, between, "zwnj", why
                done = at + 1
        self._texts, self._letters, self._gaps, self._shape = texts, letters, gaps, "".join(shapes)
        return found


def _takes_ending(stem: str, ending: str, lexicon: Lexicon) -> bool:
    """Whether the ending after a space is one that the part before it takes without a ZWNJ that is seen."""
    if stem[-1] not in NON_JOINING or len(stem) < 2:
        return False
    return ending in PLURALS or stem + ending in lexicon.words or stem + "تر" in lexicon.words


_ENDINGS = frozenset(shapes(right=(ENDING,))[1:-1])
