"""Which columns of a table hold text, id and date: those that are named, or those whose names are in use."""

from collections.abc import Sequence
from typing import NamedTuple

from persiantools.archive.jsonl import DATE_FIELDS, ID_FIELDS, TEXT_FIELDS
from persiantools.archive.options import Options
from persiantools.errors import InputError

__all__ = ["Columns", "columns_of", "distinct"]


class Columns(NamedTuple):
    """The names of all columns, and where text, id and date stand; None for what the table has not."""

    names: list[str]
    text: int
    id: int | None
    date: int | None


def columns_of(source: str, names: list[str], options: Options) -> Columns:
    """The columns of the table ``source``. Raises `InputError` when a named one, or one for the text, is missing."""
    text = _place(source, names, options.field, TEXT_FIELDS)
    if text is None:
        raise InputError(
            f"{source} has no column that is known to hold text: name one of {', '.join(names)} (--field)"
        )
    known = _place(source, names, options.id_field, ID_FIELDS)
    return Columns(names, text, known, _place(source, names, options.date_field, DATE_FIELDS))


def distinct(header: Sequence[str]) -> list[str]:
    """The names of the columns; a name that stands again gets its number, so that no column hides another.

    >>> distinct(["id", "text", "text"])
    ['id', 'text', 'text.3']
    """
    names: list[str] = []
    for number, column in enumerate(header, 1):
        names.append(column if column not in names else f"{column}.{number}")
    return names


def _place(source: str, names: list[str], asked: str | None, known: Sequence[str]) -> int | None:
    if asked is not None:
        if asked not in names:
            raise InputError(f"{source} has no column {asked!r}: its columns are {', '.join(names)}")
        return names.index(asked)
    folded = [column.strip().lower() for column in names]
    return next((folded.index(column.lower()) for column in known if column.lower() in folded), None)
