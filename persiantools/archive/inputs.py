"""Several archives, read one after the other, from the beginning or from where a run was stopped."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from persiantools.archive.decompressors import SUFFIXES
from persiantools.archive.options import Limits
from persiantools.archive.reading import read_archive
from persiantools.archive.records import Item, Position

__all__ = ["Inputs", "Wanted"]


_PACKED = (*SUFFIXES, ".zip", ".parquet")


class Wanted(msgspec.Struct, frozen=True):
    """How the inputs are to be read: what `read_archive` is told of each."""

    format: str | None = None
    field: str | None = None
    id_field: str | None = None
    date_field: str | None = None
    include: tuple[str, ...] = ()
    limits: Limits = Limits()


class Inputs:
    """The items of ``paths``, in order. A position in them is the number of the input and the item's own, as JSON."""

    def __init__(self, paths: Sequence[Path], wanted: Wanted) -> None:
        """Nothing is opened yet. Inputs that are not there are told by `items`."""
        self._paths, self._wanted = paths, wanted
        self._at: tuple[int, Item] | None = None
        plain = all(path.is_file() and path.suffix not in _PACKED for path in paths)
        self._sizes = [path.stat().st_size for path in paths] if plain else None

    def items(self, position: Any) -> Iterator[Item]:
        """The items behind ``position``, or all of them."""
        begun, after = (position[0], Position(*position[1:])) if position else (0, None)
        for number, path in enumerate(self._paths[begun:], begun):
            for item in self._read(path, after if number == begun else None):
                self._at = number, item
                yield item

    def position(self) -> Any:
        """Where the item yielded last stands."""
        if self._at is None:
            return None
        number, item = self._at
        return [number, item.source, item.line, item.offset]

    def share(self) -> float | None:
        """How much has been read, in [0, 1]; None where the inputs do not tell: inside zips and compressed files."""
        if self._at is None or self._sizes is None:
            return None
        number, item = self._at
        done = sum(self._sizes[:number]) + max(0, min(item.offset, self._sizes[number]))
        return done / max(1, sum(self._sizes))

    def _read(self, path: Path, after: Position | None) -> Iterator[Item]:
        wanted = self._wanted
        return read_archive(
            path,
            format=wanted.format,
            field=wanted.field,
            id_field=wanted.id_field,
            date_field=wanted.date_field,
            include=wanted.include,
            limits=wanted.limits,
            after=after,
        )
