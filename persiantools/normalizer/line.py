"""One line of one Persian span: its words, the gaps between them, and the spaces that stand for a ZWNJ."""

from collections.abc import Callable, Iterator
from itertools import accumulate

from persiantools.chars import ZWNJ
from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import WORD
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.spacing import Gap, Side, normalize_gap
from persiantools.normalizer.words import (
    ANY,
    APART,
    COMPOUND,
    INFLECTED,
    LONGEST_KEPT,
    RIVAL,
    Word,
    WordMemo,
)
from persiantools.normalizer.zwnj.joining import NO_WORD
from persiantools.normalizer.zwnj.kinds import COMPARATIVES, PLURALS, zwnj_reason
from persiantools.normalizer.zwnj.lexicon import NON_JOINING, Lexicon
from persiantools.normalizer.zwnj.model import ZwnjModel

__all__ = ["LineNormalizer"]

_QUIET_GAPS = frozenset(("", " ", ". ", "، ", "؛ ", ": ", " «", "» ", "! ", "؟ ", " - ", " (", ") "))
"""Gaps between two words that no rule changes."""

WRITTEN_APART = PLURALS | COMPARATIVES | {"می", "نمی", "ام", "ایم", "اید", "اند", "اش"}
"""Words that, standing by themselves, show a writer who types a space where a ZWNJ belongs."""

_MOST_GAPS = 1 << 14
_SUFFIXES = PLURALS | COMPARATIVES | {"ی", "یی", "ای", "ان", "ات", "ام", "اش", "اند", "است", "ین", "ون"}


class LineNormalizer:
    """The rules of one set of options, with what they remember of words and gaps."""

    def __init__(self, options: NormalizeOptions, model: ZwnjModel | None) -> None:
        """Without a ``model`` no space becomes a ZWNJ."""
        self._options = options
        self._model = model
        self._words = WordMemo(options, model)
        self._careful = WordMemo(options, model, careful=True)
        self._gaps: dict[tuple[str, Side, Side, bool], Gap | None] = {}

    def changes(self, line: str, left: Side, right: Side) -> tuple[list[Change], bool]:
        """The changes of ``line``, with offsets in it, and whether a second look may find more; ``left`` and
        ``right`` say what is beside the line.
        """
        pieces = WORD.split(line)
        raws, gaps = pieces[1::2], pieces[0::2]
        memo = self._words
        words: list[Word | None] = [*map(memo.__getitem__, raws)]
        held = 0
        for word in words:
            if word is not None:
                held |= word.held
        if held & APART and self._options.run_together:
            return self._parted(pieces, words), True
        if held & RIVAL and self._model:
            _settle_rivals(raws, words, self._model)
        habit = ZWNJ in line
        if held & COMPOUND and (habit or not WRITTEN_APART.isdisjoint(raws)):
            words = [
                self._careful[raw] if word and word.changes else word for word, raw in zip(words, raws, strict=True)
            ]
        fixes = self._fixes(line, raws, words, gaps, left, right)
        ties: dict[int, Change] = {}
        if self._model and any(words):
            ties = self._ties(raws, words, gaps, fixes, self._model, habit or held & INFLECTED > 0)
        if not (held or fixes or ties):
            return [], False
        changes = [*self._collect(pieces, words, fixes, ties)]
        stray = habit and any("stray_zwnj" in rule for _, _, _, rule, _ in changes)
        return changes, bool(ties or stray or held & RIVAL)

    def _parted(self, pieces: list[str], words: list[Word | None]) -> list[Change]:
        """The spaces that words copied without one lack. They come first: what the new words need is seen next."""
        found: list[Change] = []
        starts = [0, *accumulate(map(len, pieces))]
        for at, word in enumerate(words):
            if word and word.apart:
                gap = starts[2 * at + 1] + word.apart
                found.append((gap, gap, " ", "run_together", "two words copied without their space"))
        return found

    def _fixes(
        self, line: str, raws: list[str], words: list[Word | None], gaps: list[str], left: Side, right: Side
    ) -> dict[int, Gap]:
        """Gap number → what it becomes, for the gaps that change."""
        found: dict[int, Gap] = {}
        odd = [at for at, gap in enumerate(gaps) if gap not in _QUIET_GAPS]
        if not odd:
            return found
        brackets = line.count("(") == line.count(")") and line.count("[") == line.count("]")
        for at in odd:
            before = _side(raws[at - 1], words[at - 1]) if at else left
            after = _side(raws[at], words[at]) if at < len(raws) else right
            if fix := self._gap(gaps[at], before, after, brackets):
                found[at] = fix
        return found

    def _gap(self, gap: str, before: Side, after: Side, brackets: bool) -> Gap | None:
        key = gap, before, after, brackets
        if key not in self._gaps:
            if len(gap) > LONGEST_KEPT:
                return normalize_gap(gap, before, after, brackets, self._options)
            if len(self._gaps) >= _MOST_GAPS:
                self._gaps.clear()
            self._gaps[key] = normalize_gap(gap, before, after, brackets, self._options)
        return self._gaps[key]

    def _ties(
        self,
        raws: list[str],
        words: list[Word | None],
        gaps: list[str],
        fixes: dict[int, Gap],
        model: ZwnjModel,
        careful: bool,
    ) -> dict[int, Change]:
        """Gap number → the change that makes one word of its neighbours (offsets 0 to the length of the gap)."""
        spaced = [gap == " " for gap in gaps]
        for at, fix in fixes.items():
            spaced[at] = fix.new == " "
        spaced[0] = False
        spaced.pop()
        chain = _Chain(raws, words, spaced, self._careful)
        glued = chain.glue(model.lexicon, ZWNJ if self._options.after_non_joining == "zwnj" else "")
        return glued | chain.tie(model, careful)

    def _collect(
        self, pieces: list[str], words: list[Word | None], fixes: dict[int, Gap], ties: dict[int, Change]
    ) -> Iterator[Change]:
        starts = [0, *accumulate(map(len, pieces))]
        for number, piece in enumerate(pieces):
            start, at = starts[number], number // 2
            if number % 2:
                word = words[at]
                if word:
                    for a, b, new, rule, reason in word.changes:
                        yield start + a, start + b, new, rule, reason
            elif at in ties:
                _, _, new, rule, reason = ties[at]
                yield _trimmed(start, piece, new, rule, reason)
            elif at in fixes:
                fix = fixes[at]
                yield _trimmed(start, piece, fix.new, fix.rules, fix.reasons)


class _Chain:
    """The words of a line as they are tied together."""

    def __init__(self, raws: list[str], words: list[Word | None], spaced: list[bool], memo: WordMemo) -> None:
        self.texts = [word.text if word else raw for raw, word in zip(raws, words, strict=True)]
        self.words = list(words)
        self.gaps = list(range(len(words)))
        self.spaced = spaced
        self._memo = memo

    def glue(self, lexicon: Lexicon, between: str) -> dict[int, Change]:
        """Spaces before an ending after a letter that never joins: کار ها is کارها."""
        found: dict[int, Change] = {}
        if not any(word and word.ending for word in self.words):
            return found

        def wanted(kept: "_Chain", at: int) -> bool:
            return self.spaced[at] and kept._takes_ending(self.words[at], lexicon)

        for gap, _, right in self._rebuild(wanted, between):
            found[gap] = 0, 0, between, "zwnj", f"ending {right} belongs to the word before it"
        return found

    def _takes_ending(self, word: Word | None, lexicon: Lexicon) -> bool:
        """Whether the last word takes the ending ``word`` without a ZWNJ that is seen."""
        before, stem = self.words[-1], self._parts(-1)[-1]
        if word is None or not word.ending or stem[-1] not in NON_JOINING or len(stem) < 2:
            return False
        if before and before.ending:
            return False
        ending = word.parts[0]
        return ending in PLURALS or stem + ending in lexicon.words or stem + "تر" in lexicon.words

    def tie(self, model: ZwnjModel, careful: bool) -> dict[int, Change]:
        """Spaces that stand for a ZWNJ. Decided again while some are refused and others not, for a longer word may be
        stable where a shorter one was not.
        """
        found: dict[int, Change] = {}
        while wanted := {at for at in self._cases() if self._tied(at, model, careful)}:
            before = len(found)
            for gap, left, right in self._rebuild(lambda kept, at: at in wanted, ZWNJ):
                found[gap] = 0, 0, ZWNJ, "zwnj", zwnj_reason(left, right, model.lexicon)
            if len(found) - before in (0, len(wanted)):
                break
        return found

    def _rebuild(self, wanted: Callable[["_Chain", int], bool], between: str) -> list[tuple[int, str, str]]:
        """Make one word of each wanted pair, from left to right, if the result is stable; say at which gaps, between
        which parts.
        """
        kept = _Chain([], [], [], self._memo)
        made = []
        for at, (text, word) in enumerate(zip(self.texts, self.words, strict=True)):
            if at and wanted(kept, at):
                joined = kept.texts[-1] + between + text
                whole = self._memo[joined] if len(joined) <= LONGEST_KEPT else _UNSTABLE
                if not (whole and whole.changes):
                    made.append((self.gaps[at], kept._parts(-1)[-1], self._parts(at)[0]))
                    kept.texts[-1], kept.words[-1] = joined, whole
                    continue
            kept.texts.append(text)
            kept.words.append(word)
            kept.gaps.append(self.gaps[at])
            kept.spaced.append(self.spaced[at])
        self.texts, self.words, self.gaps, self.spaced = kept.texts, kept.words, kept.gaps, kept.spaced
        return made

    def _parts(self, at: int) -> tuple[str, ...]:
        word = self.words[at]
        return word.parts if word else (self.texts[at],)

    def _cases(self) -> Iterator[int]:
        """Numbers of the words that may be tied to the one before them."""
        spaced, texts, words = self.spaced, self.texts, self.words
        for at in range(1, len(words)):
            if not spaced[at]:
                continue
            left, right = words[at - 1], words[at]
            if right is None:
                if left is not None and left.left == ANY:
                    yield at
            elif left is None:
                if (right.right == ANY or right.ending) and texts[at - 1][-1] not in NON_JOINING:
                    yield at
            elif left.left >= 0 and (
                left.left == ANY or right.right == ANY or right.ending or (left.left and right.right > 0)
            ):
                yield at

    def _tied(self, at: int, model: ZwnjModel, careful: bool) -> bool:
        """Whether the space between the words at ``at - 1`` and ``at`` stands for a ZWNJ."""
        right_word = self.words[at]
        if right_word is not None and right_word.right < 0:
            return False
        lefts, rights = self._parts(at - 1), self._parts(at)
        left, right = lefts[-1], rights[0]
        if model.refuses(left, right, careful):
            return False
        before = lefts[-2] if len(lefts) > 1 else self._parts(at - 2)[-1] if self.spaced[at - 1] else NO_WORD
        follows = at + 1 < len(self.words) and self.spaced[at + 1]
        after = rights[1] if len(rights) > 1 else self._parts(at + 1)[0] if follows else NO_WORD
        return model.ties(before, left, right, after, careful=careful)


_UNSTABLE = Word("", ((0, 0, "", "", ""),), ("",))
"""Stands for a word that is too long to be looked at."""


def _settle_rivals(raws: list[str], words: list[Word | None], model: ZwnjModel) -> None:
    """Choose between the two readings of words in های by the words around them."""
    for at, word in enumerate(words):
        if word and word.rival:
            lead, first, second = word.rival
            before = _last(raws[at - 1], words[at - 1]) if at else NO_WORD
            after = _first(raws[at + 1], words[at + 1]) if at + 1 < len(words) else NO_WORD
            words[at] = second if model.prefers_other(lead, before, after) else first


def _last(raw: str, word: Word | None) -> str:
    return word.parts[-1] if word else raw


def _first(raw: str, word: Word | None) -> str:
    return word.parts[0] if word else raw


def _side(raw: str, word: Word | None) -> Side:
    """What a word is to the gap beside it."""
    text = word.text if word else raw
    return "s" if len(text) == 1 else "x" if text in _SUFFIXES else "w"


def _trimmed(start: int, old: str, new: str, rule: str, reason: str) -> Change:
    """The change from ``old`` to ``new`` without what both begin or end with."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, start + len(old) - tail, new[head : len(new) - tail], rule, reason
