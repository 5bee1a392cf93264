"""The command ``persiantools``."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from persiantools.cli.align import align
from persiantools.cli.analyze import analyze
from persiantools.cli.batch import batch
from persiantools.cli.check import check
from persiantools.cli.doctor import doctor, doctor_warning, our_version
from persiantools.cli.exits import ExitCode, warn
from persiantools.cli.glossary import glossary
from persiantools.cli.normalize import normalize
from persiantools.cli.protect import protect
from persiantools.cli.register import register
from persiantools.cli.report import report
from persiantools.cli.restore import restore
from persiantools.cli.romanize import romanize
from persiantools.cli.settings import defaults_for, find_settings
from persiantools.cli.show import show
from persiantools.cli.split import split
from persiantools.errors import InputError, PersianToolsError

__all__ = ["app", "main"]

app = typer.Typer(
    name="persiantools",
    help="Split Persian–English text by language, normalize the Persian, link names across scripts.",
    epilog="Each command says more: persiantools analyze --help. Exit codes: 0 done, 1 a check found something, "
    "2 usage, 3 input cannot be read, 4 output cannot be written.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"persiantools {our_version()}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options of the command itself."""


_COMMANDS = (
    analyze, split, normalize, align, check, romanize, glossary, protect, restore, report, show, batch, register,
    doctor,
)  # fmt: skip
for _command in _COMMANDS:
    app.command()(_command)


def main() -> None:
    """Run the command line, first saying if another package has taken this one's name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # help must not fail in a locale that cannot show a dash
            stream.reconfigure(errors="backslashreplace")
    for line in doctor_warning():
        warn(line)
    command = typer.main.get_command(app)
    command(prog_name="persiantools", default_map=_defaults(command))


def _defaults(command: Any) -> dict[str, dict[str, Any]]:
    """What a project's own file sets; a file that is wrong ends the run, for it was meant to change something."""
    try:
        found = find_settings(Path.cwd())
        return defaults_for(command.commands, found[1], found[0]) if found else {}
    except PersianToolsError as error:
        warn(str(error))
        sys.exit(ExitCode.INPUT if isinstance(error, InputError) else ExitCode.USAGE)
    except OSError:  # the working folder is gone
        return {}
