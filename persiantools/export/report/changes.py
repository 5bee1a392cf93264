"""The changed words of a passage: what a reader sees replaced, before and after.

An edit may be as small as one invisible character, which nobody can see or point at. So edits are shown by whole
words: a `Change` takes in the words that its edits touch, and edits of one word are one change.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from persiantools.edits import Edit, Edits
from persiantools.spans import Span

__all__ = ["Change", "changes_of"]

REACH = 40
"""Code points at most that a change takes in on either side of an edit: words are shorter, links may not be."""


class Change(msgspec.Struct, frozen=True):
    """Words ``[start, end)`` of the source that become ``[new_start, new_end)`` of the normalized text."""

    start: int
    end: int
    new_start: int
    new_end: int
    edits: tuple[Edit, ...]


def changes_of(text: str, edits: Edits, spans: Sequence[Span]) -> tuple[Change, ...]:
    r"""The changes of ``text``, sorted and disjoint; words end at white space and where their span does.

    >>> edits = Edits([Edit(2, 3, "\u200c", "zwnj"), Edit(7, 7, "\u200c", "zwnj")])
    >>> [(c.start, c.end, c.new_end, len(c.edits)) for c in changes_of("می رودها", edits, [Span(0, 8, "fa")])]
    [(0, 8, 9, 2)]
    """
    found, shift = [], 0
    for start, end, inside in _groups(text, edits, spans):
        new_start = start + shift
        shift += sum(len(edit.new) - (edit.end - edit.start) for edit in inside)
        found.append(Change(start, end, new_start, end + shift, tuple(inside)))
    return tuple(found)


def _groups(text: str, edits: Edits, spans: Sequence[Span]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Edits whose words overlap, with the stretch of the source that these words take."""
    starts = [span.start for span in spans]
    start, end, group = 0, -1, list[Edit]()
    for edit in edits:
        first, last = _words(text, edit, spans[bisect_right(starts, edit.start) - 1])
        if group and (first > end or first == end > start):
            yield start, end, group
            group = []
        start, end = (start, max(end, last)) if group else (first, last)
        group.append(edit)
    if group:
        yield start, end, group


def _words(text: str, edit: Edit, span: Span) -> tuple[int, int]:
    """``edit`` with the words that it touches."""
    low, high = max(edit.start - REACH, span.start), min(edit.end + REACH, span.end)
    start, end = edit.start, edit.end
    while start > low and text[start - 1] == " ":
        start -= 1
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and text[end] == " " and text[end - 1 : end] in ("", " "):
        end += 1
    while end < high and not text[end].isspace():
        end += 1
    return start, end
