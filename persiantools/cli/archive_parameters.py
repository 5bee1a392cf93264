"""The parameters of commands on archives."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "Archives",
    "DateField",
    "DryRun",
    "Engine",
    "Field",
    "Formats",
    "IdField",
    "Include",
    "InputForm",
    "Jobs",
    "Limit",
    "LongestRecord",
    "LongestText",
    "Master",
    "NoRecord",
    "Only",
    "Out",
    "Resume",
    "ShardForm",
    "ShardSize",
    "Steps",
]

Archives = Annotated[
    list[Path], typer.Argument(metavar="INPUT...", help="Archives: files, zips and folders as people have them.")
]
Out = Annotated[
    Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the shards go; empty, or --resume.")
]
ShardForm = Annotated[
    str, typer.Option("-f", "--format", metavar="jsonl|jsonl.gz|jsonl.zst|parquet", help="Of the shards.")
]
InputForm = Annotated[
    str | None,
    typer.Option("--input-format", metavar="NAME", help="Instead of finding out: see --formats.", show_default=False),
]
Field = Annotated[
    str | None, typer.Option(metavar="NAME", help="Where the text stands in a record.", show_default=False)
]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help="Where its id stands.", show_default=False)]
DateField = Annotated[str | None, typer.Option(metavar="NAME", help="Where its date stands.", show_default=False)]
Include = Annotated[
    list[str] | None,
    typer.Option(metavar="deleted|messages", help="Private parts of an account archive to read too; repeatable."),
]
Steps = Annotated[str, typer.Option(metavar="STEPS", help="Some of split,normalize,names.")]
Only = Annotated[
    str | None, typer.Option(metavar="TAG", help="Keep the records with text in this language.", show_default=False)
]
NoRecord = Annotated[bool, typer.Option("--no-record", help="Leave the original record out of the rows.")]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes.")]
ShardSize = Annotated[int, typer.Option(min=1, help="Records of a shard.")]
Limit = Annotated[int, typer.Option(min=0, help="Read only so many records; 0 is all.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the run that was stopped in this folder.")]
LongestText = Annotated[
    int, typer.Option(min=1, metavar="N", help="Characters of a text; a longer one fails. 100 bytes of memory each.")
]
LongestRecord = Annotated[
    int, typer.Option(min=1, metavar="MIB", help="Size of a record in the input; a longer one fails and is not kept.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Read and count, and write nothing.")]


def _list_formats(wanted: bool) -> None:
    if wanted:
        from persiantools.archive.formats import FORMATS

        for name, sentence in FORMATS:
            print(f"{name:24}{sentence}")
        raise typer.Exit


Formats = Annotated[
    bool, typer.Option("--formats", is_eager=True, callback=_list_formats, help="List what is read, and exit.")
]
Engine = Annotated[str, typer.Option(metavar="local|spark", help="Who does the work: processes here, or Spark.")]
Master = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Spark's master, as local[2]; else as spark-submit says.", show_default=False),
]
