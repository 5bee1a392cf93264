"""The records that name finding, comparison and linking answer with."""

from typing import Any

import msgspec

__all__ = ["Alignment", "Candidate", "Match", "Mention", "NameLink", "PartMatch", "Unlinked"]


class Mention(msgspec.Struct, frozen=True, order=True):
    """A name as it stands in a text: offsets are code points of that text, half-open."""

    start: int
    end: int
    text: str
    lang: str
    """``fa`` for a name in Persian script, ``en`` for one in Latin script."""


class NameLink(msgspec.Struct, frozen=True):
    """One person, place, organisation or other thing, with all its mentions on both sides."""

    persian: tuple[Mention, ...]
    english: tuple[Mention, ...]
    type: str
    """``PER``, ``LOC``, ``ORG`` or ``MISC``."""
    score: float
    """Probability, in [0, 1], that both sides are the same: the evidence of the best pair of spellings and what the
    passage says of the Persian words, against the odds that few words are this name."""
    evidence: str
    """How their parts match, for people."""


class Unlinked(msgspec.Struct, frozen=True):
    """The mentions of one entity that the other language does not mention, or not for certain."""

    mentions: tuple[Mention, ...]
    type: str


class Alignment(msgspec.Struct, frozen=True):
    """The names of a passage. Every mention stands in exactly one link or one unlinked group."""

    links: tuple[NameLink, ...] = ()
    unlinked_persian: tuple[Unlinked, ...] = ()
    unlinked_english: tuple[Unlinked, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: ``names``, and ``unlinked`` groups by side.

        >>> alignment = Alignment(unlinked_english=(Unlinked((Mention(0, 4, "Oslo", "en"),), "LOC"),))
        >>> alignment.to_dict()["unlinked"]["english"]
        [{'mentions': [{'start': 0, 'end': 4, 'text': 'Oslo'}], 'type': 'LOC'}]
        """
        return {
            "names": [_link(link) for link in self.links],
            "unlinked": {
                "persian": [_group(group) for group in self.unlinked_persian],
                "english": [_group(group) for group in self.unlinked_english],
            },
        }


def _mentions(mentions: tuple[Mention, ...]) -> list[dict[str, Any]]:
    return [{"start": mention.start, "end": mention.end, "text": mention.text} for mention in mentions]


def _link(link: NameLink) -> dict[str, Any]:
    sides = {"persian": _mentions(link.persian), "english": _mentions(link.english)}
    return {**sides, "score": link.score, "type": link.type, "evidence": link.evidence}


def _group(group: Unlinked) -> dict[str, Any]:
    return {"mentions": _mentions(group.mentions), "type": group.type}


class PartMatch(msgspec.Struct, frozen=True):
    """How one part of a Persian name meets one part of an English name."""

    how: str
    """``equal`` (as regular spelling has it), ``variant``, ``merged`` (words joined on one side), ``initial``,
    ``letter``, ``nickname``, ``translated``, ``exonym``, ``acronym``, ``title``, ``different``, ``missing`` (no
    English counterpart) or ``extra`` (no Persian counterpart)."""
    persian: str
    english: str

    def __str__(self) -> str:
        """One clause of the evidence: ``احمد = Ahmad (equal)``."""
        if self.persian and self.english:
            return f"{self.persian} = {self.english} ({self.how})"
        return f"{self.persian or self.english} ({self.how})"


class Match(msgspec.Struct, frozen=True):
    """What comparing a Persian with an English name found."""

    score: float
    """Probability that both name the same entity, in [0, 1]."""
    evidence: str
    """The parts and how they match, for people."""
    parts: tuple[PartMatch, ...] = ()
    """The same as data."""


class Candidate(msgspec.Struct, frozen=True):
    """One spelling of a name in the other script."""

    text: str
    score: float
    """Share of this spelling among those considered, in [0, 1]; the best stands first."""
