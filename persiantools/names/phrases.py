"""Persian words that stand for a whole English name together: exonyms, known pairs, letters read out."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from persiantools.names.fold import persian_words
from persiantools.names.lexicon import persian_aliases
from persiantools.names.places import canonical
from persiantools.names.transducer import NATS
from persiantools.names.units import CAP
from persiantools.names.vocabulary import exonyms, letter_names
from persiantools.names.words import PersianWord

__all__ = ["Window", "phrase_windows"]

_LONGEST_PHRASE = 5
_PHRASE = 2 * NATS
_LISTED = 12 * NATS  # a register or glossary says so
_LETTER = 4 * NATS


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


def phrase_windows(
    words: Sequence[PersianWord], forms: Sequence[tuple[str, ...]], names: Mapping[str, frozenset[str]]
) -> Iterator[Window]:
    """Windows whose words are translated together: exonyms, known pairs, letters read out."""
    by_name: dict[tuple[str, ...], list[int]] = {}
    letters: dict[str, list[int]] = {}
    for number, form in enumerate(forms):
        by_name.setdefault(canonical(form), []).append(number)
        if len(form) == 1 and len(form[0]) <= _LONGEST_PHRASE:
            letters.setdefault(form[0], []).append(number)
    first_words = _first_words() | {name.split(" ", 1)[0] for name in names}
    for at in range(len(words)):
        if persian_words(words[at].text)[0] not in first_words and words[at].key not in letter_names():
            continue
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


@functools.cache
def _first_words() -> frozenset[str]:
    """The words that the phrases of `_known_names` begin with."""
    return frozenset(phrase.split(" ", 1)[0] for known in (exonyms(), persian_aliases()) for phrase in known)


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
