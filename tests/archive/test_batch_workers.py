"""Workers that die: by somebody's hand, over a record, as they start."""

import os
import signal
from pathlib import Path

import pytest

from persiantools.archive import pool as pools
from persiantools.archive.engine import Plan
from persiantools.archive.kernel import KernelOptions
from persiantools.archive.pool import Pool, WorkerError
from persiantools.archive.records import Failure, Record
from persiantools.archive.wire import Done, pack, worked
from tests.archive import deadly, listed

OPTIONS = KernelOptions(steps=("split",))
ITEMS = [pack(item, OPTIONS) for item in listed.records(40)]


def test_a_worker_killed_by_hand_is_replaced_and_its_batch_done_again() -> None:
    wanted = worked(ITEMS, OPTIONS)
    with Pool(OPTIONS, 1) as pool:
        assert pool.submit(ITEMS).result() == wanted
        for _ in range(2):
            (victim,) = pool.pids()
            os.kill(victim, signal.SIGKILL)
            assert pool.submit(ITEMS).result() == wanted
            assert pool.pids() != [victim]


def test_a_worker_killed_at_work_changes_nothing() -> None:
    long = [pack(Record("list", 1, 0, "او می رود " * 20_000), OPTIONS)] * 5
    wanted = worked(long, OPTIONS)
    with Pool(OPTIONS, 1) as pool:
        assert pool.submit(ITEMS).result().written
        future = pool.submit(long)
        os.kill(pool.pids()[0], signal.SIGKILL)
        assert future.result() == wanted


def test_the_one_record_that_kills_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "serve", deadly.serve)
    killer = pack(Record("list", 99, 7, f"… {deadly.KILL} …"), OPTIONS)
    with Pool(OPTIONS, 1) as pool:
        done = pool.submit([*ITEMS[:5], killer, *ITEMS[5:]]).result()
    wanted = worked(ITEMS, OPTIONS)
    assert (done.rows, done.skipped) == (wanted.rows, wanted.skipped)
    failure = Failure("list", 99, 7, "killed-worker", "a worker process died over it, twice")
    assert sorted(done.failures, key=lambda f: f.line) == [*wanted.failures, failure]


def test_a_run_outlives_records_that_kill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "serve", deadly.serve)
    items = listed.records(30)
    items[12] = Record("list", 13, 1200, deadly.KILL)
    manifest = listed.worked(items, tmp_path / "out", Plan(OPTIONS, shard_size=20, jobs=2))
    assert manifest.complete and manifest.counts.read == 30
    assert b'"line":13,"offset":1200,"code":"killed-worker"' in (tmp_path / "out" / "failures.jsonl").read_bytes()


def test_workers_that_cannot_start_are_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "serve", deadly.stillborn)
    with Pool(OPTIONS, 1) as pool, pytest.raises(WorkerError, match="die as they start"):
        pool.submit(ITEMS).result()


def test_leaving_early_leaves_no_process() -> None:
    with Pool(OPTIONS, 2) as pool:
        pool.submit(ITEMS).result()
        pids = pool.pids()
        for _ in range(20):
            pool.submit(ITEMS)
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_an_empty_batch_is_done() -> None:
    with Pool(OPTIONS, 1) as pool:
        assert pool.submit([]).result() == Done()
