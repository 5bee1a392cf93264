"""How an archive is to be read: which fields, which of its private parts, and how much a hostile one may take."""

from collections.abc import Iterable

import msgspec

from persiantools.archive.records import Position
from persiantools.errors import OptionError

__all__ = ["MIB", "PARTS", "Limits", "Options", "checked_parts"]

MIB = 1 << 20
PARTS = ("deleted", "messages")


class Limits(msgspec.Struct, frozen=True):
    """What reading may cost; past a limit an input is refused instead of filling memory or the disk.

    ``record`` is the longest record in bytes (a longer one is a failure and is not kept; as Python's objects it
    takes up to twenty times as much); ``depth`` how deep JSON may nest; ``unpacked`` the bytes that one compressed
    input may become, and ``ratio`` how many times its own size (looked at from ``ratio_from`` bytes on: short inputs
    of repeated text shrink more than that and harm nobody).
    """

    record: int = 16 * MIB
    depth: int = 200
    unpacked: int = MIB << 20
    ratio: int = 200
    ratio_from: int = 64 * MIB


class Options(msgspec.Struct, frozen=True):
    """What `read_archive` was asked for, as the readers of the single formats get it.

    ``field``, ``id_field`` and ``date_field`` name columns or keys of tables and plain JSON; ``include`` the private
    parts of an account archive to read too (`PARTS`); ``after`` the last item that somebody has already had.
    """

    field: str | None = None
    id_field: str | None = None
    date_field: str | None = None
    include: frozenset[str] = frozenset()
    limits: Limits = Limits()
    after: Position | None = None


def checked_parts(names: Iterable[str]) -> frozenset[str]:
    """The private parts of an archive that ``names`` name. Raises `OptionError` for an unknown one.

    >>> checked_parts(["deleted"])
    frozenset({'deleted'})
    """
    parts = frozenset(names)
    if unknown := sorted(parts - set(PARTS)):
        raise OptionError(f"include is any of {', '.join(PARTS)}, not {unknown[0]!r}")
    return parts
