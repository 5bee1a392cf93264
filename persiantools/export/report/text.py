"""The text of a passage as HTML: a paragraph a line, with its languages, its changes and its names marked.

The paragraphs' elements hold every character of the source and of the normalized text, in order: what one view shows
and the other does not is hidden by the style sheet. Only links, handles and the like are isolated, whose signs (@, #,
/) would change sides in a line from right to left; the order of all else is the one that the line has anywhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from persiantools.chars import ZWNJ, lines, visible
from persiantools.export.report.changes import Change
from persiantools.export.report.markup import attribute, content
from persiantools.passage import Passage
from persiantools.spans import Span

__all__ = ["Mark", "paragraphs"]


ISOLATED = frozenset({"url", "email", "mention", "hashtag", "cashtag", "code"})
"""Kinds of spans that are read as one sign."""

_WORDS = re.compile(r"\w(?:.*\w)?", re.S)


class Mark(msgspec.Struct, frozen=True):
    """A marked stretch ``[start, end)`` of the source.

    ``entries`` are the ids of what the lists say of it, ``styles`` the classes that it is drawn with, ``places`` the
    names by which buttons lead to it.
    """

    start: int
    end: int
    entries: tuple[str, ...]
    styles: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def drawn(self) -> str:
        """The attribute that says how it is drawn."""
        return attribute("class", *self.styles)

    def shown(self, text: str) -> str:
        """``text`` inside the mark; what deceives a reader is spelt out instead of doing its work."""
        return content(visible(text) if "deceptive" in self.styles else text)


def paragraphs(passage: Passage, changes: Sequence[Change], marks: Sequence[Mark], prefix: str) -> Iterator[str]:
    """One ``<p>`` a line of ``passage``; ``marks`` are sorted and disjoint, change ``i`` has id ``prefix + i``."""
    painter = _Painter(passage, changes, marks, prefix)
    for start, end in _whole(list(lines(passage.text)), changes):
        yield painter.paragraph(start, end)


def _whole(found: list[tuple[int, int]], changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    """The lines, those in one piece whose line break a change takes in."""
    starts = [change.start for change in changes]
    begin = 0
    for _, end in found:
        index = bisect_left(starts, end) - 1
        if index < 0 or changes[index].end <= end:
            yield begin, end
            begin = end


class _Painter:
    """Puts the pieces of one passage together."""

    def __init__(self, passage: Passage, changes: Sequence[Change], marks: Sequence[Mark], prefix: str) -> None:
        self.source, self.target = passage.text, passage.normalized.text
        self.edits, self.spans = passage.edits, passage.spans
        self.changes, self.marks, self.prefix = changes, marks, prefix
        self._span_starts = [span.start for span in passage.spans]
        self._change_starts = [change.start for change in changes]
        self._mark_ends = [mark.end for mark in marks]
        self._mark_starts = [mark.start for mark in marks]
        self._focusable = True
        """Whether the next item is where the Tab key enters the text; arrow keys lead on from there."""

    def paragraph(self, start: int, end: int) -> str:
        end = self._without_break(start, end)
        spans = self.spans[bisect_right(self._span_starts, start) - 1 : bisect_left(self._span_starts, end)]
        main = _main_language(spans)
        body = "".join(self._span(span, start, end, main) for span in spans)
        return f'<p dir="auto"{attribute("lang", main) if main else ""}>{body}</p>\n'

    def _without_break(self, start: int, end: int) -> int:
        """Where the line ends for a reader; a change at its very end needs all of it."""
        body = start + len(self.source[start:end].rstrip("\r\n"))
        last = self._change_starts[-1] if self._change_starts else -1
        touched = bisect_left(self._change_starts, body) < bisect_left(self._change_starts, end)
        return end if touched or last == end == len(self.source) else body

    def _span(self, span: Span, start: int, end: int, main: str) -> str:
        first, last = max(start, span.start), min(end, span.end)
        if span.kind in ISOLATED:
            return f'<bdi class="kind {span.kind}">{"".join(self._pieces(first, last))}</bdi>'
        if span.lang in (main, "zxx"):
            return "".join(self._pieces(first, last))
        words = _WORDS.search(self.source, first, last)
        if not words:
            return "".join(self._pieces(first, last))
        inside = "".join(self._pieces(*words.span()))
        before = "".join(self._pieces(first, words.start()))
        after = "".join(self._pieces(words.end(), last)) if words.end() < last else ""
        return f'{before}<span class="lang"{attribute("lang", span.lang)}>{inside}</span>{after}'

    def _pieces(self, at: int, end: int) -> Iterator[str]:
        """The source between ``at`` and ``end``, which a change may begin before or reach over."""
        number = bisect_right(self._change_starts, at) - 1
        if number >= 0 and self.changes[number].start < at:
            at = max(at, self.changes[number].end)
            number += 1
        number = max(number, 0)
        limit = end + (end == len(self.source))  # what is inserted behind the last character belongs to it
        while number < len(self.changes) and self.changes[number].start < limit:
            change = self.changes[number]
            yield from self._plain(at, change.start)
            yield self._change(change, number)
            at, number = change.end, number + 1
        yield from self._plain(at, end)

    def _plain(self, at: int, end: int) -> Iterator[str]:
        """Unchanged text with its marks; each can have the focus."""
        for mark in self._marks(at, end):
            first, last = max(mark.start, at), min(mark.end, end)
            places = attribute("data-at", *mark.places) if first == mark.start else ""
            yield content(self.source[at:first])
            yield (
                f'<span{mark.drawn} role="button"{self._tab()}{attribute("data-entry", *mark.entries)}{places}>'
                f"{mark.shown(self.source[first:last])}</span>"
            )
            at = last
        if at < end:
            yield content(self.source[at:end])

    def _change(self, change: Change, number: int) -> str:
        marks = list(self._marks(change.start, change.end))
        own = f"{self.prefix}{number}"
        entries = attribute("data-entry", own, *dict.fromkeys(entry for mark in marks for entry in mark.entries))
        places = attribute("data-at", own, *(p for mark in marks if mark.start >= change.start for p in mark.places))
        old = "".join(self._side(self.source, change.start, change.end, [(m.start, m.end, m) for m in marks]))
        moved = [(*self.edits.to_target(mark.start, mark.end), mark) for mark in marks]
        new = "".join(self._side(self.target, change.new_start, change.new_end, moved))
        new = new.replace(ZWNJ, f'<i class="zwnj">{ZWNJ}</i>')
        return (
            f'<span class="change" role="group"{self._tab()}{entries}{places}><del>{old}</del><ins>{new}</ins></span>'
        )

    def _side(self, text: str, at: int, end: int, marks: Sequence[tuple[int, int, Mark]]) -> Iterator[str]:
        """One side of a change: its marks are drawn, and the change has the focus for them."""
        for first, last, mark in marks:
            first, last = max(first, at), min(last, end)
            yield content(text[at:first])
            yield f"<span{mark.drawn}{attribute('data-entry', *mark.entries)}>{mark.shown(text[first:last])}</span>"
            at = last
        yield content(text[at:end])

    def _marks(self, start: int, end: int) -> Sequence[Mark]:
        """The marks that overlap ``[start, end)``."""
        return self.marks[bisect_right(self._mark_ends, start) : bisect_left(self._mark_starts, end)]

    def _tab(self) -> str:
        first, self._focusable = self._focusable, False
        return ' tabindex="0"' if first else ' tabindex="-1"'


def _main_language(spans: Sequence[Span]) -> str:
    """The language that has most of a line's text; empty where it has no words."""
    sizes = Counter[str]()
    for span in spans:
        if span.lang != "zxx" and span.kind == "text":
            sizes[span.lang] += len(span)
    return sizes.most_common(1)[0][0] if sizes else ""
