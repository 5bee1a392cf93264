"""English mentions of one entity: full names, their spellings, short forms and acronyms.

Full names come first: the same words, spelling variants, an initial or a patronymic more. Then every single word
joins the full name it may be short for; where several may be meant, the exact spelling before a variant, the family
name before the given name, and the one mentioned last. Known places are not short for the institutions named after
them.
"""

import re
from collections.abc import Iterable, Sequence

from persiantools.names.english_name import EnglishName, read_name
from persiantools.names.index import skeletons
from persiantools.names.latin_form import is_common
from persiantools.names.lexicon import word_set
from persiantools.names.places import canonical
from persiantools.names.variants import are_variants

__all__ = ["group_english"]

_NEAREST = 40  # full names looked at for one short form
_SMALL = frozenset(("of", "the", "for", "and"))
_SHORTENED = ("ullah", "uddin", "ollah", "eddin", "ulla", "olah", "oddin")
_PREPOSITION = re.compile(r"\b(?:in|from|at|to|near)\s+(?:the\s+)?$", re.I)
_LOOKBACK = 12
_SAME_TITLE = 3  # "Sayyid Karim" is short for "Sayed Karim Behzad" rather than for "Karim Khalili"


def group_english(text: str, spans: Iterable[tuple[int, int]]) -> list[list[EnglishName]]:
    """The mentions at ``spans`` in groups of one entity each, in order of their first mention."""
    names = [read_name(text, start, end) for start, end in sorted(spans)]
    names = [name for name in names if name.words]
    groups = _Groups(names)
    groups.join_same()
    groups.join_full_names()
    groups.join_acronyms()
    groups.join_short_forms(text)
    return groups.result()


class _Groups:
    """A union of mentions."""

    def __init__(self, names: Sequence[EnglishName]) -> None:
        self._names = names
        self._parent = list(range(len(names)))
        self._full = [number for number, name in enumerate(names) if len(name.words) > 1]

    def result(self) -> list[list[EnglishName]]:
        found: dict[int, list[EnglishName]] = {}
        for number, name in enumerate(self._names):
            found.setdefault(self._root(number), []).append(name)
        return list(found.values())

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _join(self, one: int, other: int) -> None:
        one, other = self._root(one), self._root(other)
        self._parent[max(one, other)] = min(one, other)

    def join_same(self) -> None:
        """Equal full names, acronyms and places. Bare surnames wait: two people may share one."""
        first: dict[object, int] = {}
        for number, name in enumerate(self._names):
            key: object = canonical(name.parts) if name.is_place else name.words
            if len(name.words) > 1 or name.acronym or name.is_place:
                self._join(number, first.setdefault(key, number))

    def join_full_names(self) -> None:
        """Spelling variants of full names, and full names within longer ones."""
        seen: dict[str, list[int]] = {}
        for number in self._full:
            if self._root(number) != number or self._names[number].is_place:
                continue
            keys = self._keys(number)
            near = sorted({other for key in keys for other in seen.get(key, ())[-_NEAREST:]})
            for other in near:
                if _same_full(self._names[number], self._names[other]):
                    self._join(number, other)
            for key in keys:
                seen.setdefault(key, []).append(number)

    def _keys(self, number: int) -> set[str]:
        words = self._names[number].words
        ends = (words[0], words[-1], "".join(words))
        return {skeleton for word in ends for skeleton in skeletons(word)}

    def join_acronyms(self) -> None:
        """IAEA and International Atomic Energy Agency."""
        spelt: dict[str, int] = {}
        for number in self._full:
            for letters in _initials(self._names[number].words):
                spelt.setdefault(letters, number)
        for number, name in enumerate(self._names):
            if name.acronym in spelt and len(name.words) == 1:
                self._join(number, spelt[name.acronym])

    def join_short_forms(self, text: str) -> None:
        """Single words with the full name they are short for, or else with each other."""
        index: dict[str, list[int]] = {}
        for number in self._full:
            for skeleton in sorted({s for word in _handles(self._names[number]) for s in skeletons(word)}):
                index.setdefault(skeleton, []).append(number)
        alone: dict[str, list[int]] = {}
        for number, name in enumerate(self._names):
            if len(name.words) > 1 or (name.acronym and self._root(number) != number):
                continue
            keys = skeletons(name.words[0])
            near = sorted({other for key in keys for other in _around(index.get(key, ()), number)})
            choices = [choice for other in near if (choice := self._choice(text, number, other))]
            if choices:
                self._join(number, min(choices)[-1])
            else:
                self._join_single(number, keys, alone)
            for key in keys:
                alone.setdefault(key, []).append(number)

    def _choice(self, text: str, number: int, other: int) -> tuple[int, bool, int, int] | None:
        """How good a full name is for a short form (manner, comes later, distance), or None."""
        name, full = self._names[number], self._names[other]
        if full.is_place:
            return None
        if name.is_place and (
            full.is_institution or _PREPOSITION.search(text[max(0, name.start - _LOOKBACK) : name.start])
        ):
            return None
        manner = _manner(name.words[0], full)
        if manner is None:
            return None
        if name.titled and full.titled:
            manner -= _SAME_TITLE
        return manner, full.start > name.start, abs(full.start - name.start), other

    def _join_single(self, number: int, keys: Sequence[str], alone: dict[str, list[int]]) -> None:
        name = self._names[number]
        for other in sorted({other for key in keys for other in alone.get(key, ())[-_NEAREST:]}):
            fellow = self._names[other]
            if fellow.words == name.words or (
                not name.is_place and not fellow.is_place and are_variants(name.words[0], fellow.words[0])
            ):
                self._join(number, other)
                return


def _around(numbers: Sequence[int], number: int) -> list[int]:
    """Those of sorted ``numbers`` that stand nearest before and after ``number``."""
    before = [n for n in numbers[-_NEAREST:] if n < number] if len(numbers) <= _NEAREST else None
    if before is not None:
        return list(numbers)
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if numbers[middle] < number else (low, middle)
    return list(numbers[max(0, low - _NEAREST) : low + _NEAREST])


def _initials(words: Sequence[str]) -> set[str]:
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)}


def _handles(name: EnglishName) -> list[str]:
    """The words that a short form of the name may consist of."""
    words = name.words
    handles = [*words[:4], words[-1], "".join(words[-2:]), "".join(words[:2])]
    return handles + [words[0][: -len(ending)] for ending in _SHORTENED if words[0].endswith(ending)]


def _manner(word: str, full: EnglishName) -> int | None:
    """How ``word`` is short for ``full``, the best way 0; None when it is not."""
    words = full.words
    if full.is_institution:
        first = word == words[0] and word not in word_set("latin.cities")
        return 2 if (first and not is_common(word)) or word == words[-1] else None
    if word == words[-1]:
        return 0
    if are_variants(word, words[-1]) or "".join(words[-2:]) == word or "".join(words[:2]) == word:
        return 1
    if word == words[0]:
        return 2
    if are_variants(word, words[0]) or are_variants(word, "".join(words[-2:])):
        return 3
    if word in words[1:-1]:
        return 3
    shortened = len(word) > 3 and any(words[0] == word + ending for ending in _SHORTENED)
    return 4 if shortened else None


def _same_full(one: EnglishName, other: EnglishName) -> bool:
    """Whether two full names are one entity's."""
    short, long = sorted((one, other), key=lambda name: (len(name.words), name.start))
    if _words_match(short.words, long.words):
        return True
    few, many = short.words, long.words
    if len(few) == len(many):
        return False
    if one.is_institution or other.is_institution:
        whole = one.is_institution and other.is_institution
        return whole and (few == many[-len(few) :] or (few[0] == many[0] and few[-1] == many[-1]))
    if len(few) == 2 and are_variants(few[0], many[0]) and are_variants(few[1], many[-1]):
        # Ahmad Shah Massoud is not Ahmad Massoud: a middle word that is a name parts people.
        return all(len(word) == 1 or word not in word_set("latin.names") for word in many[1:-1])
    return _words_match(few, many[: len(few)]) or _words_match(few, many[-len(few) :])


def _words_match(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) == len(other):
        return all(are_variants(a, b) for a, b in zip(one, other, strict=True))
    left, right = "".join(one), "".join(other)
    return (
        abs(len(one) - len(other)) == 1
        and min(len(one), len(other)) > 0
        and len(left) > 6
        and are_variants(left, right)
    )
