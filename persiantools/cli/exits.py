"""How a command ends: its exit codes, and the one place where errors become answers."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

import typer

from persiantools.errors import InputError, OutputError, PersianToolsError

__all__ = ["ExitCode", "answered", "warn"]

P = ParamSpec("P")


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FOUND = 1
    """A check found something, or records failed."""
    USAGE = 2
    INPUT = 3
    """An input cannot be read."""
    OUTPUT = 4
    """An output cannot be written."""
    INTERRUPTED = 130
    CLOSED_PIPE = 141


def warn(message: str) -> None:
    """Say ``message`` on standard error."""
    print(f"persiantools: {message}", file=sys.stderr)


def answered(command: Callable[P, ExitCode]) -> Callable[P, None]:
    """``command`` as Typer calls it: what it returns, and what goes wrong in it, becomes an exit code."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            # The reader has what it wanted. Python would complain about the unwritten rest when it shuts down.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = ExitCode.CLOSED_PIPE
        except KeyboardInterrupt:
            code = ExitCode.INTERRUPTED
        except PersianToolsError as error:
            warn(str(error))
            code = _code_of(error)
        raise typer.Exit(code)

    return run


def _code_of(error: PersianToolsError) -> ExitCode:
    if isinstance(error, OutputError):
        return ExitCode.OUTPUT
    return ExitCode.INPUT if isinstance(error, InputError) else ExitCode.USAGE
