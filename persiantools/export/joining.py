"""Arabic script in its joined letter forms, as a terminal needs it that does not join letters itself.

Which letters join is told by their joining types in the Unicode Character Database (ArabicShaping.txt, version 14),
for every letter of the Arabic blocks: arabic-reshaper knows only the letters that have forms of their own, and a
letter beside a Sorani, Pashto or Urdu one would be drawn as if it stood alone. The forms are arabic-reshaper's.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from persiantools.chars import ZWJ, ZWNJ

__all__ = ["joined"]

Forms = tuple[str, str, str, str]
"""A letter alone, at the beginning, in the middle and at the end of a joined group; empty where there is no such."""

LONGEST_KEPT = 40
"""Code points of the longest word whose joined form is kept for the next time."""

_RIGHT = (
    "\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd"
    "\u06cf\u06d2-\u06d3\u06d5\u06ee-\u06ef\u0759-\u075b\u076b-\u076c\u0771\u0773-\u0774\u0778-\u0779\u08aa-\u08ac"
    "\u08ae\u08b1-\u08b2\u08b9"
)
"""Joining type R: letters that join the one before them (to their right) only."""

_DUAL = (
    "\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649-\u064a\u066e-\u066f\u0678-\u0687\u069a-\u06bf"
    "\u06c1-\u06c2\u06cc\u06ce\u06d0-\u06d1\u06fa-\u06fc\u06ff\u0750-\u0758\u075c-\u076a\u076d-\u0770\u0772"
    "\u0775-\u0777\u077a-\u077f\u08a0-\u08a9\u08af-\u08b0\u08b3-\u08b8\u08ba-\u08c8"
)
"""Joining type D: letters that join on both sides. Type C, which causes joining, behaves alike: tatweel and ZWJ."""

_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u08ca-\u08e1"
    "\u08e3-\u08ff\u00ad\u061c\u200b\u200f\u2060\ufeff"
)
"""Joining type T: marks and format characters, through which letters join. Those that change the direction are not
among them, for letters of different levels do not join (UAX #9, 3.5: shaping keeps to runs of one level)."""

_UNIT = re.compile(f"(?P<letter>(?P<right>[{_RIGHT}])|[{_DUAL}\u0640{ZWJ}])[{_MARKS}]*|.", re.S)
_LETTER = f"{_RIGHT}{_DUAL}\u0640"
_RUN = re.compile(f"{ZWJ}?[{_LETTER}](?:[{_LETTER}{_MARKS}{ZWNJ}{ZWJ}]*[{_LETTER}{_MARKS}{ZWJ}])?")


def joined(text: str) -> str:
    r"""``text``, in logical order, with its Arabic script in joined forms; ZWNJ parts letters, ZWJ joins and goes.

    Lam and alef become one sign where nothing stands between them. A letter that has no forms stays as it is, and
    the letters beside it take the forms that join it. Time is linear in the length of ``text``.

    >>> [f"{ord(char):04x}" for char in joined("لب")]
    ['fedf', 'fe90']
    >>> [f"{ord(char):04x}" for char in joined("ک\u06d5")]
    ['fb90', '06d5']
    """
    return _RUN.sub(lambda run: (_kept if len(run[0]) <= LONGEST_KEPT else _joined_run)(run[0]), text)


@lru_cache(maxsize=1 << 14)
def _kept(run: str) -> str:
    """Words repeat, so what they look like is kept."""
    return _joined_run(run)


def _joined_run(run: str) -> str:
    """One stretch of letters and what stands among them."""
    units = list(_UNIT.finditer(run))
    pieces: list[str] = []
    before = False
    """Whether the unit before reaches out to this one."""
    for number, unit in enumerate(units):
        is_letter, is_right = unit["letter"] is not None, unit["right"] is not None
        after = is_letter and not is_right and number + 1 < len(units) and units[number + 1]["letter"] is not None
        pieces.append(_formed(unit[0], joins_before=is_letter and before, joins_after=after))
        before = is_letter and not is_right
    return _with_ligatures("".join(pieces)).replace(ZWJ, "")


def _formed(unit: str, *, joins_before: bool, joins_after: bool) -> str:
    """A letter with its marks, the letter in the form that its neighbours ask for."""
    forms = _forms().get(unit[0])
    if forms is None:
        return unit
    form = forms[(0, 1, 3, 2)[joins_after + 2 * joins_before]]
    return (form or unit[0]) + unit[1:]


def _with_ligatures(shaped: str) -> str:
    return _ligature_pattern().sub(lambda pair: _ligatures()[pair[0]], shaped)


@cache
def _forms() -> Mapping[str, Forms]:
    from arabic_reshaper.letters import LETTERS_ARABIC

    forms: Mapping[str, Forms] = LETTERS_ARABIC
    return forms


@cache
def _ligatures() -> Mapping[str, str]:
    """Lam at the beginning or in the middle with an alef at the end; U+FEF5 to U+FEFC are their ligatures."""
    alefs = ("\ufe82", "\ufe84", "\ufe88", "\ufe8e")
    pairs = {lam + alef: index for index, alef in enumerate(alefs) for lam in ("\ufedf", "\ufee0")}
    return {pair: chr(0xFEF5 + 2 * index + (pair[0] == "\ufee0")) for pair, index in pairs.items()}


@cache
def _ligature_pattern() -> re.Pattern[str]:
    return re.compile("|".join(_ligatures()))
