"""The files that an input consists of (itself, or the members of a zip or a folder), to be opened as streams."""

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path, PurePosixPath

from persiantools.archive.decompressors import SUFFIXES
from persiantools.archive.options import Limits
from persiantools.archive.unpacking import Raw, Stream
from persiantools.archive.zips import is_zip, open_member, safe_members
from persiantools.errors import InputError

__all__ = ["STDIN", "Source", "sources"]

STDIN = "-"
_OPEN_ERRORS = (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


class Source:
    """One file to read records from.

    ``name`` is what records carry: the input as it was named, with ``!member`` for a file inside it; ``member`` the
    path inside the folder or zip, or the file's own name.
    """

    def __init__(self, name: str, member: str, opener: "Callable[[], AbstractContextManager[Raw]]") -> None:
        """``opener`` opens the file."""
        self.name = name
        self.member = member
        self._opener = opener

    @property
    def base(self) -> str:
        """The file's own name in lower case, without the suffix of a compression."""
        name = PurePosixPath(self.member).name.lower()
        return next((name.removesuffix(end) for end in SUFFIXES if name.endswith(end)), name)

    @contextmanager
    def open(self, limits: Limits) -> Iterator[Stream]:
        """The unpacked bytes. Raises `InputError` when the file cannot be opened."""
        try:
            file = self._opener()
        except FileNotFoundError:
            raise InputError(f"there is no file {self.name}: check the name") from None
        except _OPEN_ERRORS as error:
            raise InputError(f"{self.name} cannot be read: {getattr(error, 'strerror', None) or error}") from error
        with file as raw:
            yield Stream(raw, self.member, limits)


def sources(path: Path, limits: Limits) -> list[Source]:
    """The files of the input ``path``, in the order of their names; ``-`` is standard input.

    Raises `InputError` for a zip that is damaged, unsafe or too large, and for what is not there.
    """
    if str(path) == STDIN:
        return [Source(STDIN, STDIN, lambda: os.fdopen(os.dup(0), "rb"))]
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        return [_file(file, f"{path}!{(member := file.relative_to(path).as_posix())}", member) for file in files]
    if path.is_file() and is_zip(path):
        return [_member(path, info, limits) for info in safe_members(path, limits)]
    if path.exists():
        return [_file(path, str(path), path.name)]
    raise InputError(f"there is no file {path}: check the name")


def _file(file: Path, name: str, member: str) -> Source:
    return Source(name, member, lambda: file.open("rb"))


def _member(path: Path, info: zipfile.ZipInfo, limits: Limits) -> Source:
    return Source(f"{path}!{info.filename}", info.filename, lambda: open_member(path, info, limits))
