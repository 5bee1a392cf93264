"""Spark: the same rows as here, byte for byte, also when a Python worker dies in the middle."""

import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import typer

from persiantools.archive import spark as sparks
from persiantools.archive.inputs import Inputs, Wanted
from persiantools.archive.kernel import KernelOptions
from persiantools.archive.manifest import Counts
from persiantools.archive.names_seen import Seen, rows_of
from persiantools.archive.names_seen import collect as collect_here
from persiantools.archive.spark_names import collect, names_in_folders, names_in_rows
from persiantools.archive.wire import Done, pack, worked
from persiantools.cli.register import register
from persiantools.cli.spark import on_spark
from persiantools.errors import InputError, OptionError, OutputError
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


def test_an_archive_that_is_not_there_is_an_answer(spark: Any, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^there is no file .*none\.jsonl"):
        on_spark([tmp_path / "none.jsonl"], Wanted(), KernelOptions(), tmp_path / "out", form="jsonl", master=None)


NAMED = KernelOptions(("names",))
TWEETS = (
    "Ahmad Massoud met Mullah Baradar. احمد مسعود با ملا برادر دیدار کرد.",
    "احمد مسعود (Ahmad Masood) به پنجشیر رفت",
    "احمد مسعود به کابل رفت",
    "Ahmad Massoud: «احمد مسعود» spoke.",
    "no names",
)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An archive processed by one worker and by two, into three forms; ids that no table can hold among its own."""
    place = tmp_path_factory.mktemp("named")
    records = (
        {
            "id": f"{number * 7919 % 1000}\t\ud800" if number % 3 else "",
            "text": text,
            "created_at": f"20{number:02}-01-01",
        }
        for number, text in enumerate(TWEETS * 8)
    )
    (place / "tweets.jsonl").write_text("\n".join(map(json.dumps, records)))
    for form, jobs in (("jsonl.gz", "1"), ("jsonl", "2"), ("parquet", "1")):
        options = ("-f", form, "--steps", "names", "--jobs", jobs, "--shard-size", "9", "--field", "text")
        assert run("batch", place / "tweets.jsonl", "-o", place / form, *options).returncode == 0
    return {path.name: path for path in place.iterdir()}


def here(folder: Path, tmp_path: Path) -> list[Seen]:
    return list(collect_here(rows_of(folder), tmp_path / "names.db"))


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz", "parquet"])
def test_names_are_counted_as_on_one_machine(spark: Any, named: dict[str, Path], tmp_path: Path, form: str) -> None:
    wanted = here(named["jsonl"], tmp_path)
    assert max(pair.records for pair in wanted) > 8 and any(len(pair.ids) == 5 for pair in wanted)
    assert collect(names_in_folders(spark, [named[form]])) == wanted


def test_names_in_any_rows_that_the_kernel_made(spark: Any, named: dict[str, Path], tmp_path: Path) -> None:
    texts = spark.createDataFrame(
        [(str(number), text) for number, text in enumerate(TWEETS)], "id string, text string"
    )
    found = {pair[:4]: pair.ids for pair in collect(names_in_rows(sparks.process(texts, NAMED, id="id")))}
    assert found["احمد مسعود", "Ahmad Massoud", "PER", 2] == ("0", "3")
    written = spark.read.text(str(named["jsonl"] / "part-*"))
    assert collect(names_in_rows(written)) == here(named["jsonl"], tmp_path)
    with pytest.raises(InputError, match="no names"):
        collect(names_in_rows(sparks.process(texts, OPTIONS)))


def test_the_register_is_the_same_file(
    spark: Any, named: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "by-spark"
    on_spark([named["tweets.jsonl"]], Wanted(field="text"), NAMED, out, form="jsonl.gz", master=None)
    for folder in (named["jsonl"], named["parquet"], out):
        for engine in ("local", "spark"):
            with pytest.raises(typer.Exit):
                register([folder], tmp_path / f"{folder.name}-{engine}.tsv", engine=engine)
    tables = [path.read_bytes() for path in tmp_path.glob("*.tsv")]
    assert len(tables) == 6 and len(set(tables)) == 1 and tables[0].count(b"\n") > 5


def test_an_archive_without_a_row_has_no_names(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n\n")
    on_spark([tmp_path / "empty.txt"], Wanted(), NAMED, tmp_path / "out", form="jsonl", master=None)
    assert collect(names_in_folders(spark, [tmp_path / "out"])) == here(tmp_path / "out", tmp_path) == []


def test_names_of_what_is_no_such_folder(spark: Any, named: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no manifest\.json"):
        names_in_folders(spark, [tmp_path])
    run("batch", named["tweets.jsonl"], "-o", tmp_path / "out", "--field", "text")
    with pytest.raises(InputError, match="--steps names"):
        collect(names_in_folders(spark, [tmp_path / "out"]))
    done = run("register", tmp_path / "out", "--engine", "dask")
    assert done.returncode == 2 and b"local or spark" in done.stderr


@pytest.mark.parametrize("wrong", [("--engine", "dask"), ("--format", "parquet"), ("--resume",), ("--limit", "5")])
def test_what_spark_does_not_do_is_refused(wrong: tuple[str, ...], tmp_path: Path) -> None:
    done = run("batch", FIXTURES / "lines.txt", "-o", tmp_path / "out", "--engine", "spark", *wrong)
    assert done.returncode == 2 and done.stderr.startswith(b"persiantools: ")
