"""``persiantools align``: the names of each input, Persian beside English."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

import msgspec

from persiantools.cli.aligned import aligned
from persiantools.cli.exits import ExitCode
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import EnglishFile, Form, GlossaryOption, PersianFile
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
    answers = (
        _Answer(
            one.persian.origin if one.persian is one.english else f"{one.persian.origin} = {one.english.origin}",
            one.persian.text,
            one.english.text,
            one.alignment,
        )
        for one in aligned(job, persian, english, glossary)
    )
    screen = job.screen()
    return job.write(_shown(answer, job, screen) for answer in answers)


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
