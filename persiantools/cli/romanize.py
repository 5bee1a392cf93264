"""``persiantools romanize``: Latin spellings of Persian names, or the reverse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from persiantools.cli.exits import ExitCode
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import Form
from persiantools.errors import OptionError
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.tsv import row

if TYPE_CHECKING:
    from persiantools.names import Candidate

__all__ = ["romanize"]

Style = Annotated[
    str, typer.Option(metavar="press|ala-lc|bgn", help="As newspapers write names, as libraries do, or as maps do.")
]
Reverse = Annotated[bool, typer.Option("--to-persian", help="Read Latin names and give their Persian spellings.")]
Limit = Annotated[int, typer.Option(min=1, help="How many spellings of each name.")]


@on_texts(without=["offsets"])
def romanize(job: Job, style: Style = "press", reverse: Reverse = False, limit: Limit = 5) -> ExitCode:
    """Give the likeliest Latin spellings of Persian names, a name a line; --to-persian the other way round."""
    from persiantools.names import STYLES, romanize, to_persian

    if style not in STYLES:
        raise OptionError(f"--style is one of {', '.join(STYLES)}, not {style!r}")
    screen = job.screen()

    def spellings(name: str) -> "tuple[Candidate, ...]":
        return to_persian(name, limit=limit) if reverse else romanize(name, style=style, limit=limit)

    return job.write(
        _shown(name, spellings(name), job, screen) for source in job.sources() for name in _names(source)
    )


def _names(source: Source) -> Iterator[str]:
    return (line.strip() for line in source.text.splitlines() if line.strip())


def _shown(name: str, found: "tuple[Candidate, ...]", job: Job, screen: Screen) -> str:
    if job.form is Form.text:
        return columns_of([(name, ", ".join(candidate.text for candidate in found))], screen) + "\n"
    if job.form is Form.tsv:
        return "".join(row((name, rank, candidate.text, candidate.score)) for rank, candidate in enumerate(found, 1))
    candidates = [msgspec.to_builtins(candidate) for candidate in found]
    return job.json({"name": name, "candidates": candidates})
