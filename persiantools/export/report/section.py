"""One passage of a report: its text and, beside it, the lists."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from persiantools.export.report.changes import changes_of
from persiantools.export.report.lists import TYPES, Lists
from persiantools.export.report.markup import attribute, content
from persiantools.export.report.text import Mark, paragraphs
from persiantools.names import Finding, Mention, NameLink, Unlinked
from persiantools.passage import Passage

__all__ = ["Item", "Section", "section"]

_ABOUT_NAMES = ("no english", "no persian")
"""Findings that the list of names without a counterpart says already."""


class Item(msgspec.Struct, frozen=True):
    """What a report shows: a passage, and what is to be checked in it."""

    passage: Passage
    findings: tuple[Finding, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A passage as HTML, and what the list of files says of it."""

    name: str
    to_check: int
    html: str


def section(item: Item, number: int) -> Section:
    """The HTML of ``item``, the ``number``-th of its report."""
    passage, prefix = item.passage, f"f{number}"
    changes = changes_of(passage.text, passage.edits, passage.spans)
    to_check = [finding for finding in item.findings if finding.kind not in _ABOUT_NAMES]
    body = "".join(paragraphs(passage, changes, _marks(passage, to_check, prefix), f"{prefix}c"))
    lists = Lists(passage, prefix)
    alone = (*passage.alignment.unlinked_persian, *passage.alignment.unlinked_english)
    panels = (
        _panel("To check", [lists.finding(i, one) for i, one in enumerate(to_check)], {}),
        _panel(
            "Names in both languages",
            [lists.link(i, one) for i, one in enumerate(passage.names)],
            _types(passage.names),
        ),
        _panel(
            "Names in one language",
            [lists.unlinked(i, one) for i, one in enumerate(alone, len(passage.names))],
            _types(alone),
        ),
        _panel("Changes", [lists.change(i, one) for i, one in enumerate(changes)], _rules(passage)),
    )
    html = (
        f'<section class="file" id="{prefix}" aria-labelledby="{prefix}h">\n'
        f'<h2 id="{prefix}h" tabindex="-1"><bdi>{content(passage.origin)}</bdi></h2>\n'
        f'<p class="facts">{_facts(passage)}</p>\n'
        f'<div class="text" role="group" aria-label="Text">\n{body}</div>\n'
        f'<aside class="lists" aria-label="What was found">\n{"".join(panels)}</aside>\n</section>\n'
    )
    return Section(passage.origin, len(to_check), html)


def _marks(passage: Passage, findings: Sequence[Finding], prefix: str) -> list[Mark]:
    """All names and places of findings, sorted, disjoint: what overlaps becomes part of the first."""
    found = sorted([*_names(passage, prefix), *_flags(findings, prefix)], key=lambda mark: (mark.start, -mark.end))
    marks: list[Mark] = []
    for mark in found:
        if marks and mark.start < marks[-1].end:
            marks[-1] = _merged(marks[-1], mark)
        elif mark.end > mark.start:
            marks.append(mark)
    return marks


def _merged(mark: Mark, other: Mark) -> Mark:
    return Mark(
        mark.start,
        mark.end,
        tuple(dict.fromkeys((*mark.entries, *other.entries))),
        tuple(dict.fromkeys((*mark.styles, *other.styles))),
        tuple(dict.fromkeys((*mark.places, *other.places))),
    )


def _names(passage: Passage, prefix: str) -> Iterator[Mark]:
    """Marks of the names: those of links first, then of those without a counterpart, numbered as in the lists."""
    alignment = passage.alignment
    groups: list[tuple[Sequence[Mention], str, str]] = [
        ((*link.persian, *link.english), link.type, "linked") for link in alignment.links
    ]
    groups += [
        (group.mentions, group.type, "alone") for group in (*alignment.unlinked_persian, *alignment.unlinked_english)
    ]
    for number, (mentions, kind, state) in enumerate(groups):
        for mention in mentions:
            yield _mark(mention, prefix, f"n{number}", ("name", state, kind.lower()))


def _flags(findings: Sequence[Finding], prefix: str) -> Iterator[Mark]:
    for number, finding in enumerate(findings):
        for mention in finding.mentions:
            yield _mark(mention, prefix, f"k{number}", ("flag", "deceptive") if mention.lang == "zxx" else ("flag",))


def _mark(mention: Mention, prefix: str, entry: str, styles: tuple[str, ...]) -> Mark:
    return Mark(mention.start, mention.end, (prefix + entry,), styles, (f"{prefix}m{mention.start}",))


def _panel(heading: str, entries: Sequence[str], kinds: dict[str, str]) -> str:
    """A list under its heading, with a choice among ``kinds``, what they are for entries and for people."""
    choice = ""
    if len(kinds) > 1:
        options = "".join(f"<option{attribute('value', key)}>{content(name)}</option>" for key, name in kinds.items())
        label = f'<label>Show <select><option value="">all</option>{options}</select></label>'
        choice = f'<div class="choice needs-script">{label}</div>\n'
    body = f"{choice}<ul>\n{''.join(entries)}</ul>\n" if entries else "<p>none</p>\n"
    count = f'<span class="count">{len(entries)}</span>'
    return f'<details class="panel" open><summary><h3>{heading} {count}</h3></summary>\n{body}</details>\n'


def _types(groups: Iterable[NameLink | Unlinked]) -> dict[str, str]:
    present = {group.type for group in groups}
    return {key: name for key, name in TYPES.items() if key in present}


def _rules(passage: Passage) -> dict[str, str]:
    return {rule: rule for rule in sorted({rule for edit in passage.edits for rule in edit.rules})}


def _facts(passage: Passage) -> str:
    """How long the text is, and how much of each language it has."""
    letters = Counter[str]()
    for span in passage.spans:
        if span.kind == "text" and span.lang != "zxx":
            letters[span.lang] += len(span)
    whole = max(letters.total(), 1)
    shares = [f"{content(lang)} {max(size / whole, 0.01):.0%}" for lang, size in letters.most_common()]
    return " · ".join([f"{len(passage.text):,} characters", *shares])
