"""One worker process: it takes batches from a pipe and sends back what became of them, until the pipe is closed."""

import gc
import pickle
import signal
from multiprocessing.connection import Connection

from persiantools.archive.kernel import KernelOptions, process
from persiantools.archive.records import Record
from persiantools.archive.wire import send, worked

__all__ = ["serve"]

_READY = b"ready"
_NEW_OBJECTS = 50_000
_SAMPLE = "احمد مسعود گفت: مقامهای ارشد رفتهاند. Ahmad Massoud spoke, ghorbanet beram."


def serve(pipe: Connection, options: KernelOptions) -> None:
    """Answer batches until there are no more, or nobody is left to send them.

    Interrupts are the parent's: it closes the pipe when it has what it needs.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    process([Record("", 0, -1, _SAMPLE)], options)  # loads the models
    _collect_less()
    try:
        pipe.send_bytes(_READY)
        while True:
            items: list[bytes] = pickle.loads(pipe.recv_bytes())
            send(pipe, worked(items, options))
    except (EOFError, OSError):
        return


def _collect_less() -> None:
    """Have the garbage collector pass over the models, which stay, and come once in a batch instead of in each tweet:
    hardly anything here is a cycle. It took 4 % of a worker's time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
