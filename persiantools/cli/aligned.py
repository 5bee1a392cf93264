"""The texts of a command with their names linked: mixed passages, or one parallel text in two files."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from persiantools.cli.inputs import Source
from persiantools.cli.job import Job
from persiantools.errors import InputError, OptionError

if TYPE_CHECKING:
    from persiantools.names import Alignment, NameRegister

__all__ = ["Aligned", "aligned"]


class Aligned(msgspec.Struct, frozen=True):
    """One text on both sides, the same source twice where it is mixed, with its names."""

    persian: Source
    english: Source
    alignment: "Alignment"


def aligned(job: Job, persian: Path | None, english: Path | None, glossary: Path | None) -> Iterator[Aligned]:
    """The inputs of ``job``, or the two files of a parallel text, aligned one by one.

    Raises `OptionError` at once where one of the two files is missing or others are named too, and while reading
    `InputError` for what cannot be read and for two files that do not hold equally many records.
    """
    if (persian is None) != (english is None) or (persian and job.files):
        raise OptionError("a parallel text needs --persian FILE and --english FILE, and no other files")
    from persiantools.export.glossary_reading import read_glossary

    known = read_glossary(glossary) if glossary else None
    return _aligned(job, persian, english, known)


def _aligned(job: Job, persian: Path | None, english: Path | None, known: "NameRegister | None") -> Iterator[Aligned]:
    from persiantools.names import align

    if not (persian and english):
        for source in job.sources():
            yield Aligned(source, source, align(source.text, glossary=known))
        return
    rights = job.sources([english])
    for left in job.sources([persian]):
        if (right := next(rights, None)) is None:
            raise InputError(f"{english} holds fewer records than {persian}: a parallel text has as many in both")
        yield Aligned(left, right, align(persian=left.text, english=right.text, glossary=known))
    if next(rights, None) is not None:
        raise InputError(f"{english} holds more records than {persian}: a parallel text has as many in both")
