"""``persiantools split``: the spans of each input, by language and kind."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

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
from persiantools.export.spans_view import spans_view
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.text import spans_text
from persiantools.export.tsv import row
from persiantools.export.units import Units
from persiantools.spans import Span

if TYPE_CHECKING:
    from persiantools.finglish import WordSuggestion

__all__ = ["split"]

Languages = Annotated[
    str | None,
    typer.Option("--languages", metavar="TAGS", help="Choose among these tags only: fa,en,ar.", show_default=False),
]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="TAG", help="Keep just the spans in this language.", show_default=False),
]
Region = Annotated[
    str | None,
    typer.Option(
        "--region", metavar="CC", help="Tag the Persian with this country: AF for fa-AF.", show_default=False
    ),
]
Suggest = Annotated[
    bool, typer.Option("--suggest", help="Suggest Persian for Finglish spans: ranked candidates for each word.")
]


@answered
def split(
    files: Files = None,
    output: Output = None,
    form: FormOption = Form.text,
    only: Only = None,
    languages: Languages = None,
    region: Region = None,
    suggest: Suggest = False,
    offsets: UnitOption = Unit.codepoint,
    field: Field = None,
    encoding: Encoding = "utf-8",
    errors: Errors = "strict",
    bidi: BidiOption = Bidi.auto,
) -> ExitCode:
    """Split each input into spans by language (fa en ar ps ur ckb fa-Latn …) and kind (text url mention number …).

    Text output in a terminal is the text itself with its spans coloured and labelled, and a table of spans in a pipe
    or file; with --only it is just the text of those spans, one a line.
    """
    from persiantools.splitter import split as split_text

    screen = screen_for(bidi, output)
    shown = spans_view if output is None and sys.stdout.isatty() else spans_text
    tags = tuple(languages.split(",")) if languages else None

    def pieces() -> Iterator[str]:
        for source in read_sources(files or [], encoding=encoding, errors=errors, field=field):
            spans = split_text(source.text, languages=tags, region=region)
            spans = tuple(span for span in spans if only in (None, span.lang, span.lang.removesuffix(f"-{region}")))
            suggestions = _suggestions(source.text, spans) if suggest else []
            if form is not Form.text:
                yield _data(source, spans, suggestions, form, Units(source.text, offsets.value))
            elif only is None or suggest:
                yield f"{screen.paint(source.origin, 'bold')}\n{shown(source.text, spans, screen)}\n"
                yield _shown(suggestions, screen)
            else:
                yield "".join(f"{span.of(source.text).strip()}\n" for span in spans)

    write(pieces(), output)
    return ExitCode.DONE


def _suggestions(text: str, spans: Sequence[Span]) -> "list[WordSuggestion]":
    """Persian for the words of the Finglish spans, with offsets in ``text``."""
    from persiantools.finglish import suggest_persian

    found = []
    for span in spans:
        if span.lang == "fa-Latn" and span.kind == "text":
            for word in suggest_persian(span.of(text)):
                found.append(word._replace(start=word.start + span.start, end=word.end + span.start))
    return found


def _shown(suggestions: "Sequence[WordSuggestion]", screen: Screen) -> str:
    if not suggestions:
        return ""
    rows = [(word.text, "، ".join(candidate.text for candidate in word.candidates)) for word in suggestions]
    return f"\n{columns_of(rows, screen)}\n"


def _data(
    source: Source, spans: Sequence[Span], suggestions: "Sequence[WordSuggestion]", form: Form, units: Units
) -> str:
    if form is Form.tsv:
        return "".join(
            row((source.origin, units.of(s.start), units.of(s.end), s.lang, s.kind, s.of(source.text))) for s in spans
        )
    found = {"origin": source.origin, "spans": [msgspec.to_builtins(span) for span in spans]}
    if suggestions:
        found["suggestions"] = [
            {**word._asdict(), "candidates": [candidate._asdict() for candidate in word.candidates]}
            for word in suggestions
        ]
    return json_line(units.convert(found), indent=1 if form is Form.json else None)
