"""Normalize the Persian inside a mixed text, as edits."""

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
    """Edits of the number spans that stand on a line with Persian."""
    persian = [span for span in spans if span.lang == "fa" and span.kind == "text" and span.of(text).strip()]
    numbers = [span for span in spans if span.kind == "number"]
    at = reached = 0
    for start, end in lines(text):
        while reached < len(persian) and persian[reached].end <= start:
            reached += 1
        has_persian = reached < len(persian) and persian[reached].start < end
        while at < len(numbers) and numbers[at].start < end:
            if has_persian:
                for a, b, new, rule, reason in number_changes(numbers[at].of(text), options):
                    yield Edit(numbers[at].start + a, numbers[at].start + b, new, rule, reason)
            at += 1
