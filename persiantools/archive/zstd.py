"""Zstandard: the one module that knows the package ``backports.zstd``, Python 3.14's ``compression.zstd``."""

from typing import IO, Any, cast

from persiantools.errors import InputError

__all__ = ["ZstdReader", "compressing", "decompressed"]

_LEVEL = 6


def compressing(file: Any) -> IO[bytes]:
    """A stream that compresses into ``file``; closing it leaves ``file`` open.

    Raises `InputError` where the package is not installed.
    """
    return cast(IO[bytes], _zstd().ZstdFile(file, "wb", level=_LEVEL))


def decompressed(file: Any) -> IO[bytes]:
    """What ``file`` holds, unpacked. Raises `InputError` where the package is not installed."""
    return cast(IO[bytes], _zstd().ZstdFile(file, "rb"))


class ZstdReader:
    """A decompressor like those of ``bz2`` and ``lzma``: wrong bytes are a `ValueError`."""

    def __init__(self) -> None:
        """Raises `InputError` where the package is not installed."""
        zstd = _zstd()
        self._inner, self._error = zstd.ZstdDecompressor(), zstd.ZstdError

    @property
    def eof(self) -> bool:
        """Whether the frame is at its end."""
        return bool(self._inner.eof)

    @property
    def needs_input(self) -> bool:
        """Whether more can only come from more input."""
        return bool(self._inner.needs_input)

    @property
    def unused_data(self) -> bytes:
        """What stands behind the frame."""
        return bytes(self._inner.unused_data)

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most ``max_length`` bytes of what ``data`` unpacks to (-1: all). Raises `ValueError`."""
        try:
            return bytes(self._inner.decompress(data, max_length))
        except self._error as error:
            raise ValueError(str(error)) from None


def _zstd() -> Any:
    try:
        from backports import zstd
    except ModuleNotFoundError:
        raise InputError("zstd needs one more package: pip install 'persian-english-tools[archive]'") from None
    return zstd
