"""A worker that some records kill, and one that cannot start."""

import os
import signal
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection

from persiantools.archive import kernel, wire, worker
from persiantools.archive.kernel import Job, KernelOptions, Outcome

KILL = "this kills"


def serve(pipe: Connection, options: KernelOptions) -> None:
    """As ``worker.serve``, but for records whose text has `KILL` in it."""
    real = kernel.work

    def work(jobs: Iterable[Job], options: KernelOptions) -> Iterator[Outcome]:
        return real(map(survived, jobs), options)

    wire.work = work  # type: ignore[attr-defined]
    worker.serve(pipe, options)


def survived(job: Job) -> Job:
    if KILL in job.record.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return job


def stillborn(pipe: Connection, options: KernelOptions) -> None:
    """Die before the first batch."""
    os.kill(os.getpid(), signal.SIGKILL)
