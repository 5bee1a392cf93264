"""What must never be changed or cut: links, handles, hashtags, emoji, numbers, code.

Each kind is one regular expression that reads its characters once, so a search takes time linear in the length of the
line: every repetition is possessive, bounded, or of a class that excludes what follows it, and every kind can begin
only where a token begins.
"""

import re
from functools import cache, lru_cache
from string import ascii_letters
from typing import NamedTuple

from persiantools.spans import Kind
from persiantools.splitter.characters import DIGITS, EMOJI, EMOJI_TEXT, JOINERS, MARKS, PICTOGRAPHS

__all__ = ["Protected", "find_protected"]


class Protected(NamedTuple):
    """A protected stretch of a line, half-open, in code points of the line."""

    start: int
    end: int
    kind: Kind


_DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|xyz|ir|af|pk|iq|tj|tr|uk|de|fr|ca|au|ru|cn|jp|eu|ch|nl|se|es|pl|br|ae|qa"
    "|sa|eg|tv|fm|io|ai|gg|ly"
)
"""Top-level domains of links that people write without a scheme."""
_WORDS = "co|me|cc|im|to|so|id|gl|in|be|it|us|app|news|site|live|link|page|store|shop|online|blog|cloud|tech|dev"
"""Top-level domains that are words or abbreviations too (``see you.so``): they make a link only with a path."""

_EXTENSIONS = (
    "js|ts|py|rs|go|rb|php|cpp|java|html?|css|json|xml|ya?ml|csv|txt|md|pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|mp[34]"
    "|zip|exe|apk|ipynb"
)
_ELEMENTS = "(?:H[eg]?|Li|B[aer]?|C[aloru]?|N[aei]?|O|F[e]?|Mg|Mn|Al|S[in]?|P[bt]?|K|Ti|Zn|A[sgu]|I|U)[0-9₀-₉]{0,3}"
_URL = r"A-Za-z0-9\-._~:/?\#\[\]@!$&'()*+,;=%|"
# A letter beyond ASCII belongs to a link only where a part of its path or query begins with it: Persian text that is
# glued to a link's end is not of the link.
_TAIL = rf"(?:[{_URL}]++|(?<=[/=_+\-%])[^\W\x00-\x7f][\w{MARKS}{JOINERS}]*+)*+"
_START = r"(?<![A-Za-z0-9_])"
_EMOJI_TAIL = rf"[{MARKS}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*+"
_EMOJI = (
    rf"(?:[\U0001f1e6-\U0001f1ff]{{1,2}}|[0-9\#*]\ufe0f?\u20e3"
    rf"|(?:[{EMOJI}]|[{EMOJI_TEXT}](?=[\ufe0f\u200d])){_EMOJI_TAIL}(?:\u200d[{PICTOGRAPHS}]{_EMOJI_TAIL})*+)"
)
_TERM = r"[A-Za-z0-9().]{1,12}(?:\^\{?[A-Za-z0-9+\-]{1,8}\}?)?"
_OPERATOR = r"\ ?[=+\-*/<>≤≥≈×÷]\ ?"
_DIGIT_GROUPS = rf"[{DIGITS}]++(?:[.,:/\-٫٬–−][{DIGITS}]++|،[{DIGITS}]{{3}}(?![{DIGITS}]))"
_UNIT = r"(?:\ ?(?:%|٪|‰|°\ ?[CF]?|℃)|(?:km|cm|mm|kg|mg|[KMGT]B|px)(?![A-Za-z]))?+"
_RELEASE = r"(?:[\-.]?(?:a|b|rc|alpha|beta|dev|post)\.?[0-9]{1,4})?"

# (kind, the characters that it begins with: families of _FAMILIES, what a line has that has one: one of these, its
# expression)
_KINDS: tuple[tuple[Kind, str, str, str], ...] = (
    ("emoji", "emoji", "", rf"{_EMOJI}++"),
    ("url", "letter", "://", rf"(?<![A-Za-z0-9])(?:https?|ftps?|tg)://(?:[^\W\x00-\x7f][\w.\-]*+)?{_TAIL}"),
    (
        "url",
        "letter",
        "10. : w. W.",
        rf"(?<![A-Za-z0-9])(?:(?i:doi:\ ?10\.[0-9]{{4,9}}/|arxiv:\ ?[0-9]|www\.[a-z0-9])){_TAIL}",
    ),
    (
        "email",
        "letter digit",
        "@",
        r"(?<![A-Za-z0-9._%+\-])(?:mailto:)?[A-Za-z0-9._%+\-]{1,64}@(?:[A-Za-z0-9\-]{1,63}\.){1,8}[A-Za-z]{2,24}"
        r"(?![\w\-])",
    ),
    (
        "url",
        "letter digit",
        ".",
        r"(?<![A-Za-z0-9_@.\-])(?:[A-Za-z0-9][A-Za-z0-9\-]{0,62}\.){1,8}"
        rf"(?:(?:{_DOMAINS})(?![A-Za-z0-9\-_@]|\.[A-Za-z0-9])|(?:{_WORDS})(?=/[A-Za-z0-9+@_]))(?:[/?\#]{_TAIL})?",
    ),
    ("mention", "@", "", r"(?<![A-Za-z0-9_@＠.])[@＠][A-Za-z0-9_]++"),
    ("hashtag", "#", "", rf"(?<![A-Za-z0-9_&\#＃])[\#＃](?![\d_]++(?![\w{JOINERS}]))\w[\w{MARKS}{JOINERS}]*+"),
    ("cashtag", "$", "", r"(?<![A-Za-z0-9$_])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![A-Za-z0-9_$])"),
    ("code", "`", "", r"`[^`\n\r]{1,400}+`"),
    ("code", "letter .", "++ # .NET", rf"{_START}(?:(?:C\+\+|[CFJ]\#)|(?:ASP|ADO|VB)?\.NET)(?!\w)"),
    (
        "code",
        "letter",
        ".",
        rf"{_START}(?<!\.)[A-Za-z][A-Za-z0-9_\-]{{0,60}}(?:\.[A-Za-z0-9_\-]{{1,60}}){{0,5}}\.(?:{_EXTENSIONS})(?!\w)",
    ),
    ("code", "letter \\", "\\", rf"{_START}(?:[A-Za-z]:\\|\\\\[A-Za-z0-9_.\-]++\\)[^\s\"<>|:*?،؛«»]*+"),
    ("code", "/ ~ .", "", r"(?<![\w/.:<])(?:~/[A-Za-z0-9_.\-]++|(?:~|\.{1,2})?/[A-Za-z0-9_.\-]+/)[A-Za-z0-9_.\-/]*+"),
    ("code", "letter", "", rf"{_START}(?=[A-Za-z]{{1,8}}[0-9₀-₉])(?:{_ELEMENTS}){{2,8}}(?!\w)"),
    (
        "code",
        "letter digit",
        "^",
        rf"{_START}[A-Za-z0-9().]{{1,12}}\^\{{?[A-Za-z0-9+\-]{{1,8}}\}}?(?:{_OPERATOR}{_TERM}){{0,20}}",
    ),
    (
        "code",
        "letter",
        "=",
        rf"{_START}[A-Za-z][A-Za-z0-9().]{{0,11}}(?:[+\-*/]{_TERM}){{0,6}}\ ?=\ ?{_TERM}"
        rf"(?:{_OPERATOR}{_TERM}){{0,12}}",
    ),
    ("number", "letter", ".", rf"{_START}(?<!\.)v[0-9]{{1,4}}(?:\.[0-9]{{1,6}})+{_RELEASE}(?![A-Za-z0-9_])"),
    ("number", "letter digit", ":", r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:){3,7}(?::?[0-9A-Fa-f]{1,4}){1,7}(?![\w:])"),
    (
        "number",
        "digit sign",
        "+ 00",
        rf"(?<![\w+])(?:\+|00)[{DIGITS}]{{1,3}}(?:[ \-]?\(?[{DIGITS}]{{1,4}}\)?){{2,6}}(?!\w)",
    ),
    ("number", "digit", "", rf"(?<![\w+])[0۰][{DIGITS}]{{2,3}}[ \-][{DIGITS}]{{3,4}}[ \-]?[{DIGITS}]{{3,4}}(?!\w)"),
    (
        "number",  # with separators; Persian letters may be glued to it (14:30الی)
        "digit sign $",
        "",
        rf"(?<![A-Za-z0-9_۰-۹٠-٩])(?<![A-Za-z]-)(?:(?<![\w\-+−])[+\-−±~])?[$€£¥]?{_DIGIT_GROUPS}++{_RELEASE}{_UNIT}"
        rf"(?![A-Za-z_{DIGITS}]|-[A-Za-z])",
    ),
    (
        "number",  # without: digits that touch a letter are of its word
        "digit sign $",
        "",
        rf"(?<!\w)(?<![A-Za-z]-)(?:(?<![\-+−])[+\-−±~])?[$€£¥]?[{DIGITS}]++{_UNIT}(?!\w|-[A-Za-z])",
    ),
)
_FAMILIES = {
    "letter": f"{ascii_letters}_",
    "digit": "0123456789\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"
    "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
    "@": "@＠",
    "#": "#＃",
    "$": "$€£¥",
    "sign": "+-−±~",
    "`": "`",
    "\\": "\\",
    "/": "/",
    "~": "~",
    ".": ".",
}
"""The characters that kinds begin with, but for `_EMOJI_FAMILY`: all others of `_TOKEN`."""
_EMOJI_FAMILY = f"*{EMOJI}{EMOJI_TEXT}\U0001f1e6-\U0001f1ff"

_HINT = re.compile(rf"[@＠\#＃$`\\^=./:+{DIGITS}{EMOJI}\ufe0f\U0001f1e6-\U0001f1ff]")
"""What begins any match of `_TRIGGER`: one class, which is searched for ten times faster."""
_TRIGGER = re.compile(rf"[@＠\#＃$`\\^={DIGITS}{EMOJI}\ufe0f\U0001f1e6-\U0001f1ff]|[./][A-Za-z]|:/|\+\+")
_TOKEN = re.compile(
    rf"[A-Za-z0-9_]++|[{DIGITS}]++|["
    + re.escape("".join(characters for name, characters in _FAMILIES.items() if name not in ("letter", "digit")))
    + f"{_EMOJI_FAMILY}]"
)
_TELLING = tuple(sorted({sign for _, _, signs, _ in _KINDS for sign in signs.split()}))
"""What a line must have to have some of the kinds."""


@lru_cache(maxsize=1024)
def _kinds_at(character: str, telling: tuple[str, ...]) -> list[tuple[Kind, re.Pattern[str]]]:
    """What can begin with ``character`` on a line that has these of `_TELLING`: expressions, to be tried in order.
    Most lines need few, and to compile all takes as long as to read hundreds of lines.
    """
    families = {name for name, characters in _FAMILIES.items() if character in characters} or {"emoji"}
    return [
        (kind, _compiled(pattern))
        for kind, starts, signs, pattern in _KINDS
        if families & set(starts.split()) and (not signs or set(telling) & set(signs.split()))
    ]


_compiled = cache(re.compile)


def find_protected(line: str) -> list[Protected]:
    """The protected stretches of ``line``, from left to right, none overlapping.

    Only the chunks between spaces that hold a telling character (a digit, ``@``, ``#``, an emoji, a dot before a
    letter …) are looked at, and each once.

    >>> line = "دیدید؟https://t.co/Zz9 (@ali)"
    >>> [(line[start:end], kind) for start, end, kind in find_protected(line)]
    [('https://t.co/Zz9', 'url'), ('@ali', 'mention')]
    """
    found: list[Protected] = []
    at = 0
    trigger = _next_trigger(line, 0)
    telling = tuple([sign for sign in _TELLING if sign in line]) if trigger else ()
    while trigger:
        chunk_end = line.find(" ", trigger.end())
        chunk_end = len(line) if chunk_end < 0 else chunk_end
        for token in _TOKEN.finditer(line, max(at, line.rfind(" ", at, trigger.start()) + 1), chunk_end):
            if token.start() >= at and (stretch := _match(line, token.start(), telling)):
                found.append(stretch)
                at = stretch.end
        at = max(at, chunk_end)
        trigger = _next_trigger(line, at)
    return found


def _next_trigger(line: str, at: int) -> re.Match[str] | None:
    hint = _HINT.search(line, at)
    return _TRIGGER.search(line, hint.start()) if hint else None


def _match(line: str, start: int, telling: tuple[str, ...]) -> Protected | None:
    """The protected stretch that begins at ``start``, if one does, on a line that has these of `_TELLING`."""
    for kind, expression in _kinds_at("*" if _is_keycap(line, start) else line[start], telling):
        if match := expression.match(line, start):
            end = _end_of_link(line, start, match.end()) if kind == "url" else match.end()
            return Protected(start, end, kind) if end > start else None
    return None


_KEYCAP = "\u20e3"  # COMBINING ENCLOSING KEYCAP, on a digit or #


def _is_keycap(line: str, start: int) -> bool:
    """Whether the digit or # at ``start`` is an emoji, as * with a keycap is."""
    return _KEYCAP in line[start + 1 : start + 3] and line[start] in "0123456789#"


_TRAILING = frozenset(".,:;!?'\"*_~|&-")


def _end_of_link(line: str, start: int, end: int) -> int:
    """Where a link ends that a search found at ``start``…``end``: before the sentence's own punctuation and before a
    closing bracket that no bracket in the link opened.
    """
    excess = {")": line.count(")", start, end) - line.count("(", start, end)}
    excess["]"] = line.count("]", start, end) - line.count("[", start, end)
    while end > start:
        last = line[end - 1]
        if last not in _TRAILING and excess.get(last, 0) <= 0:
            break
        if last in excess:
            excess[last] -= 1
        end -= 1
    return end
