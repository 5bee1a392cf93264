"""What a command writes: UTF-8, to standard output or to a file that is replaced in one step."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from persiantools.errors import OutputError

__all__ = ["encoded", "json_line", "replace_file", "write"]


def write(pieces: Iterable[str], output: Path | None, *, encoding: str = "utf-8") -> None:
    """Write ``pieces`` to ``output``, or piece by piece to standard output when it is ``None`` or ``-``.

    Raises `OutputError` when that is impossible; a file that stood there is then unharmed.
    """
    if output is not None and str(output) != "-":
        replace_file(output, b"".join(encoded(piece, encoding) for piece in pieces))
        return
    try:
        for piece in pieces:
            sys.stdout.buffer.write(encoded(piece, encoding))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror or error}") from error


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of file ``path``: written beside it, forced to disk, renamed; the mode is kept.

    A link is followed, so that the file it names is replaced. Raises `OutputError`.
    """
    path = path.resolve()
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error


def json_line(value: Any, *, indent: int | None = None) -> str:
    """``value`` as JSON, with a line break; letters stay letters."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def encoded(text: str, encoding: str) -> bytes:
    r"""``text`` as bytes: what was not text comes out as it came in (``--errors surrogateescape``).

    >>> encoded("é", "utf-8")
    b'\xc3\xa9'
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        pass
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return text.encode(encoding, "backslashreplace")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
