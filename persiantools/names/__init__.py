"""Find names in Persian and English, compare them, link them."""

from persiantools.names.compare import compare
from persiantools.names.linking import align, find_names
from persiantools.names.register import NameRegister
from persiantools.names.romanize import STYLES, romanize, to_persian
from persiantools.names.spelling import Finding, check_names
from persiantools.names.types import Alignment, Candidate, Match, Mention, NameLink, PartMatch, Unlinked

__all__ = [
    "STYLES",
    "Alignment",
    "Candidate",
    "Finding",
    "Match",
    "Mention",
    "NameLink",
    "NameRegister",
    "PartMatch",
    "Unlinked",
    "align",
    "check_names",
    "compare",
    "find_names",
    "romanize",
    "to_persian",
]
