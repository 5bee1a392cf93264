"""Failures made of what went wrong."""

from persiantools.archive.decoding import Unreadable
from persiantools.archive.records import Failure
from persiantools.archive.unpacking import Damaged

__all__ = ["broken", "failure", "too_long"]


def failure(source: str, line: int, offset: int, error: Unreadable) -> Failure:
    """The record at this place could not be read."""
    return Failure(source, line, offset, error.code, error.reason)


def broken(source: str, line: int, offset: int, damage: Damaged) -> Failure:
    """The input breaks off in this place: the unfinished record and all that would have followed are missing."""
    return Failure(source, line, offset, damage.code, damage.reason)


def too_long(source: str, line: int, offset: int, limit: int) -> Failure:
    """The record at this place is longer than the limit."""
    return Failure(source, line, offset, "too-long", f"it is longer than {limit:,} bytes, the limit for one record")
