"""The files of rows: one a shard, as lines of JSON or as a table, there whole or not at all."""

import gzip
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

import msgspec

from persiantools.archive.files import WholeFile
from persiantools.errors import OptionError, OutputError

__all__ = ["FORMS", "SHARD_NAME", "Shard", "Written", "shard_name"]

SHARD_NAME = re.compile(r"part-\d{5,}\.\w+(?:\.\w+)?")


class Written(msgspec.Struct, frozen=True):
    """A shard that is there: its file, its length in bytes, and the SHA-256 of them."""

    file: str
    bytes: int
    sha256: str


class RowSink(Protocol):
    """Where rows are written to; closing it writes what it still holds, and leaves the file under it open."""

    def write(self, rows: bytes, /) -> object:
        """Take whole lines of JSON."""

    def close(self) -> object:
        """Write the rest."""


def _plain(file: WholeFile) -> RowSink:
    return _Lines(file)


def _gzip(file: WholeFile) -> RowSink:
    return gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=0)


def _zst(file: WholeFile) -> RowSink:
    from persiantools.archive.zstd import compressing

    return compressing(file)


def _parquet(file: WholeFile) -> RowSink:
    from persiantools.archive.parquet_rows import ParquetSink

    return ParquetSink(file)


FORMS: dict[str, Callable[[WholeFile], RowSink]] = {
    "jsonl": _plain,
    "jsonl.gz": _gzip,
    "jsonl.zst": _zst,
    "parquet": _parquet,
}
"""The forms of a shard by the end of its name."""


class _Lines:
    def __init__(self, file: IO[bytes] | WholeFile) -> None:
        self.write = file.write

    def close(self) -> None:
        pass


def shard_name(number: int, form: str) -> str:
    """The file of shard ``number``, from 0.

    >>> shard_name(7, "jsonl.gz")
    'part-00007.jsonl.gz'
    """
    return f"part-{number:05}.{form}"


class Shard:
    """One file of rows that is being written in ``folder``."""

    def __init__(self, folder: Path, number: int, form: str) -> None:
        """Open it.

        Raises `OptionError` for a form that is not in `FORMS`, `OutputError` when it cannot be written.
        """
        if form not in FORMS:
            raise OptionError(f"rows are written as {', '.join(FORMS)}, not as {form}")
        self._file = WholeFile(folder / shard_name(number, form))
        self._sink = FORMS[form](self._file)

    def write(self, rows: bytes) -> None:
        """Add whole lines of JSON. Raises `OutputError`."""
        self._sink.write(rows)

    def commit(self) -> Written:
        """Finish the file and give it its name. Raises `OutputError`."""
        self._sink.close()
        self._file.commit()
        return Written(self._file.path.name, self._file.size, self._file.sha256)

    def discard(self) -> None:
        """Remove what there is of it."""
        with suppress(OutputError):  # what could not be written need not be
            self._sink.close()
        self._file.discard()
