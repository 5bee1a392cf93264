"""The Persian line: chosen words in the place of their Finglish, punctuation in Persian shape.

What stands between the words stays as it is (links, handles, emoji, line breaks), but for the three marks that have a
Persian shape, and the digits of numbers that stand alone, as most people write them in a Persian line (20 of the 29
numbers of the training lines). Inside a kept word neither is touched.
"""

import re
from collections.abc import Iterable

from persiantools.chars import ZWNJ

__all__ = ["ATTACHED", "joint", "persian_marks"]

_ENDINGS = (
    "ها های هایی هام هات هاش هامون هاتون هاشون هایم هایت هایش هایمان هایتان هایشان ام ات اش اند اید ایم تر ترین "
    "مون تون شون"
)
ATTACHED = frozenset(_ENDINGS.split())
"""Endings that Finglish often writes as words of their own and Persian never does: plural, possessive, copula,
comparison.
"""

_SHAPE = {"?": "؟", ",": "،", ";": "؛"}
_PERSIAN_DIGITS = str.maketrans("0123456789", "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9")
_NUMBER = re.compile(  # alone: not a part of a word, and no group of digits beside it, as in a telephone number
    r"(?<![^\s(\u00ab\"])(?<![0-9)]\s)[0-9]++(?:[.,:/][0-9]++)*+(?!\)?\s[0-9(])(?![^\s)\u00bb\".,;:!?\u2026%])"
)


def persian_marks(gap: str) -> str:
    """``gap`` (what stands between Finglish words) with ``? , ;`` in Persian shape where they are punctuation, and
    Persian digits in numbers.

    >>> persian_marks("? "), persian_marks(", 1,200 "), persian_marks(" https://a.ir/?q=1, ")
    ('؟ ', '، ۱,۲۰۰ ', ' https://a.ir/?q=1، ')
    >>> persian_marks(" +98 21 555 ")
    ' +98 21 555 '
    """
    return _NUMBER.sub(lambda number: number[0].translate(_PERSIAN_DIGITS), "".join(_mark(gap)))


def _mark(gap: str) -> Iterable[str]:
    """Characters of ``gap``; a mark counts as punctuation when no letter or digit follows it at once."""
    for place, char in enumerate(gap):
        follows = gap[place + 1 : place + 2]
        yield char if char not in _SHAPE or follows.isalnum() or (follows and follows in "/=&") else _SHAPE[char]


def joint(gap: str, word: str) -> str:
    """What stands between two Persian words in the place of ``gap``: ZWNJ before an ending, else the gap itself.

    >>> joint(" ", "ها") == "\u200c", joint(" ", "من"), joint(", ", "ها")
    (True, ' ', '، ')
    """
    return ZWNJ if gap in {" ", "-"} and word in ATTACHED else persian_marks(gap)
