"""Formal forms of spoken words (اگه → اگر): suggestions for a person to take, never edits."""

from collections.abc import Sequence
from functools import cache

import msgspec

from persiantools.normalizer.letters import WORD, skeleton
from persiantools.resources import load
from persiantools.spans import Span

__all__ = ["Suggestion", "find_informal"]


class Suggestion(msgspec.Struct, frozen=True):
    """The word ``[start, end)`` of the text and its formal form."""

    start: int
    end: int
    formal: str


@cache
def _formal_forms() -> dict[str, str]:
    rows = load("normalizer")["informal"].decode().split("\n")
    return {spoken: formal for spoken, _, formal in (row.partition("\t") for row in rows)}


def find_informal(text: str, spans: Sequence[Span]) -> tuple[Suggestion, ...]:
    """Spoken words in the Persian spans of ``text`` for which hazm's list knows a formal form.

    >>> from persiantools.spans import Span
    >>> [s.formal for s in find_informal("اگه بیای", [Span(0, 8, "fa")])]
    ['اگر']
    """
    forms = _formal_forms()
    return tuple(
        Suggestion(match.start(), match.end(), forms[word])
        for span in spans
        if span.lang == "fa" and span.kind == "text"
        for match in WORD.finditer(text, span.start, span.end)
        if (word := skeleton(match.group())) in forms
    )
