"""``persiantools register``: the names of a whole archive, from what ``batch`` has written."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persiantools.cli.archive_parameters import Engine, Master
from persiantools.cli.exits import ExitCode, answered
from persiantools.cli.outputs import write
from persiantools.cli.parameters import GlossaryOption, Output
from persiantools.cli.spark import check_engine, counted_on_spark

if TYPE_CHECKING:
    from persiantools.archive.names_seen import Seen

__all__ = ["register"]

HEADER = "# persian\tenglish\ttype\tcount\tfirst\tlast\tids\tname\n"
Processed = Annotated[
    list[Path], typer.Argument(metavar="FOLDER...", help="What persiantools batch --steps names has written.")
]
Least = Annotated[int, typer.Option("--at-least", min=1, metavar="N", help="Leave out pairs seen in fewer records.")]


@answered
def register(
    folders: Processed,
    output: Output = None,
    glossary: GlossaryOption = None,
    at_least: Least = 1,
    engine: Engine = "local",
    master: Master = None,
) -> ExitCode:
    """List every Persian name of an archive with its Latin spellings, counts, dates and samples, as TSV.

    A line is one pair; the last column names the entity that several spellings are. Names without a Latin spelling
    stand in comments. The file is a glossary for align and check.
    """
    from persiantools.archive.entities_seen import merged
    from persiantools.export.glossary_reading import read_glossary

    check_engine(engine)
    known = read_glossary(glossary) if glossary else None
    seen = counted_on_spark(folders, master) if engine == "spark" else _counted_here(folders)
    write(_lines(merged(seen, known), at_least), output)
    return ExitCode.DONE


def _counted_here(folders: list[Path]) -> "list[Seen]":
    from persiantools.archive.names_seen import collect, rows_of

    with tempfile.TemporaryDirectory(prefix="persiantools-") as place:
        rows = (row for folder in folders for row in rows_of(folder))
        return list(collect(rows, Path(place) / "names.db"))


def _lines(pairs: "list[tuple[str, Seen]]", least: int) -> Iterator[str]:
    yield HEADER
    for name, pair in pairs:
        if pair.records >= least:
            columns = (*pair[:3], str(pair.records), pair.first, pair.last, " ".join(pair.ids), name)
            yield ("" if pair.english else "# ") + "\t".join(columns) + "\n"
