"""What an archive holds, without doing anything with it."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import msgspec

from persiantools.archive.inputs import Inputs, Wanted
from persiantools.archive.reading import recognise
from persiantools.archive.records import Failure, Record, Skipped

__all__ = ["Contents", "counted"]


class Contents(msgspec.Struct, frozen=True):
    """The format of one input, and how many items of each kind it has."""

    path: Path
    format: str
    records: int
    skipped: int
    failed: int


def counted(paths: Sequence[Path], wanted: Wanted, limit: int = 0) -> list[Contents]:
    """The contents of each of ``paths``; of ``limit`` items at most where that is not 0. Raises `InputError`."""
    found = []
    for path in paths:
        items = Inputs([path], wanted).items(None)
        kinds: Counter[type] = Counter(map(type, islice(items, limit) if limit else items))
        form = wanted.format or recognise(path, wanted.limits)
        found.append(Contents(path, form, kinds[Record], kinds[Skipped], kinds[Failure]))
    return found
