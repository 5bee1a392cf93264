"""``persiantools check``: what an editor would ask about the names of a text."""

from typing import TYPE_CHECKING, Any

import msgspec

from persiantools.cli.exits import ExitCode
from persiantools.cli.inputs import Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.parameters import Form, GlossaryOption
from persiantools.export.places import Places
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.tsv import row

if TYPE_CHECKING:
    from persiantools.names import Finding

__all__ = ["check"]


@on_texts()
def check(job: Job, glossary: GlossaryOption = None) -> ExitCode:
    """Find names spelled in several ways or standing in one language only, and characters that deceive a reader.

    Deceptive are forced and unclosed directions, hidden characters and words with letters of two scripts. Each
    finding has its line and column and, where there is one, a suggestion. Exits 1 when something is found.
    """
    from persiantools.export.findings import findings_of
    from persiantools.export.glossary_reading import read_glossary

    screen = job.screen()
    known = read_glossary(glossary) if glossary else None
    code = ExitCode.DONE

    def answer(source: Source) -> str:
        nonlocal code
        findings = findings_of(source.text, glossary=known)
        if findings:
            code = ExitCode.FOUND
        return _shown(source, findings, job, screen)

    job.write_each(answer)
    return code


def _shown(source: Source, findings: "tuple[Finding, ...]", job: Job, screen: Screen) -> str:
    places = Places(source.text)
    if job.form is Form.text:
        rows = [
            (f"{source.origin}:{places.shown(f.mentions[0].start)}", f.kind, f.message, f.suggestion)
            for f in findings
        ]
        return columns_of(rows, screen, styles=("bold", "yellow", "", "green")) + ("\n" if rows else "")
    if job.form is Form.tsv:
        return "".join(
            row((source.origin, *places.of(m.start), f.kind, m.text, f.suggestion))
            for f in findings
            for m in f.mentions
        )
    found: list[Any] = job.units(source.text).convert(msgspec.to_builtins(list(findings)))
    return job.json({"origin": source.origin, "findings": found})
