"""Zstandard: the one module that knows the package ``backports.zstd``, Python 3.14's ``compression.zstd``."""

from typing import IO, Any, cast

from persiantools.errors import OptionError

__all__ = ["compressing"]

_LEVEL = 6


def compressing(file: Any) -> IO[bytes]:
    """A stream that compresses into ``file``; closing it leaves ``file`` open.

    Raises `OptionError` when the package is missing.
    """
    try:
        from backports.zstd import ZstdFile
    except ImportError:
        raise OptionError('.zst needs a package more: pip install "persian-english-tools[archive]"') from None
    return cast(IO[bytes], ZstdFile(file, "wb", level=_LEVEL))
