"""Tables with a header: CSV and TSV, and the CSV files of Twitter's Information Operations archive.

Source of the columns of the latter: the README that Twitter published with its data sets (tweetid, tweet_text,
tweet_time …); their texts are escaped like those of its API.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from persiantools.archive.cells import Splitter
from persiantools.archive.dates import utc
from persiantools.archive.entities import unescape
from persiantools.archive.failing import broken, too_long
from persiantools.archive.jsonl import DATE_FIELDS, ID_FIELDS, TEXT_FIELDS
from persiantools.archive.lines import entered, lines, lines_after
from persiantools.archive.options import Options
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.archive.rows import Row, rows
from persiantools.archive.unpacking import Stream
from persiantools.errors import InputError

__all__ = ["read", "read_information_operations", "read_tabs"]


class _Columns(NamedTuple):
    names: list[str]
    text: int
    id: int | None
    date: int | None


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The rows of a CSV file. Raises `InputError` when it has no column for the text."""
    return _read(name, stream, options, ",")


def read_tabs(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The rows of a file of tab-separated values. Raises `InputError` when it has no column for the text."""
    return _read(name, stream, options, "\t")


def read_information_operations(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The tweets of an Information Operations file, unescaped."""
    for item in _read(name, stream, options, ","):
        if isinstance(item, Record) and "&" in item.text:
            yield msgspec.structs.replace(item, text=unescape(item.text))
        else:
            yield item


def _read(name: str, stream: Stream, options: Options, delimiter: str) -> Iterator[Item]:
    limit = options.limits.record
    splitter = Splitter(delimiter)
    every = rows(lines(stream, limit), splitter, limit)
    columns: _Columns | None = None
    for row in every:
        if row.cells:
            columns = _columns(name, row.cells, options)
            break
        yield _no_cells(name, row, splitter, limit)
    if columns is None:
        return
    splitter.width = len(columns.names)
    if options.after and entered(stream, options.after):
        every = rows(lines_after(stream, limit, options.after), splitter, limit)
    for row in every:
        yield _record(name, row, columns) if row.cells else _no_cells(name, row, splitter, limit)


def _columns(name: str, header: list[str], options: Options) -> _Columns:
    """Where text, id and date stand, by the names asked for or those in use. Raises `InputError` without a text."""
    names = _distinct(header)

    def find(asked: str | None, known: Sequence[str]) -> int | None:
        if asked is not None and asked not in names:
            raise InputError(f"{name} has no column {asked!r}: its columns are {', '.join(names)}")
        folded = [column.strip().lower() for column in names]
        places = (folded.index(column.lower()) for column in known if column.lower() in folded)
        return names.index(asked) if asked is not None else next(places, None)

    text = find(options.field, TEXT_FIELDS)
    if text is None:
        raise InputError(f"{name} has no column for the text that is known: name one of {', '.join(names)} (--field)")
    return _Columns(names, text, find(options.id_field, ID_FIELDS), find(options.date_field, DATE_FIELDS))


def _distinct(header: list[str]) -> list[str]:
    """The names of the columns; a name that stands twice gets its number, so that no column hides another."""
    names: list[str] = []
    for number, column in enumerate(header, 1):
        names.append(column if column not in names else f"{column}.{number}")
    return names


def _record(name: str, row: Row, columns: _Columns) -> Record:
    cells = row.cells or []
    known = "" if columns.id is None else cells[columns.id]
    date = "" if columns.date is None else utc(cells[columns.date])
    raw = dict(zip(columns.names, cells, strict=True))
    return Record(name, row.line.number, row.line.offset, cells[columns.text], known, date, raw)


def _no_cells(name: str, row: Row, splitter: Splitter, limit: int) -> Item:
    _, number, offset, data, damage = row.readable, *row.line
    if damage:
        return broken(name, number, offset, damage)
    if data is None:
        return too_long(name, number, offset, limit)
    if not data.strip():
        return Skipped(name, number, offset, "blank")
    if not row.readable:
        return Failure(name, number, offset, "encoding", "the row is not UTF-8")
    reason = f"the row has not the {splitter.width} cells of the header: half a row, or a quote that is not closed"
    return Failure(name, number, offset, "columns", reason)
