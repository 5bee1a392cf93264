"""How a word is parted, decided for the whole word at once.

Every way to part the word at its likely gaps is a candidate; a log-linear model over what the lexicon says of the
parts picks one. Independent gaps would give نام‌ه‌ای; here نام‌های, نامه‌ای and نامهای stand against each other.
"""

from collections.abc import Mapping, Sequence
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

LIKELY = -4.5
MOST_GAPS = 5
MOST_CUTS = 4

_INFLECTIONS = ("هایی", "های", "ها", "شان", "مان", "تان", "ان", "یم", "ید", "ند", "ی", "م", "ت", "ش")


def candidates(scores: Mapping[int, float], kept: Cuts = ()) -> list[Cuts]:
    """The ways to part a word: every choice of at most four among its five likeliest gaps and those in ``kept``.

    >>> candidates({1: -9.0, 4: 2.0})
    [(), (4,)]
    """
    likely = sorted((at for at in scores if scores[at] > LIKELY), key=lambda at: (-scores[at], at))[:MOST_GAPS]
    gaps = sorted({*likely, *kept})
    most = max(MOST_CUTS, len(kept))
    return [cuts for size in range(min(len(gaps), most) + 1) for cuts in combinations(gaps, size)]


def segmentation_features(
    word: str, cuts: Cuts, scores: Mapping[int, float], lexicon: Lexicon
) -> tuple[float, float, list[str]]:
    """The features of one candidate: the summed scores of its gaps, those of the gaps it leaves, and what holds."""
    inside = sum([scores.get(at, 0.0) for at in cuts])
    outside = sum(scores.values()) - inside
    code = lexicon.words.get(word, 0)
    plain, hazm, joined = code >> PLAIN & 7, code >> HAZM & 7, code >> JOINED & 7
    stem = _known_stem(word, lexicon)
    if not cuts:
        tweeted = code >> TWEETED & 7
        return inside, outside, [
            f"P{plain}", f"PH{plain > 0:d}{hazm}", f"PA{plain}{joined}", f"PS{min(plain, 2)}{tweeted}",
            f"PI{stem}{hazm > 0:d}{plain > 0:d}",
        ]  # fmt: skip
    parts = [word[a:b] for a, b in zip((0, *cuts), (*cuts, len(word)), strict=True)]
    features = _whole_features(parts, plain, hazm, joined, stem, lexicon)
    at = 0
    for left, right in pairwise(parts):
        features += _joint_features(word[:at], left, right, word[at:], lexicon)
        at += len(left)
    return inside, outside, features


def _whole_features(
    parts: Sequence[str], plain: int, hazm: int, joined: int, stem: int, lexicon: Lexicon
) -> list[str]:
    """What is known of the parted word as a whole and of the joined one that it competes with."""
    form = ZWNJ.join(parts)
    known = lexicon.forms.get(form)
    here, others, listed = (0, joined, 0) if known is None else (known & 7, known >> 3 & 7, known >> 6)
    base = _known_base(form, lexicon) if not here and not listed else 3
    head = lexicon.forms.get(ZWNJ.join(parts[:-1]), 0) if len(parts) > 2 else 0
    return [
        f"k{len(parts)}",
        f"Z{here}{others}",
        f"ZP{min(here, 3)}{plain}",
        f"ZH{listed}{min(plain, 2)}{hazm > 0:d}",
        f"Q{plain}{hazm}",
        f"B{base}{stem}",
        f"D{len(parts) > 2:d}{head & 7 > 0:d}{head >> 6 & 1}",
    ]


def _joint_features(before: str, left: str, right: str, rest: str, lexicon: Lexicon) -> list[str]:
    """What the lexicon says of the parts on either side of one cut."""
    words = lexicon.words
    left_code, right_code, stem_code = words.get(left, 0), words.get(right, 0), words.get(before + left, 0)
    last, first = right_code >> LAST & 7, left_code >> FIRST & 7
    stem_seen, right_seen = stem_code >> SEEN & 7, right_code >> SEEN & 7
    stem_hazm, right_hazm = stem_code >> HAZM & 7, right_code >> HAZM & 7
    right_name = right if right_code & RIGHT_NAMED else "*"
    left_name = left if left_code & LEFT_NAMED else "*"
    features = [
        "R" + right_name,
        "L" + left_name,
        "Rl" + right_name + left[-1],
        f"Rf{right_name}{min(stem_seen, 3)}{stem_hazm > 0:d}",
        f"Lf{left_name}{min(right_seen, 3)}{right_hazm > 0:d}",
        f"lf{last}{stem_seen}",
        f"ff{first}{right_seen}",
        f"fl{first}{last}",
        f"hh{stem_hazm}{right_hazm}",
        f"N{min(len(left), 4)}{min(len(right), 4)}",
    ]
    if right_name == "*":
        features.append("E" + lexicon.base(right))
    if left.endswith("می"):
        features.append(f"V{lexicon.is_verb_tail(right) or may_be_verb(right, lexicon) * 3}{len(left) > 3:d}")
    return features


def _known_stem(word: str, lexicon: Lexicon) -> int:
    """Whether ``word`` without an inflection is a plain word of edited text (2), or known from elsewhere (1)."""
    best = 0
    for ending in _INFLECTIONS:
        if word.endswith(ending):
            code = lexicon.words.get(word[: -len(ending)], 0)
            best = max(best, 2 if code >> PLAIN & 7 else 1 if code >> HAZM & 7 or code >> TWEETED & 7 else 0)
    return best


def _known_base(form: str, lexicon: Lexicon) -> int:
    """Whether the ZWNJ word ``form`` without an inflection is one of edited text (2) or of hazm's lexicon (1)."""
    best = 0
    for ending in _INFLECTIONS:
        if form.endswith(ending):
            known = lexicon.forms.get(form[: -len(ending)], 0)
            best = max(best, 2 if known & 7 else 1 if known >> 6 else 0)
    return best
