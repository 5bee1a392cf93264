"""Whether the space between two words stands for a ZWNJ: which pairs make a case, and what holds of them.

Only some neighbours make a case: a part that many words take (ها، تر، گذاری), one that begins many (می، بی، پیش), or
a pair that is known. A logistic model weighs what the lexicon says of the two and of the words around them. It sees
parts (the pieces between spaces and ZWNJ), never decisions, so that a second pass finds what the first one found.

The features are grouped by what they look at, so that `PairScorer` can keep the sum of a group.
"""

from persiantools.normalizer.zwnj.kinds import COMPARATIVES, PLURALS
from persiantools.normalizer.zwnj.lexicon import (
    CONTEXT,
    FIRST,
    HAZM,
    LAST,
    LEFT_ANY,
    LEFT_NAMED,
    PLAIN,
    RIGHT_ANY,
    RIGHT_NAMED,
    SEEN,
    Lexicon,
    may_be_verb,
)

__all__ = ["NO_WORD", "PREFIXES", "context", "context_features", "is_case", "pair_features"]

NO_WORD = "#"
"""Stands for the neighbour that is not there: the edge of a line or a span, or punctuation."""


PREFIXES = frozenset(("می", "نمی"))
"""What stands before a verb and before nothing else (می is a word too: wine, and the month of May)."""


def is_case(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a ZWNJ between ``left`` and ``right`` is worth weighing."""
    if f"{left} {right}" in lexicon.pairs:
        return True
    if left in PREFIXES:
        return lexicon.is_verb_tail(right) > 0 or may_be_verb(right, lexicon)
    if right in COMPARATIVES or right in PLURALS or lexicon.words.get(left, 0) & LEFT_ANY:
        return True
    return lexicon.roles(right) & RIGHT_ANY > 0


def pair_features(left: str, right: str, lexicon: Lexicon) -> list[str]:
    """What holds of the two parts, whatever stands around them."""
    left_code, right_code = lexicon.words.get(left, 0), lexicon.words.get(right, 0)
    right_name, left_name = named(left, left_code, right, right_code)
    known = lexicon.pairs.get(f"{left} {right}", 0)
    plain = lexicon.words.get(left + right, 0) >> PLAIN & 7
    return [
        *class_names(left_code, right_code, len(left), len(right)),
        *known_names(known, plain),
        *right_names(right_name, left[-2:], left_code),
        *left_names(left_name, right[0], right_code),
        "B" + lexicon.base(right) if right_name == "*" else "B",
        f"V{left_name}{lexicon.is_verb_tail(right)}" if left_name != "*" else "V",
    ]


def named(left: str, left_code: int, right: str, right_code: int) -> tuple[str, str]:
    """The right and the left part where they are frequent enough to speak for themselves, else ``*``."""
    return right if right_code & RIGHT_NAMED else "*", left if left_code & LEFT_NAMED else "*"


def class_names(left_code: int, right_code: int, before: int, after: int) -> list[str]:
    """What the counts of the two parts say, and their lengths."""
    last, first = right_code >> LAST & 7, left_code >> FIRST & 7
    left_seen, right_seen = left_code >> SEEN & 7, right_code >> SEEN & 7
    return [
        "*",
        f"lf{last}{left_seen}",
        f"ff{first}{right_seen}",
        f"fl{first}{last}",
        f"lr{last}{right_seen}",
        f"hh{left_code >> HAZM & 7}{right_code >> HAZM & 7}",
        f"N{min(before, 4)}{min(after, 4)}",
    ]


def known_names(known: int, plain: int) -> list[str]:
    """What is known of the pair, and of the two written as one word."""
    tied, parted, listed = known & 7, known >> 3 & 7, known >> 6
    return [f"Z{tied}{parted}", f"ZJ{min(tied, 3)}{min(plain, 3)}", f"H{listed}{min(tied, 2)}", f"ZS{tied - parted}"]


def right_names(name: str, letters: str, left_code: int) -> list[str]:
    """What the right part says, by its name where it has one, after these last ``letters`` of the left one."""
    return [
        "R" + name,
        "Rl" + name + letters[-1],
        "Rm" + name + letters,
        f"Rf{name}{min(left_code >> SEEN & 7, 3)}{left_code >> HAZM & 7 > 0:d}",
    ]


def left_names(name: str, letter: str, right_code: int) -> list[str]:
    """What the left part says, by its name where it has one, before this first ``letter`` of the right one."""
    return [
        "L" + name,
        f"Lf{name}{min(right_code >> SEEN & 7, 3)}{right_code >> HAZM & 7 > 0:d}",
        "Ll" + name + letter,
    ]


def context_features(before: str, left: str, right: str, after: str, lexicon: Lexicon) -> list[str]:
    """What holds of the words around the two."""
    right_name, left_name = named(left, lexicon.words.get(left, 0), right, lexicon.words.get(right, 0))
    known, ahead, behind = (
        lexicon.pairs.get(f"{first} {second}", 0) for first, second in ((left, right), (right, after), (before, left))
    )
    return [
        *after_names(right_name, left_name, context(after, lexicon), min(known & 7, 2)),
        *before_names(right_name, left_name, context(before, lexicon)),
        *beside_names(ahead, behind),
    ]


def after_names(right_name: str, left_name: str, follows: str, tied: int) -> list[str]:
    """What the word after a pair says."""
    return [f"RR{right_name}|{follows}", f"LR{left_name}|{follows}", "c" + follows, f"Zc{tied}{follows}"]


def before_names(right_name: str, left_name: str, precedes: str) -> list[str]:
    """What the word before a pair says."""
    return [f"LL{left_name}|{precedes}", f"RL{right_name}|{precedes}", "d" + precedes]


def beside_names(ahead: int, behind: int) -> list[str]:
    """Whether either part makes a known pair with its other neighbour."""
    return [
        f"{side}{min(known & 7, 2)}{min(known >> 3 & 7, 2)}{known >> 6}"
        for side, known in (("n", ahead), ("p", behind))
    ]


def context(word: str, lexicon: Lexicon) -> str:
    """A neighbour as a feature: itself when frequent, else whether it can be a verb after می."""
    if word == NO_WORD or lexicon.words.get(word, 0) & CONTEXT:
        return word
    return "V" if lexicon.is_verb_tail(word) else "*"
