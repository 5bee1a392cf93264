"""Classes of characters: which script a letter is of, what stays with its base, what opens and closes.

Tables are of the Unicode Character Database, version 15.0, as ranges of hexadecimal code points; `regex_class` makes
the inside of a regular expression's ``[…]`` of them.
"""

import re
from bisect import bisect_right

__all__ = [
    "ARABIC",
    "DIGITS",
    "EMOJI",
    "EMOJI_TEXT",
    "JOINERS",
    "LATIN",
    "MARKS",
    "OPENING",
    "PICTOGRAPHS",
    "regex_class",
    "script_tag",
]


def regex_class(ranges: str) -> str:
    r"""The inside of a regular expression's ``[…]`` for ``ranges``, code points in hexadecimal. The letters stand as
    they are: an expression with them is compiled twice as fast as one with their escapes.

    >>> regex_class("41-43 5D")
    'A-C\\]'
    """
    return "".join("-".join(re.escape(chr(int(end, 16))) for end in part.split("-")) for part in ranges.split())


# General category L and a name that begins with ARABIC, but not TATWEEL (0640), which is Common: it opens nothing.
ARABIC = regex_class(
    "0620-063F 0641-064A 066E-066F 0671-06D3 06D5 06E5-06E6 06EE-06EF 06FA-06FC 06FF 0750-077F 0870-0887 0889-088E"
    " 08A0-08C9 FB50-FBB1 FBD3-FD3D FD50-FD8F FD92-FDC7 FDF0-FDFB FE70-FE74 FE76-FEFC"
)
# Likewise LATIN, with the letters for glottal stops that Uzbek and Hawaiian write (02BB, 02BC) and the styled letters
# that people take for bold and italic in tweets (1D400-1D6A3).
LATIN = regex_class(
    "41-5A 61-7A AA BA C0-D6 D8-F6 F8-2BC 1D00-1D25 1D62-1D65 1D6B-1D77 1D79-1D9A 1E00-1EFF 2071 207F 2090-209C 2184"
    " 2C60-2C7F A722-A787 A78B-A7CA A7F5-A7FF AB30-AB5A AB60-AB64 FB00-FB06 FF21-FF3A FF41-FF5A 1D400-1D6A3"
)
DIGITS = "0-9\u06f0-\u06f9\u0660-\u0669"
"""ASCII, Persian and Arabic-Indic digits."""

# General categories Mn, Me and Mc of the basic plane: they stay with the character that they follow.
MARKS = regex_class(
    "0300-036F 0483-0489 0591-05BD 05BF 05C1-05C2 05C4-05C5 05C7 0610-061A 064B-065F 0670 06D6-06DC 06DF-06E4"
    " 06E7-06E8 06EA-06ED 0711 0730-074A 07A6-07B0 07EB-07F3 07FD 0816-0819 081B-0823 0825-0827 0829-082D 0859-085B"
    " 0897-089F 08CA-08E1 08E3-0903 093A-093C 093E-094F 0951-0957 0962-0963 0981-0983 09BC 09BE-09C4 09C7-09C8"
    " 09CB-09CD 09D7 09E2-09E3 09FE 0A01-0A03 0A3C 0A3E-0A42 0A47-0A48 0A4B-0A4D 0A51 0A70-0A71 0A75 0A81-0A83 0ABC"
    " 0ABE-0AC5 0AC7-0AC9 0ACB-0ACD 0AE2-0AE3 0AFA-0AFF 0B01-0B03 0B3C 0B3E-0B44 0B47-0B48 0B4B-0B4D 0B55-0B57"
    " 0B62-0B63 0B82 0BBE-0BC2 0BC6-0BC8 0BCA-0BCD 0BD7 0C00-0C04 0C3C 0C3E-0C44 0C46-0C48 0C4A-0C4D 0C55-0C56"
    " 0C62-0C63 0C81-0C83 0CBC 0CBE-0CC4 0CC6-0CC8 0CCA-0CCD 0CD5-0CD6 0CE2-0CE3 0CF3 0D00-0D03 0D3B-0D3C 0D3E-0D44"
    " 0D46-0D48 0D4A-0D4D 0D57 0D62-0D63 0D81-0D83 0DCA 0DCF-0DD4 0DD6 0DD8-0DDF 0DF2-0DF3 0E31 0E33-0E3A 0E47-0E4E"
    " 0EB1 0EB3-0EBC 0EC8-0ECE 0F18-0F19 0F35 0F37 0F39 0F3E-0F3F 0F71-0F84 0F86-0F87 0F8D-0F97 0F99-0FBC 0FC6"
    " 102B-103E 1056-1059 105E-1060 1062-1064 1067-106D 1071-1074 1082-108D 108F 109A-109D 135D-135F 1712-1715"
    " 1732-1734 1752-1753 1772-1773 17B4-17D3 17DD 180B-180D 180F 1885-1886 18A9 1920-192B 1930-193B 1A17-1A1B"
    " 1A55-1A5E 1A60-1A7C 1A7F 1AB0-1ACE 1B00-1B04 1B34-1B44 1B6B-1B73 1B80-1B82 1BA1-1BAD 1BE6-1BF3 1C24-1C37"
    " 1CD0-1CD2 1CD4-1CE8 1CED 1CF4 1CF7-1CF9 1DC0-1DFF 20D0-20F0 2CEF-2CF1 2D7F 2DE0-2DFF 302A-302F 3099-309A"
    " A66F-A672 A674-A67D A69E-A69F A6F0-A6F1 A802 A806 A80B A823-A827 A82C A880-A881 A8B4-A8C5 A8E0-A8F1 A8FF"
    " A926-A92D A947-A953 A980-A983 A9B3-A9C0 A9E5 AA29-AA36 AA43 AA4C-AA4D AA7B-AA7D AAB0 AAB2-AAB4 AAB7-AAB8"
    " AABE-AABF AAC1 AAEB-AAEF AAF5-AAF6 ABE3-ABEA ABEC-ABED FB1E FE00-FE0F FE20-FE2F FF9E-FF9F"
)
JOINERS = "\u200c\u200d"
"""ZWNJ and ZWJ: they stay with their base like marks."""

# Emoji that stand as such by default, with the symbols and dingbats (2600-27BF) that phones draw as emoji.
EMOJI = regex_class(
    "231A-231B 23E9-23F3 25FD-25FE 2600-2604 260E 2611-2618 261D 2620-2626 262A-2653 265F-2767 2794-27BF 2B1B-2B1C"
    " 2B50 2B55 1F004 1F0CF 1F18E 1F191-1F19A 1F201 1F21A 1F22F 1F232-1F23A 1F250-1F251 1F300-1F64F 1F680-1FAFF"
)
# Other Extended_Pictographic characters: text unless VARIATION SELECTOR-16 or a joiner follows.
EMOJI_TEXT = regex_class(
    "A9 AE 203C 2049 2122 2139 2194-21AA 2328 2388 23CF 23F8-23FA 24C2 25AA-25AB 25B6 25C0 25FB-25FC 2605-260D"
    " 260F-2610 2619-261C 261E-261F 2627-2629 2654-265E 2934-2935 2B05-2B07 3030 303D 3297 3299 1F000-1F003"
    " 1F005-1F0CE 1F0D0-1F0FF 1F10D-1F10F 1F12F 1F16C-1F171 1F17E-1F17F 1F1AD-1F1E5 1F202-1F20F 1F23C-1F23F"
    " 1F249-1F24F 1F252-1F2FF 1F650-1F67F 1FC00-1FFFD"
)
PICTOGRAPHS = EMOJI + EMOJI_TEXT

OPENING = (
    "([{\u00ab\u2039\u201c\u2018\u201e\u201a\u2e28\uff08\uff3b\u300c\u300e\u300a\u3008\u3010"
    "\u2066\u2067\u2068\u202a\u202b\u202d\u202e"
)
"""Brackets, quotes and bidi controls that go with what follows them."""

_SCRIPT_STARTS: tuple[tuple[int, str], ...] = (
    (0x0000, "und"), (0x0370, "und-Grek"), (0x0400, "und-Cyrl"), (0x0530, "und-Armn"), (0x0590, "und-Hebr"),
    (0x0600, "und"), (0x0700, "und-Syrc"), (0x0750, "und"), (0x0780, "und-Thaa"), (0x07C0, "und-Nkoo"),
    (0x0800, "und"), (0x0900, "und-Deva"), (0x0980, "und-Beng"), (0x0A00, "und-Guru"), (0x0A80, "und-Gujr"),
    (0x0B00, "und-Orya"), (0x0B80, "und-Taml"), (0x0C00, "und-Telu"), (0x0C80, "und-Knda"), (0x0D00, "und-Mlym"),
    (0x0D80, "und-Sinh"), (0x0E00, "und-Thai"), (0x0E80, "und-Laoo"), (0x0F00, "und-Tibt"), (0x1000, "und-Mymr"),
    (0x10A0, "und-Geor"), (0x1100, "und-Hang"), (0x1200, "und-Ethi"), (0x13A0, "und-Cher"), (0x1400, "und-Cans"),
    (0x1680, "und"), (0x1780, "und-Khmr"), (0x1800, "und-Mong"), (0x18B0, "und"), (0x1C80, "und-Cyrl"),
    (0x1C90, "und-Geor"), (0x1CC0, "und"), (0x1F00, "und-Grek"), (0x2000, "und"), (0x2D00, "und-Geor"),
    (0x2D30, "und-Tfng"), (0x2D80, "und-Ethi"), (0x2DE0, "und-Cyrl"), (0x2E00, "und"), (0x2E80, "und-Hani"),
    (0x3040, "und-Hira"), (0x30A0, "und-Kana"), (0x3100, "und-Bopo"), (0x3130, "und-Hang"), (0x3190, "und"),
    (0x3400, "und-Hani"), (0xA000, "und-Yiii"), (0xA4D0, "und"), (0xA640, "und-Cyrl"), (0xA6A0, "und"),
    (0xAC00, "und-Hang"), (0xD7FC, "und"), (0xF900, "und-Hani"), (0xFB00, "und"), (0xFB13, "und-Armn"),
    (0xFB1D, "und-Hebr"), (0xFB50, "und"), (0xFF66, "und-Kana"), (0xFFA0, "und-Hang"), (0xFFE0, "und"),
    (0x20000, "und-Hani"), (0x323B0, "und"),
)  # fmt: skip
"""Where a block of letters begins and the tag of its script (ISO 15924), beside Latin and Arabic."""
_STARTS = tuple(start for start, _ in _SCRIPT_STARTS)


def script_tag(letter: str) -> str:
    """The BCP 47 tag for a letter that is neither Latin nor Arabic: its language is not known, its script is.

    >>> script_tag("ж"), script_tag("漢"), script_tag("가")
    ('und-Cyrl', 'und-Hani', 'und-Hang')
    """
    return _SCRIPT_STARTS[bisect_right(_STARTS, ord(letter)) - 1][1]
