"""How records travel to a worker process and their outcomes back."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection

import msgspec

from persiantools.archive.kernel import NOT_WANTED, Job, KernelOptions, Outcome, failure_of, work
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.archive.result_rows import raw_json
from persiantools.errors import InputError

__all__ = ["Done", "merged", "outcomes", "pack", "received", "send", "together", "unpack", "worked"]


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """A record whose original is JSON already. Before the work began, the reader may have skipped or failed it, or
    the packing failed it.
    """

    record: Record
    raw: bytes | None = None
    failure: Failure | None = None
    skipped: bool = False


class Done(msgspec.Struct, frozen=True):
    """What became of a batch: its rows as lines of JSON, their number, how many were not wanted, and the failures."""

    rows: bytes = b""
    written: int = 0
    skipped: int = 0
    failures: tuple[Failure, ...] = ()


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Packed)
_MSGPACK, _PICKLE = b"m", b"p"


def pack(item: Item, options: KernelOptions) -> bytes:
    """One record, or what a reader gave in its place, as bytes. The original becomes JSON here, once.

    >>> unpack(pack(Record("a.jsonl", 1, 0, "hi"), KernelOptions())).raw
    b'{}'
    """
    if isinstance(item, Failure):
        return _packed(_Packed(Record(item.source, item.line, item.offset, ""), failure=item))
    if isinstance(item, Skipped):
        return _packed(_Packed(Record(item.source, item.line, item.offset, ""), skipped=True))
    bare = Record(item.source, item.line, item.offset, item.text, item.id, item.date)
    try:
        raw = None if options.record == "none" else raw_json(item)
    except InputError as error:
        return _packed(_Packed(bare, failure=failure_of(item, "too-deep", str(error))))
    return _packed(_Packed(bare, raw))


def _packed(item: _Packed) -> bytes:
    try:
        return _MSGPACK + _ENCODER.encode(item)
    except UnicodeEncodeError:  # lone surrogates
        return _PICKLE + pickle.dumps(item)


def unpack(data: bytes) -> _Packed:
    """What `pack` packed."""
    if data[:1] == _MSGPACK:
        return _DECODER.decode(memoryview(data)[1:])
    found: _Packed = pickle.loads(memoryview(data)[1:])
    return found


def worked(items: Iterable[bytes], options: KernelOptions) -> Done:
    """What becomes of packed ``items``."""
    return together(outcomes(items, options))


def outcomes(items: Iterable[bytes], options: KernelOptions) -> Iterator[Outcome]:
    """What becomes of each of packed ``items``."""
    return work(map(_job, items), options)


def _job(data: bytes) -> Job:
    item = unpack(data)
    job = Job(item.record, item.raw)
    return job.end(item.failure or NOT_WANTED) if item.failure or item.skipped else job


def together(outcomes: Iterable[Outcome]) -> Done:
    r"""Outcomes as one `Done`.

    >>> together([b"{}\n", None, b"[]\n"])
    Done(rows=b'{}\n[]\n', written=2, skipped=1, failures=())
    """
    rows: list[bytes] = []
    failures: list[Failure] = []
    skipped = 0
    for outcome in outcomes:
        if outcome is None:
            skipped += 1
        elif isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            rows.append(outcome)
    return Done(b"".join(rows), len(rows), skipped, tuple(failures))


def merged(parts: Sequence[Done]) -> Done:
    """The parts of a batch as one, in their order."""
    return Done(
        b"".join(part.rows for part in parts),
        sum(part.written for part in parts),
        sum(part.skipped for part in parts),
        tuple(failure for part in parts for failure in part.failures),
    )


def send(pipe: Connection, done: Done) -> None:
    """Put ``done`` into ``pipe``: the rows, which may be long, beside the rest and not copied into it."""
    pipe.send_bytes(pickle.dumps(msgspec.structs.replace(done, rows=b"")))
    pipe.send_bytes(done.rows)


def received(pipe: Connection) -> Done:
    """What `send` has put there. Raises `EOFError` or `OSError` when the other end is closed before that."""
    done: Done = pickle.loads(pipe.recv_bytes())
    return msgspec.structs.replace(done, rows=pipe.recv_bytes())
