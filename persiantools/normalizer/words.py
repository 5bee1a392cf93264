"""One word: its letters, its ZWNJ, and the edits that the rules of letters, kashida and ZWNJ make inside it.

A word is decided by itself and the answer kept, because words repeat.
"""

import re
from collections.abc import Sequence

from persiantools.chars import ZWNJ
from persiantools.normalizer.zwnj.kinds import COMPARATIVES, COMPOUND_REASON, PLURALS, zwnj_reason
from persiantools.normalizer.apart import run_together
from persiantools.normalizer.changes import Change, apply_changes
from persiantools.normalizer.letters import COMPOSED, FOLDED, HARAKAT, KASHIDA, MARKS
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.zwnj.lexicon import (
    LAST,
    LEFT_ANY,
    LEFT_SOME,
    NON_JOINING,
    RIGHT_ANY,
    RIGHT_SOME,
    SEEN,
)
from persiantools.normalizer.zwnj.model import ZwnjModel
from persiantools.normalizer.zwnj.rivals import readings
from persiantools.normalizer.zwnj.segmentation import Cuts

__all__ = ["LONGEST_KEPT", "Word", "WordMemo"]

MOST_KEPT = 1 << 16
LONGEST_KEPT = 64

_ROLES = LEFT_ANY | LEFT_SOME | RIGHT_ANY | RIGHT_SOME
_ODD = re.compile("[" + "".join(FOLDED) + MARKS + KASHIDA + ZWNJ + "]")
_MARK = re.compile(f"[{MARKS}]")
_HARAKAT = re.compile(f"[{HARAKAT}]")
_STRETCHED = re.compile(r"(.)\1\1", re.DOTALL)
_RUN = re.compile(r"(.)\1*", re.DOTALL)
_LONE_HEH = re.compile(f"[\u0647\u06be]{KASHIDA}+")


class Word:
    """What was decided about a word.

    ``changes`` have offsets in the word; ``text`` is the word after them, ``parts`` its pieces between ZWNJ (folded,
    without marks); ``starts`` and ``ends`` are what the lexicon knows of the first and the last part. A ``frozen``
    word takes no part in what its neighbours do; an ``ending`` belongs to the word before it. ``compound`` and
    ``inflected`` say which kinds of ZWNJ were put in; ``apart`` is where two words run together, or 0;
    ``rival`` is the lead of the second of two readings over the first, and both.
    """

    __slots__ = ("apart", "changes", "compound", "ending", "ends", "frozen", "inflected", "parts", "rival", "starts", "text")

    def __init__(
        self, text: str, changes: tuple[Change, ...], parts: tuple[str, ...], starts: int, ends: int, frozen: bool
    ) -> None:
        """Keep the decision."""
        self.text, self.changes, self.parts = text, changes, parts
        self.starts, self.ends, self.frozen = starts, ends, frozen
        self.ending = parts[0] in PLURALS or parts[0] in COMPARATIVES
        put_in = [reason for _, _, _, rule, reason in changes if rule == "zwnj"]
        self.compound = any(reason.startswith(COMPOUND_REASON) for reason in put_in)
        self.inflected = not self.compound and bool(put_in)
        self.apart = 0
        self.rival: tuple[float, Word, Word] | None = None

    @property
    def matters(self) -> bool:
        """Whether anything about it is out of the ordinary."""
        return bool(self.changes or self.frozen or self.ending or self.apart or self.rival or (self.starts | self.ends) & _ROLES)


class WordMemo(dict[str, Word | None]):
    """Word → its decision, made on first sight; ``None`` for the many words with which nothing is to be done."""

    def __init__(self, options: NormalizeOptions, model: ZwnjModel | None, *, careful: bool = False) -> None:
        """Without a ``model`` no ZWNJ is put in or taken out of a word, doubled ones excepted; a ``careful`` one leaves
        compounds as they are unless the model is very sure.
        """
        super().__init__()
        self._careful = careful
        self._options = options
        self._model = model

    def __missing__(self, raw: str) -> Word | None:
        """Decide about ``raw`` and keep the answer (of words of ordinary length, while there is room)."""
        word = self._decide(raw)
        found = word if word.matters else None
        if len(raw) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[raw] = found
        return found

    def _decide(self, raw: str) -> Word:
        if not _ODD.search(raw):
            cuts = self._cut(raw, ())
            word = self._plain(raw, cuts)
            if self._model and not cuts:
                word.apart = run_together(raw, self._model.lexicon)
            if self._model and (both := readings(raw)) and cuts in both and (lead := self._model.lead(raw)) is not None:
                word.rival = lead, self._plain(raw, both[0]), self._plain(raw, both[1])
            return word
        if len(_HARAKAT.findall(raw)) > 1:
            return self._word(raw, _spelling(raw, self._options).letters, (), [], frozen=True)
        spelling = _spelling(raw, self._options)
        kept = tuple(spelling.zwnj)
        cuts = self._cut(spelling.letters, kept)
        changes = spelling.changes
        changes += _inserted(spelling.letters, tuple(c for c in cuts if c not in spelling.zwnj), spelling.ends, self._model)
        if self._options.stray_zwnj:
            changes += _taken_out(spelling, cuts)
        return self._word(raw, spelling.letters, cuts, sorted(changes))

    def _plain(self, raw: str, cuts: Cuts) -> Word:
        return self._word(raw, raw, cuts, _inserted(raw, cuts, range(1, len(raw)), self._model))

    def _word(self, raw: str, letters: str, cuts: Cuts, changes: list[Change], frozen: bool = False) -> Word:
        parts = tuple(letters[a:b] for a, b in zip((0, *cuts), (*cuts, len(letters)), strict=True))
        starts, ends = 0, 0
        if self._model:
            starts, ends = self._model.lexicon.roles(parts[0]), self._model.lexicon.words.get(parts[-1], 0)
        text = apply_changes(raw, changes) if changes else raw
        return Word(text, tuple(changes), parts, starts, ends, frozen)

    def _cut(self, letters: str, kept: Cuts) -> Cuts:
        """Where ZWNJ belong. One after a letter that never joins is a boundary that is not weighed: what stands on
        either side of it is decided apart.
        """
        if self._model is None:
            return kept
        firm = [at for at in kept if letters[at - 1] in NON_JOINING]
        firm = [at for at in firm if not self._splits_a_part(letters, kept, at)]
        found: list[int] = []
        for start, end in zip((0, *firm), (*firm, len(letters)), strict=True):
            inner = tuple(at - start for at in kept if start < at < end and letters[at - 1] not in NON_JOINING)
            found += [start + at for at in self._inner_cut(letters[start:end], inner)]
            found.append(end)
        return tuple(found[:-1])

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
    """The letters of a word with, for each, where it ends in the word; its ZWNJ; the changes of letters and kashida."""

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
    for cut, places in spelling.zwnj.items():
        reason = "doubled ZWNJ" if cut in cuts else "ZWNJ inside a part of a word"
        changes += [(at, at + 1, "", "stray_zwnj", reason) for at in places[cut in cuts :]]
    return changes
