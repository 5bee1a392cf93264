"""Persian for terminals that neither join nor reorder it: letters in their joined forms, in visual order.

For output only: what is stored, piped or written to a file stays in logical order.

`joined` joins the letters and python-bidi reorders the line; what python-bidi leaves undone is done here. It neither
mirrors brackets nor keeps in order what belongs to one character (combining marks, emoji sequences): a mark that
sticks to its base (U+034F) is put behind each such unit, and where it comes out before the unit, the direction was
turned. It reorders across line breaks: each line goes to it alone.

FriBidi gives the same, save that it turns round the parts of an emoji sequence.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from persiantools.chars import LINE_BREAK, lines
from persiantools.export.joining import joined

__all__ = ["visual"]

_MARK = "\u034f"  # COMBINING GRAPHEME JOINER: invisible, bidi class NSM
_SHAPELESS = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def visual(text: str) -> str:
    """``text`` as a terminal without bidi must print it: shaped, and each line in visual order.

    Bidi controls, ZWNJ and other characters without a shape have done their work then and are left out; lone
    surrogates become U+FFFD. The direction of a line is that of its first strong letter.

    >>> visual("(abc)")
    '(abc)'
    >>> [f"{ord(char):04x}" for char in visual("لب (x)")]
    ['0028', '0078', '0029', '0020', 'fe90', 'fedf']
    """
    return "".join(_visual_line(text[start:end]) for start, end in lines(text))


def _visual_line(line: str) -> str:
    if line.isascii():
        return line
    body = LINE_BREAK.sub("", line)
    shaped = _SHAPELESS.sub("", joined(_SURROGATE.sub("\ufffd", body)))
    return _CONTROLS.sub("", _reorder(shaped)) + line[len(body) :]


def _reorder(line: str) -> str:
    """One line in visual order, with its brackets mirrored and its units in one piece."""
    forward, turned = _units()
    marked = forward.sub(rf"\g<0>{_MARK}", line.replace(_MARK, ""))
    return turned.sub(_restore, _display()(marked))


def _restore(unit: re.Match[str]) -> str:
    """A unit as it must stand: ``unit[1]`` came out turned round, ``unit[2]`` as it was."""
    if unit[2] is not None:
        return unit[2]
    base, marks = unit[1][-1], unit[1][-2::-1]
    return _mirror().get(base, base) + marks


@cache
def _mirror() -> dict[str, str]:
    """Characters that change places with a partner in right-to-left text.

    Source: the characters with Bidi_Mirrored=Yes of the Unicode Character Database, paired by their names (LEFT with
    RIGHT, LESS-THAN with GREATER-THAN).
    """
    mirrored = {unicodedata.name(c): c for c in map(chr, range(0x10000)) if unicodedata.mirrored(c)}
    pairs: dict[str, str] = {}
    for a, b in (("LEFT", "RIGHT"), ("LESS-THAN", "GREATER-THAN")):
        for name, char in mirrored.items():
            partner = mirrored.get(name.replace(a, b, 1)) if a in name else None
            if partner:
                pairs |= {char: partner, partner: char}
    return pairs


@cache
def _units() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what must be marked before the line is reordered, and of what was marked after it."""
    extend = f"[{_class_of_marks()}\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
    brackets = f"[{re.escape(''.join(_mirror()))}]"
    base = f"(?!{extend})[^\u200d{_MARK}]"
    ahead = f"{base}(?:{extend}+(?:\u200d{base}{extend}*)*|(?:\u200d{base}{extend}*)+)"
    back = f"(?:{extend}*{base}\u200d)*{extend}*{base}"
    return re.compile(f"{ahead}|{brackets}"), re.compile(f"{_MARK}({back})|({ahead}|{brackets}){_MARK}")


def _class_of_marks() -> str:
    """Nonspacing marks of the scripts that meet in Persian text: combining, Hebrew, Arabic."""
    ranges = ((0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x6ED), (0x8D3, 0x8FF), (0x20D0, 0x20F0))
    return "".join(
        re.escape(chr(c))
        for low, high in ranges
        for c in range(low, high + 1)
        if unicodedata.bidirectional(chr(c)) == "NSM" and chr(c) != _MARK
    )


@cache
def _display() -> Callable[[str], str]:
    from bidi import get_display

    display: Callable[[str], str] = get_display
    return display
