"""``persiantools check``: what an editor would ask about the names of a text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

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
from persiantools.deceptive import find_deceptive
from persiantools.export.places import Places
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.tsv import row
from persiantools.export.units import Units

if TYPE_CHECKING:
    from persiantools.names import Finding

__all__ = ["check"]


@answered
def check(
    files: Files = None,
    output: Output = None,
    form: FormOption = Form.text,
    glossary: GlossaryOption = None,
    offsets: UnitOption = Unit.codepoint,
    field: Field = None,
    encoding: Encoding = "utf-8",
    errors: Errors = "strict",
    bidi: BidiOption = Bidi.auto,
) -> ExitCode:
    """Find names spelled in several ways or standing in one language only, and characters that deceive a reader.

    Deceptive are forced and unclosed directions, hidden characters and words with letters of two scripts. Each
    finding has its line and column and, where there is one, a suggestion. Exits 1 when something is found.
    """
    from persiantools.names import NameRegister, check_names
    from persiantools.names.spelling import in_order

    screen = screen_for(bidi, output)
    known = NameRegister.load(glossary) if glossary else None
    code = ExitCode.DONE

    def pieces() -> Iterator[str]:
        nonlocal code
        for source in read_sources(files or [], encoding=encoding, errors=errors, field=field):
            findings = in_order((*check_names(source.text, glossary=known), *_deceptive(source.text)))
            if findings:
                code = ExitCode.FOUND
            yield _shown(source, findings, form, offsets, screen)

    write(pieces(), output)
    return code


def _deceptive(text: str) -> "Iterator[Finding]":
    """What is deceptive in ``text``, as findings; in messages and places its characters are made visible."""
    from persiantools.names import Finding, Mention

    for one in find_deceptive(text):
        place = Mention(one.start, one.end, text[one.start : one.end], "zxx")
        yield Finding(one.kind, (place,), "", one.message)


def _shown(source: Source, findings: "tuple[Finding, ...]", form: Form, unit: Unit, screen: Screen) -> str:
    places = Places(source.text)
    if form is Form.text:
        rows = [
            (f"{source.origin}:{places.shown(f.mentions[0].start)}", f.kind, f.message, f.suggestion)
            for f in findings
        ]
        return columns_of(rows, screen, styles=("bold", "yellow", "", "green")) + ("\n" if rows else "")
    if form is Form.tsv:
        return "".join(
            row((source.origin, *places.of(m.start), f.kind, m.text, f.suggestion))
            for f in findings
            for m in f.mentions
        )
    found: list[Any] = Units(source.text, unit.value).convert(msgspec.to_builtins(list(findings)))
    return json_line({"origin": source.origin, "findings": found}, indent=1 if form is Form.json else None)
