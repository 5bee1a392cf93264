"""How far reading may run ahead of writing: a bounded window of batches that are being worked on."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future

from persiantools.archive.batches import Batch
from persiantools.archive.wire import Done

__all__ = ["in_order"]

_MOST_BYTES = 1 << 25


def in_order(
    batches: Iterable[Batch], submit: Callable[[list[bytes]], "Future[Done]"], most: int
) -> Iterator[tuple[Batch, Done]]:
    """Each batch with what became of it, in the order of ``batches``.

    At most ``most`` of them, and 32 MiB unless one alone has more, are under way: reading waits for writing, so
    memory does not grow with the input.
    """
    waiting: deque[tuple[Batch, Future[Done]]] = deque()
    held = 0
    for batch in batches:
        while waiting and (len(waiting) >= most or held + batch.size > _MOST_BYTES):
            first, future = waiting.popleft()
            yield first, future.result()
            held -= first.size
        waiting.append((batch, submit(batch.items)))
        held += batch.size
    for first, future in waiting:
        yield first, future.result()
