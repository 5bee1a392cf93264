"""Tables with a header: CSV and TSV, and the CSV files of Twitter's Information Operations archive.

Source of the columns of the latter: the README that Twitter published with its data sets (tweetid, tweet_text,
tweet_time …); their texts are escaped like those of its API.
"""

from collections.abc import Iterator

import msgspec

from persiantools.archive.cells import Splitter
from persiantools.archive.columns import Columns, columns_of, distinct
from persiantools.archive.dates import utc
from persiantools.archive.entities import unescape
from persiantools.archive.lines import entered, lines, lines_after
from persiantools.archive.options import Options
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.archive.rows import BLANK, Row, rows
from persiantools.archive.troubles import failure
from persiantools.archive.unpacking import Stream

__all__ = ["read", "read_information_operations", "read_tabs"]


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
    columns: Columns | None = None
    for row in every:
        if row.cells:
            columns = columns_of(name, distinct(row.cells), options)
            break
        yield _no_cells(name, row, splitter.width)
    if columns is None:
        return
    splitter.width = len(columns.names)
    if options.after and entered(stream, options.after):
        every = rows(lines_after(stream, limit, options.after), splitter, limit)
    for row in every:
        yield _record(name, row, columns) if row.cells else _no_cells(name, row, splitter.width)


def _record(name: str, row: Row, columns: Columns) -> Record:
    cells = row.cells or []
    known = "" if columns.id is None else cells[columns.id]
    date = "" if columns.date is None else utc(cells[columns.date])
    raw = dict(zip(columns.names, cells, strict=True))
    return Record(name, row.line.number, row.line.offset, cells[columns.text], known, date, raw)


def _no_cells(name: str, row: Row, width: int) -> Item:
    number, offset, data, trouble = row.line
    if trouble:
        return failure(name, number, offset, trouble)
    if not data.strip(BLANK):
        return Skipped(name, number, offset, "blank")
    if not row.readable:
        return Failure(name, number, offset, "encoding", "the row is not UTF-8")
    reason = f"the row has not the {width} cells of the header: half a row, or a quote that is not closed"
    return Failure(name, number, offset, "columns", reason)
