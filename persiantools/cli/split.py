"""``persiantools split``: the spans of each input, by language and kind."""

from collections.abc import Iterator, Sequence
from typing import Annotated

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
    Output,
    Unit,
    UnitOption,
)
from persiantools.cli.screens import screen_for
from persiantools.export.tsv import row
from persiantools.export.units import Units
from persiantools.spans import Span

__all__ = ["split"]

Languages = Annotated[
    str | None,
    typer.Option("--languages", metavar="TAGS", help="Choose among these tags only: fa,en,ar.", show_default=False),
]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="TAG", help="Keep just the spans in this language.", show_default=False),
]


@answered
def split(
    files: Files = None,
    output: Output = None,
    form: FormOption = Form.text,
    only: Only = None,
    languages: Languages = None,
    offsets: UnitOption = Unit.codepoint,
    field: Field = None,
    encoding: Encoding = "utf-8",
    errors: Errors = "strict",
    bidi: BidiOption = Bidi.auto,
) -> ExitCode:
    """Split each input into spans by language (fa en ar ps ur ckb fa-Latn …) and kind (text url mention number …).

    Text output is a table of spans; with --only it is just the text of those spans, one a line.
    """
    from persiantools.export.text import spans_text
    from persiantools.splitter import split as split_text

    screen = screen_for(bidi, output)
    tags = tuple(languages.split(",")) if languages else None

    def pieces() -> Iterator[str]:
        for source in read_sources(files or [], encoding=encoding, errors=errors, field=field):
            spans = [span for span in split_text(source.text, languages=tags) if only in (None, span.lang)]
            if form is Form.text and only is None:
                yield f"{screen.paint(source.origin, 'bold')}\n{spans_text(source.text, spans, screen)}\n"
            elif form is Form.text:
                yield "".join(f"{span.of(source.text).strip()}\n" for span in spans)
            else:
                yield _data(source, spans, form, Units(source.text, offsets.value))

    write(pieces(), output)
    return ExitCode.DONE


def _data(source: Source, spans: Sequence[Span], form: Form, units: Units) -> str:
    if form is Form.tsv:
        return "".join(
            row((source.origin, units.of(s.start), units.of(s.end), s.lang, s.kind, s.of(source.text))) for s in spans
        )
    found = {"origin": source.origin, "spans": [msgspec.to_builtins(span) for span in spans]}
    return json_line(units.convert(found), indent=1 if form is Form.json else None)
