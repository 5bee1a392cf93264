"""Which stretches of a text are Finglish words, and how they are spelt for the model.

Links, addresses, handles, hashtags, and words with digits inside are no Finglish words: they are never offered a
Persian spelling. So is a run of more than `MAX_LETTERS` letters, which no writer means as a word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["MAX_LETTERS", "SHORT_A", "Word", "are_closed", "find_words", "mark_length", "skeleton", "spell"]

MAX_LETTERS = 40
"""Longer runs of letters are left alone, so that the work for one word is bounded."""

SHORT_A = "ä"
"""An a that is known to be short, because its writer spells the long one aa; the long one becomes ``A``."""

_SCHOLARLY = {
    "ā": "aa",
    "â": "aa",
    "á": "aa",
    "š": "sh",
    "ž": "zh",
    "č": "ch",
    "ī": "i",
    "ū": "oo",
    "ō": "o",
    "ē": "e",
}
"""Letters of transliteration alphabets, spelt the way Finglish spells them."""

_LETTERS = "A-Za-z" + "".join(_SCHOLARLY) + "".join(letter.upper() for letter in _SCHOLARLY)

_TOKEN = re.compile(  # every repetition is bounded or consumed, so that no text takes more than linear time
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]{1,64}@\w[\w.-]{1,255}"
    r"|[@#$]\w+"
    r"|(?:[\w-]{1,63}\.){1,4}(?:com|org|net|ir|io|af|me)\b(?:/\S*)?"
    r"|(?P<run>\w+(?:['’`]\w+)*)"
)
_WORD = re.compile(rf"[{_LETTERS}'’`]+")

_TRIPLED = re.compile(r"([a-z])\1{2,}")
_DOUBLED_VOWELS = "aoe"  # aa, oo and ee are vowels of their own

_CLOSING = frozenset('.,;:!?\u2026()"\u00ab\u00bb')


class Word(NamedTuple):
    """A Finglish word: its place in the source text (code points, half-open) and its plain lower-case letters."""

    start: int
    end: int
    letters: str


def find_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The Finglish words of ``text[start:end]``, in order; offsets are those of ``text``.

    >>> [word.letters for word in find_words("salaam @ali, che khabar? https://t.co/Ab 2khtar")]
    ['salaam', 'che', 'khabar']
    """
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        run = match["run"]
        if run and len(run) <= MAX_LETTERS and _WORD.fullmatch(run):
            yield Word(match.start(), match.end(), spell(run))


def are_closed(text: str, words: Sequence[Word]) -> list[bool]:
    """For each of the ``words`` of a line whether a clause ends after it: a mark follows it, or nothing.

    >>> text = "kiye? nemidoonam"
    >>> are_closed(text, list(find_words(text)))
    [True, True]
    """
    gaps = [text[word.end : after.start] for word, after in pairwise(words)]
    return [not _CLOSING.isdisjoint(gap) for gap in gaps] + [True] * bool(words)


def spell(word: str) -> str:
    """The letters that the model reads: lower case, a-z only, no apostrophe, drawn-out letters cut short.

    >>> spell("Jame'eh"), spell("kheyliiii"), spell("khaaaanom"), spell("Tehrān")
    ('jameeh', 'kheyli', 'khaanom', 'tehraan')
    """
    letters = "".join(_SCHOLARLY.get(letter, letter) for letter in word.lower() if letter not in "'’`")
    return _TRIPLED.sub(lambda run: run[1] * (2 if run[1] in _DOUBLED_VOWELS else 1), letters)


def mark_length(words: Sequence[str]) -> list[str]:
    """The words of a line with ``aa`` as ``A`` and, where the line has any aa, ``a`` as `SHORT_A`.

    >>> mark_length(["daram", "miam"]), mark_length(["daaram", "miam"])
    (['daram', 'miam'], ['dAräm', 'miäm'])
    """
    if not any("aa" in word for word in words):
        return list(words)
    return [word.replace("aa", "A").replace("a", SHORT_A) for word in words]


_ALIKE = str.maketrans({"A": "a", SHORT_A: "a", "w": "v"})
_SPELT_ALIKE = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ey", "ei"), ("kh", "x"))
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(letters: str) -> str:
    """What different spellings of a word have in common: vowel length, doubled letters and a final h dropped.

    >>> skeleton("khooneh") == skeleton("khuneh") == skeleton("xoune")
    True
    """
    for spelling, one in _SPELT_ALIKE:
        letters = letters.replace(spelling, one)
    letters = _DOUBLED.sub(r"\1", letters.translate(_ALIKE))
    return letters[:-1] if len(letters) > 2 and letters.endswith("eh") else letters
