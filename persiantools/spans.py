"""A span: a stretch of the source text with its language and its kind.

Offsets are code points of the source text, half-open (``start`` counts, ``end`` does not). The spans of a text tile
it: the first begins at 0, each begins where the one before it ends, the last ends at ``len(text)``. An empty text has
no spans.
"""

from collections.abc import Sequence
from typing import Literal, get_args

import msgspec

from persiantools.errors import OffsetError

__all__ = ["KINDS", "Kind", "Span", "check_tiling"]

Kind = Literal["text", "url", "email", "mention", "hashtag", "cashtag", "emoji", "number", "code"]
"""What a span is. Dates, times, versions, IP addresses and phone numbers are ``number``; paths and formulas are
``code``.
"""

KINDS: tuple[str, ...] = get_args(Kind)


class Span(msgspec.Struct, frozen=True):
    """A stretch ``[start, end)`` of the source text.

    ``lang`` is a BCP 47 tag: ``fa`` (Dari too), ``en``, ``ar``, ``ps``, ``ur``, ``ckb``, ``fa-Latn`` (Finglish),
    another tag, ``und`` (letters of a language that is not known) or ``zxx`` (no words: links, numbers, emoji).
    ``kind`` is one of `KINDS`. ``confidence`` is the probability, in [0, 1], that ``lang`` is right.

    >>> span = Span(0, 4, "fa")
    >>> span.of("سلام world")
    'سلام'
    >>> len(span)
    4
    """

    start: int
    end: int
    lang: str
    kind: Kind = "text"
    confidence: float = 1.0

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start


def check_tiling(spans: Sequence[Span], length: int) -> None:
    """Raise `OffsetError` unless ``spans`` tile a text of ``length`` code points.

    >>> check_tiling([Span(0, 2, "fa"), Span(2, 5, "en")], 5)
    >>> check_tiling([Span(0, 2, "fa"), Span(3, 5, "en")], 5)
    Traceback (most recent call last):
        ...
    persiantools.errors.OffsetError: spans must tile the text: expected one that starts at 2, got 3..5
    """
    at = 0
    for span in spans:
        if span.start != at or span.end <= span.start:
            raise OffsetError(
                f"spans must tile the text: expected one that starts at {at}, got {span.start}..{span.end}"
            )
        at = span.end
    if at != length:
        raise OffsetError(f"spans must tile the text: they end at {at}, the text at {length}")
