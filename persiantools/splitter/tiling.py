"""From words and protected stretches to spans that tile the line: where spaces, punctuation and brackets go.

The rule. What is protected keeps its exact bounds. Between two texts of different languages, white space, closing
brackets and quotes and all other punctuation go with what precedes them; opening brackets and quotes go with what
follows. A straight quote opens where no letter stands right before it and one right after it. Beside something
protected, what stands between goes with the text on its other side. What has no text to go with is ``zxx`` text.
No bound falls inside a grapheme cluster: it moves right, past marks and joiners.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category

from persiantools.spans import Kind, Span
from persiantools.splitter.characters import JOINERS, OPENING, PICTOGRAPHS

__all__ = ["Block", "tile"]


class Block(NamedTuple):
    """Words of one language in a row, from the first letter, or something protected with its exact bounds."""

    start: int
    end: int
    lang: str
    kind: Kind
    confidence: float


_STRAIGHT = "\"'"
_ZWJ = "\u200d"
# UAX 29: beside marks (Mn, Me, Mc), these extend a grapheme cluster: four letters that stay with what is before, the
# marks that Python 3.11 does not know yet, joiners, modifiers of emoji, tags …
_EXTENDS = re.compile(
    rf"[{JOINERS}\u0e33\u0eb3\uff9e\uff9f\u0897\u0cf3\u0ece\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
# … and these begin one with the character that follows (property Prepend).
_PREPENDS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2"
    "\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86\U00011a87\U00011a88\U00011a89\U00011d46"
    "\U00011f02"
)


def tile(line: str, blocks: Sequence[Block], offset: int = 0) -> list[Span]:
    """Spans that tile ``line``, from its ``blocks`` from left to right; offsets are counted from ``-offset``.

    >>> spans = tile("سلام (hi)", [Block(0, 4, "fa", "text", 0.9), Block(6, 8, "en", "text", 0.9)])
    >>> [(span.start, span.end, span.lang) for span in spans]
    [(0, 5, 'fa'), (5, 9, 'en')]
    """
    spans: list[Span] = []
    at = 0
    for number, block in enumerate(blocks):
        if block.kind != "text" and at < block.start:
            spans.append(Span(at + offset, block.start + offset, "zxx"))
            at = block.start
        end = _settled(line, _end(line, block, blocks[number + 1] if number + 1 < len(blocks) else None))
        if end > at:
            spans.append(Span(at + offset, end + offset, block.lang, block.kind, block.confidence))
            at = end
    if at < len(line):
        spans.append(Span(at + offset, len(line) + offset, "zxx"))
    return spans


def _end(line: str, block: Block, following: Block | None) -> int:
    """Where ``block`` ends when what stands between it and the ``following`` one is shared out."""
    if block.kind != "text":
        return block.end
    if following is None:
        return len(line)
    return following.start if following.kind != "text" else _seam(line, block.start, following.start)


def _seam(line: str, start: int, end: int) -> int:
    """Where a text that begins at ``start`` parts from one whose first word is at ``end``: before the brackets and
    quotes that open.
    """
    seam = place = end
    while place > start:
        place -= 1
        if line[place] in OPENING or (line[place] in _STRAIGHT and _opens(line, place, start)):
            seam = place
        elif not line[place].isspace():
            break
    return seam


def _opens(line: str, place: int, start: int) -> bool:
    """Whether the straight quote at ``place``, in a text that begins at ``start``, opens."""
    return (
        place > start and not line[place + 1].isspace() and (line[place - 1].isspace() or line[place - 1] in OPENING)
    )


def _settled(line: str, cut: int) -> int:
    """``cut``, or the next place right of it that is not inside a grapheme cluster."""
    while cut < len(line) and _inside_cluster(line, cut):
        cut += 1
    return cut


def _inside_cluster(line: str, cut: int) -> bool:
    before, after = line[cut - 1], line[cut]
    if after.isascii():
        return before in _PREPENDS and after.isprintable()
    return (
        _EXTENDS.match(after) is not None
        or category(after)[0] == "M"
        or before in _PREPENDS
        or (before == _ZWJ and re.match(f"[{PICTOGRAPHS}]", after) is not None)
    )
