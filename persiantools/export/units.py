"""Offsets in the units that other programs count: UTF-16 code units (JavaScript, Java), UTF-8 bytes (C, Rust, Go)."""

import re
from array import array
from bisect import bisect_left
from itertools import accumulate
from typing import Any, Literal

__all__ = ["OffsetUnit", "Units"]

OffsetUnit = Literal["codepoint", "utf16", "byte"]
"""``byte`` counts bytes of UTF-8; a lone surrogate, which UTF-8 cannot carry, counts as three."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Turns code point offsets of ``text`` into another unit.

    >>> Units("😀 ب", "utf16").of(1), Units("😀 ب", "byte").of(3)
    (2, 7)
    """

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        """Prepare the conversion, in time linear in the length of ``text``."""
        self.unit = unit
        self._astral = [match.start() for match in _ASTRAL.finditer(text)] if unit == "utf16" else []
        self._bytes = array("Q", accumulate(map(_utf8_length, text), initial=0)) if unit == "byte" else array("Q")

    def of(self, offset: int) -> int:
        """``offset``, in code points, in this unit."""
        if self.unit == "byte":
            return self._bytes[offset]
        return offset + bisect_left(self._astral, offset)

    def convert(self, value: Any) -> Any:
        """``value``, a JSON form, with every ``start`` and ``end`` in it converted.

        >>> Units("😀b", "utf16").convert({"spans": [{"start": 1, "end": 2, "kind": "text"}]})
        {'spans': [{'start': 2, 'end': 3, 'kind': 'text'}]}
        """
        if isinstance(value, dict):
            return {k: self.of(v) if k in ("start", "end") else self.convert(v) for k, v in value.items()}
        return [self.convert(item) for item in value] if isinstance(value, list) else value


def _utf8_length(char: str) -> int:
    code = ord(char)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
