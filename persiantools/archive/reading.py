"""Archives of posts in the forms people have them, read record by record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from persiantools.archive import (
    api_v1,
    api_v2,
    jsonl,
    parquet,
    snscrape,
    tables,
    telegram,
    text_lines,
    twitter_archive,
)
from persiantools.archive.formats import FORMATS
from persiantools.archive.options import Limits, Options, checked_parts
from persiantools.archive.positions import following, index_of
from persiantools.archive.recognising import DATA_SUFFIXES, recognised
from persiantools.archive.records import Item, Position
from persiantools.archive.sources import Source, sources
from persiantools.archive.unpacking import Stream
from persiantools.errors import InputError, OptionError

__all__ = ["read_archive", "recognise"]

_READERS: dict[str, Callable[[str, Stream, Options], Iterator[Item]]] = {
    "twitter-archive": twitter_archive.read_file,
    "twitter-v1": api_v1.read,
    "twitter-v2": api_v2.read,
    "information-operations": tables.read_information_operations,
    "snscrape": snscrape.read,
    "telegram": telegram.read,
    "jsonl": jsonl.read,
    "csv": tables.read,
    "tsv": tables.read_tabs,
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

    ``format`` is one of `FORMATS`, found out where it is None; ``field``, ``id_field`` and ``date_field`` name the
    columns of a table or the keys of plain JSON, where the usual ones are not meant. ``include`` names the private
    parts of an account archive that are wanted: ``deleted`` tweets, direct ``messages``. ``after`` is the position of
    the last item that is not wanted again.

    Everything comes one by one: memory does not depend on the size of the input, only on ``limits.record`` (and, in
    an account archive, on its long posts). A compressed input that is cut short gives the records before the cut,
    then a failure ``truncated``.

    Raises `OptionError` at once for an unknown format or part; while reading, `InputError` for an input that is not
    there, is no archive, or is refused.

    >>> [format.name for format in FORMATS][:3]
    ['twitter-archive', 'twitter-v1', 'twitter-v2']
    """
    parts = checked_parts(include)
    if format is not None and format not in (names := [each.name for each in FORMATS]):
        raise OptionError(f"format is one of {', '.join(names)}, not {format!r}")
    options = Options(field, id_field, date_field, parts, limits or Limits(), after)
    return _read(Path(path), format, options)


def recognise(path: Path | str, limits: Limits | None = None) -> str:
    """The name of the format of ``path``, of its first file for a zip of several.

    Raises `InputError` when it is not there or none that can be read.
    """
    limits = limits or Limits()
    path = Path(path)
    files = sources(path, limits)
    if _holds(path, files) and any(map(twitter_archive.is_part, files)):
        return "twitter-archive"
    first = _data_files(path, files)[0]
    with first.open(limits) as stream:
        return recognised(first.base, stream)


def _read(path: Path, format: str | None, options: Options) -> Iterator[Item]:
    files = sources(path, options.limits)
    if _holds(path, files) and any(map(twitter_archive.is_part, files)) and format in (None, "twitter-archive"):
        yield from twitter_archive.read(files, options)
        return
    wanted = _data_files(path, files)
    begun = index_of([file.name for file in wanted], options.after)
    for index, file in enumerate(wanted[begun:]):
        own = options if index == 0 else msgspec.structs.replace(options, after=None)
        yield from following(_read_file(path, file, format, own), own.after)


def _read_file(path: Path, file: Source, format: str | None, options: Options) -> Iterator[Item]:
    with file.open(options.limits) as stream:
        chosen = format or recognised(file.base, stream)
        if chosen != "parquet":
            yield from _READERS[chosen](file.name, stream, options)
            return
        if not stream.jumps or file.name != str(path):
            raise InputError(f"{file.name} is Parquet inside something else: unpack it first")
    yield from parquet.read(file.name, path, options)


def _holds(path: Path, files: Sequence[Source]) -> bool:
    """Whether ``path`` is a folder or a zip that holds ``files``, not the one file itself."""
    return [file.name for file in files] != [str(path)]


def _data_files(path: Path, files: Sequence[Source]) -> Sequence[Source]:
    """The files of the input that hold records. Raises `InputError` when there is none."""
    if not _holds(path, files):
        return files
    if exports := [file for file in files if file.base == "result.json"]:
        return exports
    if path.is_dir():
        raise InputError(f"{path} is a folder, but neither an X/Twitter nor a Telegram archive: name the files in it")
    if not (found := [file for file in files if file.base.endswith(DATA_SUFFIXES) and "__MACOSX" not in file.member]):
        raise InputError(f"{path} holds no file of records ({', '.join(DATA_SUFFIXES)})")
    return found
