"""hazm's Normalizer as an engine: run inside the Persian spans only, its result given back as edits.

hazm strips what it gets and has expressions whose time grows with the square of a word's or a line's length. So it is
given short stretches without the space around them, and no stretch with a word that no language has. Its construction
takes seconds and 200 MB: it is imported on first use.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Protocol

from persiantools.normalizer.changes import Change

__all__ = ["hazm_changes"]

LONGEST_WORD = 60
LONGEST_STRETCH = 400

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}")
_STRETCH = re.compile(rf"\S(?:.{{0,{LONGEST_STRETCH}}}\S)?(?=\s|$)", re.DOTALL)


class _Normalizer(Protocol):
    def normalize(self, text: str) -> str: ...


@cache
def _hazm() -> _Normalizer:
    from hazm import Normalizer

    normalizer: _Normalizer = Normalizer()
    return normalizer


def hazm_changes(line: str) -> list[Change]:
    """What hazm changes in one line of Persian."""
    changes: list[Change] = []
    for stretch in _STRETCH.finditer(line):
        if not _LONG_WORD.search(stretch.group()):
            changes += _difference(stretch.group(), _hazm().normalize(stretch.group()), stretch.start())
    return changes


def _difference(old: str, new: str, start: int) -> Iterator[Change]:
    if old == new:
        return
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield start + a, start + b, new[c:d], "hazm", "hazm's Normalizer"
