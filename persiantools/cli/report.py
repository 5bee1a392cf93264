"""``persiantools report``: a page in which an editor reads the inputs with all that was found in them."""

import sys
from typing import Annotated

import typer

from persiantools.cli.exits import ExitCode
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import GlossaryOption
from persiantools.errors import InputError, OptionError

__all__ = ["report"]

Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="What the page is called.")]


@on_texts(without=["form", "offsets", "bidi"])
def report(job: Job, title: Title = "Persian–English report", glossary: GlossaryOption = None) -> ExitCode:
    """Write an HTML page that shows each input with its languages, changes, names and what to check.

    The page is one file that needs no network: send it, open it in any browser, print it.
    """
    if job.output is None and sys.stdout.isatty():
        raise OptionError("a report is a page for a browser: name its file, as in -o report.html")
    from persiantools.export.findings import findings_of
    from persiantools.export.glossary_reading import read_glossary
    from persiantools.export.report import Item, report_page
    from persiantools.passage import analyze

    known = read_glossary(glossary) if glossary else None
    items: list[Item] = []
    unreadable = None
    try:
        for source in job.sources():
            passage = analyze(source.text, origin=source.origin, glossary=known)
            items.append(Item(passage, findings_of(source.text, alignment=passage.alignment, glossary=known)))
    except InputError as error:  # what could be read is shown all the same
        unreadable = error
    if items:
        job.write([report_page(items, title)])
    if unreadable:
        raise unreadable
    return ExitCode.DONE
