"""The entries beside a text: what to check, its names, what changes. Each is an element of its own that opens.

What there is to say of something is written once, here; the page shows a copy of it where the text is pointed at.
"""

from collections import Counter
from collections.abc import Sequence

from persiantools.edits import Edit
from persiantools.export.places import Places
from persiantools.export.report.changes import Change
from persiantools.export.report.markup import attribute, content, prose, visible_content
from persiantools.names import Finding, Mention, NameLink, Unlinked
from persiantools.passage import Passage

__all__ = ["TYPES", "Lists"]

TYPES = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "name"}
"""The types of names, in words."""

EVIDENCE_JOINER = " · "
_SPACES = str.maketrans({" ": "␣", "\t": "⇥", "\n": "⏎"})

Rows = list[tuple[str, str]]


class Lists:
    """Writes the entries of one passage; their ids, and the places that they lead to, begin with ``prefix``."""

    def __init__(self, passage: Passage, prefix: str) -> None:
        """Keep what all entries need."""
        self.passage, self.prefix = passage, prefix
        self._places = Places(passage.text)

    def finding(self, number: int, finding: Finding) -> str:
        """One thing to check: a rarer spelling, a deceptive character."""
        rows: Rows = [("Write", f"<bdi>{content(finding.suggestion)}</bdi>")] if finding.suggestion else []
        rows.append(("Stands at", " ".join(self._place(f"m{m.start}", m.start) for m in finding.mentions)))
        summary = f'<span class="tag">{content(finding.kind)}</span> {prose(finding.message)}'
        return self._entry(f"k{number}", finding.kind, summary, rows)

    def link(self, number: int, link: NameLink) -> str:
        """A name with its mentions on both sides, the score, and why."""
        why = "".join(f"<li>{prose(part)}</li>" for part in link.evidence.split(EVIDENCE_JOINER))
        rows = [
            ("Persian", self._spellings(link.persian)),
            ("English", self._spellings(link.english)),
            ("Score", f"{link.score:.2f}, the probability that both are the same {TYPES.get(link.type, 'name')}"),
            ("Why", f"<ul>{why}</ul>"),
        ]
        names = f"{_usual(link.persian)} = {_usual(link.english)}"
        return self._entry(f"n{number}", link.type, f'{names} <span class="score">{link.score:.2f}</span>', rows)

    def unlinked(self, number: int, group: Unlinked) -> str:
        """A name that one side alone has."""
        side, other = ("Persian", "English") if group.mentions[0].lang == "fa" else ("English", "Persian")
        missing = f"no counterpart of this {TYPES.get(group.type, 'name')} found"
        rows = [(side, self._spellings(group.mentions)), (other, missing)]
        return self._entry(f"n{number}", group.type, f"{_usual(group.mentions)}{_count(group.mentions)}", rows)

    def change(self, number: int, change: Change) -> str:
        """The words before and after, and each edit in them with its rule and reason."""
        old = self.passage.text[change.start : change.end]
        new = self.passage.normalized.text[change.new_start : change.new_end]
        rows = [(content(edit.rule), self._edit(edit)) for edit in change.edits]
        rows.append(("Stands at", self._place(f"c{number}", change.start)))
        summary = f"<del><bdi>{visible_content(old)}</bdi></del> → <ins><bdi>{visible_content(new)}</bdi></ins>"
        rules = sorted({rule for edit in change.edits for rule in edit.rules})
        return self._entry(f"c{number}", " ".join(rules), summary, rows)

    def _entry(self, name: str, kind: str, summary: str, rows: Rows) -> str:
        body = "".join(f"<dt>{term}</dt><dd>{said}</dd>" for term, said in rows)
        return (
            f'<li><details class="entry" id="{self.prefix}{name}"{attribute("data-kind", kind)}>'
            f"<summary>{summary}</summary><dl>{body}</dl></details></li>\n"
        )

    def _edit(self, edit: Edit) -> str:
        old, new = (_signs(text) for text in (self.passage.text[edit.start : edit.end], edit.new))
        return f"{old} → {new}: {prose(edit.reason)}" if edit.reason else f"{old} → {new}"

    def _spellings(self, mentions: Sequence[Mention]) -> str:
        """Each spelling as a button that leads from one mention of it to the next."""
        by_text: dict[str, list[str]] = {}
        for mention in mentions:
            by_text.setdefault(mention.text, []).append(f"{self.prefix}m{mention.start}")
        return " ".join(_button(f"<bdi>{content(text)}</bdi>", places) for text, places in by_text.items())

    def _place(self, place: str, offset: int) -> str:
        return _button(self._places.shown(offset), [self.prefix + place])


def _button(label: str, places: list[str]) -> str:
    return f'<button type="button" class="go"{attribute("data-go", *places)}>{label}{_count(places)}</button>'


def _count(things: Sequence[object]) -> str:
    return f' <span class="count">×{len(things)}</span>' if len(things) > 1 else ""


def _usual(mentions: Sequence[Mention]) -> str:
    """The spelling that most mentions have."""
    return f"<bdi>{content(Counter(mention.text for mention in mentions).most_common(1)[0][0])}</bdi>"


def _signs(text: str) -> str:
    """What an edit takes out or puts in, so that even spaces can be seen."""
    return f"<bdi>{visible_content(text.translate(_SPACES))}</bdi>" if text else "nothing"
