"""One line of one Persian span: its words, the gaps between them, and the spaces that stand for a ZWNJ.

Each piece (a word or a gap) is remembered as one character, its shape; regexes look through the shapes of a line, and
only what they find is looked at more closely.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from persiantools.chars import ZWNJ
from persiantools.memos import remember
from persiantools.normalizer.chain import GLUED, Chain, tied_words
from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import LETTERS, WORD
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.spacing import Gap, Side, normalize_gap
from persiantools.normalizer.word import APART, COMPOUND, INFLECTED, RIVAL, Word, shape, shapes, side_of
from persiantools.normalizer.words import LONGEST_KEPT, WordMemo
from persiantools.normalizer.zwnj.joining import NO_WORD
from persiantools.normalizer.zwnj.kinds import COMPARATIVES, PLURALS
from persiantools.normalizer.zwnj.model import ZwnjModel

__all__ = ["QUIET_GAPS", "LineNormalizer"]

QUIET_GAPS = frozenset(("", ". ", "، ", "؛ ", ": ", " «", "» ", "! ", "؟ ", " - ", " (", ") "))
"""Gaps between two words that no rule changes, beside a single space."""

QUIET_ENDS = frozenset((".", "!", "؟", "..."))
"""Gaps that no rule changes at the end of a span."""

_SPACE, _QUIET, _ODD_GAP, _ODD_INSIDE = " ", ".", "!", ","
"""The shapes of gaps; `_ODD_INSIDE` are `QUIET_ENDS`."""

WRITTEN_APART = PLURALS | COMPARATIVES | {"می", "نمی", "ام", "ایم", "اید", "اند", "اش"}
"""Words that, standing by themselves, show a writer who types a space where a ZWNJ belongs."""

_MOST_SHAPES = 1 << 17
_MOST_GAPS = 1 << 13
_LETTER = re.compile(f"[{LETTERS}]")
_NOTED = re.compile(shapes(noted=(1,)))
_ODD = re.compile(f"{_ODD_GAP}|{_ODD_INSIDE}(?!$)")


class Shapes(dict[str, str]):
    """Piece of a line → its shape."""

    def __init__(self, words: WordMemo) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> str:
        found = self._words.shape(piece) if _LETTER.match(piece) else _shape_of_gap(piece)
        return remember(self, piece, found, _MOST_SHAPES) if len(piece) <= LONGEST_KEPT else found


def _shape_of_gap(gap: str) -> str:
    if gap == " ":
        return _SPACE
    return _QUIET if gap in QUIET_GAPS else _ODD_INSIDE if gap in QUIET_ENDS else _ODD_GAP


class LineNormalizer:
    """The rules of one set of options, with what they remember of words and gaps."""

    def __init__(self, options: NormalizeOptions, model: ZwnjModel | None) -> None:
        """Without a ``model`` no space becomes a ZWNJ."""
        self._options = options
        self._model = model
        self._words = WordMemo(options, model)
        self._careful = WordMemo(options, model, careful=True)
        self._shapes = Shapes(self._words)
        self._gaps: dict[tuple[str, Side, Side, bool], Change | None] = {}

    def changes(self, line: str, left: Side, right: Side) -> tuple[list[Change], bool]:
        """The changes of ``line``, with offsets in it, and whether a second look may find more; ``left`` and
        ``right`` say what is beside the line.
        """
        pieces = WORD.split(line)
        shape = "".join(map(self._shapes.__getitem__, pieces))
        words = {at: self._words[pieces[at]] for at in [match.start() for match in _NOTED.finditer(shape)]}
        held = 0
        for word in words.values():
            held |= word.held
        if held & APART and self._options.run_together:
            return _parted(pieces, words), True
        habit = ZWNJ in line
        if held:
            shape = self._reconsider(pieces, words, held, habit, shape)
        fixes = self._fixes(line, pieces, shape, left, right) if _ODD.search(shape) else {}
        ties: dict[int, Change] = {}
        again = False
        if self._model:
            shape = _with_spaces(shape, pieces, fixes)
            glued = GLUED.search(shape) is not None
            ties = self._ties(pieces, words, shape, self._model, glued, habit or held & INFLECTED > 0)
            again = glued and bool(ties)  # an ending may belong to the longer word, and no longer speaks of a habit
        if not (held or fixes or ties):
            return [], False
        changes = _collect(pieces, words, fixes | ties)
        return changes, again or (habit and any("stray_zwnj" in change[3] for change in changes))

    def _reconsider(self, pieces: list[str], words: dict[int, Word], held: int, habit: bool, shape: str) -> str:
        """Decide words anew in the light of the line, in ``words``; the shape of the line after that."""
        if held & RIVAL and self._model:
            _settle_rivals(pieces, words, self._model)
        if held & COMPOUND and (habit or not WRITTEN_APART.isdisjoint(pieces[1::2])):
            for at, word in words.items():
                if word.changes:
                    words[at] = self._careful[pieces[at]]
        elif not held & RIVAL:
            return shape
        shapes = [*shape]
        for at, word in words.items():
            shapes[at] = _shape_of(word)
        return "".join(shapes)

    def _fixes(self, line: str, pieces: list[str], shape: str, left: Side, right: Side) -> dict[int, Change]:
        """Number of the piece → its change, with offsets in it, for the gaps that change."""
        found: dict[int, Change] = {}
        brackets = line.count("(") == line.count(")") and line.count("[") == line.count("]")
        last = len(pieces) - 1
        for match in _ODD.finditer(shape):
            at = match.start()
            before = side_of(shape[at - 1]) if at else left
            after = side_of(shape[at + 1]) if at < last else right
            if fix := self._gap(pieces[at], before, after, brackets):
                found[at] = fix
        return found

    def _gap(self, gap: str, before: Side, after: Side, brackets: bool) -> Change | None:
        key = gap, before, after, brackets
        if key in self._gaps:
            return self._gaps[key]
        fix = normalize_gap(gap, before, after, brackets, self._options)
        found = _trimmed(gap, fix) if fix else None
        return remember(self._gaps, key, found, _MOST_GAPS) if len(gap) <= LONGEST_KEPT else found

    def _ties(
        self, pieces: list[str], words: dict[int, Word], shape: str, model: ZwnjModel, glued: bool, careful: bool
    ) -> dict[int, Change]:
        """Number of the piece → the change that makes one word of its neighbours (offsets 0 to its length);
        ``glued`` says that an ending stands after a word that never joins.
        """
        letters = pieces[1::2]
        for at, word in words.items():
            letters[at // 2] = ZWNJ.join(word.parts)
        if not glued and not tied_words(letters, shape[1:-1], model, careful):
            return {}  # mostly so, and no chain of words need be made
        texts = pieces[1::2]
        for at, word in words.items():
            texts[at // 2] = word.text
        chain = Chain(texts, letters, shape[1:-1], self._careful)
        found = chain.glue(model.lexicon, ZWNJ if self._options.after_non_joining == "zwnj" else "") if glued else {}
        found |= chain.tie(model, careful)
        return {2 * gap: (0, len(pieces[2 * gap]), *change[2:]) for gap, change in found.items()}


def _with_spaces(shape: str, pieces: list[str], fixes: dict[int, Change]) -> str:
    """The shape of a line in which the gaps that become a single space are one."""
    spaces = [at for at in fixes if 0 < at < len(pieces) - 1 and _fixed(pieces[at], fixes[at]) == " "]
    if not spaces:
        return shape
    shapes = [*shape]
    for at in spaces:
        shapes[at] = _SPACE
    return "".join(shapes)


def _parted(pieces: list[str], words: dict[int, Word]) -> list[Change]:
    """The spaces that words copied without one lack. They come first: what the new words need is seen next."""
    starts = [0, *accumulate(map(len, pieces))]
    places = [starts[at] + word.apart for at, word in words.items() if word.apart]
    return [(at, at, " ", "run_together", "two words copied without their space") for at in places]


def _settle_rivals(pieces: list[str], words: dict[int, Word], model: ZwnjModel) -> None:
    """Choose between the two readings of words in های by the words around them."""
    for at, word in words.items():
        if word.rival:
            lead, first, second = word.rival
            before = _parts(pieces, words, at - 2)[-1] if at > 1 else NO_WORD
            after = _parts(pieces, words, at + 2)[0] if at + 2 < len(pieces) else NO_WORD
            words[at] = second if model.prefers_other(lead, before, after) else first


def _parts(pieces: list[str], words: dict[int, Word], at: int) -> Sequence[str]:
    """The pieces of a word between its ZWNJ: those of its decision, else as written."""
    return words[at].parts if at in words else pieces[at].split(ZWNJ)


def _shape_of(word: Word) -> str:
    return shape(word.text, word.left, word.right, noted=True)


def _collect(pieces: list[str], words: dict[int, Word], gaps: dict[int, Change]) -> list[Change]:
    """All changes of a line, in order, with offsets in it."""
    starts = [0, *accumulate(map(len, pieces))]
    found = [(starts[at] + a, starts[at] + b, new, rule, reason) for at, (a, b, new, rule, reason) in gaps.items()]
    for at, word in words.items():
        if word.changes:
            start = starts[at]
            found += [(start + a, start + b, new, rule, reason) for a, b, new, rule, reason in word.changes]
    found.sort()
    return found


def _trimmed(old: str, gap: Gap) -> Change:
    """The change from ``old`` to ``gap`` without what both begin or end with."""
    new, rule, reason = gap
    least = min(len(old), len(new))
    head = 0
    while head < least and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, len(old) - tail, new[head : len(new) - tail], rule, reason


def _fixed(gap: str, change: Change) -> str:
    start, end, new, _, _ = change
    return gap[:start] + new + gap[end:]
