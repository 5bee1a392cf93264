"""``persiantools align``: the names of each input, Persian beside English."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from persiantools.cli.exits import ExitCode, answered
from persiantools.cli.inputs import Source, read_sources
from persiantools.cli.outputs import json_line, write
from persiantools.cli.parameters import (
    Bidi,
    BidiOption,
    Encoding,
    Errors,
    Field,
    Files,
    Form,
    FormOption,
    GlossaryOption,
    Output,
    Unit,
    UnitOption,
)
from persiantools.cli.screens import screen_for
from persiantools.errors import OptionError
from persiantools.export.terminal import Screen
from persiantools.export.text import alignment_text
from persiantools.export.tsv import row
from persiantools.export.units import Units

if TYPE_CHECKING:
    from persiantools.names import Alignment

__all__ = ["align"]

PersianFile = Annotated[
    Path | None, typer.Option("--persian", metavar="FILE", help="The Persian of a parallel text.", show_default=False)
]
EnglishFile = Annotated[
    Path | None, typer.Option("--english", metavar="FILE", help="The English of a parallel text.", show_default=False)
]


@answered
def align(
    files: Files = None,
    persian: PersianFile = None,
    english: EnglishFile = None,
    output: Output = None,
    glossary: GlossaryOption = None,
    form: FormOption = Form.text,
    offsets: UnitOption = Unit.codepoint,
    field: Field = None,
    encoding: Encoding = "utf-8",
    errors: Errors = "strict",
    bidi: BidiOption = Bidi.auto,
) -> ExitCode:
    """Link the Persian names of each input to their English mentions, every spelling and short form.

    Inputs are mixed passages, or one parallel text in two files (--persian and --english). Names without a
    counterpart are listed too. With --format tsv a row is a pair of mentions: origin, type, score, then start, end
    and text of each.
    """
    if (persian is None) != (english is None) or (persian and files):
        raise OptionError("a parallel text needs --persian FILE and --english FILE, and no other files")
    from persiantools.names import NameRegister
    from persiantools.names import align as align_text

    known = NameRegister.load(glossary) if glossary else None

    def read(wanted: list[Path]) -> Iterator[Source]:
        return read_sources(wanted, encoding=encoding, errors=errors, field=field)

    def answers() -> Iterator[_Answer]:
        if persian and english:
            for left, right in zip(read([persian]), read([english]), strict=True):
                found = align_text(persian=left.text, english=right.text, glossary=known)
                yield _Answer(f"{left.origin} = {right.origin}", left.text, right.text, found)
        else:
            for source in read(files or []):
                yield _Answer(source.origin, source.text, source.text, align_text(source.text, glossary=known))

    screen = screen_for(bidi, output)
    write((_shown(answer, form, offsets, screen) for answer in answers()), output)
    return ExitCode.DONE


class _Answer(msgspec.Struct, frozen=True):
    origin: str
    persian: str
    english: str
    alignment: "Alignment"


def _shown(answer: _Answer, form: Form, unit: Unit, screen: Screen) -> str:
    if form is Form.text:
        return f"{screen.paint(answer.origin, 'bold')}\n\n{alignment_text(answer.alignment, screen)}\n"
    found = _converted(answer, unit)
    if form is Form.tsv:
        return "".join(row((answer.origin, *cells)) for cells in _pairs(found))
    return json_line({"origin": answer.origin, **found}, indent=1 if form is Form.json else None)


def _converted(answer: _Answer, unit: Unit) -> dict[str, Any]:
    """The JSON form, each side's offsets in the unit asked for."""
    sides = {"persian": Units(answer.persian, unit.value), "english": Units(answer.english, unit.value)}

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
