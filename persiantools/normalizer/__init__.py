"""Normalize the Persian inside a mixed text, as edits."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from persiantools.chars import lines
from persiantools.edits import Edit, Edits
from persiantools.normalizer.digits import number_changes
from persiantools.normalizer.options import DEFAULT, NormalizeOptions
from persiantools.normalizer.stages import span_normalizer
from persiantools.spans import Span

__all__ = ["DEFAULT", "NormalizeOptions", "find_edits"]

_NONE = Edits()


def find_edits(text: str, spans: Sequence[Span], options: NormalizeOptions = DEFAULT) -> Edits:
    """The edits that normalize the Persian of ``text``.

    ``spans`` tile the text. Edits lie inside those with ``lang == "fa"`` and ``kind == "text"``; with digit rules on,
    also inside number spans on lines that have such a span. Any string is accepted.

    >>> from persiantools.spans import Span
    >>> edits = find_edits("كتاب ها", [Span(0, 7, "fa")])
    >>> [(edit.start, edit.end, edit.rule) for edit in edits]
    [(0, 1, 'letters'), (4, 5, 'zwnj')]
    """
    normalizer = span_normalizer(options)
    found: list[Edit] = []
    for span in spans:
        if span.lang == "fa" and span.kind == "text":
            found += normalizer.edits(text, span.start, span.end)
    if options.digits != "keep" or options.number_marks != "keep":
        found += _number_edits(text, spans, options)
        found.sort(key=lambda edit: (edit.start, edit.end))
    return Edits(found) if found else _NONE


def _number_edits(text: str, spans: Sequence[Span], options: NormalizeOptions) -> Iterator[Edit]:
    """Edits of the number spans that stand in Persian, on a line with Persian."""
    ends = [end for _, end in lines(text)]
    persian = {
        bisect_right(ends, span.start) for span in spans
        if span.lang == "fa" and span.kind == "text" and span.of(text).strip()
    }  # fmt: skip
    for before, number, after in zip((None, *spans), spans, (*spans[1:], None), strict=False):
        if number.kind != "number" or bisect_right(ends, number.start) not in persian:
            continue
        if _stands_in_persian(text, number, (before, after)):
            for a, b, new, rule, reason in number_changes(number.of(text), options):
                yield Edit(number.start + a, number.start + b, new, rule, reason)


def _stands_in_persian(text: str, number: Span, beside: tuple[Span | None, Span | None]) -> bool:
    """Whether a number is not part of an emoticon (<3) or of a phrase in another language (iPhone 15)."""
    if text[number.start - 1 : number.start] in ("<", ":", ";", "="):
        return False
    return all(span is None or span.kind != "text" or span.lang in ("fa", "und", "zxx") for span in beside)
