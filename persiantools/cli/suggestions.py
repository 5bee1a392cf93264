"""How suggestions for spoken words are shown: ``normalize --suggest``."""

from persiantools.cli.inputs import Source
from persiantools.cli.job import Job
from persiantools.cli.parameters import Form
from persiantools.export.places import Places
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.tsv import row

__all__ = ["suggestions"]


def suggestions(source: Source, job: Job, screen: Screen) -> str:
    """The spoken words of one text with their places and formal forms, in the form asked for."""
    from persiantools.normalizing import suggest_formal

    text, places = source.text, Places(source.text)
    found = [(word, text[word.start : word.end]) for word in suggest_formal(text)]
    if job.form is Form.text:
        rows = [(f"{source.origin}:{places.shown(w.start)}", spoken, "→", w.formal) for w, spoken in found]
        return columns_of(rows, screen, styles=("bold", "red", "", "green")) + ("\n" if rows else "")
    if job.form is Form.tsv:
        return "".join(row((source.origin, *places.of(w.start), spoken, w.formal)) for w, spoken in found)
    listed = [{"start": w.start, "end": w.end, "text": spoken, "formal": w.formal} for w, spoken in found]
    return job.json({"origin": source.origin, "suggestions": job.units(text).convert(listed)})
