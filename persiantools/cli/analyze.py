"""``persiantools analyze``: languages, edits and names of each input."""

from persiantools.cli.exits import ExitCode
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import Form, GlossaryOption
from persiantools.errors import OptionError

__all__ = ["analyze"]


@on_texts()
def analyze(job: Job, glossary: GlossaryOption = None) -> ExitCode:
    """Split each input by language, normalize its Persian, and link its names across scripts.

    With --format json each input is one object: its text, spans, edits, name links and unlinked names.
    """
    if job.form is Form.tsv:
        raise OptionError("analyze has no tsv form: use --format json, or split and align, whose rows are tables")
    from persiantools.export.glossary_reading import read_glossary
    from persiantools.export.text import passage_text
    from persiantools.passage import analyze as analyze_text

    screen = job.screen()
    known = read_glossary(glossary) if glossary else None

    def answer(source: Source) -> str:
        passage = analyze_text(source.text, origin=source.origin, glossary=known)
        if job.form is Form.text:
            return passage_text(passage, screen)
        return job.json(job.units(source.text).convert(passage.to_dict()))

    return job.write_each(answer)
