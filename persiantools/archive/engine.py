"""The engine: an archive is read, workers work, shard after shard is written; it can be stopped at any moment."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import msgspec

from persiantools.archive.batches import Batch, batches
from persiantools.archive.files import append
from persiantools.archive.folder import begin, locked
from persiantools.archive.kernel import KernelOptions
from persiantools.archive.manifest import FAILURES, Counts, Manifest, ShardEntry, save
from persiantools.archive.pool import Pool
from persiantools.archive.records import Item
from persiantools.archive.result_rows import failure_line
from persiantools.archive.shards import Shard
from persiantools.archive.window import in_order
from persiantools.archive.wire import Done, pack

__all__ = ["Plan", "Reading", "Watch", "run"]

_AHEAD = 3  # batches that wait for each worker


class Reading(Protocol):
    """What is read: an archive, or several."""

    def items(self, position: Any) -> Iterator[Item]:
        """The records from ``position`` on; None is the beginning."""

    def position(self) -> Any:
        """Where reading goes on after the item yielded last, as plain JSON."""


class Watch(Protocol):
    """Who looks on, and may say stop."""

    def saw(self, counts: Counts) -> None:
        """The run has come so far; called after each batch."""

    def wants_stop(self) -> bool:
        """Whether to stop at the end of the shard; asked there."""


class Plan(msgspec.Struct, frozen=True):
    """What is to be done: the kernel's options, the form and size (in records) of a shard, how many records to read
    (0 for all), and how many processes do it.
    """

    kernel: KernelOptions
    form: str = "jsonl"
    shard_size: int = 20_000
    limit: int = 0
    jobs: int = 2


def run(reading: Reading, plan: Plan, folder: Path, wanted: Manifest, watch: Watch, *, resume: bool) -> Manifest:
    """Do ``plan`` into ``folder``, or what is left of it; the manifest says whether it is complete.

    After any end but this one, also by a lost worker or a full disk, ``resume`` continues behind the last whole
    shard.

    Raises `OptionError`, `InputError` and `OutputError` as `persiantools.archive.folder.begin` does, and what
    ``reading`` raises.
    """
    with locked(folder):
        manifest = begin(folder, wanted, resume=resume)
        if manifest.complete:
            return manifest
        with Pool(plan.kernel, plan.jobs) as pool, _Output(folder, plan.form, manifest) as output:
            cut = batches(
                _items(reading, plan, manifest), partial(pack, options=plan.kernel), reading.position, plan.shard_size
            )
            for batch, done in in_order(cut, pool.submit, _AHEAD * plan.jobs):
                output.take(batch, done)
                watch.saw(output.counts)
                if batch.ends_shard and watch.wants_stop():
                    return output.manifest
            return output.complete()


def _items(reading: Reading, plan: Plan, manifest: Manifest) -> Iterator[Item]:
    items = reading.items(manifest.position)
    return islice(items, plan.limit - manifest.counts.read) if plan.limit else items


class _Output:
    """The folder as it is being written: a shard that is open, its failures, and the manifest of those before."""

    def __init__(self, folder: Path, form: str, manifest: Manifest) -> None:
        self.manifest = manifest
        self._folder, self._form = folder, form
        self._shard: Shard | None = None
        self._failures: list[bytes] = []
        self._counts = Counts()

    def __enter__(self) -> "_Output":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shard:
            self._shard.discard()

    @property
    def counts(self) -> Counts:
        """Of all shards, the open one included."""
        return self.manifest.counts + self._counts

    def take(self, batch: Batch, done: Done) -> None:
        """Write what became of ``batch``, and finish the shard when it is the last of one."""
        if self._shard is None:
            self._shard = Shard(self._folder, len(self.manifest.shards), self._form)
        self._shard.write(done.rows)
        self._failures += map(failure_line, done.failures)
        self._counts += Counts(len(batch.items), done.written, done.skipped, len(done.failures))
        if batch.ends_shard:
            self._commit(self._shard, batch.position)

    def _commit(self, shard: Shard, position: Any) -> None:
        """The rows first, then the failures, then the manifest that makes both count."""
        written = shard.commit()
        self._shard = None
        at, letters = self.manifest.failures_bytes, b"".join(self._failures)
        if letters:
            append(self._folder / FAILURES, at, letters)
        entry = ShardEntry(written.file, written.bytes, written.sha256, self._counts, at + len(letters), position)
        self.manifest = self.manifest.with_shard(entry)
        save(self._folder, self.manifest)
        self._failures, self._counts = [], Counts()

    def complete(self) -> Manifest:
        """Say that nothing is left to read."""
        self.manifest = msgspec.structs.replace(self.manifest, complete=True)
        save(self._folder, self.manifest)
        return self.manifest
