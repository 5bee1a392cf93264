"""Characters that the whole package speaks of: joiners, line breaks, and how invisible characters are shown to
people.
"""

import re
from collections.abc import Iterator

__all__ = ["INVISIBLE_NAMES", "ZWJ", "ZWNJ", "lines", "visible"]

ZWNJ = "\u200c"
"""ZERO WIDTH NON-JOINER, the half-space of Persian: it parts the letters of one word without a gap."""

ZWJ = "\u200d"
"""ZERO WIDTH JOINER: it glues emoji sequences and asks for a joined letter form."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""The three line breaks of text files. U+2028, U+0085 and form feed do not end a line: archives carry them inside a
record.
"""

INVISIBLE_NAMES: dict[str, str] = {
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    ZWNJ: "ZWNJ",
    ZWJ: "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
"""Invisible characters with the short names that the Unicode Standard uses for them."""

_SHOWN = str.maketrans({char: f"⟨{name}⟩" for char, name in INVISIBLE_NAMES.items()})


def visible(text: str) -> str:
    r"""``text`` with every invisible character spelt out, for people who read a difference.

    >>> print(visible("می\u200cرود"))
    می⟨ZWNJ⟩رود
    """
    return text.translate(_SHOWN)


def lines(text: str) -> Iterator[tuple[int, int]]:
    r"""Offsets of each line with its line break: half-open, in code points; together they tile the text.

    >>> list(lines("a\r\nb\n\nc"))
    [(0, 3), (3, 5), (5, 6), (6, 7)]
    >>> list(lines(""))
    []
    """
    start = 0
    for match in LINE_BREAK.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
