"""``persiantools protect``: what must not be translated stands aside as numbered tags."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from persiantools.cli.exits import ExitCode
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.outputs import json_line, replace_file
from persiantools.cli.parameters import Form, GlossaryOption
from persiantools.errors import OptionError

if TYPE_CHECKING:
    from persiantools.export.placeholders import Kept, Protected

__all__ = ["KEPT", "protect"]

KEPT = "kept"
"""The field of a record that holds what its tags stand for."""

KeptFile = Annotated[
    Path | None,
    typer.Option("--kept", metavar="FILE", help="Where what the tags stand for goes.", show_default=False),
]
Names = Annotated[bool, typer.Option("--names", help="Put names aside too, with their form in the other language.")]
Tags = Annotated[
    str, typer.Option(metavar="x|braces|brackets", help='How tags are written: <x id="1"/>, {1} or ⟦1⟧.')
]


@on_texts(without=["offsets", "bidi"])
def protect(
    job: Job, kept: KeptFile = None, names: Names = False, tags: Tags = "x", glossary: GlossaryOption = None
) -> ExitCode:
    """Put links, handles, hashtags, numbers and code (and names, if asked) aside as numbered tags, for translation.

    One text goes with a file of its own for what was kept (--kept). Of records (--field), and with --format jsonl,
    what was kept stands in the field "kept". `persiantools restore` puts it back.
    """
    from persiantools.export.glossary_reading import read_glossary
    from persiantools.export.placeholders import protect as protect_text

    _refuse_contradictions(job, kept)
    known = read_glossary(glossary) if glossary else None

    def answer(source: Source) -> str:
        found = protect_text(source.text, names=names, glossary=known, form=tags)  # type: ignore[arg-type]
        if kept is not None:
            data = json_line(msgspec.to_builtins(found.kept), indent=1)
            replace_file(kept, data.encode(errors="backslashreplace"))  # \udc80 is JSON for what is no character
            return found.text
        return json_line(_record(source, found))

    return job.write_each(answer)


def _refuse_contradictions(job: Job, kept: Path | None) -> None:
    records = job.field is not None or job.form is not Form.text
    if job.form not in (Form.text, Form.jsonl):
        raise OptionError("protect writes text or jsonl")
    if kept is None and not records:
        raise OptionError("say where what is kept goes: --kept FILE for one text, or --format jsonl")
    if kept is not None and (records or len(job.files) > 1):
        raise OptionError("--kept takes one text: for more, --format jsonl keeps it beside each")


def _record(source: Source, found: "Protected") -> dict[str, Any]:
    kept: list[Kept] = msgspec.to_builtins(found.kept)
    if source.record is not None:
        return {**source.record, source.field: found.text, KEPT: kept}
    return {"origin": source.origin, "text": found.text, KEPT: kept}
