"""A user's glossary in any of the forms that translators keep: TSV, CSV, OmegaT's, TBX and TMX."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from persiantools.errors import InputError
from persiantools.export.glossary_tables import VARIANT
from persiantools.export.tbx import TYPES
from persiantools.export.tsv import unescaped
from persiantools.export.xml_glossary import xml_pairs
from persiantools.names import NameRegister

__all__ = ["LARGEST", "read_glossary"]

LARGEST = 64 << 20
"""Bytes of a glossary at most: some half a million names."""

_PERSIAN = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_NAMES = {
    "persian": frozenset(("persian", "farsi", "dari", "fa", "فارسی")),
    "english": frozenset(("english", "en", "انگلیسی")),
    "type": frozenset(("type", "kind")),
    "count": frozenset(("count",)),
}


class _Heading(NamedTuple):
    """Which column holds what; -1 for none."""

    persian: int
    english: int
    kind: int
    times: int


_BARE = _Heading(0, 1, 2, 3)


def read_glossary(path: str | Path) -> NameRegister:
    """The names in the file at ``path``; what it is shows in its content, and ``.csv`` in its name.

    - XML: TBX of either edition, where only the preferred terms of an entry count if any are marked so, and TMX.
    - Tables, by tabs or (``.csv``) by commas or semicolons: a Persian and an English name in the first two columns,
      in either order, and if they are there type and count; or in any columns under a heading that names them.
      Lines that begin with ``#`` are comments, and so are rows of OmegaT that say they are variants.

    Definitions of entities are refused, nothing is fetched, and a file has at most `LARGEST` bytes. Raises
    `InputError` for a file that is none of these, or cannot be read; a row without a Persian and an English name
    is named by its line.
    """
    data = _read(path)
    register = NameRegister()
    pairs = xml_pairs(data, str(path)) if _is_xml(data) else _rows(_decoded(data, path), path)
    for persian, english, kind, count in pairs:
        register.add(persian, english, kind, count)
    return register


def _read(path: str | Path) -> bytes:
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"the names in {path} cannot be read ({error}): it must be a file in UTF-8") from error
    if len(data) > LARGEST:
        raise InputError(f"{path} is larger than {LARGEST >> 20} MB: leave the names in it that the text may hold")
    return data


def _is_xml(data: bytes) -> bool:
    """Whether ``data`` begins as XML does, in UTF-8 or UTF-16."""
    return data[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _decoded(data: bytes, path: str | Path) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"the names in {path} cannot be read ({error}): it must be a file in UTF-8") from error


def _rows(text: str, path: str | Path) -> Iterator[tuple[str, str, str, int]]:
    """Persian, English, type and count of each row of a table."""
    heading: _Heading | None = None
    rows = _comma_separated(text, path) if Path(path).suffix.lower() == ".csv" else _tab_separated(text)
    for line, cells in rows:
        if heading is None:
            heading = _heading(cells)
            if heading is not None:
                continue
            heading = _BARE
        if len(cells) > 2 and VARIANT in cells[2]:
            continue
        yield _pair(cells, heading, f"{path}, line {line}")


def _tab_separated(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [unescaped(cell).strip() for cell in line.split("\t")]


def _comma_separated(text: str, path: str | Path) -> Iterator[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        for cells in reader:
            if any(cells) and not cells[0].startswith("#"):
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: no comma-separated values ({error})") from None


def _heading(cells: Sequence[str]) -> _Heading | None:
    """What the columns are, if ``cells`` are a heading that says which are Persian and English."""
    lowered = [cell.lower() for cell in cells]
    places = [next((n for n, cell in enumerate(lowered) if cell in names), -1) for names in _NAMES.values()]
    return _Heading(*places) if min(places[:2]) >= 0 else None


def _pair(cells: Sequence[str], heading: _Heading, where: str) -> tuple[str, str, str, int]:
    persian, english = _cell(cells, heading.persian), _cell(cells, heading.english)
    if _PERSIAN.search(english) and not _PERSIAN.search(persian):
        persian, english = english, persian
    if not (persian and english):
        raise InputError(f"{where}: expected a Persian and an English name with a tab between them")
    kind = _cell(cells, heading.kind)
    if kind and kind not in TYPES:  # a comment: what follows is no count
        return persian, english, "MISC", 1
    count = _cell(cells, heading.times)
    if count and not (count.isascii() and count.isdigit()):
        raise InputError(f"{where}: the count {count!r} is no whole number")
    return persian, english, kind or "MISC", int(count[:18] or 1)


def _cell(cells: Iterable[str], place: int) -> str:
    return next((cell for at, cell in enumerate(cells) if at == place), "")
