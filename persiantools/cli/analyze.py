"""``persiantools analyze``: languages, edits and names of each input."""

from collections.abc import Iterator

from persiantools.cli.exits import ExitCode, answered
from persiantools.cli.inputs import read_sources
from persiantools.cli.outputs import json_line, write
from persiantools.cli.parameters import (
    Bidi,
    BidiOption,
    Encoding,
    Errors,
    Field,
    Files,
    Form,
    FormOption,
    Output,
    Unit,
    UnitOption,
)
from persiantools.cli.screens import screen_for
from persiantools.errors import OptionError

__all__ = ["analyze"]


@answered
def analyze(
    files: Files = None,
    output: Output = None,
    form: FormOption = Form.text,
    offsets: UnitOption = Unit.codepoint,
    field: Field = None,
    encoding: Encoding = "utf-8",
    errors: Errors = "strict",
    bidi: BidiOption = Bidi.auto,
) -> ExitCode:
    """Split each input by language, normalize its Persian, and link its names across scripts.

    With --format json each input is one object: its text, spans, edits, name links and unlinked names.
    """
    if form is Form.tsv:
        raise OptionError("analyze has no tsv form: use --format json, or split and align, whose rows are tables")
    from persiantools.export.text import passage_text
    from persiantools.export.units import Units
    from persiantools.passage import analyze as analyze_text

    screen = screen_for(bidi, output)

    def pieces() -> Iterator[str]:
        for source in read_sources(files or [], encoding=encoding, errors=errors, field=field):
            passage = analyze_text(source.text, origin=source.origin)
            if form is Form.text:
                yield passage_text(passage, screen)
            else:
                indent = 1 if form is Form.json else None
                yield json_line(Units(source.text, offsets.value).convert(passage.to_dict()), indent=indent)

    write(pieces(), output)
    return ExitCode.DONE
