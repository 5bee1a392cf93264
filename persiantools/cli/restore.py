"""``persiantools restore``: what was put aside as tags comes back into the translation."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from persiantools.cli.exits import ExitCode, warn
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.outputs import json_line
from persiantools.cli.protect import KEPT
from persiantools.errors import InputError, OptionError

if TYPE_CHECKING:
    from persiantools.export.placeholders import Kept

__all__ = ["restore"]

KeptFile = Annotated[
    Path | None,
    typer.Option("--kept", metavar="FILE", help="What the tags stand for, as protect wrote it.", show_default=False),
]
Target = Annotated[bool, typer.Option("--target", help="Names come back as the other language writes them.")]


@on_texts(without=["form", "offsets", "bidi"])
def restore(job: Job, kept: KeptFile = None, target: Target = False) -> ExitCode:
    """Put what `persiantools protect` set aside back in the place of its tags, in a translated text or record.

    Tags that were lost, doubled or invented are told on standard error, and the exit code is then 1; a changed order
    is told too, and is often right.
    """
    from persiantools.export.placeholders import check_tags
    from persiantools.export.placeholders import restore as restore_text

    if (kept is None) == (job.field is None):
        raise OptionError("give --kept FILE for one text, or --field NAME for records that hold what was kept")
    if kept is not None and len(job.files) > 1:
        raise OptionError("--kept takes one text")
    code = ExitCode.DONE

    def pieces() -> Iterator[str]:
        nonlocal code
        for source in job.sources():
            known = _from_file(kept) if kept is not None else _from_record(source)
            for problem in check_tags(source.text, known):
                warn(f"{source.origin}: tag {problem.number} {problem.kind}: {problem.text}".rstrip(": "))
                if problem.kind != "reordered":
                    code = ExitCode.FOUND
            yield _shown(source, restore_text(source.text, known, target=target))

    job.write(pieces())
    return code


def _shown(source: Source, text: str) -> str:
    if source.record is None:
        return text
    return json_line(
        {name: text if name == source.field else value for name, value in source.record.items() if name != KEPT}
    )


def _from_file(file: Path) -> "tuple[Kept, ...]":
    try:
        return _converted(json.loads(file.read_text(encoding="utf-8")), str(file))
    except (OSError, ValueError) as error:
        raise InputError(f"{file} cannot be read as what protect kept: {error}") from None


def _from_record(source: Source) -> "tuple[Kept, ...]":
    record = source.record or {}
    if KEPT not in record:
        raise InputError(f"{source.origin} has no field {KEPT!r}: was it written by persiantools protect?")
    return _converted(record[KEPT], source.origin)


def _converted(value: Any, origin: str) -> "tuple[Kept, ...]":
    from persiantools.export.placeholders import Kept

    try:
        return msgspec.convert(value, tuple[Kept, ...])
    except msgspec.ValidationError as error:
        raise InputError(f"{origin} does not hold what protect kept: {error}") from None
