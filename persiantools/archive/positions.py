"""Going on after the last item that somebody has had."""

from collections.abc import Iterator, Sequence

from persiantools.archive.records import Item, Position
from persiantools.errors import InputError

__all__ = ["following", "index_of"]


def index_of(names: Sequence[str], after: Position | None) -> int:
    """Which of the sources ``names`` to go on with. Raises `InputError` when the position is in none of them."""
    if after is None:
        return 0
    if after.source not in names:
        raise InputError(f"there is no {after.source!r} to go on in: the input is another one than before")
    return names.index(after.source)


def following(items: Iterator[Item], after: Position | None) -> Iterator[Item]:
    """Those of one source's ``items`` that stand after a position in it."""
    if after is None:
        return items
    place = (after.line, after.offset)
    return (item for item in items if (item.line, item.offset) > place)
