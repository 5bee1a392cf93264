"""The engine: counts that add up, the same bytes however it is run, stopped and resumed."""

import errno
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from persiantools.archive import files
from persiantools.archive.engine import Plan, run
from persiantools.archive.kernel import KernelOptions
from persiantools.archive.manifest import Counts, Manifest, load
from persiantools.archive.records import Failure, Item
from persiantools.errors import InputError, OptionError, OutputError
from tests.archive.listed import Listed, Watching, contents, records, worked

ITEMS = records(330)
PLAN = Plan(KernelOptions(), shard_size=50, jobs=1)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed") / "out"
    assert worked(ITEMS, folder).complete
    return contents(folder)


def test_what_was_read_is_written_skipped_or_failed(tmp_path: Path) -> None:
    plan = Plan(KernelOptions(only="fa"), shard_size=50, jobs=1)
    manifest = worked(ITEMS, tmp_path / "out", plan)
    counts = manifest.counts
    assert counts.read == len(ITEMS) == counts.written + counts.skipped + counts.failed
    assert counts.failed == sum(isinstance(item, Failure) for item in ITEMS) > 0 < counts.skipped
    found = contents(tmp_path / "out")
    assert counts.failed == found["failures.jsonl"].count(b"\n")
    assert counts.written == sum(found[shard.file].count(b"\n") for shard in manifest.shards)
    assert [shard.counts.read for shard in manifest.shards] == [50] * 6 + [30]


def test_rows_stand_in_the_order_of_their_records(undisturbed: dict[str, bytes]) -> None:
    rows = [
        json.loads(line) for name in sorted(undisturbed) if "part" in name for line in undisturbed[name].splitlines()
    ]
    assert [row["line"] for row in rows] == [item.line for item in ITEMS if not isinstance(item, Failure)]
    letters = [json.loads(line) for line in undisturbed["failures.jsonl"].splitlines()]
    assert [letter["line"] for letter in letters] == [item.line for item in ITEMS if isinstance(item, Failure)]
    assert letters[0] == {"source": "list", "line": 8, "offset": 700, "code": "json", "reason": "no object"}


def test_two_workers_write_what_one_writes(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    worked(ITEMS, tmp_path / "out", Plan(KernelOptions(), shard_size=50, jobs=2))
    assert contents(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("shards", [1, 3])
def test_a_stopped_run_ends_with_a_whole_shard_and_resumes(
    tmp_path: Path, undisturbed: dict[str, bytes], shards: int
) -> None:
    stopped = worked(ITEMS, tmp_path / "out", watch=Watching(shards))
    assert not stopped.complete and len(stopped.shards) == shards
    resumed = worked(ITEMS, tmp_path / "out", resume=True)
    assert resumed.complete and contents(tmp_path / "out") == undisturbed
    assert worked(ITEMS, tmp_path / "out", resume=True) == resumed


def test_what_a_killed_run_left_unfinished_is_swept_away(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    folder = tmp_path / "out"
    worked(ITEMS, folder, watch=Watching(2))
    (folder / "part-00002.jsonl").write_bytes(b"{}\n")  # renamed, but not in the manifest yet
    (folder / ".part-00003.jsonl.tmp").write_bytes(b"{")
    (folder / ".manifest.json.tmp").write_bytes(b"{")
    with (folder / "failures.jsonl").open("ab") as file:
        file.write(b'{"half')
    worked(ITEMS, folder, resume=True)
    assert contents(folder) == undisturbed


@pytest.mark.parametrize("share", [0.05, 0.6, 0.95])
def test_a_full_disk_is_an_answer_and_loses_nothing(
    tmp_path: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    written, room = 0, share * sum(map(len, undisturbed.values()))

    def write(self: files.WholeFile, data: Any) -> int:
        nonlocal written
        written += len(data)
        if written > room:
            with files.told(self.path):
                raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, data)

    real = files.WholeFile.write
    with monkeypatch.context() as patched:
        patched.setattr(files.WholeFile, "write", write)
        with pytest.raises(OutputError, match=r"No space left.*--resume"):
            worked(ITEMS, tmp_path / "out")
    manifest = load(tmp_path / "out")
    assert manifest and not manifest.complete and bool(manifest.shards) == (share > 0.5)
    assert not [name for name in contents(tmp_path / "out") if name.endswith(".tmp")]
    worked(ITEMS, tmp_path / "out", resume=True)
    assert contents(tmp_path / "out") == undisturbed


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    for resume, what in ((False, "is not empty"), (True, "nothing to resume")):
        with pytest.raises(OptionError, match=what):
            worked(ITEMS, tmp_path, resume=resume)
    assert contents(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_folder_with_a_run_in_it_wants_resume(tmp_path: Path) -> None:
    worked(ITEMS, tmp_path, watch=Watching(1))
    before = contents(tmp_path)
    with pytest.raises(OptionError, match="stopped run: add --resume"):
        worked(ITEMS, tmp_path)
    with pytest.raises(OptionError, match="not the inputs now"):
        worked(ITEMS[:-1], tmp_path, resume=True)
    assert contents(tmp_path) == before


def test_a_run_that_got_nowhere_may_begin_anew_with_other_options(tmp_path: Path) -> None:
    class Unreadable(Listed):
        def items(self, position: Any) -> Iterator[Item]:
            raise InputError("no such field")

    with pytest.raises(InputError, match="no such field"):
        run(Unreadable([]), PLAN, tmp_path, Manifest({"field": "txt"}, []), Watching(), resume=False)
    assert worked(ITEMS, tmp_path).complete


def test_rows_without_a_manifest_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "part-00000.jsonl").write_text("{}")
    for resume in (False, True):
        with pytest.raises(OptionError, match=r"not empty|nothing to resume"):
            worked(ITEMS, tmp_path, resume=resume)
    assert contents(tmp_path) == {"part-00000.jsonl": b"{}"}


def test_a_shard_that_was_touched_is_refused(tmp_path: Path) -> None:
    manifest = worked(ITEMS, tmp_path, watch=Watching(2))
    (tmp_path / manifest.shards[0].file).write_bytes(b"")
    with pytest.raises(InputError, match="not as the run left it"):
        worked(ITEMS, tmp_path, resume=True)


def test_a_manifest_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("[1]")
    with pytest.raises(InputError, match=r"manifest\.json cannot be read"):
        worked(ITEMS, tmp_path, resume=True)


def test_nothing_to_read_is_a_whole_run(tmp_path: Path) -> None:
    assert worked([], tmp_path) == Manifest(
        {"test": 1}, [{"path": "list", "bytes": 0, "sample": "0" * 64}], complete=True
    )


def test_a_limit_holds_over_a_resume(tmp_path: Path) -> None:
    plan = Plan(KernelOptions(), shard_size=50, jobs=1, limit=120)
    worked(ITEMS, tmp_path / "a", plan)
    worked(ITEMS, tmp_path / "b", plan, watch=Watching(1))
    manifest = worked(ITEMS, tmp_path / "b", plan, resume=True)
    assert manifest.counts.read == 120 and contents(tmp_path / "a") == contents(tmp_path / "b")


def test_counts_are_seen_as_they_grow(tmp_path: Path) -> None:
    watch = Watching()
    manifest = worked(ITEMS, tmp_path, watch=watch)
    assert watch.counts == sorted(watch.counts, key=lambda counts: counts.read)
    assert watch.counts[-1] == manifest.counts and Counts() not in watch.counts


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_other_forms_hold_the_same_rows_and_resume_alike(
    tmp_path: Path, undisturbed: dict[str, bytes], form: str
) -> None:
    plan = Plan(KernelOptions(record="text" if form == "parquet" else "object"), form, shard_size=100, jobs=1)
    worked(ITEMS, tmp_path / "a", plan)
    worked(ITEMS, tmp_path / "b", plan, watch=Watching(2))
    worked(ITEMS, tmp_path / "b", plan, resume=True)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    plain = [
        json.loads(row) for name in sorted(undisturbed) if "part" in name for row in undisturbed[name].splitlines()
    ]
    rows = [
        row for name in sorted(contents(tmp_path / "a")) if "part" in name for row in _rows(tmp_path / "a" / name)
    ]
    assert [row["normalized"] for row in rows] == [_shown(row["normalized"], form) for row in plain]


def _rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        from pyarrow import parquet

        return list(parquet.read_table(path).to_pylist())
    if path.suffix == ".gz":
        return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    from backports import zstd

    with zstd.open(path, "rb") as file:
        return [json.loads(line) for line in file.read().splitlines()]


def _shown(value: Any, form: str) -> Any:
    """What a table can hold of ``value``: no lone surrogate."""
    return json.loads(json.dumps(value).replace(r"\ud800", r"\ufffd")) if form == "parquet" else value
