"""What the spelling of an English word says by itself: the word as it is compared, and the class that it may have.

A word is classed by its own form: mid-sentence a capital makes a name word; where a capital says nothing only words
that are not in daily use count. Months, weekdays and currencies are never names; demonyms and titles are kept apart.
Each spelling is read once and remembered.
"""

import functools
import re
from typing import NamedTuple

from persiantools.names.lexicon import english, word_set

__all__ = ["LatinForm", "is_common", "is_head", "is_plain", "read_form"]

# The classes of words, one letter each so that a line of words is a string of classes.
NAME, DEMONYM, TITLE, OPENER, PARTICLE, JOINER, CALENDAR, OTHER = "NDTCpJMO"
_JOINERS = frozenset(("of", "for", "and", "the"))
_ARTICLE = re.compile(r"(?:al|el|ul|ad|as|ash|an|ar|at|az)[-'’][A-Z]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_POSSESSIVE = re.compile(r"['’][sS]$")
_SUFFIXES = (("ies", "y"), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""))
_ABBREVIATIONS = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "st", "jr", "sr",
    "vs", "no", "rev", "hon",
))  # fmt: skip


class Tally(NamedTuple):
    """What a word counts for when a line is called a headline: 0 or 1 each."""

    long: int
    """A word of three letters or more that is no function word."""
    long_capital: int
    """The same, with a capital."""
    letters: int
    """A word of two letters or more."""
    capitals: int
    """The same, all in capitals."""


class LatinForm(NamedTuple):
    """One spelling, read."""

    text: str
    """The word without a possessive 's and without the stop of a sentence."""
    key: str
    """Lower case, without a final stop."""
    capital: bool
    """Whether it begins with a capital."""
    possessive: bool
    """Whether an 's was cut off."""
    stopped: bool
    """Whether the stop of a sentence was cut off."""
    strong: str
    """Its class where a capital means a name."""
    weak: str
    """Its class where a capital says nothing: at the start of a sentence, in headlines."""
    tally: Tally


@functools.lru_cache(maxsize=1 << 14)
def read_form(spelling: str) -> LatinForm:
    """A word as it stands between its neighbours, read.

    >>> form = read_form("Kabul's")
    >>> form.text, form.key, form.strong
    ('Kabul', 'kabul', 'N')
    """
    stopped = (
        spelling[-1] == "." and not _INITIALS.fullmatch(spelling) and spelling[:-1].lower() not in _ABBREVIATIONS
    )
    word = spelling[:-1] if stopped else spelling
    text = _POSSESSIVE.sub("", word) if word[-1] in "sS" else word
    key = text.lower().replace("’", "'").rstrip(".")
    strong, weak = _class(text, key, weak=False), _class(text, key, weak=True)
    return LatinForm(text, key, text[0].isupper(), text != word, stopped, strong, weak, _tally(text, key))


def _tally(text: str, key: str) -> Tally:
    if not text[0].isalpha():
        return Tally(0, 0, 0, 0)
    long = len(text) > 2 and key not in english("function")
    letters = len(text) > 1
    return Tally(long, long and text[0].isupper(), letters, letters and text.isupper())


def _class(text: str, key: str, *, weak: bool) -> str:
    """The class of a word by itself; ``weak`` where its capital says nothing."""
    if not text[0].isalpha():
        return OTHER
    if _ARTICLE.match(text):
        return NAME
    if not text[0].isupper():
        return JOINER if key in _JOINERS else PARTICLE if key in english("particle") else OTHER
    if text == "I" or ("'" in key and key.split("'")[0] in english("function")):
        return OTHER  # I'd, It'll
    if key in english("calendar") or (key in english("currency") and _is_sum(text, key)):
        return CALENDAR
    if weak:
        return _class_of_opener(key)
    if key in english("closed class"):
        return OTHER
    return DEMONYM if key in english("demonym") else TITLE if key in english("title") else NAME


def _class_of_opener(key: str) -> str:
    if key in english("function"):
        return OTHER
    if key in english("demonym"):
        return DEMONYM
    if key in english("title"):
        return TITLE
    return OPENER if is_common(key) else NAME


def _is_sum(text: str, key: str) -> bool:
    """Whether a currency is one: "Yuan" may be somebody's name, "500 Yuan" is money."""
    return text.isupper() or key.endswith("s") or key not in ("yuan", "rand", "real", "won")


@functools.lru_cache(maxsize=1 << 14)
def is_common(key: str) -> bool:
    """Whether a lower-case word, or what it is inflected from, is in daily use as a plain word.

    >>> is_common("students"), is_common("massoud")
    (True, False)
    """
    if key in word_set("english.common"):
        return True
    if key in word_set("latin.names"):
        return False
    if "-" in key.strip("-"):
        return all(part in english("function") or (part and is_common(part)) for part in key.split("-"))
    return any(
        key.endswith(suffix)
        and len(key) > len(suffix) + 2
        and key[: -len(suffix)] + stem in word_set("english.frequent")
        for suffix, stem in _SUFFIXES
    )


@functools.lru_cache(maxsize=1 << 14)
def is_plain(key: str) -> bool:
    """Whether a word within a name is a plain word rather than somebody's name: such names are of institutions.

    >>> is_plain("international"), is_plain("giants"), is_plain("brown")
    (True, True, False)
    """
    return key not in word_set("latin.names") and (is_common(key) or key in word_set("english.frequent"))


def is_head(key: str) -> bool:
    """Whether a word says what kind of institution or place a name is: university, ministry, lake, cup.

    >>> is_head("university"), is_head("hospitals"), is_head("massoud")
    (True, True, False)
    """
    return key in english("head") or (key.endswith("s") and key[:-1] in english("head"))
