"""What can go wrong while an archive is read, with a code for programs and a reason for people."""

from persiantools.archive.records import Failure
from persiantools.errors import PersianToolsError

__all__ = ["Damaged", "Trouble", "Unreadable", "failure", "too_long"]


class Trouble(PersianToolsError):
    """Something that cannot be read: a short ``code`` and the ``reason``."""

    def __init__(self, code: str, reason: str) -> None:
        """``code`` is for programs, ``reason`` for people."""
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Damaged(Trouble):
    """An input ends too early (``truncated``), is broken (``damaged``) or grows past a limit (``expands``)."""


class Unreadable(Trouble):
    """One record cannot be read: ``json``, ``encoding``, ``depth``, ``too-long``, ``columns``, ``no-text``."""


def failure(source: str, line: int, offset: int, trouble: Trouble) -> Failure:
    """``trouble`` with the place where it was met.

    >>> failure("a.jsonl", 3, 90, Unreadable("json", "it is not JSON")).code
    'json'
    """
    return Failure(source, line, offset, trouble.code, trouble.reason)


def too_long(limit: int) -> Unreadable:
    """A record is longer than ``limit`` bytes."""
    return Unreadable("too-long", f"it is longer than {limit:,} bytes, the limit of --longest-record")
