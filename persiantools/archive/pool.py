"""Worker processes that may die: a batch whose worker died is tried again, then halved, down to the one record that
kills.

Each worker has a pipe of its own, so that a death tells which batch it had. (A `ProcessPoolExecutor` fails all its
batches when one worker dies, and may hang when that happens while a batch is on its way.)
"""

import multiprocessing
import pickle
import queue
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from types import TracebackType

from persiantools.archive.kernel import KernelOptions, failure_of
from persiantools.archive.records import Failure
from persiantools.archive.wire import Done, merged, received, unpack
from persiantools.archive.worker import serve
from persiantools.errors import PersianToolsError

__all__ = ["Pool", "WorkerError"]

_TRIES = 2  # a worker may have died for a reason of its own
_STARTS = 3


class WorkerError(PersianToolsError):
    """No worker process can be started."""


class _Died(Exception):
    """The worker has died over its batch."""


class Pool:
    """``jobs`` worker processes, started when they are needed; a context manager.

    The processes are spawned, so a script that uses this from its main module needs the usual
    ``if __name__ == "__main__":``.
    """

    def __init__(self, options: KernelOptions, jobs: int) -> None:
        """Prepare for batches under ``options``."""
        self._options = options
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="archive")
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._all: set[_Worker] = set()
        self._closed = False

    def __enter__(self) -> "Pool":
        """The pool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Drop what nobody has waited for, and end the workers: they hold nothing that could be lost."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._kill_all()
        self._threads.shutdown()
        self._kill_all()  # one may have been starting

    def submit(self, items: Sequence[bytes]) -> "Future[Done]":
        """Begin work on packed ``items``. The future raises `WorkerError` when no worker can be started."""
        return self._threads.submit(self._run, items, _TRIES)

    def _kill_all(self) -> None:
        for worker in tuple(self._all):
            worker.kill()

    def pids(self) -> list[int]:
        """The process numbers of the workers that are alive."""
        return [worker.pid for worker in tuple(self._all)]

    def _run(self, items: Sequence[bytes], tries: int) -> Done:
        for _ in range(tries):
            try:
                return self._ask(items)
            except _Died:
                continue
        if len(items) == 1:
            return Done(failures=(_killer(items[0]),))
        half = len(items) // 2
        return merged([self._run(part, _TRIES if len(part) == 1 else 1) for part in (items[:half], items[half:])])

    def _ask(self, items: Sequence[bytes]) -> Done:
        """What a worker makes of ``items``. Raises `_Died` when it dies over them."""
        worker = self._worker()
        try:
            done = worker.ask(items)
        except _Died:
            self._all.discard(worker)
            raise
        self._idle.put(worker)
        return done

    def _worker(self) -> "_Worker":
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            pass
        for _ in range(0 if self._closed else _STARTS):
            try:
                worker = _Worker(self._options)
            except _Died:
                continue
            self._all.add(worker)
            return worker
        raise WorkerError("worker processes die as they start: is there enough memory? --jobs 1 needs the least")


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, options: KernelOptions) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, options), daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()  # from now on the worker's death ends the pipe
        with self._alive():
            self._pipe.recv_bytes()

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def ask(self, items: Sequence[bytes]) -> Done:
        with self._alive():
            self._pipe.send_bytes(pickle.dumps(items))
            return received(self._pipe)

    def kill(self) -> None:
        self._process.kill()
        self._process.join()

    @contextmanager
    def _alive(self) -> Iterator[None]:
        """Within it, a pipe that ends is the worker's death."""
        try:
            yield
        except (EOFError, OSError):
            self.kill()
            self._pipe.close()
            raise _Died from None


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes started in here don't see Ctrl-C, which a terminal sends to all: it is the parent's to answer."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _killer(item: bytes) -> Failure:
    packed = unpack(item)
    return packed.failure or failure_of(packed.record, "killed-worker", "a worker process died over it, twice")
