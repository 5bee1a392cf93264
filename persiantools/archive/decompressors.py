"""Compressions by their first bytes (gzip, zstd, bzip2, xz), each behind one interface.

Sources: RFC 1952 (gzip), RFC 8878 (zstd), the formats of bzip2 and xz.
"""

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from persiantools.archive.options import MIB
from persiantools.archive.zstd import ZstdReader

__all__ = ["DECOMPRESSORS", "FAULTS", "SUFFIXES", "Decompressor", "packing"]

_MAGIC = {"gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00"}
SUFFIXES = {".gz": "gzip", ".zst": "zstd", ".bz2": "bzip2", ".xz": "xz"}
FAULTS = (zlib.error, lzma.LZMAError, OSError, ValueError, EOFError)
"""What a decompressor raises for data that is damaged."""


class Decompressor(Protocol):
    """One member of a compressed file: the interface that bz2, lzma and zstd share."""

    @property
    def eof(self) -> bool:
        """Whether its end marker was seen."""

    @property
    def needs_input(self) -> bool:
        """Whether it can give nothing more without further input."""

    @property
    def unused_data(self) -> bytes:
        """What followed the end marker."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most ``max_length`` unpacked bytes."""


class _Gzip:
    """zlib's decompressor behind the interface of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max(max_length, 0))


DECOMPRESSORS: dict[str, Callable[[], Decompressor]] = {
    "gzip": _Gzip,
    "zstd": ZstdReader,
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=256 * MIB),
}


def packing(head: bytes, name: str = "") -> str:
    r"""How a file that begins with ``head`` is compressed, ``""`` for not at all.

    A file whose name promises compression and that ends inside the mark of it counts as compressed (and cut short).

    >>> packing(b"BZh91AY&SY"), packing(b"text"), packing(b"\x1f", "tweets.jsonl.gz")
    ('bzip2', '', 'gzip')
    """
    for kind, magic in _MAGIC.items():
        if head.startswith(magic):
            return kind
    if len(head) >= 4 and head[1:4] == b"\x2a\x4d\x18" and head[0] & 0xF0 == 0x50:
        return "zstd"  # a skippable frame first
    promised = next((kind for suffix, kind in SUFFIXES.items() if name.lower().endswith(suffix)), "")
    return promised if promised and _MAGIC[promised].startswith(head) else ""
