"""``persiantools split``: the spans of each input, by language and kind."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

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
    bool, typer.Option("--suggest", help="Suggest Persian for Finglish spans: the likeliest line, and ranked words.")
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
        suggestions = _suggestions(source.text, spans) if suggest else None
        if job.form is not Form.text:
            return _data(source, spans, suggestions, job)
        if only is None or suggest:
            view = f"{screen.paint(source.origin, 'bold')}\n{shown(source.text, spans, screen)}\n"
            return view + (_shown(_readings(source.text, spans), suggestions, screen) if suggestions else "")
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


def _readings(text: str, spans: Sequence[Span]) -> list[str]:
    """For each span its Persian, along the best path through the line, where it is Finglish; else nothing."""
    from persiantools.finglish import best_persian

    finglish = [span.lang == "fa-Latn" and span.kind == "text" for span in spans]
    return [best_persian(span.of(text)) if is_it else "" for span, is_it in zip(spans, finglish, strict=True)]


def _shown(readings: Sequence[str], suggestions: "Sequence[WordSuggestion]", screen: Screen) -> str:
    lines = "".join(f"{screen.paragraphs(reading.strip())}\n" for reading in readings if reading)
    rows = [(word.text, "، ".join(candidate.text for candidate in word.candidates)) for word in suggestions]
    return f"\n{lines}\n{columns_of(rows, screen)}\n"


def _data(source: Source, spans: Sequence[Span], suggestions: "Sequence[WordSuggestion] | None", job: Job) -> str:
    """Spans for machines. With suggestions (not None) a Finglish span has its Persian, and its words have theirs."""
    units = job.units(source.text)
    readings = [""] * len(spans) if suggestions is None else _readings(source.text, spans)
    if job.form is Form.tsv:
        rows = [(source.origin, units.of(s.start), units.of(s.end), s.lang, s.kind, s.of(source.text)) for s in spans]
        return "".join(
            row(own if suggestions is None else (*own, reading)) for own, reading in zip(rows, readings, strict=True)
        )
    listed = [
        msgspec.to_builtins(span) | ({"persian": reading} if reading else {})
        for span, reading in zip(spans, readings, strict=True)
    ]
    found: dict[str, Any] = {"origin": source.origin, "spans": listed}
    if suggestions:
        found["suggestions"] = [
            {**word._asdict(), "candidates": [candidate._asdict() for candidate in word.candidates]}
            for word in suggestions
        ]
    return job.json(units.convert(found))
