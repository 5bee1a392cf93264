"""Words that names hold besides names: what is translated, what only honours, what a letter is called."""

import functools

from persiantools.names.fold import latin_words, persian_words
from persiantools.resources import load

__all__ = ["Phrases", "exonyms", "generics", "is_generic", "is_light", "letter_names", "nicknames", "without_title"]

Phrases = dict[str, frozenset[str]]
"""Folded Persian phrase, words joined by one space → its folded English counterparts."""


@functools.cache
def _section(name: str) -> list[list[str]]:
    """The rows of one table of ``names.bin``."""
    return [line.split("\t") for line in load("names")[name].decode().split("\n") if line]


def _phrases(name: str) -> Phrases:
    found: dict[str, set[str]] = {}
    for persian, english in _section(name):
        found.setdefault(" ".join(persian_words(persian)), set()).update(english.split("|"))
    return {persian: frozenset(" ".join(latin_words(e)) for e in english) for persian, english in found.items()}


@functools.cache
def generics() -> Phrases:
    """Words and phrases that are translated wherever they stand: وزارت Ministry."""
    return _phrases("generic")


@functools.cache
def exonyms() -> Phrases:
    """Whole names that are translated: آلمان Germany. Sources: CLDR (fa, fa-AF) and a table of this project."""
    return _phrases("exonyms")


@functools.cache
def letter_names() -> dict[str, str]:
    """Persian name of a Latin letter → the letters it may stand for: ای a, e, i."""
    found: dict[str, str] = {}
    for persian, letters in _section("letters"):
        for word in persian_words(persian):
            found[word] = found.get(word, "") + letters
    return found


@functools.cache
def nicknames() -> Phrases:
    """Short form of an English given name → the full forms: bob → robert."""
    found: dict[str, set[str]] = {}
    for full, shorts in _section("nicknames"):
        for short in shorts.split("|"):
            found.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in found.items()}


@functools.cache
def _titles() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    rows = _section("titles")
    persian = frozenset(persian_words(row[0]) for row in rows)
    latin = frozenset(latin_words(title) for row in rows for title in row[1].split("|"))
    return persian, latin


def without_title(words: tuple[str, ...], *, latin: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles that ``words`` begin with, and the rest, which is never empty.

    >>> without_title(("president", "ashraf", "ghani"), latin=True)
    (('president',), ('ashraf', 'ghani'))
    """
    titles = _titles()[latin]
    start = 0
    while length := next((n for n in (3, 2, 1) if words[start : start + n] in titles and start + n < len(words)), 0):
        start += length
    return words[:start], words[start:]


@functools.cache
def _light(latin: bool) -> frozenset[str]:
    return frozenset(word for script, word in _section("light") if (script == "latin") is latin)


def is_light(word: str, *, latin: bool) -> bool:
    """Whether a word may be left out of a name without making it another one: articles, particles, ezafe."""
    return word in _light(latin)


def is_generic(word: str, *, latin: bool) -> bool:
    """Whether a word says what kind of thing is named: ولایت, Province."""
    return word in _generic_words(latin)


@functools.cache
def _generic_words(latin: bool) -> frozenset[str]:
    """Generic words of one side; a country is no generic word, though it is translated."""
    if latin:
        names = frozenset(english for counterparts in exonyms().values() for english in counterparts)
        return frozenset(english for counterparts in generics().values() for english in counterparts) - names
    return frozenset(generics()) - frozenset(exonyms())
