"""Which runs of Persian words are names: the best set of segments that do not overlap.

A segment scores what the tagger says of its words and edges and, when an English name of the passage may stand behind
it, the evidence for that. All sums are whole numbers (1/16 nat), so the answer is the same on every machine.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from persiantools.names.lexicon import persian_lexicon, word_set
from persiantools.names.projection import Window
from persiantools.names.tagger import Tagged
from persiantools.names.transducer import NATS
from persiantools.names.words import PersianWord

__all__ = ["Segment", "decode"]

NO_FORM = -1
LINKED_COST = 4 * NATS
"""Evidence that a link must overcome: few words are names, and few names are this one."""
UNLINKED_COST = NATS // 2
_STOP_WORD = NATS
_HEAD_ADDED = NATS // 2
_GIVEN_NAME_ADDED = 3 * NATS // 2
_TOUCHING = 2 * NATS
_LONGEST = 6
_LIKELY = -NATS  # log odds from which a word may begin a name that no English one stands behind
_FLOOR = -2 * NATS  # an unknown word is not held against a name more than this
_SEEN_OFTEN = 3
_NAMED = frozenset("PpLK")  # the lists of people, places and countries
_TITLED = 3 * NATS
_KNOWN = 10 * NATS
_BIT = 11  # ln 2 in 1/16 nat: each doubling of a word's plain uses halves the odds that it is a name
_OTHER_NAME = 4 * NATS
_SURE = 2 * NATS  # the most that a word adds to a name without English counterpart


class Segment(NamedTuple):
    """Persian words ``start`` to ``end`` as a name."""

    start: int
    end: int
    cut_left: int
    cut_right: int
    forms: Mapping[int, tuple[int, bool]]
    """English names that may stand behind it: score (1/16 nat, above 0 speaks for it), whether nothing is missing."""


class _Option(NamedTuple):
    start: int
    form: int
    score: int
    complete: bool
    cut_left: int
    cut_right: int


def decode(
    words: Sequence[PersianWord],
    tags: Sequence[Tagged],
    windows: Sequence[Window],
    alone: frozenset[int],
    known: Sequence[tuple[int, int]] = (),
) -> list[Segment]:
    """The names among ``words``. ``alone`` are the English names of one word that no longer name explains, so that a
    Persian given name before them is no contradiction; ``known`` are ranges of words that a register or glossary
    names.
    """
    search = _Search(words, tags)
    for window in windows:
        search.add_window(window, alone)
    search.add_tagged()
    search.add_known(known)
    return search.best()


class _Search:
    """Options by the place where they end, and the best way through them."""

    def __init__(self, words: Sequence[PersianWord], tags: Sequence[Tagged]) -> None:
        self._words, self._tags = words, tags
        self._options: list[dict[tuple[int, int], _Option]] = [{} for _ in range(len(words) + 1)]
        self._odds = [_odds(word, tag) for word, tag in zip(words, tags, strict=True)]
        self._stop = [word.key in word_set("persian.stop") for word in words]
        self._known = [persian_lexicon()[word.key] for word in words]
        self._lists = [known.lists for known in self._known]

    def _add(self, start: int, end: int, form: int, score: int, *rest: Any) -> None:
        """Put down an option, its score without what the tagger says; ``rest`` are its other fields."""
        if all(self._stop[start:end]):
            return
        score += self._tag_score(start, end, linked=form != NO_FORM)
        known = self._options[end].get((start, form))
        if known is None or known.score < score:
            self._options[end][start, form] = _Option(start, form, score, *rest)

    def _tag_score(self, start: int, end: int, *, linked: bool) -> int:
        """What the tagger says of the words inside, of the left and of the right edge.

        Beside the evidence of a link, which
        covers all words, their mean counts once.
        """
        if linked:
            score = min(_SURE, sum(self._odds[start:end]) // (end - start))
        else:
            score = sum(min(_SURE, odds) for odds in self._odds[start:end])
        if (
            start > 0
            and self._words[start].joined
            and self._tags[start - 1].name > 0
            and self._tags[start].name > 2 * _LIKELY
        ):
            score += self._tags[start].begins
        if end < len(self._words) and self._words[end].joined:
            score += self._tags[end].parts
        return score

    def add_window(self, window: Window, alone: frozenset[int]) -> None:
        """The window, and the window with the word before it when that belongs to the name: شهر, a given name."""
        start, end = window.start, window.end
        score = window.evidence - LINKED_COST - _STOP_WORD * sum(self._stop[start:end])
        if start and not window.complete and self._words[start].joined and "T" in self._lists[start - 1]:
            score += _TITLED
        score -= self._contradiction(window, alone) + self._plainness(start, end)
        rest = window.complete, window.cut_left, window.cut_right
        self._add(start, end, window.form, score, *rest)
        if start == 0 or window.cut_left or not self._words[start].joined:
            return
        before = self._lists[start - 1]
        if "O" in before or "H" in before:
            self._add(start - 1, end, window.form, score - _HEAD_ADDED, *rest)
        elif window.form in alone and ("P" in before or "p" in before):
            self._add(start - 1, end, window.form, score - _GIVEN_NAME_ADDED, *rest)

    def _contradiction(self, window: Window, alone: frozenset[int]) -> int:
        """What speaks against a part of a name beside a word that looks like another person's: علیرضا بیرانوند is not
        Alireza Jahanbakhsh.
        """
        cost, end = 0, window.end
        if window.lacks_last and end < len(self._words) and self._words[end].joined and self._looks_like_a_name(end):
            cost += _OTHER_NAME
        before = window.start - 1
        near = before >= 0 and self._words[window.start].joined and window.form not in alone
        if window.lacks_first and near and self._is_given_name(before):
            cost += _OTHER_NAME
        return cost

    def _plainness(self, start: int, end: int) -> int:
        """What speaks against a single word that is in use as a plain one and that no list of names holds."""
        if end - start > 1 or not _NAMED.isdisjoint(self._lists[start]):
            return 0
        return self._known[start].common * _BIT

    def _looks_like_a_name(self, at: int) -> bool:
        known = self._known[at]
        return self._tags[at].name > 0 or (self._tags[at].name > _FLOOR and not known.common and known.speech == "-")

    def _is_given_name(self, at: int) -> bool:
        return "P" in self._lists[at] and "T" not in self._lists[at] and self._tags[at].name > 0

    def add_tagged(self) -> None:
        """Names that only the tagger knows of."""
        for start in range(len(self._words)):
            if self._tags[start].name < _LIKELY:
                continue
            for end in range(start + 1, min(start + _LONGEST, len(self._words)) + 1):
                inner = self._words[end - 1].joined or end - 1 == start
                if not inner or self._tags[end - 1].name < _LIKELY - NATS // 2:
                    break
                self._add(start, end, NO_FORM, -UNLINKED_COST, False, 0, 0)

    def add_known(self, known: Sequence[tuple[int, int]]) -> None:
        """Names that a register or glossary knows."""
        for start, end in known:
            self._add(start, end, NO_FORM, _KNOWN, False, 0, 0)

    def best(self) -> list[Segment]:
        """The segments of the best way, in order."""
        size = len(self._words)
        total = [0] * (size + 1)  # best sum up to here
        free = [0] * (size + 1)  # the same when the last word is no name
        chosen: list[tuple[_Option, bool] | None] = [None] * (size + 1)
        for end in range(1, size + 1):
            total[end] = free[end] = total[end - 1]
            for _, option in sorted(self._options[end].items()):
                before, apart = total[option.start], False
                if chosen[option.start] is not None and self._words[option.start].joined:
                    before = max(before - _TOUCHING, free[option.start])
                    apart = before == free[option.start]
                if before + option.score > total[end]:
                    total[end], chosen[end] = before + option.score, (option, apart)
        return self._trace(chosen)

    def _trace(self, chosen: Sequence[tuple[_Option, bool] | None]) -> list[Segment]:
        found, end, apart = [], len(self._words), False
        while end > 0:
            choice = None if apart else chosen[end]
            apart = False
            if choice is None:
                end -= 1
                continue
            option, apart = choice
            forms = {
                o.form: (o.score, o.complete)
                for o in self._options[end].values()
                if o.start == option.start and o.form != NO_FORM
            }
            found.append(Segment(option.start, end, option.cut_left, option.cut_right, dict(sorted(forms.items()))))
            end = option.start
        return found[::-1]


def _odds(word: PersianWord, tag: Tagged) -> int:
    """The tagger's opinion of one word; of a word that was seldom seen it may be wrong."""
    known = persian_lexicon()[word.key]
    seen = known.common >= _SEEN_OFTEN or known.frequency >= _SEEN_OFTEN
    if seen or known.speech != "-":
        return tag.name
    return max(tag.name, _FLOOR)
