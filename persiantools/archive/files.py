"""Files that are there whole or not at all: written beside their place, forced to disk, renamed."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import RawIOBase
from pathlib import Path
from typing import Any

from persiantools.errors import OutputError

__all__ = ["TEMPORARY", "WholeFile", "append", "replace", "told"]

TEMPORARY = ".tmp"
"""The end of the name of a file that is not finished."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say what goes wrong with ``path`` as an `OutputError` that says what to do next."""
    try:
        yield
    except OSError as error:
        what = error.strerror or str(error)
        raise OutputError(
            f"{path} cannot be written ({what}): mend that, then run the same command with --resume"
        ) from error


class WholeFile(RawIOBase):
    """A file under its temporary name until `commit`; it counts its bytes and their SHA-256 as they are written."""

    def __init__(self, path: Path) -> None:
        """Open ``path`` under its temporary name. Raises `OutputError`."""
        self.path = path
        self.size = 0
        self._digest = hashlib.sha256()
        self._temporary = path.with_name(f".{path.name}{TEMPORARY}")
        with told(path):
            self._file = self._temporary.open("wb", buffering=1 << 20)

    @property
    def sha256(self) -> str:
        """The checksum of what was written so far, as hexadecimal digits."""
        return self._digest.hexdigest()

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Write all of ``data``. Raises `OutputError`."""
        with told(self.path):
            self._file.write(data)
        self._digest.update(data)
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were written."""
        return self.size

    def commit(self) -> None:
        """Force it to disk and give it its name. Raises `OutputError`."""
        with told(self.path):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._temporary.replace(self.path)
            _sync_folder(self.path.parent)
        super().close()

    def discard(self) -> None:
        """Remove what there is of it."""
        with suppress(OSError):  # what could not be written need not be
            self._file.close()
        self._temporary.unlink(missing_ok=True)


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of ``path`` in one step. Raises `OutputError`."""
    file = WholeFile(path)
    try:
        file.write(data)
        file.commit()
    except OutputError:
        file.discard()
        raise


def append(path: Path, at: int, data: bytes) -> None:
    """Put ``data`` at offset ``at`` of ``path``, where it then ends, and force it to disk. Raises `OutputError`."""
    with told(path), path.open("r+b" if path.exists() else "w+b") as file:
        file.seek(at)
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Force the names in ``folder`` to disk; where folders cannot be opened the system does that itself."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
