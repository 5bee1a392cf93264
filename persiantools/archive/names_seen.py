"""The names of a processed archive: every pair of a Persian and a Latin spelling, how often, when and where.

Rows are counted in portions. Here these are added up in a small database on disk, so memory does not grow with the
archive; on Spark by a query (`persiantools.archive.spark_names`). Sums, minima and sorted samples depend neither on
the order of the rows nor on where a portion ends, so both give the same.
"""

import gzip
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from persiantools.archive.arrow import pyarrow_parquet
from persiantools.archive.manifest import load
from persiantools.archive.zstd import decompressed
from persiantools.errors import InputError

__all__ = ["SAMPLES", "Seen", "collect", "files_of", "portions", "rows_in", "rows_of"]

_PORTION = 50_000
SAMPLES = 5
"""How many ids of records are kept with a pair."""

_SURE = 0.5
_SURROGATE = re.compile("[\ud800-\udfff]")
_COLUMNS = ("source", "line", "id", "date", "names", "unlinked")
_TABLE = """CREATE TABLE seen (persian TEXT, english TEXT, type TEXT, count INT, first TEXT, last TEXT, ids TEXT,
            PRIMARY KEY (persian, english, type)) WITHOUT ROWID"""


class Seen(NamedTuple):
    """One Persian spelling with one Latin spelling (``""`` for none): records that have it, first and last date
    (``""`` where no record has one), and the ids of the first few in code point order.
    """

    persian: str
    english: str
    type: str
    records: int
    first: str
    last: str
    ids: tuple[str, ...]


def rows_of(folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of a folder that ``batch`` has written, here or on Spark.

    Raises `InputError` as `files_of` and `rows_in` do.
    """
    for file in files_of(folder):
        yield from rows_in(file)


def files_of(folder: Path) -> list[Path]:
    """The files with the rows of a folder that ``batch`` has written, here or on Spark.

    Raises `InputError` when it is none or not finished.
    """
    if any(folder.glob("outcome=*")):  # by Spark
        return sorted(folder.glob("outcome=written/part-*"))
    if (manifest := load(folder)) is None:
        raise InputError(f"{folder} has no manifest.json: it is no folder that persiantools batch has written")
    if not manifest.complete:
        raise InputError(f"the run in {folder} is not finished: add --resume to its command first")
    return [folder / shard.file for shard in manifest.shards]


def rows_in(file: Path) -> Iterator[dict[str, Any]]:
    """The rows of one file, whatever its form.

    Raises `InputError` when it cannot be read or was made without the step ``names``.
    """
    try:
        for row in _rows(file):
            if row.get("names") is None:
                raise InputError(f"{file} has no names: run persiantools batch with --steps names")
            yield row
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{file} cannot be read ({error}): run persiantools batch again") from error


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    if file.suffix == ".parquet":
        for batch in pyarrow_parquet().ParquetFile(file).iter_batches(1000, columns=list(_COLUMNS)):
            yield from batch.to_pylist()
    elif file.suffix == ".zst":
        with file.open("rb") as packed:
            yield from map(json.loads, decompressed(packed))
    else:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
            yield from map(json.loads, lines)


def collect(rows: Iterable[dict[str, Any]], place: Path) -> Iterator[Seen]:
    """Every pair seen in ``rows``, sorted; the file ``place`` holds them on the way and is removed at the end."""
    database = sqlite3.connect(place, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute(_TABLE)
        _fill(database, rows)
        for row in database.execute("SELECT * FROM seen ORDER BY persian, english, type"):
            yield _seen(row)
    finally:
        database.close()
        place.unlink(missing_ok=True)


Key = tuple[str, str, str]


def _fill(database: sqlite3.Connection, rows: Iterable[dict[str, Any]]) -> None:
    for portion in portions(rows):
        _put(database, portion)


def portions(rows: Iterable[dict[str, Any]]) -> Iterator[list[Seen]]:
    """The pairs of ``rows``, counted: a portion has each once, and another has it again."""
    portion: dict[Key, Seen] = {}
    for row in rows:
        where, date = _plain(row["id"]) or f"{_plain(row['source'])}:{row['line']}", _plain(row["date"])
        for key in _keys(row):
            seen = Seen(*key, 1, date, date, (where,))
            portion[key] = _both(portion[key], seen) if key in portion else seen
        if len(portion) >= _PORTION:
            yield list(portion.values())
            portion = {}
    yield list(portion.values())


def _keys(row: dict[str, Any]) -> set[Key]:
    """The pairs of one record; a name with several spellings is a pair with each."""
    found: set[Key] = set()
    for link in row["names"]:
        if link["score"] >= _SURE:
            for persian in _texts(link["persian"]):
                found |= {(persian, english, link["type"]) for english in _texts(link["english"])}
    for group in row["unlinked"]["persian"]:
        found |= {(persian, "", group["type"]) for persian in _texts(group["mentions"])}
    return found


def _texts(mentions: Iterable[dict[str, Any]]) -> set[str]:
    return {_plain(mention["text"]) for mention in mentions}


def _plain(text: str) -> str:
    """``text`` on one line, with U+FFFD for lone surrogates, as rows in Parquet have them."""
    return _SURROGATE.sub("\ufffd", " ".join(text.split()))


def _both(one: Seen, other: Seen) -> Seen:
    """Two counts of one pair as one."""
    firsts = [date for date in (one.first, other.first) if date]
    ids = tuple(sorted({*one.ids, *other.ids})[:SAMPLES])
    return one._replace(
        records=one.records + other.records, first=min(firsts, default=""), last=max(one.last, other.last), ids=ids
    )


def _seen(row: Sequence[Any]) -> Seen:
    """A row of the table."""
    return Seen._make((*row[:6], tuple(json.loads(row[6]))))


def _put(database: sqlite3.Connection, portion: Iterable[Seen]) -> None:
    database.execute("BEGIN")
    for seen in portion:
        known = database.execute(
            "SELECT * FROM seen WHERE persian = ? AND english = ? AND type = ?", seen[:3]
        ).fetchone()
        whole = _both(_seen(known), seen) if known else seen
        database.execute("REPLACE INTO seen VALUES (?, ?, ?, ?, ?, ?, ?)", (*whole[:6], json.dumps(whole.ids)))
    database.execute("COMMIT")
