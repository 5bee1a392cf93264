"""What a ZWNJ parts: the kinds by which figures are kept and reasons are told to people."""

from typing import Literal

from persiantools.normalizer.zwnj.lexicon import Lexicon

__all__ = ["COMPARATIVES", "COMPOUND_REASON", "PLURALS", "ZwnjKind", "zwnj_kind", "zwnj_reason"]

ZwnjKind = Literal["mi", "plural", "comparative", "clitic", "compound"]

_OWNERS = ("", "یم", "یت", "یش", "یمان", "یتان", "یشان", "م", "ت", "ش", "مون", "تون", "شون", "مان", "تان", "شان")

PLURALS = frozenset(
    {"های", "هایی", "هایند", "هاست", "هایست", "هایمون", "هایتون", "هایشون"} | {"ها" + o for o in _OWNERS}
)
"""ها with ezafe, indefinite ی and possessive endings, written and spoken."""

COMPARATIVES = frozenset(
    {
        "تر",
        "تری",
        "ترین",
        "ترینی",
        "ترها",
        "ترهای",
        "ترند",
        "ترم",
        "ترش",
        "ترشان",
        "ترینها",
        "ترینش",
        "ترینشان",
        "تره",
        "ترن",
    }
)
"""تر and ترین with their endings."""

_CLITICS = frozenset(
    [
        "ام",
        "ات",
        "اش",
        "ایم",
        "اید",
        "اند",
        "ای",
        "م",
        "ت",
        "ش",
        "مان",
        "تان",
        "شان",
        "مون",
        "تون",
        "شون",
        "است",
        "ست",
        "یی",
        "ی",
        "ایی",
        "یم",
        "ید",
        "ند",
        "امان",
        "اتان",
        "اشان",
    ]
)


def zwnj_kind(left: str, right: str, lexicon: Lexicon) -> ZwnjKind:
    """The kind of the ZWNJ between two parts of a word."""
    if left.endswith("می") and lexicon.is_verb_tail(right):
        return "mi"
    if right in PLURALS:
        return "plural"
    if right in COMPARATIVES:
        return "comparative"
    return "clitic" if right in _CLITICS else "compound"


COMPOUND_REASON = "compound of"
"""How the reason of a ZWNJ inside a compound begins."""

_REASONS: dict[ZwnjKind, str] = {
    "mi": "verb prefix {left} before {right}",
    "plural": "plural {right} after {left}",
    "comparative": "comparative {right} after {left}",
    "clitic": "ending {right} after {left}",
    "compound": COMPOUND_REASON + " {left} and {right}",
}


def zwnj_reason(left: str, right: str, lexicon: Lexicon) -> str:
    """Why a ZWNJ stands between two parts, for people."""
    return _REASONS[zwnj_kind(left, right, lexicon)].format(left=left, right=right)
