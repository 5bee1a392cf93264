"""Text as a picture: for posts, slides and bug reports where no font and no bidi can be counted on.

Pillow's Raqm layout joins and reorders right-to-left text by itself; text that was shaped before would come out
wrong, so it is given as it is. The font is the part of Vazirmatn that the package carries: Persian, its neighbours
and Latin; what it has no letter for (emoji, other scripts) is drawn as an empty box.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from persiantools.chars import LINE_BREAK, lines
from persiantools.errors import OptionError

__all__ = ["LARGEST", "draw"]

LARGEST = 16_000
"""Pixels that a picture has at most on one side: browsers and viewers show no larger ones."""

_LEAD = 1.8  # of the font's size, from one line to the next
_CONTROL, _SURROGATE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]"), re.compile("[\ud800-\udfff]")
_INK, _PAPER = 26, 255  # shades of grey


def draw(text: str, *, width: int = 800, size: int = 24) -> bytes:
    r"""``text`` as a PNG picture, ``width`` pixels wide, in letters of ``size`` pixels.

    Lines that are too long are wrapped at spaces, and inside words that are too long by themselves. A line that
    begins with a right-to-left letter is set from the right. Raises `OptionError` where Pillow or its Raqm layout is
    missing, or where the picture would be more than `LARGEST` pixels high or wide.

    >>> draw("سلام (hi)", width=200)[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    if not size < width <= LARGEST or size < 4:
        raise OptionError(
            f"a picture is at most {LARGEST} pixels wide, and its letters are smaller: not {width}, {size}"
        )
    image, draw_on, font = _tools(size)
    rows = list(_rows(text, width - 2 * size, font))
    height = 2 * size + round(_LEAD * size * max(1, len(rows)))
    if height > LARGEST:
        raise OptionError(f"the picture would be {height:,} pixels high: give less text, or smaller letters (--size)")
    picture = image.new("L", (width, height), _PAPER)
    pen = draw_on(picture)
    for number, (row, direction) in enumerate(rows):
        place, anchor = (width - size, "ra") if direction == "rtl" else (size, "la")
        top = size + round(_LEAD * size * number)
        pen.text((place, top), row, fill=_INK, font=font, direction=direction, anchor=anchor)
    found = io.BytesIO()
    picture.save(found, "PNG", optimize=True)
    return found.getvalue()


def _rows(text: str, room: int, font: Any) -> Iterator[tuple[str, str]]:
    """The rows of all lines, each with its direction."""
    for start, end in lines(text):
        line = _printable(LINE_BREAK.sub("", text[start:end]))
        direction = _direction(line)
        for row in _wrapped(line, room, font, direction):
            yield row, direction


def _wrapped(line: str, room: int, font: Any, direction: str) -> Iterator[str]:
    """The rows of one line: as many words as there is room for, and parts of words that are longer than that."""
    row = ""
    for word in line.split(" "):
        longer = f"{row} {word}" if row else word
        if font.getlength(longer, direction=direction) <= room:
            row = longer
            continue
        if row:
            yield row
        *whole, row = _pieces(word, room, font, direction)
        yield from whole
    yield row


def _pieces(word: str, room: int, font: Any, direction: str) -> list[str]:
    """``word``, cut where it is wider than ``room``, but not before a combining mark. A piece has at most ``room``
    letters, whatever they are: the time for a piece is bounded.
    """
    pieces = []
    while word:
        end = min(len(word), room)
        while end > 1 and font.getlength(word[:end], direction=direction) > room:
            end = max(1, end * 9 // 10)
        while end < len(word) and end > 1 and unicodedata.combining(word[end]):
            end -= 1
        pieces.append(word[:end])
        word = word[end:]
    return pieces or [""]


def _direction(line: str) -> str:
    """Of the first letter that has one (UAX #9, rule P2)."""
    for char in line:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _printable(line: str) -> str:
    """``line`` without what no font draws: controls and separators become spaces, lone surrogates U+FFFD."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", line))


@cache
def _tools(size: int) -> tuple[Any, Any, Any]:
    """Pillow's image module, its pen, and the font in this size."""
    try:
        from PIL import Image, ImageDraw, ImageFont, features
    except ImportError:
        raise OptionError("pictures need Pillow: pip install 'persian-english-tools[image]'") from None
    if not features.check("raqm"):
        raise OptionError("this Pillow has no Raqm layout, which joins and orders Persian: install its binary wheel")
    data = io.BytesIO((files("persiantools.export") / "font" / "vazirmatn.ttf").read_bytes())
    return Image, ImageDraw.Draw, ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.RAQM)
