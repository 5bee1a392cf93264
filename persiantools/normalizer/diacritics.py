"""Vowel signs, shadda and sukun: kept unless asked for.

Left alone: hamza and madda above a letter (they are part of it), superscript alef outside fully vocalised words goes
with the rest, and, when asked for, the words of quoted Arabic, which are known by two signs or more.
"""

import re
from typing import Literal

from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import HARAKAT, LETTERS, MARKS

__all__ = ["diacritic_changes"]

_SIGN = re.compile(f"[{HARAKAT}]")
_WORD = re.compile(f"[{LETTERS}\u0640\u200c][{LETTERS}{MARKS}\u0640\u200c]*")


def diacritic_changes(line: str, mode: Literal["strip", "strip_outside_arabic"]) -> list[Change]:
    r"""The signs of ``line`` that go; with ``strip_outside_arabic`` those of words with one sign only.

    >>> [change[:3] for change in diacritic_changes("عِلم", "strip")]
    [(1, 2, '')]
    >>> diacritic_changes("بِسْمِ", "strip_outside_arabic")
    []
    """
    if not _SIGN.search(line):
        return []
    changes: list[Change] = []
    for word in _WORD.finditer(line):
        signs = [word.start() + sign.start() for sign in _SIGN.finditer(word.group())]
        if mode == "strip" or len(signs) == 1:
            changes += [(at, at + 1, "", "diacritics", "a vowel sign; taking them out was asked for") for at in signs]
    return changes
