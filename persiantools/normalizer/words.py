"""One word: the edits that the rules of letters, kashida and ZWNJ make inside it.

A word is decided by itself and the answer kept, because words repeat.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from persiantools.chars import ZWNJ
from persiantools.memos import remember
from persiantools.normalizer.apart import run_together
from persiantools.normalizer.changes import Change, apply_changes
from persiantools.normalizer.letters import FOLDED, HARAKAT, KASHIDA, MARKS
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.parting import LONGEST_KEPT, Parting
from persiantools.normalizer.spelling import Spelling, read_spelling
from persiantools.normalizer.word import ANY, ENDING, ENDINGS, NEVER, NO, SOME, Word, shape
from persiantools.normalizer.zwnj.joining import PREFIXES
from persiantools.normalizer.zwnj.kinds import zwnj_kind, zwnj_reason
from persiantools.normalizer.zwnj.lexicon import LEFT_ANY, LEFT_SOME, NON_JOINING, RIGHT_ANY, RIGHT_SOME, STABLE
from persiantools.normalizer.zwnj.model import ZwnjModel
from persiantools.normalizer.zwnj.rivals import readings
from persiantools.normalizer.zwnj.segmentation import Cuts

__all__ = ["LONGEST_KEPT", "MOST_KEPT", "WordMemo"]

MOST_KEPT = 1 << 16

_ODD = re.compile("[" + "".join(FOLDED) + MARKS + KASHIDA + "]")
_HARAKAT = re.compile(f"[{HARAKAT}]")


class WordMemo(dict[str, Word]):
    """Word → its decision, made on first sight."""

    def __init__(self, options: NormalizeOptions, model: ZwnjModel | None, *, careful: bool = False) -> None:
        """Without a ``model`` no ZWNJ is put in or taken out of a word, doubled ones excepted; a ``careful`` one
        leaves compounds as they are unless the model is very sure.
        """
        super().__init__()
        self._options = options
        self._model = model
        self._parting = Parting(options, model, careful=careful) if model else None

    def __missing__(self, raw: str) -> Word:
        """Decide about ``raw`` and keep the answer (of words of ordinary length, while there is room)."""
        word = self._decide(raw)
        word.hold()
        self._keep(raw, word)
        return word

    def shape(self, raw: str) -> str:
        """The shape of ``raw``. Its decision is kept only where somebody may ask for it."""
        if self._model:
            lexicon = self._model.lexicon
            if lexicon.words.get(raw, 0) & STABLE:
                return shape(raw, *self._roles((raw,)), noted=False)
            if ZWNJ in raw and lexicon.attests(parts := raw.split(ZWNJ)):
                return shape(raw, *self._roles(parts), noted=False)
        word = self._decide(raw)
        noted = bool(word.hold()) or word.parts != (*raw.split(ZWNJ),)
        if noted:
            self._keep(raw, word)
        return shape(word.text, word.left, word.right, noted)

    def _keep(self, raw: str, word: Word) -> None:
        if len(raw) <= LONGEST_KEPT:
            remember(self, raw, word, MOST_KEPT)

    def _decide(self, raw: str) -> Word:
        if _ODD.search(raw):
            return self._odd(raw)
        if ZWNJ in raw:
            return self._parted(raw, raw.split(ZWNJ))
        cuts = self._cuts(raw, ())
        if self._model and (apart := run_together(raw, self._model.lexicon)) and self._only_compounds(raw, cuts):
            word = self._plain(raw, ())
            word.apart = apart
            return word
        word = self._plain(raw, cuts)
        if self._model and (both := readings(raw)) and cuts in both and (lead := self._model.lead(raw)) is not None:
            word.rival = lead, self._plain(raw, both[0]), self._plain(raw, both[1])
        return word

    def _only_compounds(self, letters: str, cuts: Cuts) -> bool:
        """Whether no cut stands before an ending or after a prefix."""
        parts = _pieces(letters, cuts)
        lexicon = self._model.lexicon if self._model else None
        return all(lexicon and zwnj_kind(left, right, lexicon) == "compound" for left, right in pairwise(parts))

    def _odd(self, raw: str) -> Word:
        """A word with letters of other languages, marks or kashida."""
        spelling = read_spelling(raw, self._options)
        if len(_HARAKAT.findall(raw)) > 1:
            return self._frozen(raw, spelling.letters)
        return self._spelt(raw, spelling)

    def _parted(self, raw: str, parts: list[str]) -> Word:
        """A word whose only odd characters are ZWNJ."""
        if "" in parts:
            return self._spelt(raw, read_spelling(raw, self._options))
        if self._model and self._model.lexicon.attests(parts):
            return self._word(raw, raw, tuple(parts), ())
        kept, at = [], 0
        for part in parts[:-1]:
            at += len(part)
            kept.append(at)
        letters = "".join(parts)
        cuts = self._cuts(letters, tuple(kept))
        if cuts == (*kept,):
            return self._word(raw, raw, tuple(parts), ())
        return self._spelt(raw, read_spelling(raw, self._options))

    def _spelt(self, raw: str, spelling: Spelling) -> Word:
        kept = tuple(at for at in spelling.zwnj if at < len(spelling.letters))
        cuts = self._cuts(spelling.letters, kept)
        new = tuple(at for at in cuts if at not in spelling.zwnj)
        changes = spelling.changes + _inserted(spelling.letters, new, spelling.ends, self._model)
        if self._options.stray_zwnj:
            changes += _taken_out(spelling, cuts)
        changes.sort()
        return self._word(raw, apply_changes(raw, changes), _pieces(spelling.letters, cuts), changes)

    def _plain(self, raw: str, cuts: Cuts) -> Word:
        changes = _inserted(raw, cuts, range(1, len(raw)), self._model)
        return self._word(raw, apply_changes(raw, changes) if cuts else raw, _pieces(raw, cuts), changes)

    def _frozen(self, raw: str, letters: str) -> Word:
        """A vocalised word: it stays as it is and is tied to nothing."""
        return Word(raw, (), (letters,))

    def _word(self, raw: str, text: str, parts: tuple[str, ...], changes: Sequence[Change]) -> Word:
        word = Word(text, tuple(changes), parts)
        if self._model:
            word.left, word.right = self._roles(parts)
        return word

    def _roles(self, parts: Sequence[str]) -> tuple[int, int]:
        """How a word of these parts may be tied to its end and to its beginning."""
        lexicon = self._model.lexicon if self._model else None
        if lexicon is None:
            return NEVER, NEVER
        return _left_role(parts[-1], lexicon.words.get(parts[-1], 0)), _right_role(parts[0], lexicon.roles(parts[0]))

    def _cuts(self, letters: str, kept: Cuts) -> Cuts:
        return self._parting.cuts(letters, kept) if self._parting else kept


def _pieces(letters: str, cuts: Cuts) -> tuple[str, ...]:
    if not cuts:
        return (letters,)
    return tuple(letters[a:b] for a, b in zip((0, *cuts), (*cuts, len(letters)), strict=True))


def _left_role(part: str, code: int) -> int:
    """How a word that ends in ``part`` may be tied to the next."""
    if part[-1] in NON_JOINING:
        return NEVER
    return ANY if code & LEFT_ANY or part in PREFIXES else SOME if code & LEFT_SOME else NO


def _right_role(part: str, code: int) -> int:
    """How a word that begins with ``part`` may be tied to the one before it, by what the lexicon knows of it."""
    return ENDING if part in ENDINGS else ANY if code & RIGHT_ANY else SOME if code & RIGHT_SOME else NO


def _inserted(letters: str, cuts: Sequence[int], ends: Sequence[int], model: ZwnjModel | None) -> list[Change]:
    """The insertions of ZWNJ at ``cuts``; ``ends`` says where each letter ends in the word as written."""
    if model is None or not cuts:
        return []
    bounds = (0, *cuts, len(letters))
    return [
        (ends[b - 1], ends[b - 1], ZWNJ, "zwnj", zwnj_reason(letters[a:b], letters[b:c], model.lexicon))
        for a, b, c in zip(bounds, bounds[1:], bounds[2:], strict=False)
    ]


def _taken_out(spelling: Spelling, cuts: Cuts) -> list[Change]:
    """The removals of doubled ZWNJ and of those that stand at no cut."""
    changes: list[Change] = []
    standing = set(cuts)
    for cut, places in spelling.zwnj.items():
        reason = "doubled ZWNJ" if cut in standing else "ZWNJ inside a part of a word"
        changes += [(at, at + 1, "", "stray_zwnj", reason) for at in places[cut in standing :]]
    return changes
