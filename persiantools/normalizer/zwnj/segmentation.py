"""How a word is parted, decided for the whole word at once: the candidates and what holds of them.

Every way to part the word at its likely gaps is a candidate; a log-linear model over what the lexicon says of the
parts picks one. Independent gaps would give نام‌ه‌ای; here نام‌های, نامه‌ای and نامهای stand against each other.

The features are grouped by what they look at, so that `WordScorer` can keep the sum of a group.
"""

from collections.abc import Mapping
from itertools import combinations, pairwise

from persiantools.chars import ZWNJ
from persiantools.normalizer.zwnj.lexicon import (
    FIRST,
    HAZM,
    JOINED,
    LAST,
    LEFT_NAMED,
    PLAIN,
    RIGHT_NAMED,
    SEEN,
    TWEETED,
    Lexicon,
    may_be_verb,
)

__all__ = ["Cuts", "candidates", "segmentation_features"]

Cuts = tuple[int, ...]
"""Offsets in a word where a ZWNJ stands, rising."""

LIKELY = -3.0
MOST_GAPS = 5
MOST_CUTS = 4

_INFLECTIONS = frozenset(("هایی", "های", "ها", "شان", "مان", "تان", "ان", "یم", "ید", "ند", "ی", "م", "ت", "ش"))


def candidates(scores: Mapping[int, float], kept: Cuts = ()) -> list[Cuts]:
    """The ways to part a word: every choice of at most four among its five likeliest gaps and those in ``kept``.

    >>> candidates({1: -9.0, 4: 2.0})
    [(), (4,)]
    """
    likely = [at for at, score in scores.items() if score > LIKELY]
    if len(likely) > MOST_GAPS:
        likely = sorted(likely, key=lambda at: (-scores[at], at))[:MOST_GAPS]
    if not kept and len(likely) < 2:
        return [(), (likely[0],)] if likely else [()]
    gaps = sorted({*likely, *kept})
    most = max(MOST_CUTS, len(kept))
    return [cuts for size in range(min(len(gaps), most) + 1) for cuts in combinations(gaps, size)]


def segmentation_features(
    word: str, cuts: Cuts, scores: Mapping[int, float], lexicon: Lexicon
) -> tuple[float, float, list[str]]:
    """The features of one candidate: the summed scores of its gaps, those of the gaps it leaves, and what holds."""
    inside = sum([scores.get(at, 0.0) for at in cuts])
    outside = sum(scores.values()) - inside
    code, stem = lexicon.words.get(word, 0), known_stem(word, lexicon)
    if not cuts:
        return inside, outside, uncut_names(code & UNCUT, stem)
    parts = [word[a:b] for a, b in zip((0, *cuts), (*cuts, len(word)), strict=True)]
    names = whole_names(*whole_key(parts, code, stem, lexicon))
    at = 0
    for left, right in pairwise(parts):
        at += len(left)
        names += joint_names(left, right, word[:at], lexicon)
    return inside, outside, names


UNCUT = 7 << PLAIN | 7 << HAZM | 7 << JOINED | 7 << TWEETED
"""The fields of the lexicon's code that say something of a word that is not parted."""


def uncut_names(code: int, stem: int) -> list[str]:
    """What is known of the word as it stands; ``stem`` is its `known_stem`."""
    plain, hazm, joined, tweeted = code >> PLAIN & 7, code >> HAZM & 7, code >> JOINED & 7, code >> TWEETED & 7
    return [
        f"P{plain}",
        f"PH{plain > 0:d}{hazm}",
        f"PA{plain}{joined}",
        f"PS{min(plain, 2)}{tweeted}",
        f"PI{stem}{hazm > 0:d}{plain > 0:d}",
    ]


def whole_key(parts: list[str], code: int, stem: int, lexicon: Lexicon) -> tuple[int, int, int, int, int, int]:
    """What `whole_names` looks at: the number of parts, the joined word's code and `known_stem`, the form's entry or
    -1, its `known_base` where it has no entry, and the entry of the form without its last part.
    """
    form = ZWNJ.join(parts)
    known = lexicon.forms.get(form, -1)
    listed = known > 0 and known & ~(7 << 3) > 0
    return (
        len(parts),
        code & UNCUT,
        stem,
        known,
        3 if listed else known_base(form, lexicon),
        lexicon.forms.get(ZWNJ.join(parts[:-1]), 0) if len(parts) > 2 else 0,
    )


def whole_names(size: int, code: int, stem: int, known: int, base: int, head: int) -> list[str]:
    """What is known of the parted word as a whole and of the joined one that it competes with."""
    plain, hazm, joined = code >> PLAIN & 7, code >> HAZM & 7, code >> JOINED & 7
    here, others, listed = (0, joined, 0) if known < 0 else (known & 7, known >> 3 & 7, known >> 6)
    return [
        f"k{size}",
        f"Z{here}{others}",
        f"ZP{min(here, 3)}{plain}",
        f"ZH{listed}{min(plain, 2)}{hazm > 0:d}",
        f"Q{plain}{hazm}",
        f"B{base}{stem}",
        f"D{size > 2:d}{head & 7 > 0:d}{head >> 6 & 1}",
    ]


def joint_names(left: str, right: str, stem: str, lexicon: Lexicon) -> list[str]:
    """What the lexicon says of the parts on either side of one cut; ``stem`` is all that stands before it."""
    left_code, right_code, stem_code = (lexicon.words.get(word, 0) for word in (left, right, stem))
    right_name = right if right_code & RIGHT_NAMED else "*"
    left_name = left if left_code & LEFT_NAMED else "*"
    names = [
        *class_names(left_code, right_code, stem_code, len(left), len(right)),
        *right_names(right_name, left[-1], stem_code),
        *left_names(left_name, right_code),
    ]
    if right_name == "*":
        names.append("E" + lexicon.base(right))
    if left.endswith("می"):
        names.append(verb_name(left, right, lexicon))
    return names


def class_names(left_code: int, right_code: int, stem_code: int, before: int, after: int) -> list[str]:
    """What the counts of the parts and of the stem say, and the lengths of the parts."""
    last, first = right_code >> LAST & 7, left_code >> FIRST & 7
    stem_seen, right_seen = stem_code >> SEEN & 7, right_code >> SEEN & 7
    return [
        f"lf{last}{stem_seen}",
        f"ff{first}{right_seen}",
        f"fl{first}{last}",
        f"hh{stem_code >> HAZM & 7}{right_code >> HAZM & 7}",
        f"N{min(before, 4)}{min(after, 4)}",
    ]


def right_names(name: str, letter: str, stem_code: int) -> list[str]:
    """What a last part says, by its name where it has one, beside the ``letter`` and the stem before it."""
    return [
        "R" + name,
        "Rl" + name + letter,
        f"Rf{name}{min(stem_code >> SEEN & 7, 3)}{stem_code >> HAZM & 7 > 0:d}",
    ]


def left_names(name: str, right_code: int) -> list[str]:
    """What a first part says, by its name where it has one, beside the part after it."""
    return ["L" + name, f"Lf{name}{min(right_code >> SEEN & 7, 3)}{right_code >> HAZM & 7 > 0:d}"]


def verb_name(left: str, right: str, lexicon: Lexicon) -> str:
    """Whether what stands after می can be a verb."""
    return f"V{lexicon.is_verb_tail(right) or may_be_verb(right, lexicon) * 3}{len(left) > 3:d}"


def known_stem(word: str, lexicon: Lexicon) -> int:
    """Whether ``word`` without an inflection is a plain word of edited text (2), or known from elsewhere (1)."""
    best = 0
    for size in _SIZES:
        if word[-size:] in _INFLECTIONS:
            code = lexicon.words.get(word[:-size], 0)
            best = max(best, 2 if code >> PLAIN & 7 else 1 if code >> HAZM & 7 or code >> TWEETED & 7 else 0)
    return best


def known_base(form: str, lexicon: Lexicon) -> int:
    """Whether the ZWNJ word ``form`` without an inflection is one of edited text (2) or of hazm's lexicon (1)."""
    best = 0
    for size in _SIZES:
        if form[-size:] in _INFLECTIONS:
            known = lexicon.forms.get(form[:-size], 0)
            best = max(best, 2 if known & 7 else 1 if known >> 6 else 0)
    return best


_SIZES = (1, 2, 3, 4)
