"""The manifest of an output folder: what was asked for, of which inputs, and the shards that are done.

It is replaced in one step after each shard, and holds nothing that differs between two runs over the same inputs, so
that a run that was stopped and resumed leaves the same bytes as one that was not.
"""

from pathlib import Path
from typing import Any

import msgspec

from persiantools.archive.files import replace
from persiantools.errors import InputError, OptionError

__all__ = ["FAILURES", "MANIFEST", "Counts", "Manifest", "ShardEntry", "load", "refuse_other", "save"]

MANIFEST = "manifest.json"
FAILURES = "failures.jsonl"
SCHEMA = 1


class Counts(msgspec.Struct, frozen=True):
    """What became of the records: ``read`` is always the sum of the other three."""

    read: int = 0
    written: int = 0
    skipped: int = 0
    failed: int = 0

    def __str__(self) -> str:
        """The sum, in words and figures."""
        return f"read {self.read:,} = written {self.written:,} + skipped {self.skipped:,} + failed {self.failed:,}"

    def __add__(self, other: "Counts") -> "Counts":
        """The counts of both."""
        return Counts(
            *(a + b for a, b in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True))
        )


class ShardEntry(msgspec.Struct, frozen=True):
    """One shard that is done: its file, its counts, the length of the dead-letter file after it, and where reading
    goes on.
    """

    file: str
    bytes: int
    sha256: str
    counts: Counts
    failures_bytes: int
    position: Any


class Manifest(msgspec.Struct, frozen=True):
    """``options`` and ``inputs`` decide the output; ``counts`` are the sums over ``shards``."""

    options: dict[str, Any]
    inputs: list[dict[str, Any]]
    shards: tuple[ShardEntry, ...] = ()
    counts: Counts = Counts()
    complete: bool = False
    schema: int = SCHEMA

    @property
    def failures_bytes(self) -> int:
        """The length of the dead-letter file."""
        return self.shards[-1].failures_bytes if self.shards else 0

    @property
    def position(self) -> Any:
        """Where reading goes on; None at the beginning."""
        return self.shards[-1].position if self.shards else None

    def with_shard(self, entry: ShardEntry) -> "Manifest":
        """The manifest with one more shard."""
        return msgspec.structs.replace(self, shards=(*self.shards, entry), counts=self.counts + entry.counts)


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of ``folder`` in one step. Raises `OutputError`."""
    replace(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def load(folder: Path) -> Manifest | None:
    """The manifest of ``folder``, or None when it has none. Raises `InputError` when it cannot be understood."""
    path = folder / MANIFEST
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(f"{path} cannot be read ({error}): write to another folder") from error


def refuse_other(found: Manifest, wanted: Manifest, folder: Path) -> None:
    """Raise `OptionError` unless the run that ``found`` is of is the one ``wanted``."""
    for name in sorted({*found.options, *wanted.options}):
        was, now = found.options.get(name), wanted.options.get(name)
        if was != now:
            raise OptionError(
                f"{folder} was begun with {name} = {_short(was)}, not {_short(now)}: resume with the same options, "
                "or write to another folder"
            )
    if found.inputs != wanted.inputs:
        raise OptionError(
            f"{folder} was begun with {_inputs(found)}, which are not the inputs now: {_inputs(wanted)}"
        )


def _short(value: Any) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 60 else f"{text[:57]}…"


def _inputs(manifest: Manifest) -> str:
    return (
        ", ".join(f"{entry['path']} ({entry['bytes']} bytes, {entry['sample'][:8]})" for entry in manifest.inputs)
        or "none"
    )
