"""Bytes of an input, unpacked where they are compressed, also in several members or frames.

A compressed file that ends before its end marker is damaged, never short: what came before the cut is handed out,
then `Damaged` is raised. No call hands out or holds more than it was asked for, whatever the ratio.
"""

import codecs
from collections.abc import Callable
from typing import Protocol

from persiantools.archive.decompressors import DECOMPRESSORS, FAULTS, Decompressor, packing
from persiantools.archive.options import MIB, Limits
from persiantools.archive.troubles import Damaged

__all__ = ["CHUNK", "Meter", "Raw", "Stream"]

CHUNK = MIB
_PACKED_CHUNK = 1 << 13  # small: what one faulty call had unpacked already is lost with it
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Raw(Protocol):
    """A file that bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


class Meter:
    """Refuses an input that grows past the limits."""

    def __init__(self, limits: Limits) -> None:
        """Nothing has been read yet."""
        self._limits = limits
        self._given = 0

    def add(self, given: int, packed: int) -> None:
        """``given`` more bytes came out of ``packed`` in all. Raises `Damaged`."""
        self._given += given
        limits = self._limits
        if self._given > limits.unpacked:
            raise Damaged("expands", f"it unpacks to more than {limits.unpacked:,} bytes: unpack it first to read it")
        if self._given > limits.ratio_from and self._given > limits.ratio * packed:
            raise Damaged("expands", f"it unpacks to over {limits.ratio} times its size: unpack it first to read it")


class Stream:
    """Unpacked bytes in order, with a look ahead.

    ``jumps`` says whether it can go on anywhere (a plain file can), ``utf16`` which UTF-16 its byte order mark
    announces, ``""`` for none.
    """

    def __init__(self, raw: Raw, name: str, limits: Limits) -> None:
        """Reads ``raw``, whose file is called ``name``."""
        self._raw = raw
        self._ahead = b""
        self._read = raw.read
        kind = packing(self.peek(6), name)
        if kind:
            self._read = _Unpacker(raw, self._ahead, kind, limits).read
            self._ahead = b""
        self.jumps = not kind and bool(getattr(raw, "seekable", bool)())
        self.utf16 = _UTF16.get(self.peek(2), "")

    def read(self, size: int = CHUNK) -> bytes:
        """At most ``size`` bytes, none at the end. Raises `Damaged`."""
        if self._ahead:
            data, self._ahead = self._ahead[:size], self._ahead[size:]
            return data
        return self._next(size)

    def peek(self, size: int) -> bytes:
        """The next ``size`` bytes (fewer only at the end or where the input is damaged) without taking them."""
        try:
            while len(self._ahead) < size and (data := self._next(size - len(self._ahead))):
                self._ahead += data
        except Damaged as damage:
            self._read = _raising(damage)
        return self._ahead[:size]

    def _next(self, size: int) -> bytes:
        try:
            return self._read(size)
        except OSError as error:
            raise Damaged("damaged", f"it cannot be read further: {error.strerror or error}") from None

    def seek(self, offset: int) -> None:
        """Goes on at ``offset``: for streams that can jump."""
        self._raw.seek(offset)  # type: ignore[attr-defined]
        self._ahead = b""


def _raising(damage: Damaged) -> Callable[[int], bytes]:
    def read(_: int) -> bytes:
        raise damage

    return read


class _Unpacker:
    """Reads a compressed file member by member."""

    def __init__(self, raw: Raw, head: bytes, kind: str, limits: Limits) -> None:
        self._raw, self._kind, self._meter = raw, kind, Meter(limits)
        self._input, self._taken = head, len(head)
        self._member: Decompressor | None = DECOMPRESSORS[kind]()

    def read(self, size: int) -> bytes:
        while self._member is not None:
            if data := self._step(self._member, size):
                self._meter.add(len(data), self._taken)
                return data
        return b""

    def _step(self, member: Decompressor, size: int) -> bytes:
        """Some unpacked bytes, or none when a further step is needed or the end is reached."""
        ended = member.needs_input and not self._input and not self._fill()
        packed, self._input = self._input, b""
        try:
            data = member.decompress(packed, size)
        except FAULTS as error:
            raise Damaged("damaged", f"the {self._kind} data is damaged: {error}") from None
        if member.eof:
            self._next(member.unused_data)
        elif ended and not data:
            raise Damaged("truncated", f"the {self._kind} data ends before its end marker: the file was cut short")
        return data

    def _fill(self) -> bool:
        self._input = self._raw.read(_PACKED_CHUNK)
        self._taken += len(self._input)
        return bool(self._input)

    def _next(self, rest: bytes) -> None:
        """Begins the next member, if there is one; zeros after the last are padding."""
        rest = rest.lstrip(b"\0")
        while not rest and self._fill():
            rest = self._input.lstrip(b"\0")
        self._input = rest
        self._member = DECOMPRESSORS[self._kind]() if rest else None
