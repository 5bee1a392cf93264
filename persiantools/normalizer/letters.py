"""The letters of Persian words: what belongs to a word, and which letters are other writings of a Persian one.

Left alone on purpose: hamza and its carriers (أ ؤ ئ ء, as in تأیید and رئیس), ة, ٱ, letters of other languages
(ے ۍ ې ڵ ۆ …), and the signs ﷼ ﷺ ﷻ ﷽, which are symbols and not spellings.
"""

import re
import unicodedata

__all__ = ["COMPOSED", "FOLDED", "HARAKAT", "KASHIDA", "LETTERS", "MARKS", "WORD", "fold", "skeleton"]

KASHIDA = "\u0640"
"""ARABIC TATWEEL, which stretches a word and means nothing."""

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
"""Combining marks of the Arabic script, as the inside of a regex class."""

HARAKAT = "\u064b-\u0652\u0670"
"""The vowel signs, shadda, sukun and dagger alef among `MARKS`."""

LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc"
)
"""Letters of the Arabic script with their presentation forms, as the inside of a regex class."""

WORD = re.compile(f"([{LETTERS}](?:[{LETTERS}{MARKS}{KASHIDA}\u200c]*[{LETTERS}{MARKS}{KASHIDA}])?)")
"""A word: letters with their marks, kashida and inner ZWNJ. `WORD.split` gives gap, word, gap, …, word, gap."""

_VARIANTS = {
    "\u064a": "\u06cc",  # ARABIC LETTER YEH
    "\u0649": "\u06cc",  # ARABIC LETTER ALEF MAKSURA
    "\u0643": "\u06a9",  # ARABIC LETTER KAF
    "\u06aa": "\u06a9",  # ARABIC LETTER SWASH KAF
    "\u06be": "\u0647",  # ARABIC LETTER HEH DOACHASHMEE
    "\u06c1": "\u0647",  # ARABIC LETTER HEH GOAL
    "\u06c2": "\u06c0",  # ARABIC LETTER HEH GOAL WITH HAMZA ABOVE
    "\u06d5": "\u0647",  # ARABIC LETTER AE
}


def _presentation_forms() -> dict[str, str]:
    """Each presentation form and ligature of letters with the letters that Unicode says it stands for."""
    forms = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFD3E), *range(0xFD50, 0xFDC8), *range(0xFDF0, 0xFDFA),
                 *range(0xFE70, 0xFEFD)):  # fmt: skip
        letters = unicodedata.normalize("NFKC", chr(code))
        if letters != chr(code) and " " not in letters:
            forms[chr(code)] = "".join(_VARIANTS.get(letter, letter) for letter in letters)
    return forms


FOLDED: dict[str, str] = _VARIANTS | _presentation_forms()
"""Each letter that has a Persian spelling, with that spelling (of one letter, or several for a ligature)."""

COMPOSED: dict[str, str] = {
    "\u0627\u0653": "\u0622",  # آ
    "\u0627\u0654": "\u0623",  # أ
    "\u0627\u0655": "\u0625",  # إ
    "\u0648\u0654": "\u0624",  # ؤ
    "\u06cc\u0654": "\u0626",  # ئ
    "\u064a\u0654": "\u0626",
    "\u0649\u0654": "\u0626",
}
"""Letters with a combining hamza or madda, and the one letter that they are."""

_TO_FOLD = str.maketrans(FOLDED)
_NOT_SKELETON = re.compile(f"[{MARKS}{KASHIDA}]")


def fold(text: str) -> str:
    """``text`` with Persian letters only: what `FOLDED` and `COMPOSED` say, in any language.

    >>> fold("كتابي")
    'کتابی'
    """
    for pair, letter in COMPOSED.items():
        text = text.replace(pair, letter)
    return text.translate(_TO_FOLD)


def skeleton(word: str) -> str:
    r"""The letters of a word and its ZWNJ, folded, without marks and kashida: what the models look at.

    >>> skeleton("كـتـاب\u200cِ")
    'کتاب'
    """
    return _NOT_SKELETON.sub("", fold(word)).strip("\u200c")
