"""The words of a text, with their offsets: what names are made of.

Persian words keep a ZWNJ inside them; Latin words keep apostrophes, hyphens and the stops of abbreviations (U.S.,
J.).
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from persiantools.chars import ZWNJ, lines
from persiantools.names.fold import latin_words, persian_words
from persiantools.spans import Span

__all__ = ["LatinLine", "LatinWord", "PersianWord", "latin_lines", "latin_parts", "persian_key", "persian_tokens"]

_LETTER = (
    "\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\ufb50-\ufdfb\ufe70-\ufefc"
)
_MARK = "\u0640\u064b-\u065f\u0670"
_PERSIAN = re.compile(f"[{_LETTER}](?:[{_LETTER}{_MARK}{ZWNJ}]*[{_LETTER}{_MARK}])?")
_LATIN = re.compile(r"(?:[A-Z]\.){2,}(?:['’]s)?|[^\W\d_]+(?:[.'’&-][^\W\d_]+)*\.?|\d[\d.,:/-]*[^\W_]*")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_POSSESSIVE = re.compile(r"['’][sS]$")
_SENTENCE_ENDS = re.compile(r"[.!?:\"“”•—–|«»]|^\W*[-*]")
_BETWEEN = re.compile(rf"[ \u00a0{ZWNJ}]+")
_SIGN = re.compile(r"[A-Za-z]+|\d+|[^\s\w]")
_NAME_LENGTH, _NAME_WORDS = 40, 4
_PERSIAN_SCRIPT = frozenset(("fa", "ar", "ps", "ur", "ckb"))
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "st",
        "jr",
        "sr",
        "vs",
        "no",
        "rev",
        "hon",
    ]
)


class PersianWord(NamedTuple):
    """One word in Persian script."""

    start: int
    end: int
    text: str
    key: str
    """Its folded letters without ZWNJ."""
    joined: bool
    """Whether nothing but spaces parts it from the word before."""
    signs: tuple[str, ...]
    """Signs, numbers and Latin words between it and the word before."""
    opens: bool
    """Whether it is the first of its line."""


class LatinWord(NamedTuple):
    """One word or number in Latin script."""

    start: int
    end: int
    text: str
    key: str
    """Lower case, without a final stop."""
    gap: str
    """What stands between it and the word before."""
    opens: bool
    """Whether a sentence may begin with it, so that its capital says nothing."""
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


class LatinLine(NamedTuple):
    """The words of one line of a Latin-script span."""

    words: list[LatinWord]
    closed: bool
    """Whether it ends as a sentence does, so that it is no headline."""


def persian_key(word: str) -> str:
    """The folded letters of a word in one piece.

    >>> persian_key("گل‌محمدي")
    'گلمحمدی'
    """
    return "".join(persian_words(word))


def persian_tokens(text: str, spans: Iterable[Span]) -> list[PersianWord]:
    """The words of the Persian text spans, and of spans of other languages in its script that are as short as a name.
    Offsets are code points.

    >>> [(w.text, w.joined) for w in persian_tokens("ملا برادر، طالبان", [Span(0, 17, "fa")])]
    [('ملا', False), ('برادر', True), ('طالبان', False)]
    """
    found: list[PersianWord] = []
    for span in spans:
        if span.kind == "text" and (span.lang == "fa" or (span.lang in _PERSIAN_SCRIPT and _is_short(text, span))):
            _persian_span(text, span, found)
    return found


def _is_short(text: str, span: Span) -> bool:
    """Whether a span has so few words that they may be no more than a name, which has no language."""
    return span.end - span.start <= _NAME_LENGTH and len(_PERSIAN.findall(text, span.start, span.end)) <= _NAME_WORDS


def _persian_span(text: str, span: Span, found: list[PersianWord]) -> None:
    before = found[-1].end if found else 0
    fresh = True  # nothing before the span joins its first word
    for match in _PERSIAN.finditer(text, span.start, span.end):
        key = persian_key(match.group())
        if not key:
            continue
        gap = text[before : match.start()]
        opens = not found or "\n" in gap or "\r" in gap
        joined = not fresh and _BETWEEN.fullmatch(gap) is not None
        signs = tuple(_SIGN.findall(gap[-80:])) if found and not opens else ()
        found.append(PersianWord(match.start(), match.end(), match.group(), key, joined, signs, opens))
        before, fresh = match.end(), False


def latin_lines(text: str, spans: Iterable[Span]) -> Iterator[LatinLine]:
    """The lines of the Latin-script text that have words. Spans of several Latin-script languages that touch are one
    stretch: a foreign name in an English sentence may pass for another language.
    """
    for first, last in _latin_stretches(spans):
        for start, end in lines(text[first:last]):
            words = list(_latin_line(text, first + start, first + end))
            if words:
                after = text[words[-1].end : first + end][:8]
                yield LatinLine(words, any(sign in after for sign in '.?!"”'))


def _latin_stretches(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    first = last = 0
    for span in spans:
        if span.kind != "text" or span.lang in _PERSIAN_SCRIPT:
            continue
        if span.start != last:
            if first < last:
                yield first, last
            first = span.start
        last = span.end
    if first < last:
        yield first, last


def _latin_line(text: str, start: int, end: int) -> Iterator[LatinWord]:
    before, first = start, True
    for match in _LATIN.finditer(text, start, end):
        word, begin = match.group(), match.start()
        if word[-1] == "." and not _INITIALS.fullmatch(word) and word[:-1].lower() not in _ABBREVIATIONS:
            word = word[:-1]  # the stop of a sentence: it belongs to the gap after the word
        after = begin + len(word)
        stripped = _POSSESSIVE.sub("", word) if word[-1] in "sS" else word
        stop = begin + len(stripped)
        possessive = stop < after or (word[-1] == "s" and text[stop : stop + 1] in ("'", "’"))
        gap = text[before:begin]
        key = stripped.lower().replace("’", "'").rstrip(".")
        opens = first or (gap != " " and _SENTENCE_ENDS.search(gap) is not None)
        yield LatinWord(begin, stop, stripped, key, gap, opens, possessive)
        before, first = after, False


@functools.lru_cache(maxsize=1 << 14)
def latin_parts(name: str) -> tuple[str, ...]:
    """The folded words of an English name, stops of abbreviations dropped.

    >>> latin_parts("the U.S. Senate"), latin_parts("Gol-Mohammadi")
    (('us', 'senate'), ('gol', 'mohammadi'))
    """
    words = latin_words(re.sub(r"\.(?=\w|$)", "", name.replace("&", " and ")))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
