"""Parquet tables, read row group by row group.

Lines are rows, counted from 1; where a row begins in the file is unknown. A row group that cannot be read is one
failure, and reading goes on with the next.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from persiantools.archive.arrow import pyarrow, pyarrow_parquet
from persiantools.archive.columns import Columns, columns_of
from persiantools.archive.dates import utc
from persiantools.archive.json_records import string
from persiantools.archive.options import Options
from persiantools.archive.records import Failure, Item, Record
from persiantools.errors import InputError

__all__ = ["read"]

_BATCH = 1024  # rows that are held at a time
_BUFFER = 1 << 20
_UNKNOWN = -1


def read(name: str, path: Path, options: Options) -> Iterator[Item]:
    """The rows of the table. Raises `InputError` when it is no Parquet file or has no column for the text."""
    try:
        file = pyarrow_parquet().ParquetFile(path, buffer_size=_BUFFER)
    except (pyarrow().ArrowException, OSError) as error:
        raise InputError(f"{name} is no whole Parquet file: {error}") from None
    with file:
        columns = columns_of(name, file.schema_arrow.names, options)
        row = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if not options.after or options.after.line < row + rows:
                yield from _group(name, file, group, columns, row)
            row += rows


def _group(name: str, file: Any, group: int, columns: Columns, row: int) -> Iterator[Item]:
    try:
        for batch in file.iter_batches(_BATCH, row_groups=[group]):
            for values in _rows(batch):
                row += 1
                yield _item(name, row, columns, values)
    except (pyarrow().ArrowException, OSError) as error:
        yield Failure(name, row + 1, _UNKNOWN, "damaged", f"the rest of row group {group} cannot be read: {error}")


def _rows(batch: Any) -> Iterator[dict[str, Any] | None]:
    """The rows of ``batch``; None for one that is not UTF-8."""
    try:
        yield from batch.to_pylist()
    except UnicodeDecodeError:
        for at in range(batch.num_rows):
            try:
                yield batch.slice(at, 1).to_pylist()[0]
            except UnicodeDecodeError:
                yield None


def _item(name: str, row: int, columns: Columns, values: dict[str, Any] | None) -> Item:
    if values is None:
        return Failure(name, row, _UNKNOWN, "encoding", "the row is not UTF-8")
    names, text, known, date = columns
    if not isinstance(value := values[names[text]], str):
        return Failure(name, row, _UNKNOWN, "no-text", f"its {names[text]!r} is no text")
    own = "" if known is None else string(values[names[known]])
    return Record(name, row, _UNKNOWN, value, own, "" if date is None else utc(values[names[date]]), values)
