"""Rows as columns of a Parquet file."""

import io
import json
import re
from typing import Any

from persiantools.archive.arrow import pyarrow, pyarrow_json, pyarrow_parquet

__all__ = ["ParquetSink"]

_GROUP = 5_000
"""Rows of a row group: what is held in memory, and what a reader takes at once."""

_LONE = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")


class ParquetSink:
    """Rows, as lines of JSON, as a Parquet file compressed with Zstandard.

    The original of a record is a string of JSON, for each archive has fields of its own. A lone surrogate, which a
    table cannot hold, becomes U+FFFD, so that offsets stay right.
    """

    def __init__(self, file: Any) -> None:
        """Write to ``file``, which stays open. Raises `InputError` when pyarrow is missing."""
        self._schema = _schema(pyarrow())
        self._writer = pyarrow_parquet().ParquetWriter(file, self._schema, compression="zstd")
        self._held: list[bytes] = []
        self._rows = 0

    def write(self, rows: bytes) -> None:
        """Take whole lines of JSON."""
        self._held.append(rows)
        self._rows += rows.count(b"\n")
        if self._rows >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Write the last rows and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(_table(b"".join(self._held), self._schema))
        self._held, self._rows = [], 0


def _table(rows: bytes, schema: Any) -> Any:
    parser = pyarrow_json()
    if _LONE.search(rows):
        rows = b"".join(map(_without_lone, rows.splitlines(keepends=True)))
    parsing = parser.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    reading = parser.ReadOptions(use_threads=False, block_size=len(rows) + 1)
    return parser.read_json(io.BytesIO(rows), read_options=reading, parse_options=parsing)


def _without_lone(line: bytes) -> bytes:
    """The row with U+FFFD for each lone surrogate."""
    if not _LONE.search(line):
        return line
    text = json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub("\ufffd", text).encode() + b"\n"


def _schema(arrow: Any) -> Any:
    """The columns of `persiantools.archive.result_rows.Row`."""
    text, whole, number = arrow.string(), arrow.int64(), arrow.float64()

    def rows_of(**fields: Any) -> Any:
        return arrow.list_(arrow.struct(list(fields.items())))

    mentions = rows_of(start=whole, end=whole, text=text)
    alone = rows_of(mentions=mentions, type=text)
    edits = rows_of(start=whole, end=whole, old=text, new=text, rule=text, reason=text)
    columns = {
        "source": text,
        "line": whole,
        "offset": whole,
        "id": text,
        "date": text,
        "text": text,
        "spans": rows_of(start=whole, end=whole, lang=text, kind=text, confidence=number),
        "normalized": arrow.struct([("text", text), ("edits", edits)]),
        "names": rows_of(persian=mentions, english=mentions, score=number, type=text, evidence=text),
        "unlinked": arrow.struct([("persian", alone), ("english", alone)]),
        "record": text,
    }
    return arrow.schema(list(columns.items()))
