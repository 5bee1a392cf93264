"""The tables of characters agree with the Unicode Character Database that Python has."""

import re
import sys
import unicodedata

from persiantools.splitter.characters import ARABIC, LATIN, MARKS, PICTOGRAPHS, script_tag

ALL = [chr(code) for code in range(sys.maxunicode + 1)]
BASIC = ALL[:0x10000]


def test_marks_are_all_marks_of_the_basic_plane() -> None:
    mark = re.compile(f"[{MARKS}]")
    assert [c for c in BASIC if unicodedata.category(c)[0] == "M" and not mark.match(c)] == []


def test_only_letters_decide_a_script() -> None:
    letters = re.compile(f"[{ARABIC}{LATIN}]")
    assert [c for c in BASIC if letters.match(c) and not c.isalpha() and unicodedata.category(c) != "Cn"] == []
    assert not any(letters.match(c) for c in "ـ٪﷼۱١،؛؟\u064b\u200c")


def test_no_emoji_is_a_letter_or_a_digit() -> None:
    assert [c for c in ALL if re.match(f"[{PICTOGRAPHS}]", c) and (c.isdecimal() or c in "#*")] == []


def test_scripts() -> None:
    assert [script_tag(c) for c in "жαאहあアไ한漢ა"] == [
        "und-Cyrl", "und-Grek", "und-Hebr", "und-Deva", "und-Hira", "und-Kana", "und-Thai", "und-Hang", "und-Hani",
        "und-Geor",
    ]  # fmt: skip
