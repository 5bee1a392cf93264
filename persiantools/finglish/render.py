"""The Persian line: chosen words in the place of their Finglish, punctuation in Persian shape.

What stands between the words stays as it is (numbers, links, emoji, line breaks), but for the three marks that have a
Persian shape; inside a number or a kept word they are not touched.
"""

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


def persian_marks(gap: str) -> str:
    """``gap`` (what stands between two Finglish words) with ``? , ;`` in Persian shape where they are punctuation.

    >>> persian_marks("? "), persian_marks(", 1,200 "), persian_marks(" https://a.ir/?q=1, ")
    ('؟ ', '، 1,200 ', ' https://a.ir/?q=1، ')
    """
    return "".join(_mark(gap))


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
