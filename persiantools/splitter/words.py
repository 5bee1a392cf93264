"""The words of a line, by script: only letters decide the script of a run."""

import re
from typing import NamedTuple

from persiantools.splitter.characters import ARABIC, DIGITS, JOINERS, LATIN, MARKS

__all__ = ["ARABIC_SCRIPT", "LATIN_SCRIPT", "OTHER_SCRIPT", "WORD", "Word"]

ARABIC_SCRIPT, LATIN_SCRIPT, OTHER_SCRIPT = 1, 2, 3
"""The number of the group of `WORD` that matched."""

_GLUED_DIGITS = rf"(?:(?<![{DIGITS}])[{DIGITS}]++-?)?"
_INSIDE = rf"{MARKS}{JOINERS}{DIGITS}_"
WORD = re.compile(
    rf"({_GLUED_DIGITS}[{ARABIC}][{ARABIC}{_INSIDE}\u0640]*+)"
    rf"|({_GLUED_DIGITS}[{LATIN}][{LATIN}{_INSIDE}]*+(?:['’‘`´][{LATIN}][{LATIN}{_INSIDE}]*+)*+)"
    rf"|({_GLUED_DIGITS}[^\W\d_{ARABIC}{LATIN}][^\W\d_{ARABIC}{LATIN}]*+(?:[{_INSIDE}]++[^\W\d_{ARABIC}{LATIN}]*+)*+)"
)
"""A word of one script: its letters, the marks and joiners on them, digits glued to it, apostrophes inside it."""


class Word(NamedTuple):
    """A word of a line, half-open, in code points of the line; ``script`` is a group of `WORD`."""

    start: int
    end: int
    script: int
