"""What a command reads: files and standard input, whole or record by record."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from persiantools.cli.exits import warn
from persiantools.errors import InputError, OptionError

__all__ = ["Source", "read_sources"]

BOM = "\ufeff"
STDIN = "-"
ERRORS = ("strict", "replace", "ignore", "surrogateescape")


class Source(msgspec.Struct, frozen=True):
    """One text to work on.

    ``origin`` is its file (``-`` for standard input), with ``:line`` for a record; ``record`` is the JSON object that
    it came in and ``field`` where in it; ``bom`` says that the file began with a byte order mark, which is no part of
    ``text``.
    """

    origin: str
    text: str
    record: dict[str, Any] | None = None
    field: str = ""
    bom: bool = False


def read_sources(
    files: Sequence[Path], *, encoding: str = "utf-8", errors: str = "strict", field: str | None = None
) -> Iterator[Source]:
    """The texts of ``files``, in order; with ``field``, that field of each line of JSON.

    A file that cannot be read or is not what it is said to be does not keep the others from being read: what is
    wrong is said at once, and `InputError` raised at the end. Raises `OptionError` for an unknown way to treat
    ``errors``.
    """
    if errors not in ERRORS:
        raise OptionError(f"--errors is one of {', '.join(ERRORS[:-1])} or {ERRORS[-1]}, not {errors!r}")
    wrong: list[InputError] = []
    for file in files or [Path(STDIN)]:
        try:
            yield from _sources(file, encoding, errors, field)
        except InputError as error:
            if len(files) > 1:
                warn(str(error))
            wrong.append(error)
    if wrong:
        raise InputError(f"{len(wrong)} of {len(files)} inputs could not be read") if len(files) > 1 else wrong[0]


def _sources(file: Path, encoding: str, errors: str, field: str | None) -> Iterator[Source]:
    text = _decode(_read(file), str(file), encoding, errors)
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    if field is None:
        yield Source(str(file), text, bom=bom)
    else:
        yield from _records(str(file), text, field)


def _read(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == STDIN else file.read_bytes()
    except IsADirectoryError:
        raise InputError(f"{file} is a folder: name the files in it, as in {file}/*.txt") from None
    except FileNotFoundError:
        raise InputError(f"there is no file {file}: check the name, or give - to read standard input") from None
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}") from error


def _decode(data: bytes, name: str, encoding: str, errors: str) -> str:
    try:
        return data.decode(encoding, errors)
    except LookupError as error:
        raise InputError(f"{error}: see `python -m encodings` names such as utf-8, utf-16, cp1256") from None
    except UnicodeDecodeError as error:
        byte = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        other = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1256"
        raise InputError(
            f"{name} is not {encoding}: {byte}. Name its encoding (--encoding {other}), "
            "or let such bytes be replaced (--errors replace)"
        ) from None


def _records(name: str, text: str, field: str) -> Iterator[Source]:
    """The records of a file of JSON lines; blank lines hold none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            record = _record(f"{name}:{number}", line)
            if not isinstance(record.get(field), str):
                have = ", ".join(sorted(key for key, value in record.items() if isinstance(value, str))) or "none"
                raise InputError(f"{name}:{number} has no text in a field {field!r} (fields with text: {have})")
            yield Source(f"{name}:{number}", record[field], record, field)


def _record(origin: str, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{origin} is not JSON ({error}): --field wants one object a line") from None
    if not isinstance(record, dict):
        raise InputError(f"{origin} is not a JSON object: --field wants one object a line")
    return record
