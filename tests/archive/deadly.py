"""A worker that some records kill, and one that cannot start."""

import os
import signal
from multiprocessing.connection import Connection

from persiantools.archive import kernel, wire, worker
from persiantools.archive.kernel import KernelOptions, Outcome
from persiantools.archive.records import Record

KILL = "this kills"


def serve(pipe: Connection, options: KernelOptions) -> None:
    """As ``worker.serve``, but for records whose text has `KILL` in it."""
    real = kernel.work

    def work(record: Record, raw: bytes | None, options: KernelOptions) -> Outcome:
        if KILL in record.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(record, raw, options)

    wire.work = work  # type: ignore[attr-defined]
    worker.serve(pipe, options)


def stillborn(pipe: Connection, options: KernelOptions) -> None:
    """Die before the first batch."""
    os.kill(os.getpid(), signal.SIGKILL)
