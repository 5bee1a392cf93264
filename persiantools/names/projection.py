"""Where English names may stand in Persian text: windows of words with the evidence for each name.

A window is a run of Persian words each of which matches another word of the same English name, in any order. Words of
the name that the window lacks cost: a given name little, a family name more, a middle part most, because Ahmad *Shah*
Massoud is somebody else.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from persiantools.chars import ZWNJ
from persiantools.names.capitals import is_head, is_plain
from persiantools.names.fold import persian_words
from persiantools.names.lexicon import english, persian_aliases
from persiantools.names.places import canonical
from persiantools.names.transducer import NATS
from persiantools.names.units import CAP, UnitIndex
from persiantools.names.vocabulary import exonyms, generics, letter_names
from persiantools.names.words import PersianWord, persian_key

__all__ = ["Window", "project"]

_LONGEST_UNIT = 3
_LONGEST_PHRASE = 5
_MOST_STEPS = 64  # unfinished windows followed from one word for one name
_MERGED = NATS // 2
_CUT = NATS
_INVERTED = 3 * NATS // 2
_SKIPPED = 5 * NATS
_PHRASE = 2 * NATS
_LISTED = 12 * NATS  # a register or glossary says so
_TRANSLATED = 8 * NATS
_LETTER = 4 * NATS
_SMALL = frozenset(("of", "the", "for", "and"))
_LIGHT = NATS // 2
_ACRONYM = 3  # "un" translates ملل متحد, but not within Kim Jong-un
_MISSING_BEFORE = 2 * NATS
_MISSING_LAST = 3 * NATS
_MISSING_MIDDLE = 6 * NATS
_MISSING_HEAD = NATS
_MISSING_BESIDE_ONE = 9 * NATS
_HEAD_LEFT_OUT = 3 * NATS // 2
_DIRECTIONS = frozenset("north south east west northern southern eastern western new central".split())
_PLURALS = ("ها", "های", "هایی")
_ENDINGS = frozenset("ها های هایی ی ای اش ام ات شان اند ایم مان تان".split())


class Window(NamedTuple):
    """A run of Persian words, ``start`` to ``end``, that may stand for one English name."""

    start: int
    end: int
    form: int
    evidence: int
    """Log-likelihood ratio in 1/16 nat."""
    complete: bool
    """Whether nothing of weight is missing on either side."""
    cut_left: int = 0
    """Letters of the first word that are no part of the name (a glued و)."""
    cut_right: int = 0
    """Letters of the last word that are no part of the name (a plural or clitic)."""
    lacks_first: bool = False
    """Whether the first word of the name is missing."""
    lacks_last: bool = False
    """Whether the last word of the name is missing."""


class _Step(NamedTuple):
    """One unit matched: how many words, which part of the name, evidence, letters cut."""

    length: int
    start: int
    end: int
    evidence: int
    cut_left: int
    cut_right: int


def project(
    words: Sequence[PersianWord], forms: Sequence[tuple[str, ...]], names: Mapping[str, frozenset[str]]
) -> list[Window]:
    """All windows of ``words`` for the folded English names ``forms``. ``names`` are further pairs that are known: folded
    Persian phrase → folded English names.
    """
    index = UnitIndex(forms)
    by_form: dict[int, dict[int, list[_Step]]] = {}
    for at in range(len(words)):
        for step, form in _steps(words, at, index):
            by_form.setdefault(form, {}).setdefault(at, []).append(step)
    found = list(_phrases(words, forms, names))
    for form in sorted(by_form):
        places = by_form[form]
        for at in sorted(places):
            found += _from(words, at, places, form, forms[form])
    return found


def _steps(words: Sequence[PersianWord], at: int, index: UnitIndex) -> Iterator[tuple[_Step, int]]:
    """Every unit that begins at word ``at``, with the name it belongs to."""
    for length in range(1, _LONGEST_UNIT + 1):
        if length > 1 and (at + length > len(words) or not words[at + length - 1].joined):
            return
        for aim in sorted(_translated_phrase(words[at : at + length])):
            for form, start, end in index.places(aim.replace(" ", "")):
                yield _Step(length, start, end, _TRANSLATED, 0, 0), form
        readings = (
            _readings(words[at].text) if length == 1 else [("".join(w.key for w in words[at : at + length]), 0, 0)]
        )
        seen: set[str] = set()
        for number, (key, left, right) in enumerate(readings):
            cost = (_CUT if number else 0) + _MERGED * (length - 1)
            for unit, evidence in index.matches(key):
                if unit not in seen:
                    seen.add(unit)
                    for form, start, end in index.places(unit):
                        yield _Step(length, start, end, evidence - cost, left, right), form


def _translated_phrase(words: Sequence[PersianWord]) -> frozenset[str]:
    """English words that several Persian words are translated by together: محیط زیست environment."""
    parts = [part for word in words for part in persian_words(word.text)]
    if len(parts) == 1:
        return frozenset()
    return frozenset(aim for aim in generics().get(" ".join(parts), ()) if len(aim) > _ACRONYM)


def _readings(word: str) -> list[tuple[str, int, int]]:
    """A word as it stands, and without what may be glued to it: folded letters, letters cut left and right."""
    key = persian_key(word)
    found = [(key, 0, 0)]
    joint = word.rfind(ZWNJ)
    if joint > 0 and persian_key(word[joint + 1 :]) in _ENDINGS:
        found.append((persian_key(word[:joint]), 0, len(word) - joint))
    for ending in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found.append((persian_key(word[: -len(ending)]), 0, len(ending)))
    if len(key) > 4 and key[-1] in "یمش":
        found.append((key[:-1], 0, 0))  # ezafe, "my", "his": too small to part from the name
    if len(key) > 4 and key[0] == "و":
        found.append((key[1:], 1, 0))
    return found


def _from(
    words: Sequence[PersianWord], at: int, places: Mapping[int, list[_Step]], form: int, name: Sequence[str]
) -> Iterator[Window]:
    """The windows that begin at word ``at`` and stand for ``name``."""
    best: dict[tuple[int, int], tuple[int, int, int]] = {}
    joint = "and" in name
    todo = [(at + s.length, _mask(s), s.evidence, s.start, s.cut_left, s.cut_right) for s in places[at]]
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
                    if not used & _mask(step):
                        cost = _SKIPPED if skip and not (joint and words[end].key == "و") else 0
                        more = evidence + step.evidence - cost - (_INVERTED if step.start < last else 0)
                        todo.append(
                            (end + skip + step.length, used | _mask(step), more, step.start, left, step.cut_right)
                        )
    for (end, used), (evidence, left, right) in sorted(best.items()):
        cost, complete = _missing(name, used)
        lacks = not used & 1, not used >> (len(name) - 1) & 1
        yield Window(at, end, form, evidence - cost, complete, left, right, *lacks)


def _continued(words: Sequence[PersianWord], end: int, skip: int, places: Mapping[int, list[_Step]]) -> list[_Step]:
    """The units that may follow a window that ends before word ``end``, ``skip`` words further on."""
    at = end + skip
    if at >= len(words) or not all(words[n].joined for n in range(end, at + 1)):
        return []
    return [step for step in places.get(at, ()) if not step.cut_left]


def _mask(step: _Step) -> int:
    return (1 << step.end) - (1 << step.start)


def _missing(name: Sequence[str], used: int) -> tuple[int, bool]:
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


def _phrases(
    words: Sequence[PersianWord], forms: Sequence[tuple[str, ...]], names: Mapping[str, frozenset[str]]
) -> Iterator[Window]:
    """Windows whose words are translated together: exonyms, known pairs, letters read out."""
    by_name: dict[tuple[str, ...], list[int]] = {}
    letters: dict[str, list[int]] = {}
    for number, form in enumerate(forms):
        by_name.setdefault(canonical(form), []).append(number)
        if len(form) == 1 and len(form[0]) <= _LONGEST_PHRASE:
            letters.setdefault(form[0], []).append(number)
    for at in range(len(words)):
        phrase: list[str] = []
        for length in range(1, _LONGEST_PHRASE + 1):
            end = at + length
            if end > len(words) or (length > 1 and not words[end - 1].joined):
                break
            phrase += persian_words(words[end - 1].text)
            joined = " ".join(phrase)
            for name in sorted(_known_names(joined, names)):
                for number in by_name.get(canonical(tuple(name.split())), ()):
                    evidence = CAP + _PHRASE * (length - 1) + (_LISTED if joined in names else 0)
                    yield Window(at, end, number, evidence, True)
            if length > 1:
                for number in _spelt_out(words[at:end], letters):
                    yield Window(at, end, number, _LETTER * length, True)


def _known_names(phrase: str, names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The English names that a whole Persian name is known to have."""
    own = names.get(phrase)
    if own is not None:
        return own
    return exonyms().get(phrase, frozenset()) | persian_aliases().get(phrase, frozenset())


def _spelt_out(words: Sequence[PersianWord], letters: Mapping[str, list[int]]) -> list[int]:
    """Acronyms that the words read out letter by letter: اف بی آی FBI."""
    read = [letter_names().get(word.key, "") for word in words]
    if not all(read):
        return []
    return [
        form
        for acronym, forms in letters.items()
        if len(acronym) == len(read) and all(letter in names for letter, names in zip(acronym, read, strict=True))
        for form in forms
    ]
