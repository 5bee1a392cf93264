"""Runs of one script in a line, and their words: only letters decide the script."""

import re
from typing import NamedTuple

from persiantools.splitter.characters import ARABIC, DIGITS, JOINERS, LATIN, MARKS

__all__ = ["ARABIC_SCRIPT", "LATIN_SCRIPT", "OTHER_LETTER", "OTHER_SCRIPT", "PLAIN", "WORDS", "Run", "gaps", "runs"]

ARABIC_SCRIPT, LATIN_SCRIPT, OTHER_SCRIPT = 1, 2, 3
"""The number of the group of `_RUN` that matched."""

_NEUTRAL = r"\W\d_\u0640"  # no letters, and kashida, which lengthens the letters of any script
_OTHER = rf"{_NEUTRAL}{ARABIC}{LATIN}"  # to be negated: the letters of all other scripts
_RUN = re.compile(
    # A letter, then whatever is no letter of another script: digits, marks, punctuation and spaces open nothing.
    rf"([{ARABIC}][{_NEUTRAL}{ARABIC}]*+)|([{LATIN}][{_NEUTRAL}{LATIN}]*+)|([^{_OTHER}](?:[^{_OTHER}]|[{_NEUTRAL}])*+)"
)
OTHER_LETTER = re.compile(f"[^{_NEUTRAL}{ARABIC}]")
"""A letter that is not of the Arabic script."""
PLAIN = re.compile(r"[\u0621-\u063a\u0641-\u0652\u0670-\u06d4\u200c «»،؛؟!().\"'\-]*+")
"""Arabic-script text with spaces and common punctuation alone: nothing protected can be in it (see `protected`), and
no letter of another script.
"""
_GLUED_DIGITS = rf"(?:(?<![{DIGITS}])[{DIGITS}]++-?)?"
_INSIDE = rf"{MARKS}{JOINERS}{DIGITS}_"
_LETTERS: dict[int, str] = {
    ARABIC_SCRIPT: rf"[{ARABIC}][{ARABIC}{_INSIDE}\u0640]*+",
    LATIN_SCRIPT: rf"[{LATIN}][{LATIN}{_INSIDE}]*+(?:['’‘`´][{LATIN}][{LATIN}{_INSIDE}]*+)*+",
    OTHER_SCRIPT: rf"[^{_OTHER}](?:[^{_OTHER}]|[{_INSIDE}])*+",
}


class _Expressions(dict[int, re.Pattern[str]]):
    """An expression for each script, compiled on first use: a text has few scripts."""

    def __init__(self, before: str) -> None:
        super().__init__()
        self._before = before

    def __missing__(self, script: int) -> re.Pattern[str]:
        self[script] = re.compile(self._before + _LETTERS[script])
        return self[script]


WORDS: dict[int, re.Pattern[str]] = _Expressions("")
"""A word of each script from its first letter: letters, marks and joiners on them, digits and apostrophes inside."""
_BOUNDS: dict[int, re.Pattern[str]] = _Expressions(_GLUED_DIGITS)
"""The same with the digits that are glued to its first letter."""


def gaps(line: str) -> list[str]:
    """What stands between the words of ``line``, which are all in Arabic script.

    >>> gaps("یک، دو ۳سه")
    ['، ', ' ']
    """
    return _BOUNDS[ARABIC_SCRIPT].split(line)[1:-1]


class Run(NamedTuple):
    """Where words of one script in a row begin and where the next script or something protected does, half-open, in
    code points of the line. A ``hashtag`` (without its ``#``) counts as one word.
    """

    start: int
    end: int
    script: int
    hashtag: bool = False

    def words(self, line: str) -> list[str]:
        """The words as written, but for digits before their first letter."""
        return (
            [line[self.start : self.end]] if self.hashtag else WORDS[self.script].findall(line, self.start, self.end)
        )

    def bounds(self, line: str) -> list[tuple[int, int]]:
        """Where each of the words begins and ends."""
        if self.hashtag:
            return [(self.start, self.end)]
        return [match.span() for match in _BOUNDS[self.script].finditer(line, self.start, self.end)]


def runs(line: str, start: int, end: int) -> list[Run]:
    """The runs of ``line[start:end]``, which holds nothing protected. A run begins with the digits that are glued to
    its first letter.

    >>> line = "سلام به 3rd day!"
    >>> [(line[run.start : run.end], run.script) for run in runs(line, 0, len(line))]
    [('سلام به ', 1), ('3rd day!', 2)]
    """
    found: list[Run] = []
    for match in _RUN.finditer(line, start, end):
        begin = _with_digits(line, match.start(), found[-1].start if found else start)
        if found:
            found[-1] = found[-1]._replace(end=begin)
        found.append(Run(begin, match.end(), match.lastindex or 0))
    return found


def _with_digits(line: str, place: int, least: int) -> int:
    """``place``, or where the digits begin that are glued to the letter there."""
    begin = place - 1 if place - 1 > least and line[place - 1] == "-" and line[place - 2].isdecimal() else place
    while begin > least and line[begin - 1].isdecimal():
        begin -= 1
    return begin if begin == least or not (line[begin - 1].isalpha() or line[begin - 1] == "_") else place
