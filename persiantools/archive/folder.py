"""The output folder: begun, refused, or taken up where a run was stopped."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from persiantools.archive.files import TEMPORARY, append, told
from persiantools.archive.manifest import FAILURES, MANIFEST, Manifest, load, refuse_other, save
from persiantools.archive.shards import SHARD_NAME
from persiantools.errors import InputError, OptionError, OutputError

__all__ = ["begin", "locked"]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make ``folder`` if it is not there, and keep other runs out of it; the lock ends with the process.

    Raises `OutputError` when it cannot be made or another run has it. (Without locks where the system has no
    ``flock``.)
    """
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise OutputError(f"another run is writing to {folder}: let it end, or write to another folder") from None
    finally:
        os.close(number)


def begin(folder: Path, wanted: Manifest, *, resume: bool) -> Manifest:
    """The manifest to go on from: ``wanted`` in an empty folder, else what the stopped run left.

    What that run had not finished is removed, so that the folder is as it was after its last whole shard.

    Raises:
        OptionError: the folder is not empty and ``resume`` is off, or the run in it was another one.
        InputError: the manifest or a shard in it is damaged.
        OutputError: the folder cannot be written to.
    """
    found, ours = load(folder), _is_unfinished
    if found and not found.shards and not found.complete:
        found, ours = None, _is_early  # nothing is lost when such a run begins anew, with other options too
    with told(folder):
        other = sorted(entry.name for entry in folder.iterdir() if found or not ours(entry.name))
    if not resume and other:
        raise OptionError(_not_empty(folder, found))
    if found is None:
        if other:
            raise OptionError(f"{folder} holds {other[0]} and no {MANIFEST}, so there is nothing to resume in it")
        found = wanted
        save(folder, wanted)
    refuse_other(found, wanted, folder)
    _check_shards(folder, found)
    _sweep(folder, found)
    return found


def _not_empty(folder: Path, found: Manifest | None) -> str:
    if found is None:
        return f"{folder} is not empty: name a folder that is, or one that is not there yet"
    state = "finished" if found.complete else "stopped"
    return f"{folder} holds a {state} run: add --resume to go on with it, or write to another folder"


def _is_unfinished(name: str) -> bool:
    return name.startswith(".") and name.endswith(TEMPORARY)


def _is_early(name: str) -> bool:
    """Whether a run that has no whole shard yet may have left a file of this name."""
    return _is_unfinished(name) or name in (MANIFEST, FAILURES) or bool(SHARD_NAME.fullmatch(name))


def _check_shards(folder: Path, found: Manifest) -> None:
    for entry in found.shards:
        path = folder / entry.file
        if not path.is_file() or path.stat().st_size != entry.bytes:
            raise InputError(f"{path} is missing or not as the run left it: begin again in another folder")
    failures = folder / FAILURES
    if found.failures_bytes and (not failures.is_file() or failures.stat().st_size < found.failures_bytes):
        raise InputError(f"{failures} is missing or not as the run left it: begin again in another folder")


def _sweep(folder: Path, found: Manifest) -> None:
    """Remove what comes after the last whole shard."""
    done = {entry.file for entry in found.shards}
    with told(folder):
        for entry in sorted(folder.iterdir()):
            if _is_unfinished(entry.name) or (SHARD_NAME.fullmatch(entry.name) and entry.name not in done):
                entry.unlink()
    append(folder / FAILURES, found.failures_bytes, b"")
