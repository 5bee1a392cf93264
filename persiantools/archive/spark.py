"""The same kernel on Spark: archives, or any table with a text in it, worked through by a cluster.

Every executor needs the package (see the README). What a task does is done again when its Python worker dies, by
Spark's own rules (``spark.task.maxFailures``).
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from persiantools.archive.arrow import pyarrow
from persiantools.archive.inputs import Inputs, Wanted
from persiantools.archive.kernel import NOT_WANTED, KernelOptions, Outcome
from persiantools.archive.manifest import Counts
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.archive.result_rows import failure_line
from persiantools.archive.wire import outcomes, pack
from persiantools.errors import InputError, OutputError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["OUTCOMES", "counted", "process", "process_archives", "session", "told", "write"]

OUTCOMES = "outcome string, value string"
"""The columns that come out: ``written`` with a row of JSON, ``failed`` with why there is none, or ``skipped``."""

_ITEMS = "item binary"
_BATCH = 500
_INPUT_ERROR = re.compile(r"^persiantools\.errors\.InputError: (.+)$", re.M)


def session(master: str | None = None) -> "SparkSession":
    """The Spark session that runs, or one for ``master`` (``local[2]``, ``spark://host:7077``, ``yarn`` …).

    Without ``master`` it is as ``spark-submit`` was told, or all cores here. Raises `InputError` when pyspark is not
    installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise InputError("Spark needs one more package: pip install 'persian-english-tools[spark]'") from None
    builder = SparkSession.builder.appName("persiantools")
    if master:
        builder = builder.master(master)
        if master.startswith("local"):  # the workers are to find what this interpreter finds
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return builder.getOrCreate()


@contextmanager
def told() -> Iterator[None]:
    """Within it, an `InputError` that a task has raised, somewhere on the cluster, is one here."""
    from pyspark.errors import PythonException

    try:
        yield
    except PythonException as error:
        if found := _INPUT_ERROR.search(str(error)):
            raise InputError(found[1]) from None
        raise


def process(
    df: "DataFrame", options: KernelOptions, *, text: str = "text", id: str = "", date: str = ""
) -> "DataFrame":
    """What the kernel makes of each row of ``df``, as `OUTCOMES`: as many rows as ``df`` has.

    ``text`` names the column with the text, ``id`` and ``date`` those that identify a row; all columns together are
    its original. A row without text is ``skipped``.
    """
    return df.mapInArrow(partial(_table, options=options, text=text, id=id, date=date), OUTCOMES)


def process_archives(
    spark: "SparkSession", paths: Sequence[Path], wanted: Wanted, options: KernelOptions, partitions: int = 0
) -> "DataFrame":
    """What the kernel makes of all items of archives, as `OUTCOMES`.

    Each archive is read by one task, and its records are then spread over ``partitions`` (0 for Spark's default), so
    all executors must see the paths. The rows are those of the local engine, byte for byte, in another order.
    """
    count = partitions or spark.sparkContext.defaultParallelism
    named = spark.createDataFrame([(str(path),) for path in paths], "path string").repartition(len(paths))
    items = named.mapInArrow(partial(_read, wanted=wanted, options=options), _ITEMS).repartition(count)
    return items.mapInArrow(partial(_work, options=options), OUTCOMES)


def write(outcomes: "DataFrame", folder: str, *, compression: str = "none") -> None:
    """Write `OUTCOMES` as lines of text, in folders ``outcome=written``, ``outcome=failed`` and ``outcome=skipped``.

    Any Spark file system will do, and any ``compression`` that Spark has. Raises `OutputError` for a folder that is
    there already, `InputError` for an archive that cannot be read.
    """
    from pyspark.errors import AnalysisException

    try:
        with told():
            outcomes.write.partitionBy("outcome").option("compression", compression).text(folder)
    except AnalysisException as error:
        raise OutputError(f"Spark cannot write to {folder}: {error.getCondition() or error}") from None


def counted(spark: "SparkSession", folder: str) -> Counts:
    """How many items `write` has written of each outcome."""
    read = spark.read.schema("value string, outcome string").text(folder)
    found = {row["outcome"]: row["count"] for row in read.groupBy("outcome").count().collect()}
    written, skipped, failed = (found.get(name, 0) for name in ("written", "skipped", "failed"))
    return Counts(written + skipped + failed, written, skipped, failed)


def _read(batches: Iterable[Any], wanted: Wanted, options: KernelOptions) -> Iterator[Any]:
    """The packed items of the archives that ``batches`` name."""
    held: list[bytes] = []
    for path in (row["path"] for batch in batches for row in batch.to_pylist()):
        for item in Inputs([Path(path)], wanted).items(None):
            held.append(pack(item, options))
            if len(held) == _BATCH:
                yield _batch(item=held)
                held = []
    yield _batch(item=held)


def _work(batches: Iterable[Any], options: KernelOptions) -> Iterator[Any]:
    for batch in batches:
        yield _outcomes(outcomes(batch.column(0).to_pylist(), options))


def _table(batches: Iterable[Any], options: KernelOptions, text: str, id: str, date: str) -> Iterator[Any]:
    for batch in batches:
        items = [_item(row, text, id, date) for row in batch.to_pylist()]
        yield _outcomes(outcomes([pack(item, options) for item in items], options))


def _item(row: dict[str, Any], text: str, id: str, date: str) -> Item:
    if row[text] is None:
        return Skipped("", 0, -1, "empty")
    named = {name: str(row[name]) if name and row[name] is not None else "" for name in (id, date)}
    return Record("", 0, -1, str(row[text]), named[id], named[date], row)


def _outcomes(found: Iterable[Outcome]) -> Any:
    kinds, values = [], []
    for outcome in found:
        if isinstance(outcome, Failure):
            kinds.append("failed")
            values.append(failure_line(outcome)[:-1].decode())
        else:
            kinds.append("skipped" if outcome is NOT_WANTED else "written")
            values.append("" if outcome is NOT_WANTED else outcome[:-1].decode())
    return _batch(outcome=kinds, value=values)


def _batch(**columns: list[Any]) -> Any:
    arrow = pyarrow()
    kinds = {"item": arrow.binary()}
    arrays = [arrow.array(values, kinds.get(name, arrow.string())) for name, values in columns.items()]
    return arrow.RecordBatch.from_arrays(arrays, names=list(columns))
