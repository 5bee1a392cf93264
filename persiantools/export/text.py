"""A passage as text for people: its spans, edits and names as tables that fit the screen."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from persiantools.chars import visible
from persiantools.edits import Edit, Normalized
from persiantools.export.places import Places
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.spans import Span

if TYPE_CHECKING:
    from persiantools.names import Alignment, Mention
    from persiantools.passage import Passage

__all__ = ["alignment_text", "edits_text", "passage_text", "spans_text"]

CONTEXT = 16
"""Code points at most that are shown on either side of an edit, up to the next space."""

_LAST_WORD = re.compile(r"\S*\Z")
_FIRST_WORD = re.compile(r"\S*")

SNIPPET = 200
"""Code points at most of a span that are offered to the table."""


def passage_text(passage: "Passage", screen: Screen) -> str:
    """The whole passage: languages, edits, names."""
    parts = [
        screen.paint(f"{passage.origin}: {len(passage.text)} code points", "bold"),
        _headed(f"{len(passage.spans)} spans", spans_text(passage.text, passage.spans, screen), screen),
        _headed(f"{len(passage.edits)} edits", edits_text(passage.normalized, screen), screen),
        alignment_text(passage.alignment, screen),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def spans_text(text: str, spans: Sequence[Span], screen: Screen) -> str:
    """One row a span: language, kind, offsets, confidence, and its text."""
    rows = [
        (
            span.lang,
            span.kind,
            f"{span.start}–{span.end}",
            f"{span.confidence:.2f}",
            text[span.start : min(span.end, span.start + SNIPPET)],
        )
        for span in spans
    ]
    return columns_of(rows, screen, styles=("cyan", "dim", "dim", "dim"))


def edits_text(normalized: Normalized, screen: Screen) -> str:
    """One row an edit: line and column in the source, the word before and after, rule and reason."""
    places, rows = Places(normalized.source), []
    for edit in normalized.edits:
        before, after = _around(normalized.source, edit)
        rows.append((places.shown(edit.start), visible(before), "→", visible(after), edit.rule, edit.reason))
    return columns_of(rows, screen, styles=("dim", "", "dim", "green", "cyan", "dim"))


def alignment_text(alignment: "Alignment", screen: Screen) -> str:
    """The name links, each with its evidence below it, then what found no counterpart."""
    rows = []
    for link in alignment.links:
        rows.append((f"{link.score:.2f}", link.type, _counted(link.persian), _counted(link.english)))
        rows.append(("", "", "", link.evidence))
    shown = columns_of(rows, screen, styles=("dim", "dim"))
    parts = [_headed(f"{len(alignment.links)} names linked", shown, screen)]
    for side, groups in (("Persian", alignment.unlinked_persian), ("English", alignment.unlinked_english)):
        if groups:
            shown = columns_of([(group.type, _counted(group.mentions)) for group in groups], screen, styles=("dim",))
            parts.append(_headed(f"{len(groups)} {side} names without a counterpart", shown, screen))
    return "\n\n".join(parts)


def _headed(heading: str, body: str, screen: Screen) -> str:
    return screen.paint(heading, "bold") + (f"\n{body}" if body else "")


def _counted(mentions: "Sequence[Mention]") -> str:
    """The spellings of one entity in the order in which they come, with counts: ``Massoud ×2, Massaod``."""
    counts = Counter(mention.text for mention in mentions)
    return ", ".join(f"{text} ×{count}" if count > 1 else text for text, count in counts.items())


def _around(source: str, edit: Edit) -> tuple[str, str]:
    """The words that an edit touches, before and after it."""
    left = source[max(0, edit.start - CONTEXT) : edit.start]
    right = source[edit.end : edit.end + CONTEXT]
    left = _LAST_WORD.search(left)[0]  # type: ignore[index]  # an empty match always exists
    right = _FIRST_WORD.match(right)[0]  # type: ignore[index]
    return left + source[edit.start : edit.end] + right, left + edit.new + right
