"""English names: what a capital letter says, and when it says nothing.

A word is classed by its own form and its place. Mid-sentence a capital makes a name word; at the start of a sentence
and in headlines only words that are not in daily use count, or words that bear a capital elsewhere in the passage.
Months, weekdays and currencies are never names; demonyms and titles are kept apart, so that `chains` can decide what
they belong to.
"""

import functools
import re
from collections.abc import Iterable, Sequence

from persiantools.names.lexicon import english, word_set
from persiantools.names.words import LatinLine, LatinWord

__all__ = ["class_line", "is_common", "is_head", "is_plain", "known_names"]

# The classes of words, one letter each so that a line of words is a string of classes.
NAME, DEMONYM, TITLE, OPENER, PARTICLE, JOINER, CALENDAR, OTHER = "NDTCpJMO"
_JOINERS = frozenset(("of", "for", "and", "the"))
_ARTICLE = re.compile(r"(?:al|el|ul|ad|as|ash|an|ar|at|az)[-'’][A-Z]")
_CAPITALIZED = 0.8
_FEWEST_WORDS = 4
_SUFFIXES = (("ies", "y"), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""))


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


def class_line(line: LatinLine, known: frozenset[str]) -> tuple[str, bool]:
    """The class of each word of one line, and whether the line is a headline.

    ``known`` are words and pairs of words that stand with a capital mid-sentence somewhere in the passage.
    """
    shouting = _is_shouting(line.words)
    weak = shouting or _is_headline(line)
    if _is_retweet(line.words):
        return OTHER, weak
    classes = []
    label = _label(line.words)
    for at, word in enumerate(line.words):
        kind = _class(word, weak=weak or at < label)
        if at < label and kind == NAME and word.key in word_set("english.frequent"):
            kind = OPENER
        if kind == OPENER and (word.key in known or not known.isdisjoint(_pairs(line.words, at))):
            kind = NAME
        elif shouting and kind == NAME and word.key not in known and is_common(word.key):
            kind = OTHER
        classes.append(kind)
    return "".join(classes), weak


def _is_retweet(words: Sequence[LatinWord]) -> bool:
    """Whether the stretch is nothing but the RT before a handle (in a sentence RT is a broadcaster)."""
    return len(words) == 1 and words[0].text == "RT"


def _label(words: Sequence[LatinWord]) -> int:
    """How many words at the start of the line stand before a colon, at most three: "Also Read: …"."""
    return next((at for at in range(1, min(4, len(words))) if ":" in words[at].gap), 0)


def known_names(lines: Iterable[LatinLine]) -> frozenset[str]:
    """Words with a capital that only a name explains: mid-sentence, outside headlines, and, when they are also plain
    words, on their own. Pairs of such words, joined by a space, count too.
    """
    found: set[str] = set()
    for line in lines:
        if _is_headline(line) or _is_shouting(line.words):
            continue
        label = _label(line.words)  # "Also Read:" has its own capitals
        for at, word in enumerate(line.words):
            if at < label or word.opens or _class(word, weak=False) != NAME:
                continue
            if not (is_common(word.key) and _in_company(line.words, at)):
                found.add(word.key)
            found.update(_pairs(line.words, at))
            after = line.words[at + 1] if at + 1 < len(line.words) else None
            if after is not None and after.gap == " & ":
                found.add(f"{word.key} and {after.key}")
    return frozenset(found)


def _pairs(words: Sequence[LatinWord], at: int) -> list[str]:
    """The word joined to the capital after it."""
    after = words[at + 1] if at + 1 < len(words) else None
    return [f"{words[at].key} {after.key}"] if after is not None and after.capital and after.gap == " " else []


def _in_company(words: Sequence[LatinWord], at: int) -> bool:
    """Whether a word stands beside another capital or after "of", so that the whole may be the name."""
    before = words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        (before.capital and not before.opens)
        or before.key == "of"
        or (after is not None and after.capital and after.gap == " ")
    )


def _class(word: LatinWord, *, weak: bool) -> str:
    return _class_of(word.text, word.key, word.opens or weak)


@functools.lru_cache(maxsize=1 << 14)
def _class_of(text: str, key: str, weak: bool) -> str:
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


def _is_headline(line: LatinLine) -> bool:
    """Title case: nearly all long words bear capitals, and no sentence ends."""
    words = line.words
    long = [w for w in words if w.text[0].isalpha() and len(w.text) > 2 and w.key not in english("function")]
    mostly = len(long) >= _FEWEST_WORDS and sum(w.capital for w in long) >= _CAPITALIZED * len(long)
    return mostly and not line.closed


def _is_shouting(words: Sequence[LatinWord]) -> bool:
    long = [w for w in words if w.text[0].isalpha() and len(w.text) > 1]
    return len(long) >= _FEWEST_WORDS and sum(w.text.isupper() for w in long) >= _CAPITALIZED * len(long)
