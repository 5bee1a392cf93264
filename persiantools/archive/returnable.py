"""A stream to which bytes can be given back."""

from persiantools.archive.troubles import Damaged
from persiantools.archive.unpacking import Raw

__all__ = ["Returnable"]


class Returnable:
    """A stream to which bytes can be given back, and which gives as many as were asked for."""

    def __init__(self, stream: Raw) -> None:
        """Reads ``stream``."""
        self._stream = stream
        self._back: list[memoryview] = []  # what was given back; the last comes first
        self._broken: Damaged | None = None

    def put_back(self, data: bytes) -> None:
        """``data`` is what is read next."""
        if data:
            self._back.append(memoryview(data))

    def read(self, size: int) -> bytes:
        """``size`` bytes, fewer only at the end and before damage, which is raised when nothing else is left."""
        pieces, missing = list[bytes | memoryview](), size
        while missing > 0 and self._back:
            piece = self._back.pop()
            if len(piece) > missing:
                self._back.append(piece[missing:])
            pieces.append(piece[:missing])
            missing -= len(pieces[-1])
        try:
            while missing > 0 and not self._broken and (data := self._stream.read(missing)):
                pieces.append(data)
                missing -= len(data)
        except Damaged as damage:
            self._broken = damage
        if self._broken and not pieces:
            raise self._broken
        return b"".join(pieces)
