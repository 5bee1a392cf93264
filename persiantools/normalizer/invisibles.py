"""Invisible characters: which of them have no effect.

Left alone: joiners and selectors outside Persian words (emoji sequences), marks beside digits and letters of the
other direction, isolates and embeddings that pair up inside the line, and all overrides: those change what a
reader sees, so they are reported (`persiantools.deceptive`) and not silently undone.
"""

import re
from collections.abc import Iterator

from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import LETTERS, MARKS

__all__ = ["ANY_INVISIBLE", "stray_invisibles"]

ANY_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NEVER = "\u00ad\u200b\u2060\ufeff"
_MARKS = "\u200e\u200f\u061c"
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
_CLOSING = frozenset(_OPENING.values())
_OVERRIDES = "\u202d\u202e"
_PERSIAN = re.compile(f"[{LETTERS}{MARKS}\u0640\u200c]")
_NEUTRAL = re.compile(f"[{LETTERS}{MARKS}\u0640\u200c\\s،؛؟.:!]")


def stray_invisibles(line: str) -> list[Change]:
    r"""The invisible characters of ``line`` that go.

    >>> [change[:3] for change in stray_invisibles("کتا\u00adب \u2067ها\u2069")]
    [(3, 4, '')]
    """
    if not ANY_INVISIBLE.search(line):
        return []
    unpaired = set(_unpaired(line))
    return [
        (at, at + 1, "", "invisibles", "an invisible character without effect")
        for match in ANY_INVISIBLE.finditer(line)
        if (at := match.start()) in unpaired or _idle(line, at)
    ]


def _idle(line: str, at: int) -> bool:
    """Whether the mark or joiner at ``at`` has no effect where it stands."""
    char, before, after = line[at], line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if char in _NEVER:
        return bool(_PERSIAN.match(before) or _PERSIAN.match(after))
    if char in _MARKS:
        return all(not side or _NEUTRAL.match(side) for side in (before, after)) and char != "\u200e"
    return char == "\u200d" and bool(_PERSIAN.match(before) and _PERSIAN.match(after))


def _unpaired(line: str) -> Iterator[int]:
    """Offsets of embeddings and isolates that no partner closes or opens; overrides are never among them."""
    open_at: list[int] = []
    for match in ANY_INVISIBLE.finditer(line):
        at, char = match.start(), match.group()
        if char in _OPENING:
            open_at.append(at)
        elif char in _CLOSING:
            if open_at and _OPENING[line[open_at[-1]]] == char:
                open_at.pop()
            else:
                yield at
    yield from (at for at in open_at if line[at] not in _OVERRIDES)
