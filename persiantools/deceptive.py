"""What makes a text look different from what it says: characters that turn the order round, hide, or pass for others.

The order a reader sees is not the stored one where a direction is forced or left open to the line's end (Boucher and
Anderson, "Trojan Source", 2021, CVE-2021-42574); letters of another script in a word are those of UTS #39 (mixed
script detection). Such things are reported and never silently changed.
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from persiantools.chars import INVISIBLE_NAMES, lines

__all__ = ["Deceptive", "find_deceptive"]

_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_HIDDEN = re.compile("(?<![\U000e0020-\U000e007f\U0001f3f4])[\U000e0020-\U000e007f]+|[\u3164\u115f\u1160\uffa0]+")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_TWINS = re.compile("[\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\uab70-\uabbf]")
_GREEK = re.compile("[\u0370-\u03ff]")
_LONGEST_UNIT = 3
"""A Greek letter beside Latin ones is at home in what is no longer (kΩ, μm)."""


class Deceptive(msgspec.Struct, frozen=True):
    """One deceptive stretch ``[start, end)``, in code points.

    ``kind`` is ``override`` (a direction is forced), ``unclosed`` (an embedding or isolate reaches to the line's
    end), ``hidden`` (characters that show nothing and mean nothing) or ``lookalike`` (letters of two scripts in a
    word); ``message`` says it to people.
    """

    start: int
    end: int
    kind: Literal["override", "unclosed", "hidden", "lookalike"]
    message: str


def find_deceptive(text: str) -> tuple[Deceptive, ...]:
    r"""Whatever is deceptive in ``text``, from left to right; time is linear in its length.

    Left alone: isolates and embeddings that pair up inside their line, marks, flags made of tag characters, words in
    one script, whichever it is.

    >>> [(one.start, one.kind) for one in find_deceptive("if \u202eadmin\u202c: p\u0430ypal \u2067")]
    [(3, 'override'), (12, 'lookalike'), (19, 'unclosed')]
    """
    found = [Deceptive(*match.span(), "hidden", "characters that show nothing") for match in _HIDDEN.finditer(text)]
    if _CONTROL.search(text):
        for start, end in lines(text):
            found += _controls(text, start, end)
    if _TWINS.search(text) or _GREEK.search(text):
        found += (
            Deceptive(*match.span(), "lookalike", f"{match.group()} has letters of two scripts")
            for match in _WORD.finditer(text)
            if _mixes(match.group())
        )
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _controls(text: str, start: int, end: int) -> Iterator[Deceptive]:
    """Overrides, and what nothing closes, in the line ``[start, end)``."""
    unclosed: list[int] = []
    for match in _CONTROL.finditer(text, start, end):
        at, char = match.start(), match.group()
        if char in _CLOSED_BY:
            unclosed.append(at)
        elif unclosed and _CLOSED_BY[text[unclosed[-1]]] == char:
            unclosed.pop()
        if char in _OVERRIDES:
            yield Deceptive(at, at + 1, "override", f"{INVISIBLE_NAMES[char]} forces the order of what follows")
    for at in unclosed:
        if text[at] not in _OVERRIDES:
            name = INVISIBLE_NAMES[text[at]]
            yield Deceptive(at, at + 1, "unclosed", f"{name} is not closed before the line ends")


def _mixes(word: str) -> bool:
    if not _LATIN.search(word):
        return False
    return bool(_TWINS.search(word)) or (len(word) > _LONGEST_UNIT and bool(_GREEK.search(word)))
