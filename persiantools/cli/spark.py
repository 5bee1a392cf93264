"""``--engine spark``: the same work by a cluster."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from persiantools.cli.exits import ExitCode, warn
from persiantools.errors import OptionError

if TYPE_CHECKING:
    from persiantools.archive.inputs import Wanted
    from persiantools.archive.kernel import KernelOptions
    from persiantools.archive.names_seen import Seen

__all__ = ["check_engine", "counted_on_spark", "on_spark", "refuse_for_spark"]

_COMPRESSIONS = {"jsonl": "none", "jsonl.gz": "gzip"}


def check_engine(engine: str) -> None:
    """Raise `OptionError` for an engine that there is not."""
    if engine not in ("local", "spark"):
        raise OptionError(f"--engine is local or spark, not {engine!r}")


def refuse_for_spark(form: str, limit: int, *, resume: bool) -> None:
    """Raise `OptionError` for what Spark does not do."""
    if form not in _COMPRESSIONS:
        raise OptionError(f"on Spark rows are written as {' or '.join(_COMPRESSIONS)}, not as {form}")
    if limit or resume:
        raise OptionError("--limit and --resume are for --engine local: Spark itself does lost tasks again")


def on_spark(
    paths: list[Path], wanted: "Wanted", kernel: "KernelOptions", output: Path, *, form: str, master: str | None
) -> ExitCode:
    """Have Spark do it all into ``output``; say what was read, written, skipped and failed."""
    from persiantools.archive import spark as sparks

    if output.exists():
        raise OptionError(f"{output} is there already: Spark writes to a folder that is not")
    session = sparks.session(master)
    outcomes = sparks.process_archives(session, paths, wanted, kernel)
    sparks.write(outcomes, str(output), compression=_COMPRESSIONS[form])
    counts = sparks.counted(session, str(output))
    print(f"{output}: {counts}", file=sys.stderr)
    if counts.failed:
        warn(f"what failed, and why, stands in {output}/outcome=failed")
    return ExitCode.FOUND if counts.failed else ExitCode.DONE


def counted_on_spark(folders: list[Path], master: str | None) -> "list[Seen]":
    """The pairs of names in processed ``folders``, counted by Spark."""
    from persiantools.archive import spark as sparks
    from persiantools.archive.spark_names import collect, names_in_folders

    return collect(names_in_folders(sparks.session(master), folders))
