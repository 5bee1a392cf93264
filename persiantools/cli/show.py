"""``persiantools show``: Persian one can read, in a terminal that neither joins nor reorders it, or as a picture."""

from pathlib import Path
from typing import Annotated

import typer

from persiantools.cli.exits import ExitCode
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.outputs import replace_file
from persiantools.errors import OptionError

__all__ = ["show"]

Picture = Annotated[
    Path | None,
    typer.Option("--image", metavar="FILE.png", help="Draw one text as a picture instead.", show_default=False),
]
Width = Annotated[int, typer.Option(help="How wide the picture is, in pixels.")]
Size = Annotated[int, typer.Option(help="How large its letters are, in pixels.")]


@on_texts(without=["form", "offsets"])
def show(job: Job, image: Picture = None, width: Width = 800, size: Size = 24) -> ExitCode:
    """Print each input so that it can be read here: a terminal without bidi gets joined letters in visual order.

    Into a pipe or a file the text goes as it is, unless --bidi terminal asks for the other form.
    """
    if image is not None:
        return _draw(job, image, width, size)
    screen = job.screen()

    def answer(source: Source) -> str:
        shown = screen.paragraphs(source.text)
        return shown if shown.endswith("\n") else shown + "\n"

    return job.write_each(answer)


def _draw(job: Job, image: Path, width: int, size: int) -> ExitCode:
    from persiantools.export.image import draw

    if len(job.files) > 1 or job.field is not None:
        raise OptionError("--image draws one text")
    for source in job.sources():
        replace_file(image, draw(source.text, width=width, size=size))
    return ExitCode.DONE
