"""Bilingual Persian–English text: split it by language, normalize the Persian, link names across scripts.

The names in ``__all__`` are the library. Nothing is loaded before it is needed: a name brings in its module when it
is first asked for, and the first call of a function reads its model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from persiantools.deceptive import find_deceptive
    from persiantools.edits import Edit, Edits, Normalized
    from persiantools.errors import PersianToolsError
    from persiantools.export.frames import map_column
    from persiantools.export.placeholders import Kept, Protected, TagProblem, check_tags, protect, restore
    from persiantools.finglish import best_persian, suggest_persian
    from persiantools.names import (
        Alignment,
        Match,
        Mention,
        NameLink,
        NameRegister,
        align,
        check_names,
        find_names,
        to_persian,
    )
    from persiantools.names.compare import compare
    from persiantools.names.romanize import romanize
    from persiantools.normalizer import NormalizeOptions
    from persiantools.normalizing import explain, normalize, suggest_formal
    from persiantools.passage import Options, Passage, analyze
    from persiantools.spans import Span
    from persiantools.splitter import dominant_language, split

__all__ = [
    "Alignment",
    "Edit",
    "Edits",
    "Kept",
    "Match",
    "Mention",
    "NameLink",
    "NameRegister",
    "NormalizeOptions",
    "Normalized",
    "Options",
    "Passage",
    "PersianToolsError",
    "Protected",
    "Span",
    "TagProblem",
    "align",
    "analyze",
    "best_persian",
    "check_names",
    "check_tags",
    "compare",
    "dominant_language",
    "explain",
    "find_deceptive",
    "find_names",
    "map_column",
    "normalize",
    "protect",
    "restore",
    "romanize",
    "split",
    "suggest_formal",
    "suggest_persian",
    "to_persian",
]

_HOMES = {
    "deceptive": ("find_deceptive",),
    "edits": ("Edit", "Edits", "Normalized"),
    "errors": ("PersianToolsError",),
    "export.frames": ("map_column",),
    "export.placeholders": ("Kept", "Protected", "TagProblem", "check_tags", "protect", "restore"),
    "finglish": ("best_persian", "suggest_persian"),
    "normalizer": ("NormalizeOptions",),
    "normalizing": ("explain", "normalize", "suggest_formal"),
    "passage": ("Options", "Passage", "analyze"),
    "spans": ("Span",),
    "splitter": ("dominant_language", "split"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Bring in a public name with its module; whatever has no other home is in ``names``."""
    if name not in __all__:
        raise AttributeError(f"module 'persiantools' has no attribute {name!r}")
    value = getattr(import_module(f"persiantools.{_HOME_OF.get(name, 'names')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion."""
    return sorted({*globals(), *__all__})
