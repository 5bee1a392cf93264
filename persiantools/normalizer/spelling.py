"""The letters of a word with odd characters in it, and what the rules of letters and kashida change."""

import re

from persiantools.chars import ZWNJ
from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import COMPOSED, FOLDED, KASHIDA, MARKS
from persiantools.normalizer.options import NormalizeOptions

__all__ = ["Spelling", "read_spelling", "squeezed"]

_MARK = re.compile(f"[{MARKS}]")
_RUN = re.compile(r"(.)\1*", re.DOTALL)
_LONE_HEH = re.compile(f"[\u0647\u06be]{KASHIDA}+")


class Spelling:
    """The letters of a word with, for each, where it ends in the word; its ZWNJ; what letters and kashida change."""

    __slots__ = ("changes", "ends", "letters", "zwnj")

    def __init__(self) -> None:
        """Nothing read yet."""
        self.letters = ""
        self.ends: list[int] = []
        self.zwnj: dict[int, list[int]] = {}
        self.changes: list[Change] = []


def read_spelling(raw: str, options: NormalizeOptions) -> Spelling:
    """Read a word, character by character."""
    found = Spelling()
    letters: list[str] = []
    at = 0
    lone = _LONE_HEH.fullmatch(raw) is not None
    while at < len(raw):
        char, size = raw[at], 1
        folded = FOLDED.get(char)
        pair = COMPOSED.get(raw[at : at + 2])
        if pair is not None:
            folded, size = pair, 2
        if char == ZWNJ:
            found.zwnj.setdefault(len(letters), []).append(at)
        elif char == KASHIDA:
            if options.kashida and not lone:
                found.changes.append((at, at + 1, "", "kashida", "tatweel only stretches a word"))
            found.ends[-1] = at + 1
        elif folded is None and _MARK.match(char):
            found.ends[-1] = at + 1
        else:
            new = folded or char
            if folded is not None and options.letters:
                found.changes.append((at, at + size, new, "letters", f"Persian {new}"))
            letters += new
            found.ends += [at + size] * len(new)
        at += size
    found.letters = "".join(letters)
    return found


def squeezed(letters: str) -> tuple[str, list[int]]:
    """``letters`` with each run of three or more as one letter, and for each letter where it ends."""
    runs = [*_RUN.finditer(letters)]
    single, ends = [], []
    for run in runs:
        stretched = len(run.group()) > 2
        for at in range(1 if stretched else len(run.group())):
            single.append(run.group(1))
            ends.append(run.end() if stretched else run.start() + at + 1)
    return "".join(single), ends
