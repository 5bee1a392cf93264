"""One word: its letters, its ZWNJ, and the edits that the rules of letters, kashida and ZWNJ make inside it.

A word is decided by itself and the answer kept, because words repeat.
"""

import re
from collections.abc import Sequence

from persiantools.chars import ZWNJ
from persiantools.normalizer.apart import run_together
from persiantools.normalizer.changes import Change, apply_changes
from persiantools.normalizer.letters import COMPOSED, FOLDED, HARAKAT, KASHIDA, MARKS
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.zwnj.joining import PREFIXES
from persiantools.normalizer.zwnj.kinds import COMPARATIVES, COMPOUND_REASON, PLURALS, zwnj_reason
from persiantools.normalizer.zwnj.lexicon import (
    LAST,
    LEFT_ANY,
    LEFT_SOME,
    NON_JOINING,
    RIGHT_ANY,
    RIGHT_SOME,
    SEEN,
    STABLE,
)
from persiantools.normalizer.zwnj.model import ZwnjModel
from persiantools.normalizer.zwnj.rivals import readings
from persiantools.normalizer.zwnj.segmentation import Cuts

__all__ = ["ANY", "APART", "CHANGED", "COMPOUND", "ENDING", "INFLECTED", "LONGEST_KEPT", "RIVAL", "Word", "WordMemo"]

MOST_KEPT = 1 << 16
LONGEST_KEPT = 64

_ODD = re.compile("[" + "".join(FOLDED) + MARKS + KASHIDA + ZWNJ + "]")
_MARK = re.compile(f"[{MARKS}]")
_HARAKAT = re.compile(f"[{HARAKAT}]")
_STRETCHED = re.compile(r"(.)\1\1", re.DOTALL)
_RUN = re.compile(r"(.)\1*", re.DOTALL)
_LONE_HEH = re.compile(f"[\u0647\u06be]{KASHIDA}+")


# What the words of a line hold, as flags that are or-ed together.
CHANGED = 1
INFLECTED = 2
"""A ZWNJ was put in before an ending or after a prefix."""
COMPOUND = 4
"""A ZWNJ was put in between the parts of a compound."""
RIVAL = 8
APART = 16
ENDING = 32

ANY, SOME, NO = 2, 1, 0
"""How a word may be tied to a neighbour: to any, to those that are known, to none (see `Word.left`)."""


class Word:
    """What was decided about a word.

    ``changes`` have offsets in the word; ``text`` is the word after them, ``parts`` its pieces between ZWNJ (folded,
    without marks). ``left`` and ``right`` say whether a word may be tied to its end and to its beginning: `ANY`,
    `SOME` or `NO`; -1 when it cannot, whatever the neighbour is. An ``ending`` belongs to the word before it.
    ``held`` are the flags of what it holds. ``rival`` is the lead of the second of two readings over the
    first, and both; ``apart`` is where two words run together, or 0.
    """

    __slots__ = ("apart", "changes", "ending", "held", "left", "parts", "right", "rival", "text")

    def __init__(self, text: str, changes: tuple[Change, ...], parts: tuple[str, ...]) -> None:
        """Keep the decision."""
        self.text, self.changes, self.parts = text, changes, parts
        self.left = self.right = NO
        self.ending = parts[0] in PLURALS or parts[0] in COMPARATIVES
        self.rival: tuple[float, Word, Word] | None = None
        self.apart = 0
        self.held = 0

    def settle(self) -> bool:
        """Note what the finished word holds; say whether anything about it is out of the ordinary."""
        self.held = self._flags()
        return bool(self.held or self.left > 0 or self.right or self.parts != (self.text,))

    def _flags(self) -> int:
        put_in = [reason for _, _, _, rule, reason in self.changes if rule == "zwnj"]
        compound = any(reason.startswith(COMPOUND_REASON) for reason in put_in)
        return (
            bool(self.changes) * CHANGED
            | (COMPOUND if compound else INFLECTED if put_in else 0)
            | (self.rival is not None) * RIVAL
            | (self.apart > 0) * APART
            | self.ending * ENDING
        )


class WordMemo(dict[str, Word | None]):
    """Word → its decision, made on first sight; ``None`` for the many words with which nothing is to be done."""

    def __init__(self, options: NormalizeOptions, model: ZwnjModel | None, *, careful: bool = False) -> None:
        """Without a ``model`` no ZWNJ is put in or taken out of a word, doubled ones excepted; a ``careful`` one
        leaves compounds as they are unless the model is very sure.
        """
        super().__init__()
        self._careful = careful
        self._options = options
        self._model = model

    def __missing__(self, raw: str) -> Word | None:
        """Decide about ``raw`` and keep the answer (of words of ordinary length, while there is room)."""
        word = self._decide(raw)
        found = word if word.settle() else None
        if len(raw) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[raw] = found
        return found

    def _decide(self, raw: str) -> Word:
        if self._model and (code := self._model.lexicon.words.get(raw, 0)) & STABLE:
            word = Word(raw, (), (raw,))
            word.left, word.right = _left_role(raw, code), _right_role(code)
            return word
        if not _ODD.search(raw):
            cuts = self._cut(raw, ())
            word = self._plain(raw, cuts)
            if self._model and not cuts:
                word.apart = run_together(raw, self._model.lexicon)
            if (
                self._model
                and (both := readings(raw))
                and cuts in both
                and (lead := self._model.lead(raw)) is not None
            ):
                word.rival = lead, self._plain(raw, both[0]), self._plain(raw, both[1])
            return word
        if len(_HARAKAT.findall(raw)) > 1:
            return self._word(raw, _spelling(raw, self._options).letters, (), [], frozen=True)
        spelling = _spelling(raw, self._options)
        kept = tuple(spelling.zwnj)
        cuts = self._cut(spelling.letters, kept)
        changes = spelling.changes
        changes += _inserted(
            spelling.letters, tuple(c for c in cuts if c not in spelling.zwnj), spelling.ends, self._model
        )
        if self._options.stray_zwnj:
            changes += _taken_out(spelling, cuts)
        return self._word(raw, spelling.letters, cuts, sorted(changes))

    def _plain(self, raw: str, cuts: Cuts) -> Word:
        return self._word(raw, raw, cuts, _inserted(raw, cuts, range(1, len(raw)), self._model))

    def _word(self, raw: str, letters: str, cuts: Cuts, changes: list[Change], frozen: bool = False) -> Word:
        parts = tuple(letters[a:b] for a, b in zip((0, *cuts), (*cuts, len(letters)), strict=True))
        word = Word(apply_changes(raw, changes) if changes else raw, tuple(changes), parts)
        if frozen:
            word.left = word.right = -1
        elif self._model:
            lexicon = self._model.lexicon
            word.left, word.right = (
                _left_role(parts[-1], lexicon.words.get(parts[-1], 0)),
                _right_role(lexicon.roles(parts[0])),
            )
        return word

    def _cut(self, letters: str, kept: Cuts) -> Cuts:
        """Where ZWNJ belong. One after a letter that never joins is a boundary that is not weighed: what stands on
        either side of it is decided apart.
        """
        if self._model is None or len(letters) > LONGEST_KEPT:
            return kept
        if self._options.stray_zwnj:
            kept = tuple(at for at in kept if not (letters[at] == "ه" and at + 1 in kept))  # a lone heh is no part
        firm = [at for at in kept if letters[at - 1] in NON_JOINING]
        firm = [at for at in firm if not self._splits_a_part(letters, kept, at)]
        found: list[int] = []
        for start, end in zip((0, *firm), (*firm, len(letters)), strict=True):
            inner = tuple(at - start for at in kept if start < at < end and letters[at - 1] not in NON_JOINING)
            found += [start + at for at in self._inner_cut(letters[start:end], inner)]
            found.append(end)
        return self._known_stem(letters, tuple(found[:-1]), kept)

    def _known_stem(self, letters: str, cuts: Cuts, kept: Cuts) -> Cuts:
        """``cuts``, with a new one before ای moved before های where only that leaves a known stem."""
        both = readings(letters)
        if not both or self._model is None or both[1][0] in kept or both[1][0] not in cuts:
            return cuts
        start = max((at for at in cuts if at < both[1][0]), default=0)
        stem = letters[start : both[1][0]]
        if self._model.knows(stem) or not self._model.knows(stem[:-1]):
            return cuts
        return tuple(sorted({*cuts, *both[0]} - {both[1][0]}))

    def _inner_cut(self, letters: str, kept: Cuts) -> Cuts:
        """`ZwnjModel.cut`, with letters that are stretched (میخوااااام) counted once."""
        assert self._model is not None
        if not _STRETCHED.search(letters):
            return self._model.cut(letters, kept, careful=self._careful)
        single, ends = _squeezed(letters)
        if any(at not in ends for at in kept):
            return kept
        cuts = self._model.cut(single, tuple(ends.index(at) + 1 for at in kept), careful=self._careful)
        return tuple(ends[at - 1] for at in cuts)

    def _splits_a_part(self, letters: str, kept: Cuts, at: int) -> bool:
        """Whether the unseen ZWNJ at ``at`` stands in the middle of a word that no style would part (دا‌رد)."""
        if self._model is None or not self._options.stray_zwnj:
            return False
        bounds = (0, *kept, len(letters))
        index = bounds.index(at)
        left, right = letters[bounds[index - 1] : at], letters[at : bounds[index + 1]]
        known = self._model.lexicon.words
        whole = known.get(left + right, 0) >> SEEN & 7
        sides = known.get(left, 0) >> SEEN & 7, known.get(right, 0) >> SEEN & 7 or known.get(right, 0) >> LAST & 7
        return whole > 1 and not (all(sides) and (len(right) > 1 or right == "ی"))


def _left_role(part: str, code: int) -> int:
    """How a word that ends in ``part`` may be tied to the next."""
    if part[-1] in NON_JOINING:
        return -1
    return ANY if code & LEFT_ANY or part in PREFIXES else SOME if code & LEFT_SOME else NO


def _right_role(code: int) -> int:
    """How a word may be tied to the one before it, by what the lexicon knows of its first part."""
    return ANY if code & RIGHT_ANY else SOME if code & RIGHT_SOME else NO


def _squeezed(letters: str) -> tuple[str, list[int]]:
    """``letters`` with each run of three or more as one letter, and for each letter where it ends."""
    runs = [*_RUN.finditer(letters)]
    single, ends = [], []
    for run in runs:
        stretched = len(run.group()) > 2
        for at in range(1 if stretched else len(run.group())):
            single.append(run.group(1))
            ends.append(run.end() if stretched else run.start() + at + 1)
    return "".join(single), ends


class _Spelling:
    """The letters of a word with, for each, where it ends in the word; its ZWNJ; what letters and kashida change."""

    __slots__ = ("changes", "ends", "letters", "zwnj")

    def __init__(self) -> None:
        self.letters = ""
        self.ends: list[int] = []
        self.zwnj: dict[int, list[int]] = {}
        self.changes: list[Change] = []


def _spelling(raw: str, options: NormalizeOptions) -> _Spelling:
    """Read a word with odd characters, one by one."""
    found = _Spelling()
    letters: list[str] = []
    at = 0
    lone = _LONE_HEH.fullmatch(raw) is not None
    while at < len(raw):
        char, size = raw[at], 1
        folded = FOLDED.get(char)
        pair = COMPOSED.get(raw[at : at + 2])
        if pair is not None:
            folded, size = pair, 2
        if char == ZWNJ:
            found.zwnj.setdefault(len(letters), []).append(at)
        elif char == KASHIDA:
            if options.kashida and not lone:
                found.changes.append((at, at + 1, "", "kashida", "tatweel only stretches a word"))
            found.ends[-1] = at + 1
        elif folded is None and _MARK.match(char):
            found.ends[-1] = at + 1
        else:
            new = folded or char
            if folded is not None and options.letters:
                found.changes.append((at, at + size, new, "letters", f"Persian {new}"))
            letters += new
            found.ends += [at + size] * len(new)
        at += size
    found.letters = "".join(letters)
    return found


def _inserted(letters: str, cuts: Sequence[int], ends: Sequence[int], model: ZwnjModel | None) -> list[Change]:
    """The insertions of ZWNJ at ``cuts``; ``ends`` says where each letter ends in the word as written."""
    if model is None or not cuts:
        return []
    bounds = (0, *cuts, len(letters))
    return [
        (ends[b - 1], ends[b - 1], ZWNJ, "zwnj", zwnj_reason(letters[a:b], letters[b:c], model.lexicon))
        for a, b, c in zip(bounds, bounds[1:], bounds[2:], strict=False)
    ]


def _taken_out(spelling: _Spelling, cuts: Cuts) -> list[Change]:
    """The removals of doubled ZWNJ and of those that stand at no cut."""
    changes: list[Change] = []
    standing = set(cuts)
    for cut, places in spelling.zwnj.items():
        reason = "doubled ZWNJ" if cut in standing else "ZWNJ inside a part of a word"
        changes += [(at, at + 1, "", "stray_zwnj", reason) for at in places[cut in standing :]]
    return changes
