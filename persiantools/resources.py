"""The data files of the package: small tables under ``data/``, read on first use.

A model file is a container of named byte sections. Its entry in ``data/manifest.json`` says how many bytes it has,
its SHA-256, which script made it, from which sources under which licences, and what was measured.
"""

import json
import struct
import zlib
from collections.abc import Mapping
from pkgutil import get_data
from typing import Any

from persiantools.errors import ModelError

__all__ = ["damaged", "load", "manifest", "pack", "read", "unpack"]

_HEAD = struct.Struct("<4sI")
_MAGIC = b"ptm1"
_REINSTALL = 'reinstall the package: pip install --force-reinstall "persian-english-tools"'


def read(file: str) -> bytes:
    """The content of ``data/<file>``, wherever the package was imported from. Raises `OSError` when it is missing.

    >>> read("manifest.json")[:1]
    b'{'
    """
    # importlib.resources would do the same, but takes ten times as long to import.
    found = get_data("persiantools", f"data/{file}")
    if found is None:
        raise OSError(f"this kind of import gives no data files: {file}")
    return found


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
        blob = read(f"{name}.bin")
    except OSError as error:
        raise ModelError(f"the data file {name}.bin cannot be read ({error}): {_REINSTALL}") from error
    return unpack(blob)


def manifest() -> dict[str, Any]:
    """The manifest: for each model its ``bytes``, ``sha256`` and data card (``made_by``, ``what``, ``sources``,
    ``figures``).
    """
    try:
        found: dict[str, Any] = json.loads(read("manifest.json"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the manifest of the data files cannot be read ({error}): {_REINSTALL}") from error
    return found


def damaged() -> list[str]:
    """Names of the data files that are missing or differ from the manifest; empty when all is well.

    >>> damaged()
    []
    """
    from hashlib import sha256  # only asked for by the doctor and the tests

    wrong = []
    for name, entry in manifest().items():
        try:
            blob = read(f"{name}.bin")
        except OSError:
            blob = b""
        if sha256(blob).hexdigest() != entry["sha256"]:
            wrong.append(name)
    return wrong
