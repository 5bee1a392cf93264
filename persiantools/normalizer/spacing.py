"""What stands between two words: spaces, punctuation, ZWNJ at the edge of a word.

Left alone: tabs, the indentation and the end of a line, dots in a row, emoticons, everything beside digits and Latin
letters, and brackets that do not pair up.
"""

import re
from typing import NamedTuple

from persiantools.chars import ZWNJ
from persiantools.normalizer.options import NormalizeOptions

__all__ = ["Gap", "Side", "normalize_gap"]

Side = str
"""What is beside a gap: ``w`` a word, ``s`` a single letter, ``x`` an ending such as ها, ``a`` another letter or
digit, ``e`` the edge of the span, ``n`` the edge of the line.
"""


class Gap(NamedTuple):
    """A gap after the rules: its new text, the names of the rules, and the reasons."""

    new: str
    rules: str
    reasons: str


ROUNDS = 3
"""Marks that one rule has moved may concern another."""

LONGEST = 64
"""Longer gaps (lines of dots and dashes) only lose doubled spaces and ZWNJ."""

_EMOTICON = re.compile(r"[:;؛=8xX][-'^]?[)(\]\[DPpOo3|/\\*]|[)(][-'^]?[:;=]|[)(]{2,}|\^|[<>]3?|_")
_WORDLIKE = re.compile(r"[^\W_]")
_SPACE_RUN = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BEFORE_CLOSING = re.compile(r" +(?=[،؛؟!»]|\.(?!\.)|:(?!\S))")
_BEFORE_BRACKET = re.compile(r" +(?=[)\]])")
_AFTER_OPENING = re.compile(r"(?<=«) +")
_AFTER_BRACKET = re.compile(r"(?<=[(\[]) +")
_LATIN = {",": "،", ";": "؛", "?": "؟"}
_LATIN_MARK = re.compile(r"[,;?]+")


def normalize_gap(gap: str, left: Side, right: Side, brackets: bool, options: NormalizeOptions) -> Gap | None:
    """The gap after all rules for it, or None when nothing changes. ``brackets`` says that those of the line pair up.

    >>> from persiantools.normalizer.options import DEFAULT
    >>> normalize_gap(" ،", "w", "w", True, DEFAULT).new
    '، '
    >>> normalize_gap(" :) ", "w", "w", False, DEFAULT) is None
    True
    """
    new, rules, reasons = gap, [], []
    for name, reason, step in (_STEPS if len(gap) <= LONGEST else _STEPS[:2]) * ROUNDS:
        if not getattr(options, name):
            continue
        changed = step(new, left, right, brackets)
        if changed != new:
            new = changed
            rules.append(name)
            reasons.append(reason)
    return Gap(new, "+".join(sorted(set(rules))), "; ".join(sorted(set(reasons)))) if new != gap else None


def _edge_zwnj(gap: str, left: Side, right: Side, brackets: bool) -> str:
    """Keep one ZWNJ where letters or digits touch it on both sides, and no other."""
    if ZWNJ not in gap:
        return gap
    kept = []
    for at, char in enumerate(gap):
        if char == ZWNJ:
            before = at > 0 and (_WORDLIKE.match(gap[at - 1]) is not None)
            before = before or (at == 0 and left in "wsxa")
            rest = gap[at + 1 : at + 2]
            after = _WORDLIKE.match(rest) is not None if rest else right in "wsxa"
            if not (before and after):
                continue
        kept.append(char)
    return "".join(kept)


def _spaces(gap: str, left: Side, right: Side, brackets: bool) -> str:
    def one(match: re.Match[str]) -> str:
        at_edge = (match.start() == 0 and left in "en") or (match.end() == len(gap) and right in "en")
        return match.group() if at_edge else " "

    return _SPACE_RUN.sub(one, gap)


def _latin_marks(gap: str, left: Side, right: Side, brackets: bool) -> str:
    """Latin , ; ? after a Persian word or a closing mark, where no digit, Latin letter or emoticon is near."""
    if _WORDLIKE.search(gap) or _EMOTICON.search(gap) or right == "a" or left not in "wsx":
        return gap

    def persian(match: re.Match[str]) -> str:
        before = gap[: match.start()].rstrip(" ")
        return "".join(_LATIN[c] for c in match.group()) if not before or before[-1] in "»)]\"'!؟?" else match.group()

    return _LATIN_MARK.sub(persian, gap)


def _none_before(gap: str, left: Side, right: Side, brackets: bool) -> str:
    """No space before a closing mark, none after an opening one."""
    if _EMOTICON.search(gap) or (right in "ae" and gap[-1:] not in ("", " ")):
        return gap
    if left in "wsx":
        gap = _BEFORE_CLOSING.sub(lambda m: "" if _touches(gap, m.start(), left) else m.group(), gap)
    if right in "wsx":
        gap = _AFTER_OPENING.sub("", gap)
        if brackets:
            gap = _AFTER_BRACKET.sub("", gap)
    return (
        _BEFORE_BRACKET.sub(lambda m: "" if _touches(gap, m.start(), left) else m.group(), gap) if brackets else gap
    )


def _touches(gap: str, at: int, left: Side) -> bool:
    """Whether a word or a closing mark ends at offset ``at`` of the gap."""
    return left in "wsx" if at == 0 else gap[at - 1] in '»)]"،؛؟!.'


def _one_after(gap: str, left: Side, right: Side, brackets: bool) -> str:
    """One space after a mark and before «, where Persian words touch them.

    A bracket that touches the word before it stays there: it may hold an optional ending, as in دانشجو(یان).
    """
    if _WORDLIKE.search(gap) or _EMOTICON.search(gap):
        return gap
    if left in "wsx":
        gap = re.sub(r"^«", " «", gap)
        gap = re.sub(r"(?<=[،؛؟!:])«", " «", gap)
    if right in "ws":
        gap = re.sub(r"(?<=[،؛؟!»])$", " ", gap)
        if left in "wx" and gap in (":", ")", ").", "»:") and (brackets or gap == ":"):
            gap += " "
    return gap + " " if gap == "." and left in "wx" and right == "w" else gap


_STEPS = (
    ("stray_zwnj", "ZWNJ at the edge of a word", _edge_zwnj),
    ("spaces", "one space between words", _spaces),
    ("punctuation", "Persian mark between Persian words", _latin_marks),
    ("punctuation", "no space before a closing or after an opening mark", _none_before),
    ("punctuation", "a space after the mark", _one_after),
)
