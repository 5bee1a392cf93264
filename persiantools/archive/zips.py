"""Members of a zip archive, none of which may point outside of it or grow past the limits.

Nothing is ever written to disk, so that an entry with ``..`` in its name could do no harm here; an archive that has
one was made to do harm elsewhere, and is refused.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path, PurePosixPath, PureWindowsPath

from persiantools.archive.options import Limits
from persiantools.archive.troubles import Damaged
from persiantools.archive.unpacking import Meter, Raw
from persiantools.errors import InputError

__all__ = ["is_zip", "open_member", "safe_members"]

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # a first member, or the end of an empty archive


def is_zip(path: Path) -> bool:
    """Whether the file begins like a zip archive."""
    try:
        with path.open("rb") as file:
            return file.read(4) in _MAGIC
    except OSError:
        return False


def safe_members(path: Path, limits: Limits) -> list[zipfile.ZipInfo]:
    """The files in the zip archive ``path``, sorted by name.

    Raises `InputError` when it is damaged, an entry is a link or leaves the archive's folder, a name stands twice,
    or a member says that it unpacks to more than ``limits`` allow.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(f"{path} is no whole zip archive ({error}): copy or download it again") from None
    for entry in entries:
        if reason := _unsafe(entry):
            raise InputError(f"{path} is refused: its entry {entry.orig_filename!r} {reason}")
    members = sorted((entry for entry in entries if not entry.is_dir()), key=lambda entry: entry.filename)
    for first, second in pairwise(members):
        if first.filename == second.filename:
            raise InputError(f"{path} is refused: it has two entries {first.filename!r}")
    return members


@contextmanager
def open_member(path: Path, info: zipfile.ZipInfo, limits: Limits) -> Iterator[Raw]:
    """The member ``info`` of the zip archive ``path``. Raises `InputError` when it says that it breaks the limits."""
    meter = Meter(limits)
    try:
        meter.add(info.file_size, info.compress_size)
    except Damaged as damage:
        raise InputError(f"{path}!{info.filename} is refused: {damage.reason}") from None
    with zipfile.ZipFile(path) as archive, archive.open(info) as file:
        yield _Member(file, info.compress_size, Meter(limits))


class _Member:
    """Counts what a member really unpacks to, and says in one way what is wrong with it."""

    def __init__(self, file: Raw, packed: int, meter: Meter) -> None:
        self._file, self._packed, self._meter = file, packed, meter

    def read(self, size: int, /) -> bytes:
        try:
            data = self._file.read(size)
        except EOFError:
            raise Damaged("truncated", "the zip archive ends inside this member: it was cut short") from None
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError) as error:
            raise Damaged("damaged", f"the zip archive is damaged here: {error}") from None
        self._meter.add(len(data), self._packed)
        return data


def _unsafe(entry: zipfile.ZipInfo) -> str:
    """Why the name or kind of ``entry`` is refused, "" for a good one."""
    name = entry.orig_filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts:
        return "leaves the archive's folder"
    if name.startswith(("/", "\\")) or PureWindowsPath(name).drive:
        return "is an absolute path"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a symbolic link"
    return "has a NUL in its name" if "\0" in name else ""
