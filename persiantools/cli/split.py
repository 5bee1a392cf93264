"""``persiantools split``: the spans of each input, by language and kind."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from persiantools.cli.exits import ExitCode
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import Form
from persiantools.export.spans_view import spans_view
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.text import spans_text
from persiantools.export.tsv import row
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


@on_texts()
def split(
    job: Job, only: Only = None, languages: Languages = None, region: Region = None, suggest: Suggest = False
) -> ExitCode:
    """Split each input into spans by language (fa en ar ps ur ckb fa-Latn …) and kind (text url mention number …).

    Text output in a terminal is the text itself with its spans coloured and labelled, and a table of spans in a pipe
    or file; with --only it is just the text of those spans, one a line.
    """
    from persiantools.splitter import split as split_text

    screen = job.screen()
    shown = spans_view if job.output is None and sys.stdout.isatty() else spans_text
    tags = tuple(languages.split(",")) if languages else None

    def answer(source: Source) -> str:
        spans = split_text(source.text, languages=tags, region=region)
        spans = tuple(span for span in spans if only in (None, span.lang, span.lang.removesuffix(f"-{region}")))
        suggestions = _suggestions(source.text, spans) if suggest else []
        if job.form is not Form.text:
            return _data(source, spans, suggestions, job)
        if only is None or suggest:
            view = f"{screen.paint(source.origin, 'bold')}\n{shown(source.text, spans, screen)}\n"
            return view + _shown(suggestions, screen)
        return "".join(f"{span.of(source.text).strip()}\n" for span in spans)

    return job.write_each(answer)


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


def _data(source: Source, spans: Sequence[Span], suggestions: "Sequence[WordSuggestion]", job: Job) -> str:
    units = job.units(source.text)
    if job.form is Form.tsv:
        return "".join(
            row((source.origin, units.of(s.start), units.of(s.end), s.lang, s.kind, s.of(source.text))) for s in spans
        )
    found = {"origin": source.origin, "spans": [msgspec.to_builtins(span) for span in spans]}
    if suggestions:
        found["suggestions"] = [
            {**word._asdict(), "candidates": [candidate._asdict() for candidate in word.candidates]}
            for word in suggestions
        ]
    return job.json(units.convert(found))
