"""Digits and the marks inside numbers; both stay as they are unless asked for.

Left alone: everything that is more than a plain number, a date, a time or a phone number (versions, addresses, units
glued to Latin letters), and a dot or comma whose meaning is not certain (58.750 is either 58 or 58 thousand).
"""

import re

from persiantools.normalizer.changes import Change
from persiantools.normalizer.options import NormalizeOptions

__all__ = ["digit_changes", "number_changes"]

_LATIN, _ARABIC, _PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
_TABLES = {
    "fa": {old: _PERSIAN[at % 10] for at, old in enumerate(_LATIN + _ARABIC)},
    "latin": {old: _LATIN[at % 10] for at, old in enumerate(_ARABIC + _PERSIAN)},
}
# Compiled where they are first used, for most texts keep their digits.
_DIGIT = f"[{_LATIN}{_ARABIC}{_PERSIAN}]"
_PLAIN = f"[+\\-−]?{_DIGIT}+(?:[.,:/٫٬،\\- ]{_DIGIT}+)*\\s?[%٪°]?C?"
_MANY_DOTS = f"{_DIGIT}+\\.{_DIGIT}+\\.{_DIGIT}+"
_DATE = f"{_DIGIT}{{1,4}}\\.{_DIGIT}{{1,2}}\\.{_DIGIT}{{2,4}}"
_GROUPED = f"[+\\-−]?{_DIGIT}{{1,3}}(?P<group>[,٬])(?:{_DIGIT}{{3}}(?P=group))*{_DIGIT}{{3}}(?:[.٫]{_DIGIT}+)?[%٪]?"
_DECIMAL = f"[+\\-−]?{_DIGIT}+٫{_DIGIT}+[%٪]?|[+\\-−]?{_DIGIT}+\\.{_DIGIT}{{1,2}}[%٪]|[+\\-−]?0\\.{_DIGIT}+"
_MARKS = {"fa": {",": "٬", ".": "٫"}, "latin": {"٬": ",", "٫": "."}}


def digit_changes(line: str, options: NormalizeOptions) -> list[Change]:
    """The digits of a stretch of Persian text, one change each.

    >>> from persiantools.normalizer.options import NormalizeOptions
    >>> [change[:3] for change in digit_changes("کلاس 5", NormalizeOptions(digits="fa"))]
    [(5, 6, '۵')]
    """
    if options.digits == "keep":
        return []
    table = _TABLES[options.digits]
    return [
        (m.start(), m.end(), table[m.group()], "digits", f"{options.digits} digits were asked for")
        for m in re.finditer(_DIGIT, line)
        if m.group() in table
    ]


def number_changes(number: str, options: NormalizeOptions) -> list[Change]:
    """The digits and marks of a number that stands by itself.

    >>> from persiantools.normalizer.options import NormalizeOptions
    >>> options = NormalizeOptions(digits="fa", number_marks="fa")
    >>> from persiantools.normalizer.changes import apply_changes
    >>> [apply_changes(n, number_changes(n, options)) for n in ("1,234.5", "58.750", "3.12.1", "14:30")]
    ['۱٬۲۳۴٫۵', '۵۸.۷۵۰', '3.12.1', '۱۴:۳۰']
    """
    if not re.fullmatch(_PLAIN, number) or (re.match(_MANY_DOTS, number) and not re.fullmatch(_DATE, number)):
        return []
    changes = digit_changes(number, options)
    if options.number_marks != "keep" and (re.fullmatch(_GROUPED, number) or re.fullmatch(_DECIMAL, number)):
        table = _MARKS[options.number_marks]
        reason = f"{options.number_marks} number marks were asked for"
        changes += [(at, at + 1, table[c], "number_marks", reason) for at, c in enumerate(number) if c in table]
    return sorted(changes)
