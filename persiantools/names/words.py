"""The words of a text, with their offsets: what names are made of.

Persian words keep a ZWNJ inside them; Latin words keep apostrophes, hyphens and the stops of abbreviations (U.S.,
J.).
"""

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from persiantools.chars import ZWNJ, lines
from persiantools.names.fold import latin_words, persian_words
from persiantools.names.latin_form import LatinForm, read_form
from persiantools.spans import Span

__all__ = ["LatinLine", "PersianWord", "latin_lines", "latin_parts", "persian_key", "persian_tokens"]

_LETTER = (
    "\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\ufb50-\ufdfb\ufe70-\ufefc"
)
_MARK = "\u0640\u064b-\u065f\u0670"
_PERSIAN = re.compile(f"[{_LETTER}](?:[{_LETTER}{_MARK}{ZWNJ}]*[{_LETTER}{_MARK}])?")
_LATIN = re.compile(r"((?:[A-Z]\.){2,}(?:['’]s)?|[^\W\d_]+(?:[.'’&-][^\W\d_]+)*\.?|\d[\d.,:/-]*[^\W_]*)")
_SENTENCE_ENDS = re.compile(r"[.!?:\"“”•—–|«»]|^\W*[-*]")
_BETWEEN = re.compile(rf"[ \u00a0{ZWNJ}]+")
_SIGN = re.compile(r"[A-Za-z]+|\d+|[^\s\w]")
_NAME_LENGTH, _NAME_WORDS = 40, 4
_PERSIAN_SCRIPT = frozenset(("fa", "ar", "ps", "ur", "ckb"))


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


class LatinLine(NamedTuple):
    """The words and numbers of one line of Latin-script text, by their places in it."""

    forms: list[LatinForm]
    starts: list[int]
    gaps: list[str]
    """What stands before each word, and after the last."""
    opening: frozenset[int]
    """The words that a sentence may begin with, so that their capital says nothing."""
    closed: bool
    """Whether the line ends as a sentence does, so that it is no headline."""

    def end(self, at: int) -> int:
        """Where word ``at`` ends."""
        return self.starts[at] + len(self.forms[at].text)

    def is_possessive(self, at: int) -> bool:
        """Whether word ``at`` stands in the genitive: Kabul's, students'."""
        form = self.forms[at]
        return form.possessive or (form.text[-1] == "s" and self.gaps[at + 1][:1] in ("'", "’"))


@functools.lru_cache(maxsize=1 << 14)
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
        word = match.group()
        key = persian_key(word)
        if not key:
            continue
        start, end = match.span()
        gap = text[before:start]
        opens, joined = not found, not fresh
        signs: tuple[str, ...] = ()
        if gap != " ":
            opens = opens or "\n" in gap or "\r" in gap
            joined = joined and _BETWEEN.fullmatch(gap) is not None
            signs = tuple(_SIGN.findall(gap[-80:])) if not opens else ()
        found.append(PersianWord(start, end, word, key, joined, signs, opens))
        before, fresh = end, False


def latin_lines(text: str, spans: Iterable[Span]) -> Iterator[LatinLine]:
    """The lines of the Latin-script text that have words. Spans of several Latin-script languages that touch are one
    stretch: a foreign name in an English sentence may pass for another language.
    """
    for first, last in _latin_stretches(spans):
        stretch = text[first:last]
        for start, end in lines(stretch):
            pieces = _LATIN.split(stretch[start:end])
            if len(pieces) > 1:
                yield _latin_line(pieces, first + start)


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


def _latin_line(pieces: list[str], start: int) -> LatinLine:
    """The line that begins at ``start``, made of gaps and words by turns, a gap at either end."""
    forms = list(map(read_form, pieces[1::2]))
    starts = list(accumulate(map(len, pieces), initial=start))[1:-1:2]
    gaps = pieces[::2]
    opening = [0]
    for at, form in enumerate(forms, 1):
        if form.stopped:
            gaps[at] = "." + gaps[at]
        if gaps[at] != " " and _SENTENCE_ENDS.search(gaps[at]) is not None:
            opening.append(at)
    closed = any(sign in (pieces[-2][len(forms[-1].text) :] + pieces[-1])[:8] for sign in '.?!"”’')
    return LatinLine(forms, starts, gaps, frozenset(opening) - {len(forms)}, closed)


@functools.lru_cache(maxsize=1 << 14)
def latin_parts(name: str) -> tuple[str, ...]:
    """The folded words of an English name, stops of abbreviations dropped.

    >>> latin_parts("the U.S. Senate"), latin_parts("Gol-Mohammadi")
    (('us', 'senate'), ('gol', 'mohammadi'))
    """
    words = latin_words(re.sub(r"\.(?=\w|$)", "", name.replace("&", " and ")))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
