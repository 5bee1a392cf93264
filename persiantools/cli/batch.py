"""``persiantools batch``: whole archives of posts, record by record, into a folder of shards."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from persiantools.cli.archive_parameters import (
    Archives,
    DateField,
    DryRun,
    Engine,
    Field,
    Formats,
    IdField,
    Include,
    InputForm,
    Jobs,
    Limit,
    LongestRecord,
    LongestText,
    Master,
    NoRecord,
    Only,
    Out,
    Resume,
    ShardForm,
    ShardSize,
    Steps,
)
from persiantools.cli.exits import ExitCode, answered, warn
from persiantools.cli.inputs import STDIN
from persiantools.cli.parameters import Settings
from persiantools.cli.spark import check_engine, on_spark, refuse_for_spark

if TYPE_CHECKING:
    from persiantools.archive.inputs import Wanted
    from persiantools.archive.kernel import KernelOptions
    from persiantools.archive.manifest import Manifest

__all__ = ["batch"]

CORES = os.cpu_count() or 1


@answered
def batch(
    inputs: Archives,
    output: Out,
    form: ShardForm = "jsonl",
    input_format: InputForm = None,
    field: Field = None,
    id_field: IdField = None,
    date_field: DateField = None,
    include: Include = None,
    steps: Steps = "split,normalize",
    only: Only = None,
    settings: Settings = None,
    no_record: NoRecord = False,
    jobs: Jobs = CORES,
    shard_size: ShardSize = 20_000,
    limit: Limit = 0,
    longest_text: LongestText = 1_000_000,
    longest_record: LongestRecord = 16,
    resume: Resume = False,
    dry_run: DryRun = False,
    engine: Engine = "local",
    master: Master = None,
    formats: Formats = False,
) -> ExitCode:
    """Split, normalize and find names in archives of any size; a run that is stopped goes on with --resume.

    Rows are written shard by shard, each whole or not there; a record that fails goes to failures.jsonl with its
    place and the reason. At the end what was read is what was written, skipped and failed. Exits 1 when records
    failed, 130 when Ctrl-C ended the run after a whole shard.
    """
    from persiantools.archive.inputs import Wanted
    from persiantools.archive.kernel import KernelOptions
    from persiantools.archive.options import MIB, Limits
    from persiantools.cli.rules import options_from

    check_engine(engine)
    limits = Limits(record=longest_record * MIB)
    wanted = Wanted(input_format, field, id_field, date_field, tuple(include or ()), limits)
    kernel = KernelOptions(
        tuple(steps.split(",")),
        only or "",
        "none" if no_record else "text" if form == "parquet" else "object",
        normalize=options_from(settings or []),
        longest=longest_text,
    )
    if dry_run:
        return _count(inputs, wanted, limit)
    if engine == "spark":
        refuse_for_spark(form, limit, resume=resume)
        return on_spark(inputs, wanted, kernel, output, form=form, master=master)
    return _run(
        inputs, wanted, kernel, output, form=form, jobs=jobs, shard_size=shard_size, limit=limit, resume=resume
    )


def _run(
    paths: list[Path],
    wanted: "Wanted",
    kernel: "KernelOptions",
    output: Path,
    *,
    form: str,
    jobs: int,
    shard_size: int,
    limit: int,
    resume: bool,
) -> ExitCode:
    from persiantools.archive.engine import Plan, run
    from persiantools.archive.fingerprints import fingerprint
    from persiantools.archive.inputs import Inputs
    from persiantools.archive.manifest import Manifest
    from persiantools.archive.progress import Progress, interruptible
    from persiantools.archive.reading import recognise

    for path in paths:  # what is no archive is said before hours of work on those before it
        if str(path) != STDIN:
            recognise(path, wanted.limits)
    reading = Inputs(paths, wanted)
    plan = Plan(kernel, form, shard_size, limit, jobs)
    begun = Manifest(_options(plan, wanted), [fingerprint(path) for path in paths])
    progress = Progress(sys.stderr, reading.share)
    try:
        with interruptible(progress):
            done = run(reading, plan, output, begun, progress, resume=resume)
    finally:
        progress.close()
    return _told(done, output)


def _options(plan: Any, wanted: "Wanted") -> dict[str, Any]:
    """What decides the output, as the manifest keeps it; how many processes do it does not."""
    from persiantools.cli.doctor import our_version

    chosen: dict[str, Any] = msgspec.to_builtins(plan) | {"reading": wanted, "version": our_version()}
    del chosen["jobs"]
    return msgspec.json.decode(msgspec.json.encode(chosen), type=dict[str, Any])  # as it will be read back


def _told(done: "Manifest", output: Path) -> ExitCode:
    counts = done.counts
    print(f"{output}: {counts}, in {len(done.shards)} shards", file=sys.stderr)
    if not done.complete:
        warn("stopped after a whole shard: run the same command with --resume to go on")
        return ExitCode.INTERRUPTED
    if counts.failed:
        warn(f"what failed, and why, stands in {output / 'failures.jsonl'}")
    return ExitCode.FOUND if counts.failed else ExitCode.DONE


def _count(paths: list[Path], wanted: "Wanted", limit: int) -> ExitCode:
    from persiantools.archive.counting import counted

    found = counted(paths, wanted, limit)
    for one in found:
        print(f"{one.path}: {one.format}, {one.records:,} records, {one.skipped:,} skipped, {one.failed:,} failed")
    return ExitCode.FOUND if any(one.failed for one in found) else ExitCode.DONE
