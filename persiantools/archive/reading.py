"""Archives of posts in the forms people have them, read record by record."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from persiantools.archive import jsonl, tables, text_lines
from persiantools.archive.formats import FORMATS
from persiantools.archive.options import Limits, Options, checked_parts
from persiantools.archive.recognising import recognised
from persiantools.archive.records import Item, Position
from persiantools.archive.sources import sources
from persiantools.archive.unpacking import Stream
from persiantools.errors import InputError, OptionError

__all__ = ["read_archive", "recognise"]

Reader = Callable[[str, Stream, Options], Iterator[Item]]

_READERS: dict[str, Reader] = {
    "jsonl": jsonl.read,
    "csv": tables.read,
    "tsv": tables.read_tabs,
    "information-operations": tables.read_information_operations,
    "lines": text_lines.read,
}


def read_archive(
    path: Path | str,
    *,
    format: str | None = None,
    field: str | None = None,
    id_field: str | None = None,
    date_field: str | None = None,
    include: Iterable[str] = (),
    limits: Limits | None = None,
    after: Position | None = None,
) -> Iterator[Item]:
    """Every record of the archive ``path`` in order, with what was skipped and what could not be read in between.

    Everything comes one by one: memory does not depend on the size of the input, only on ``limits.record``.
    """
    parts = checked_parts(include)
    if format is not None and format not in (names := [each.name for each in FORMATS]):
        raise OptionError(f"format is one of {', '.join(names)}, not {format!r}")
    options = Options(field, id_field, date_field, parts, limits or Limits(), after)
    return _read(Path(path), format, options)


def _read(path: Path, format: str | None, options: Options) -> Iterator[Item]:
    for source in sources(path, options.limits):
        with source.open(options.limits) as stream:
            items = _READERS[format or recognised(source.base, stream)](source.name, stream, options)
            after = options.after
            if after is None:
                yield from items
            else:
                place = (after.line, after.offset)
                yield from (item for item in items if (item.line, item.offset) > place)


def recognise(path: Path | str, limits: Limits | None = None) -> str:
    """The name of the format of ``path``. Raises `InputError` when it is none that can be read."""
    for source in sources(Path(path), limits or Limits()):
        with source.open(limits or Limits()) as stream:
            return recognised(source.base, stream)
    raise InputError(f"{path} is empty")
