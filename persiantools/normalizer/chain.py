"""The words of a line as they are tied together: spaces that stand for a ZWNJ, and those before endings."""

import re
from collections.abc import Callable, Iterator, Sequence

from persiantools.chars import ZWNJ
from persiantools.normalizer.changes import Change
from persiantools.normalizer.parting import LONGEST_KEPT
from persiantools.normalizer.word import ANY, ENDING, NEVER, NO, SOME, shape, shapes
from persiantools.normalizer.words import WordMemo
from persiantools.normalizer.zwnj.joining import NO_WORD
from persiantools.normalizer.zwnj.kinds import PLURALS, zwnj_reason
from persiantools.normalizer.zwnj.lexicon import NON_JOINING, Lexicon
from persiantools.normalizer.zwnj.model import ZwnjModel

__all__ = ["CASE", "GLUED", "Chain"]

_JOINING = (NO, SOME, ANY)
CASE = re.compile(
    f"({shapes(left=(ANY,))}(?= {shapes(right=(NO, SOME, ANY, ENDING))})"
    f"|{shapes(left=_JOINING)}(?= {shapes(right=(ANY, ENDING))}))"
    f"|{shapes(left=(SOME,))}(?= {shapes(right=(SOME,))})"
)
"""Two words with a space between them that may stand for a ZWNJ. The group takes part where either has a partner in
every word; else only a known pair makes a case.
"""

GLUED = re.compile(f"{shapes(left=(NEVER,))}(?= {shapes(right=(ENDING,))})")
"""An ending after a word that never joins."""


class Chain:
    """The words of a line and what is between them; ``shape`` has a character for each, in turn."""

    def __init__(self, texts: list[str], parts: list[Sequence[str]], shape: str, memo: WordMemo) -> None:
        """Begin with the words as they stand."""
        self._texts, self._parts = texts, parts
        self._shape = [*shape]
        self._gaps = list(range(len(texts)))
        self._memo = memo

    def glue(self, lexicon: Lexicon, between: str) -> dict[int, Change]:
        """Spaces before an ending after a letter that never joins: کار ها is کارها. By number of the gap."""

        def reason(last: int, at: int) -> str:
            taken = self._takes_ending(last, at, lexicon)
            return f"ending {self._parts[at][0]} belongs to the word before it" if taken else ""

        return self._joined(reason, between)

    def _takes_ending(self, last: int, at: int, lexicon: Lexicon) -> bool:
        """Whether the word at ``at`` is an ending that the one before it takes without a ZWNJ that is seen."""
        before, space, shape = self._shape[2 * last], self._shape[2 * at - 1], self._shape[2 * at]
        if space != " " or shape not in _ENDINGS or before in _ENDINGS:
            return False
        stem, ending = self._parts[last][-1], self._parts[at][0]
        if stem[-1] not in NON_JOINING or len(stem) < 2:
            return False
        return ending in PLURALS or stem + ending in lexicon.words or stem + "تر" in lexicon.words

    def tie(self, model: ZwnjModel, careful: bool) -> dict[int, Change]:
        """Spaces that stand for a ZWNJ. Decided again while some are refused and others not, for a longer word may be
        stable where a shorter one was not.
        """
        found: dict[int, Change] = {}
        while wanted := {at for at, known in self._cases() if self._tied(at, model, known, careful)}:

            def reason(last: int, at: int, wanted: set[int] = wanted) -> str:
                return zwnj_reason(self._parts[last][-1], self._parts[at][0], model.lexicon) if at in wanted else ""

            joined = self._joined(reason, ZWNJ)
            found |= joined
            if len(joined) in (0, len(wanted)):
                break
        return found

    def _cases(self) -> Iterator[tuple[int, bool]]:
        """Numbers of the words that may be tied to the one before them, each with whether only a known pair is."""
        for match in CASE.finditer("".join(self._shape)):
            yield match.start() // 2 + 1, match.lastindex is None

    def _tied(self, at: int, model: ZwnjModel, known: bool, careful: bool) -> bool:
        """Whether the space between the words at ``at - 1`` and ``at`` stands for a ZWNJ."""
        parts = self._parts
        lefts, rights = parts[at - 1], parts[at]
        left, right = lefts[-1], rights[0]
        pair = f"{left} {right}"
        if known and pair not in model.lexicon.pairs:
            return False
        weighed = model.pairs[pair]
        if weighed is None or (careful and not weighed[1]):
            return False
        if len(lefts) > 1:
            before = lefts[-2]
        else:
            before = parts[at - 2][-1] if at > 1 and self._shape[2 * at - 3] == " " else NO_WORD
        if len(rights) > 1:
            after = rights[1]
        else:
            after = parts[at + 1][0] if self._shape[2 * at + 1 : 2 * at + 2] == [" "] else NO_WORD
        return model.ties(before, left, right, after, careful=careful)

    def _joined(self, reason: Callable[[int, int], str], between: str) -> dict[int, Change]:
        """Make one word of each word and the last one before it where there is a ``reason`` and the result is stable.
        By number of the gap. What is left moves up as it is passed, so that the time is linear in the line.
        """
        found: dict[int, Change] = {}
        last = 0
        for at in range(1, len(self._texts)):
            why = reason(last, at)
            if why and self._join(last, at, between):
                found[self._gaps[at]] = 0, 0, between, "zwnj", why
                continue
            last += 1
            if last < at:
                self._texts[last], self._parts[last], self._gaps[last] = (
                    self._texts[at],
                    self._parts[at],
                    self._gaps[at],
                )
                self._shape[2 * last - 1 : 2 * last + 1] = self._shape[2 * at - 1 : 2 * at + 1]
        del self._texts[last + 1 :], self._parts[last + 1 :], self._gaps[last + 1 :], self._shape[2 * last + 1 :]
        return found

    def _join(self, last: int, at: int, between: str) -> bool:
        """Make one word, at ``last``, of those at ``last`` and ``at`` if the result is stable."""
        joined = self._texts[last] + between + self._texts[at]
        if len(joined) > LONGEST_KEPT or (whole := self._memo[joined]).changes:
            return False
        self._texts[last], self._parts[last] = joined, whole.parts
        self._shape[2 * last] = shape(joined, whole.left, whole.right, noted=True)
        return True


_ENDINGS = frozenset(shapes(right=(ENDING,))[1:-1])
