"""``persiantools align``: the names of each input, Persian beside English."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

import msgspec

from persiantools.cli.exits import ExitCode
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import EnglishFile, Form, GlossaryOption, PersianFile
from persiantools.errors import OptionError
from persiantools.export.terminal import Screen
from persiantools.export.text import alignment_text
from persiantools.export.tsv import row

if TYPE_CHECKING:
    from persiantools.names import Alignment

__all__ = ["align"]


@on_texts()
def align(
    job: Job, persian: PersianFile = None, english: EnglishFile = None, glossary: GlossaryOption = None
) -> ExitCode:
    """Link the Persian names of each input to their English mentions, every spelling and short form.

    Inputs are mixed passages, or one parallel text in two files (--persian and --english). Names without a
    counterpart are listed too. With --format tsv a row is a pair of mentions: origin, type, score, then start, end
    and text of each.
    """
    if (persian is None) != (english is None) or (persian and job.files):
        raise OptionError("a parallel text needs --persian FILE and --english FILE, and no other files")
    from persiantools.export.glossary_reading import read_glossary
    from persiantools.names import align as align_text

    known = read_glossary(glossary) if glossary else None

    def answers() -> Iterator[_Answer]:
        if persian and english:
            for left, right in zip(job.sources([persian]), job.sources([english]), strict=True):
                found = align_text(persian=left.text, english=right.text, glossary=known)
                yield _Answer(f"{left.origin} = {right.origin}", left.text, right.text, found)
        else:
            for source in job.sources():
                yield _Answer(source.origin, source.text, source.text, align_text(source.text, glossary=known))

    screen = job.screen()
    return job.write(_shown(answer, job, screen) for answer in answers())


class _Answer(msgspec.Struct, frozen=True):
    origin: str
    persian: str
    english: str
    alignment: "Alignment"


def _shown(answer: _Answer, job: Job, screen: Screen) -> str:
    if job.form is Form.text:
        return f"{screen.paint(answer.origin, 'bold')}\n\n{alignment_text(answer.alignment, screen)}\n"
    found = _converted(answer, job)
    if job.form is Form.tsv:
        return "".join(row((answer.origin, *cells)) for cells in _pairs(found))
    return job.json({"origin": answer.origin, **found})


def _converted(answer: _Answer, job: Job) -> dict[str, Any]:
    """The JSON form, each side's offsets in the unit asked for."""
    sides = {"persian": job.units(answer.persian), "english": job.units(answer.english)}

    def convert(value: dict[str, Any]) -> dict[str, Any]:
        return {key: sides[key].convert(item) if key in sides else item for key, item in value.items()}

    found = answer.alignment.to_dict()
    return {"names": [convert(link) for link in found["names"]], "unlinked": convert(found["unlinked"])}


def _pairs(found: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Type, score, then start, end and text of a Persian and an English mention; empty where one is missing."""
    nothing = ("", "", "")
    for link in found["names"]:
        for left, right in product(link["persian"], link["english"]):
            yield (link["type"], link["score"], *left.values(), *right.values())
    for group in found["unlinked"]["persian"]:
        yield from ((group["type"], "", *mention.values(), *nothing) for mention in group["mentions"])
    for group in found["unlinked"]["english"]:
        yield from ((group["type"], "", *nothing, *mention.values()) for mention in group["mentions"])
