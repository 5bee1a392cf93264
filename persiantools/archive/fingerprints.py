"""Fingerprints of inputs: whether a run that is resumed reads what it read before."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from persiantools.errors import InputError

__all__ = ["fingerprint"]

_PROBES = 16
_PROBE = 1 << 16


def fingerprint(path: Path) -> dict[str, Any]:
    """The name of a file or folder, its length in bytes, and the SHA-256 of samples of it.

    Sixteen stretches of 64 KiB, spread evenly, are read, so that terabytes cost no more than megabytes; a change
    between them that keeps the length is not seen. Raises `InputError` when there is nothing that can be read.
    """
    digest = hashlib.sha256()
    length = 0
    try:
        for file in _files(path):
            size = file.stat().st_size
            length += size
            digest.update(f"{file.relative_to(path).as_posix()}\0{size}\0".encode(errors="surrogateescape"))
            for piece in _samples(file, size):
                digest.update(piece)
    except FileNotFoundError:
        raise InputError(f"there is no file {path}: check the name") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    return {
        "path": os.fsencode(path).decode(errors="backslashreplace"),
        "bytes": length,
        "sample": digest.hexdigest(),
    }


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    else:
        yield path


def _samples(path: Path, size: int) -> Iterator[bytes]:
    step = max((size - _PROBE) // (_PROBES - 1), _PROBE)
    with path.open("rb") as file:
        for at in range(0, size, step):
            file.seek(min(at, max(size - _PROBE, 0)))
            yield file.read(_PROBE)
