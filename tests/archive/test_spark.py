"""Spark: the same rows as here, byte for byte, also when a Python worker dies in the middle."""

import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from persiantools.archive import spark as sparks
from persiantools.archive.inputs import Inputs, Wanted
from persiantools.archive.kernel import KernelOptions
from persiantools.archive.manifest import Counts
from persiantools.archive.wire import Done, pack, worked
from persiantools.cli.spark import on_spark
from persiantools.errors import OptionError, OutputError
from tests.archive.killing import archive
from tests.cli.command import run

pytestmark = pytest.mark.filterwarnings("ignore")  # of pyspark's own making

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "archives"
OPTIONS = KernelOptions(only="fa")


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    session = sparks.session("local[2,4]")
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    hostile = tmp_path_factory.mktemp("spark") / "hostile.jsonl"
    archive(hostile, 400)
    return [hostile, FIXTURES / "twitter.zip", FIXTURES / "telegram_chat"]


@pytest.fixture(scope="module")
def local(paths: list[Path]) -> Done:
    return worked([pack(item, OPTIONS) for item in Inputs(paths, Wanted()).items(None)], OPTIONS)


def assert_same(folder: Path, local: Done) -> None:
    written = sorted(lines(folder / "outcome=written"))
    assert written == sorted(local.rows.decode().removesuffix("\n").split("\n"))
    failed = {(row["line"], row["code"]) for row in map(json.loads, lines(folder / "outcome=failed"))}
    assert failed == {(failure.line, failure.code) for failure in local.failures}


def lines(folder: Path) -> list[str]:
    return [line for file in folder.glob("part-*") for line in file.read_text(encoding="utf-8").split("\n") if line]


def test_archives_give_the_rows_of_the_local_engine(
    spark: Any, paths: list[Path], local: Done, tmp_path: Path
) -> None:
    sparks.write(sparks.process_archives(spark, paths, Wanted(), OPTIONS), str(tmp_path / "out"))
    assert_same(tmp_path / "out", local)
    failed = len(local.failures)
    total = local.written + local.skipped + failed
    assert sparks.counted(spark, str(tmp_path / "out")) == Counts(total, local.written, local.skipped, failed)


def dying_once(batches: Any, mark: str, options: KernelOptions) -> Iterator[Any]:
    for number, batch in enumerate(sparks._work(batches, options)):
        yield batch
        if number == 0 and not Path(mark).exists():
            Path(mark).touch()
            os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_killed_in_the_middle_changes_nothing(
    spark: Any, paths: list[Path], local: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sparks._work
    mark = tmp_path / "died"
    monkeypatch.setattr(sparks, "_work", partial(dying_once, mark=str(mark)))
    outcomes = sparks.process_archives(spark, paths, Wanted(), OPTIONS)
    monkeypatch.setattr(sparks, "_work", real)
    sparks.write(outcomes, str(tmp_path / "out"))
    assert mark.exists()
    assert_same(tmp_path / "out", local)


def test_any_table_goes_through_the_kernel(spark: Any) -> None:
    df = spark.createDataFrame(
        [(7, "او می رود", 1.5), (8, None, None), (9, "hello", 2.0)], "n int, body string, x double"
    )
    found = {(row.outcome, row.value) for row in sparks.process(df, OPTIONS, text="body", id="n").collect()}
    assert sorted(kind for kind, _ in found) == ["skipped", "written"] and len(found) == 2
    (row,) = [json.loads(value) for kind, value in found if kind == "written"]
    assert (row["id"], row["text"], row["record"]) == ("7", "او می رود", {"n": 7, "body": "او می رود", "x": 1.5})
    assert row["normalized"]["text"] == "او می\u200cرود"


def test_the_command_counts_and_refuses_a_folder_that_is_there(
    spark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs, out = [FIXTURES / "lines.txt"], tmp_path / "out"
    assert on_spark(inputs, Wanted(), KernelOptions(), out, form="jsonl.gz", master=None) == 0
    assert "read 4 = written 3 + skipped 1 + failed 0" in capsys.readouterr().err
    assert list((out / "outcome=written").glob("part-*.gz"))
    with pytest.raises(OptionError, match="there already"):
        on_spark(inputs, Wanted(), KernelOptions(), out, form="jsonl", master=None)
    with pytest.raises(OutputError, match="cannot write"):
        sparks.write(sparks.process_archives(spark, inputs, Wanted(), OPTIONS), str(out))


@pytest.mark.parametrize("wrong", [("--engine", "dask"), ("--format", "parquet"), ("--resume",), ("--limit", "5")])
def test_what_spark_does_not_do_is_refused(wrong: tuple[str, ...], tmp_path: Path) -> None:
    done = run("batch", FIXTURES / "lines.txt", "-o", tmp_path / "out", "--engine", "spark", *wrong)
    assert done.returncode == 2 and done.stderr.startswith(b"persiantools: ")
