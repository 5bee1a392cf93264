"""The records of an archive in batches for the workers, none of which reaches over the end of a shard."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from persiantools.archive.records import Item

__all__ = ["Batch", "batches"]

_MOST_RECORDS = 250
_MOST_BYTES = 1 << 18
"""A batch is full at so many bytes, so that long records travel alone."""


class Batch(msgspec.Struct, frozen=True):
    """Packed records that one worker gets at once.

    ``position`` is where reading goes on after them; ``ends_shard`` says that they are the last of a shard.
    """

    items: list[bytes]
    size: int
    position: Any
    ends_shard: bool


def batches(
    items: Iterable[Item],
    pack: Callable[[Item], bytes],
    position: Callable[[], Any],
    shard_size: int,
) -> Iterator[Batch]:
    """Batches of packed ``items``, in their order; each ``shard_size`` items are a shard, the last may be short.

    Where the bounds fall depends on the items alone. ``position`` is asked after the last item of a batch.

    >>> list(batches([], lambda item: b"", lambda: 0, 10))
    []
    """
    held: list[bytes] = []
    size, in_shard = 0, 0
    for item in items:
        held.append(pack(item))
        size += len(held[-1])
        in_shard += 1
        if in_shard == shard_size or len(held) == _MOST_RECORDS or size >= _MOST_BYTES:
            yield Batch(held, size, position(), in_shard == shard_size)
            held, size = [], 0
            in_shard %= shard_size
    if in_shard:
        yield Batch(held, size, position(), True)
