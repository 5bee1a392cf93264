"""Where English names may stand in Persian text: windows of words with the evidence for each name.

A window is a run of Persian words each of which matches another word of the same English name, in any order. Words of
the name that the window lacks cost: a given name little, a family name more, a middle part most, because Ahmad *Shah*
Massoud is somebody else.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence

from persiantools.names.latin_form import is_head, is_plain
from persiantools.names.lexicon import english
from persiantools.names.phrases import Window, phrase_windows
from persiantools.names.steps import Step, prefer_best, steps_at
from persiantools.names.transducer import NATS
from persiantools.names.units import UnitIndex
from persiantools.names.words import PersianWord

__all__ = ["Window", "project"]

_MOST_STEPS = 64  # unfinished windows followed from one word for one name
_INVERTED = 3 * NATS // 2
_SKIPPED = 5 * NATS
_SMALL = frozenset(("of", "the", "for", "and"))
_LIGHT = NATS // 2
_MISSING_BEFORE = 2 * NATS
_MISSING_LAST = 3 * NATS
_MISSING_MIDDLE = 6 * NATS
_MISSING_HEAD = NATS
_MISSING_BESIDE_ONE = 9 * NATS
_HEAD_LEFT_OUT = 3 * NATS // 2
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "central")
)


def project(
    words: Sequence[PersianWord], forms: Sequence[tuple[str, ...]], names: Mapping[str, frozenset[str]]
) -> list[Window]:
    """All windows of ``words`` for the folded English names ``forms``.

    ``names`` are further pairs that are known: folded
    Persian phrase → folded English names.
    """
    index = UnitIndex(forms)
    by_form: dict[int, dict[int, list[Step]]] = {}
    for at in range(len(words)):
        for step, form in steps_at(words, at, index):
            by_form.setdefault(form, {}).setdefault(at, []).append(step)
    prefer_best(by_form)
    found = list(phrase_windows(words, forms, names))
    for form in sorted(by_form):
        places = by_form[form]
        for at in sorted(places):
            found += _from(words, at, places, form, forms[form])
    return found


def _from(
    words: Sequence[PersianWord], at: int, places: Mapping[int, list[Step]], form: int, name: tuple[str, ...]
) -> Iterator[Window]:
    """The windows that begin at word ``at`` and stand for ``name``."""
    best: dict[tuple[int, int], tuple[int, int, int]] = {}
    joint = "and" in name
    todo = [(at + s.length, s.mask, s.evidence, s.start, s.cut_left, s.cut_right) for s in places[at]]
    for _ in range(_MOST_STEPS):
        if not todo:
            break
        end, used, evidence, last, left, right = todo.pop()
        known = best.get((end, used))
        if known is not None and known[0] >= evidence:
            continue
        best[end, used] = (evidence, left, right)
        if not right:
            for skip in (0, 1):
                for step in _continued(words, end, skip, places):
                    if not used & step.mask:
                        cost = _SKIPPED if skip and not (joint and words[end].key == "و") else 0
                        more = evidence + step.evidence - cost - (_INVERTED if step.start < last else 0)
                        todo.append(
                            (end + skip + step.length, used | step.mask, more, step.start, left, step.cut_right)
                        )
    for (end, used), (evidence, left, right) in sorted(best.items()):
        cost, complete = _missing(name, used)
        lacks = not used & 1, not used >> (len(name) - 1) & 1
        yield Window(at, end, form, evidence - cost, complete, left, right, *lacks)


def _continued(words: Sequence[PersianWord], end: int, skip: int, places: Mapping[int, list[Step]]) -> list[Step]:
    """The units that may follow a window that ends before word ``end``, ``skip`` words further on."""
    steps = places.get(end + skip)
    if steps is None or not words[end].joined or not words[end + skip].joined:
        return []
    return [step for step in steps if not step.cut_left]


@functools.lru_cache(maxsize=1 << 14)
def _missing(name: tuple[str, ...], used: int) -> tuple[int, bool]:
    """What the words of ``name`` cost that the Persian window lacks, and whether they are of no weight."""
    institution = any(is_head(word) or is_plain(word) for word in name)
    cost, complete = 0, True
    for at, word in enumerate(name):
        if used >> at & 1 or word in _SMALL:
            continue
        if len(word) == 1 or (word in english("title") and not institution):
            cost += _LIGHT
        elif is_head(word) and used & (used - 1):
            cost += _HEAD_LEFT_OUT  # افغانستان انترنشنال, Afghan International News
        else:
            cost += _missing_part(word, at, used, institution=institution)
            complete = False
    return cost, complete


def _missing_part(word: str, at: int, used: int, *, institution: bool) -> int:
    """The cost of one word of weight that is missing beside those ``used``."""
    if word in _DIRECTIONS or (institution and not is_head(word)):
        # Korea is not North Korea, Iran not Iran International
        return _MISSING_MIDDLE if used & (used - 1) else _MISSING_BESIDE_ONE
    head = _MISSING_HEAD if is_head(word) else 0
    if at < (used & -used).bit_length() - 1:
        return _MISSING_BEFORE + head
    return (_MISSING_LAST if at >= used.bit_length() else _MISSING_MIDDLE) + head
