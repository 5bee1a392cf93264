"""The furniture of tweets: links, handles, the RT prefix, the line that names an embedded tweet's author.

Kept unless asked for; dropped or masked as a stage of its own, before normalization: join the edits with those of the
remaining text by `Edits.then`.
"""

import re
from collections.abc import Iterator, Sequence

from persiantools.chars import lines
from persiantools.edits import Edit, Edits
from persiantools.normalizer.options import NormalizeOptions, Treatment
from persiantools.spans import Span

__all__ = ["find_furniture", "touches_furniture"]

_RETWEET = re.compile(r"(?:RT @\w{1,50}:[ \t]?)+")
_ATTRIBUTION = re.compile(r"[—–-][ \t].{0,200}\(@\w{1,50}\)[^\n\r]{0,60}")
_MASKS = {"links": "[link]", "handles": "[handle]", "retweet": "[RT]", "attribution": "[attribution]"}


def touches_furniture(options: NormalizeOptions) -> bool:
    """Whether ``options`` drop or mask anything.

    >>> touches_furniture(NormalizeOptions()), touches_furniture(NormalizeOptions(links="mask"))
    (False, True)
    """
    return any(getattr(options, name) != "keep" for name in _MASKS)


def find_furniture(text: str, spans: Sequence[Span], options: NormalizeOptions) -> Edits:
    """The edits that drop or mask furniture; ``spans`` tile ``text``.

    >>> from persiantools.spans import Span
    >>> text = "سلام @ali خوبی"
    >>> spans = [Span(0, 5, "fa"), Span(5, 9, "zxx", "mention"), Span(9, 14, "fa")]
    >>> find_furniture(text, spans, NormalizeOptions(handles="drop")).apply(text)
    'سلام خوبی'
    """
    found = sorted(_found(text, spans), key=lambda item: (item[0], -item[1]))
    edits, reached = [], 0
    for start, end, name in found:
        treatment: Treatment = getattr(options, name)
        if treatment == "keep" or start < reached:
            continue
        if treatment == "drop":
            start, end = _with_space(text, max(start, reached), end)
        edits.append(
            Edit(start, end, _MASKS[name] if treatment == "mask" else "", "furniture", f"{name}: {treatment}")
        )
        reached = end
    return Edits(edits)


def _found(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    for span in spans:
        if span.kind == "url":
            yield span.start, span.end, "links"
        elif span.kind == "mention":
            yield span.start, span.end, "handles"
    for start, end in lines(text):
        if match := _RETWEET.match(text, start, end):
            yield match.start(), match.end(), "retweet"
        elif match := _ATTRIBUTION.match(text, start, end):
            yield match.start(), match.end(), "attribution"


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the one space that its absence would double."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before == " " and after in (" ", "", "\n", "\r"):
        return start - 1, end
    return (start, end + 1) if after == " " and before in ("", "\n", "\r") else (start, end)
