"""The names of a processed archive counted by Spark: the same query as on one machine, and the same answer.

Each task counts the pairs of its own rows, portion by portion, and Spark adds the portions up. That leaves one row
for each pair of spellings; the driver merges those that are one name (`persiantools.archive.entities_seen`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from persiantools.archive.arrow import pyarrow
from persiantools.archive.names_seen import SAMPLES, Seen, files_of, portions, rows_in
from persiantools.archive.spark import told
from persiantools.errors import InputError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["collect", "names_in_folders", "names_in_rows"]

_PORTIONS = (
    "persian string, english string, type string, records bigint, first string, last string, ids array<string>"
)
_QUERY = f"""
    SELECT persian, english, type, sum(records) AS records,
           coalesce(min(nullif(first, '')), '') AS first, max(last) AS last,
           slice(array_sort(array_distinct(flatten(collect_list(ids)))), 1, {SAMPLES}) AS ids
    FROM {{portions}} GROUP BY persian, english, type
"""


def names_in_rows(df: "DataFrame", *, value: str = "value") -> "DataFrame":
    """Each pair of spellings in ``df``, a row a pair with the columns of `persiantools.archive.names_seen.Seen`.

    The column ``value`` holds what the kernel wrote with the step ``names``, one record a row as JSON. `OUTCOMES
    <persiantools.archive.spark.OUTCOMES>` will do: what is not ``written`` is left out. Whoever asks Spark for the
    answer gets an error where a row has no names.
    """
    if "outcome" in df.columns:
        df = df.where("outcome = 'written'")
    return _summed(df.select(value).mapInArrow(_of_values, _PORTIONS))


def names_in_folders(spark: "SparkSession", folders: Sequence[Path]) -> "DataFrame":
    """The same for folders that ``batch`` has written, here or on Spark, in any form; all executors must see them.

    Each file is read by one task. Raises `InputError` for a folder that is none or is not finished.
    """
    files = [(str(file.absolute()),) for folder in folders for file in files_of(folder)]
    named = spark.createDataFrame(files, "path string").repartition(max(1, len(files)))
    return _summed(named.mapInArrow(_of_files, _PORTIONS))


def collect(names: "DataFrame") -> list[Seen]:
    """The pairs, sorted as `persiantools.archive.names_seen.collect` sorts them.

    Raises `InputError` when rows cannot be read or have no names.
    """
    with told():
        rows = names.collect()
    return sorted(Seen._make((*row[:6], tuple(row["ids"]))) for row in rows)


def _summed(counts: "DataFrame") -> "DataFrame":
    return counts.sparkSession.sql(_QUERY, portions=counts)


def _of_values(batches: Iterable[Any]) -> Iterator[Any]:
    return _portions(_decoded(text) for batch in batches for text in batch.column(0).to_pylist())


def _decoded(text: str) -> dict[str, Any]:
    row = json.loads(text)
    if not isinstance(row, dict) or row.get("names") is None:
        raise InputError("a row has no names: process the texts with the step names")
    return row


def _of_files(batches: Iterable[Any]) -> Iterator[Any]:
    paths = (Path(path) for batch in batches for path in batch.column(0).to_pylist())
    return _portions(row for path in paths for row in rows_in(path))


def _portions(rows: Iterable[dict[str, Any]]) -> Iterator[Any]:
    for portion in portions(rows):
        columns = {name: [getattr(seen, name) for seen in portion] for name in Seen._fields}
        kinds = {"records": pyarrow().int64(), "ids": pyarrow().list_(pyarrow().string())}
        arrays = [pyarrow().array(column, kinds.get(name, pyarrow().string())) for name, column in columns.items()]
        yield pyarrow().RecordBatch.from_arrays(arrays, names=list(columns))
