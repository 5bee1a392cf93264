"""The data files of the package: small tables under ``data/``, read on first use.

A model file is a container of named byte sections. Its entry in ``data/manifest.json`` says how many bytes it has,
its SHA-256, which script made it, from which sources under which licences, and what was measured.
"""

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from persiantools.errors import ModelError

__all__ = ["damaged", "data_folder", "load", "manifest", "pack", "unpack"]

_HEAD = struct.Struct("<4sI")
_MAGIC = b"ptm1"
_REINSTALL = 'reinstall the package: pip install --force-reinstall "persian-english-tools"'


def data_folder() -> Traversable:
    """The folder of the installed data files."""
    return files("persiantools") / "data"


def pack(sections: Mapping[str, bytes]) -> bytes:
    """``sections`` as one file: a JSON index (name, offset and length in the unpacked body), then the body,
    zlib-compressed.

    The same sections give the same bytes, whatever their order.

    >>> unpack(pack({"b": b"2", "a": b"1"}))
    {'a': b'1', 'b': b'2'}
    """
    index, body = {}, bytearray()
    for name in sorted(sections):
        index[name] = (len(body), len(sections[name]))
        body += sections[name]
    head = json.dumps(index, separators=(",", ":")).encode()
    return _HEAD.pack(_MAGIC, len(head)) + head + zlib.compress(bytes(body), 9)


def unpack(blob: bytes) -> dict[str, bytes]:
    """The sections of a file made by `pack`. Raises `ModelError` when it is none or damaged."""
    try:
        magic, size = _HEAD.unpack_from(blob)
        if magic != _MAGIC:
            raise ValueError("not a model file")
        index = json.loads(blob[_HEAD.size : _HEAD.size + size])
        body = zlib.decompress(blob[_HEAD.size + size :])
    except (ValueError, struct.error, zlib.error) as error:
        raise ModelError(f"a data file is damaged ({error}): {_REINSTALL}") from error
    return {name: body[start : start + length] for name, (start, length) in index.items()}


def load(name: str) -> dict[str, bytes]:
    """The sections of ``data/<name>.bin``. Raises `ModelError` when it is missing or damaged. Not cached: cache what
    you decode.
    """
    try:
        blob = (data_folder() / f"{name}.bin").read_bytes()
    except OSError as error:
        raise ModelError(f"the data file {name}.bin cannot be read ({error}): {_REINSTALL}") from error
    return unpack(blob)


def manifest() -> dict[str, Any]:
    """The manifest: for each model its ``bytes``, ``sha256`` and data card (``made_by``, ``what``, ``sources``,
    ``figures``).
    """
    try:
        found: dict[str, Any] = json.loads((data_folder() / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the manifest of the data files cannot be read ({error}): {_REINSTALL}") from error
    return found


def damaged() -> list[str]:
    """Names of the data files that are missing or differ from the manifest; empty when all is well.

    >>> damaged()
    []
    """
    wrong = []
    for name, entry in manifest().items():
        try:
            blob = (data_folder() / f"{name}.bin").read_bytes()
        except OSError:
            blob = b""
        if hashlib.sha256(blob).hexdigest() != entry["sha256"]:
            wrong.append(name)
    return wrong
