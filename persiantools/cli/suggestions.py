"""How suggestions for spoken words are shown: ``normalize --suggest``."""

from persiantools.cli.inputs import Source
from persiantools.cli.outputs import json_line
from persiantools.cli.parameters import Form, Unit
from persiantools.export.places import Places
from persiantools.export.table import columns_of
from persiantools.export.terminal import Screen
from persiantools.export.tsv import row
from persiantools.export.units import Units

__all__ = ["suggestions"]


def suggestions(source: Source, form: Form, unit: Unit, screen: Screen) -> str:
    """The spoken words of one text with their places and formal forms, in the form asked for."""
    from persiantools.passage import suggest_formal

    text, places = source.text, Places(source.text)
    found = [(word, text[word.start : word.end]) for word in suggest_formal(text)]
    if form is Form.text:
        rows = [(f"{source.origin}:{places.shown(w.start)}", spoken, "→", w.formal) for w, spoken in found]
        return columns_of(rows, screen, styles=("bold", "red", "", "green")) + ("\n" if rows else "")
    if form is Form.tsv:
        return "".join(row((source.origin, *places.of(w.start), spoken, w.formal)) for w, spoken in found)
    listed = [{"start": w.start, "end": w.end, "text": spoken, "formal": w.formal} for w, spoken in found]
    whole = {"origin": source.origin, "suggestions": Units(text, unit.value).convert(listed)}
    return json_line(whole, indent=1 if form is Form.json else None)
