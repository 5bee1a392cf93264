"""``persiantools show``: Persian one can read, in a terminal that does not join or reorder its letters."""

from collections.abc import Iterator

from persiantools.cli.exits import ExitCode, answered
from persiantools.cli.inputs import read_sources
from persiantools.cli.outputs import write
from persiantools.cli.parameters import Bidi, BidiOption, Encoding, Errors, Field, Files, Output
from persiantools.cli.screens import screen_for

__all__ = ["show"]


@answered
def show(
    files: Files = None,
    output: Output = None,
    field: Field = None,
    encoding: Encoding = "utf-8",
    errors: Errors = "strict",
    bidi: BidiOption = Bidi.auto,
) -> ExitCode:
    """Print each input so that it can be read here: a terminal without bidi gets joined letters in visual order.

    Into a pipe or a file the text goes as it is, unless --bidi terminal asks for the other form.
    """
    screen = screen_for(bidi, output)

    def pieces() -> Iterator[str]:
        for source in read_sources(files or [], encoding=encoding, errors=errors, field=field):
            shown = screen.paragraphs(source.text)
            yield shown if shown.endswith("\n") else shown + "\n"

    write(pieces(), output)
    return ExitCode.DONE
