"""Bilingual Persian–English text: split it by language, normalize the Persian, link names across scripts.

The names below are the library. Nothing is loaded before it is needed: the first call of a function reads its model.
"""

from persiantools.edits import Edit, Edits, Normalized
from persiantools.errors import PersianToolsError
from persiantools.finglish import best_persian, suggest_persian
from persiantools.names import (
    Alignment,
    Match,
    Mention,
    NameLink,
    NameRegister,
    align,
    check_names,
    compare,
    find_names,
    romanize,
    to_persian,
)
from persiantools.normalizer import NormalizeOptions
from persiantools.passage import Options, Passage, analyze, explain, normalize
from persiantools.spans import Span
from persiantools.splitter import dominant_language, split

__all__ = [
    "Alignment",
    "Edit",
    "Edits",
    "Match",
    "Mention",
    "NameLink",
    "NameRegister",
    "NormalizeOptions",
    "Normalized",
    "Options",
    "Passage",
    "PersianToolsError",
    "Span",
    "align",
    "analyze",
    "best_persian",
    "check_names",
    "compare",
    "dominant_language",
    "explain",
    "find_names",
    "normalize",
    "romanize",
    "split",
    "suggest_persian",
    "to_persian",
]
