"""The records that name comparison and linking answer with."""

import msgspec

__all__ = ["Candidate", "Match", "PartMatch"]


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
