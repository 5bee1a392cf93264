"""The parameters that commands share, each said once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "Bidi",
    "Encoding",
    "EnglishFile",
    "Errors",
    "Field",
    "Files",
    "Form",
    "FormOption",
    "GlossaryOption",
    "Output",
    "PersianFile",
    "Settings",
    "Unit",
]


class Form(StrEnum):
    """How results are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    tsv = "tsv"


class Bidi(StrEnum):
    """Who turns right-to-left text round on a screen."""

    auto = "auto"
    terminal = "terminal"
    logical = "logical"


class Unit(StrEnum):
    """What offsets count."""

    codepoint = "codepoint"
    utf16 = "utf16"
    byte = "byte"


Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE]...", help="Files to read; - or nothing reads standard input.", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.", show_default=False
    ),
]
Encoding = Annotated[str, typer.Option(help="Encoding of the input: utf-8, utf-16, cp1256 …")]
Errors = Annotated[
    str,
    typer.Option(
        metavar="strict|replace|ignore|surrogateescape",
        help="What to do with bytes that are not in that encoding; surrogateescape carries them through.",
    ),
]
Field = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Inputs are lines of JSON: work on the text in this field.", show_default=False
    ),
]
GlossaryOption = Annotated[
    Path | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Your names: Persian, tab, English, a pair a line; or CSV, OmegaT's, TBX, TMX.",
        show_default=False,
    ),
]
PersianFile = Annotated[
    Path | None, typer.Option("--persian", metavar="FILE", help="The Persian of a parallel text.", show_default=False)
]
EnglishFile = Annotated[
    Path | None, typer.Option("--english", metavar="FILE", help="The English of a parallel text.", show_default=False)
]
FormOption = Annotated[
    Form, typer.Option("--format", "-f", help="text for people; json, jsonl and tsv for machines.")
]
BidiOption = Annotated[
    Bidi,
    typer.Option(
        "--bidi", help="terminal: letters joined and in visual order, for terminals without bidi; logical: as stored."
    ),
]
UnitOption = Annotated[Unit, typer.Option("--offsets", help="What offsets in json, jsonl and tsv count.")]


def _after_the_defaults(context: typer.Context, given: list[str] | None) -> list[str]:
    """The rules that a project's file sets, then those ``given``, which so win one by one."""
    return [*((context.default_map or {}).get("settings") or ()), *(given or ())]


Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="RULE=VALUE",
        callback=_after_the_defaults,
        help="Choose what a rule does, as in --set digits=fa; repeatable.",
    ),
]
