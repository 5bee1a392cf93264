"""Whether the space between two words stands for a ZWNJ.

Only some neighbours make a case: a part that many words take (ها، تر، گذاری), one that begins many (می، بی، پیش), or a
pair that is known. A logistic model weighs what the lexicon says of the two and of the words around them. It sees
parts (the pieces between spaces and ZWNJ), never decisions, so that a second pass finds what the first one found.
"""

from persiantools.normalizer.zwnj.kinds import COMPARATIVES, PLURALS
from persiantools.normalizer.zwnj.lexicon import (
    CONTEXT,
    FIRST,
    HAZM,
    LAST,
    LEFT_ANY,
    LEFT_NAMED,
    NON_JOINING,
    PLAIN,
    RIGHT_ANY,
    RIGHT_NAMED,
    SEEN,
    Lexicon,
)

__all__ = ["NO_WORD", "context_features", "is_case", "pair_features"]

NO_WORD = "#"
"""Stands for the neighbour that is not there: the edge of a line or a span, or punctuation."""


PREFIXES = frozenset(("می", "نمی"))
"""What stands before a verb and before nothing else (می is a word too: wine, and the month of May)."""


_VERB_ENDINGS = ("م", "ی", "د", "ن", "ه")


def is_case(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a ZWNJ between ``left`` and ``right`` is worth weighing."""
    known = f"{left} {right}" in lexicon.pairs
    if left in PREFIXES:
        return known or lexicon.is_verb_tail(right) > 0 or _may_be_verb(right, lexicon)
    left_code, right_code = lexicon.words.get(left, 0), lexicon.roles(right)
    if right_code & RIGHT_ANY or left_code & LEFT_ANY or right in COMPARATIVES or right in PLURALS:
        return True
    return known


def _may_be_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether an uncommon word has the ending of a verb."""
    return lexicon.words.get(word, 0) >> SEEN & 7 < 3 and len(word) > 3 and word.endswith(_VERB_ENDINGS)


def pair_features(left: str, right: str, score: float, lexicon: Lexicon) -> list[str]:
    """What holds of the two parts, whatever stands around them; ``score`` is their gap's in the joined word."""
    words = lexicon.words
    left_code, right_code = words.get(left, 0), words.get(right, 0)
    known = lexicon.pairs.get(f"{left} {right}", 0)
    tied, parted, listed = known & 7, known >> 3 & 7, known >> 6
    plain = words.get(left + right, 0) >> PLAIN & 7
    last, first = right_code >> LAST & 7, left_code >> FIRST & 7
    left_seen, right_seen = left_code >> SEEN & 7, right_code >> SEEN & 7
    left_hazm, right_hazm = left_code >> HAZM & 7, right_code >> HAZM & 7
    r, l = _names(left, right, lexicon)  # noqa: E741
    return [
        "*",
        f"Z{tied}{parted}",
        f"ZJ{min(tied, 3)}{min(plain, 3)}",
        f"H{listed}{min(tied, 2)}",
        f"ZS{tied - parted}",
        "R" + r,
        "L" + l,
        "B" + lexicon.base(right) if r == "*" else "B",
        "Rl" + r + left[-1],
        "Rm" + r + left[-2:],
        f"Rf{r}{min(left_seen, 3)}{left_hazm > 0:d}",
        f"Lf{l}{min(right_seen, 3)}{right_hazm > 0:d}",
        "Ll" + l + right[0],
        f"lf{last}{left_seen}",
        f"ff{first}{right_seen}",
        f"fl{first}{last}",
        f"lr{last}{right_seen}",
        f"hh{left_hazm}{right_hazm}",
        f"N{min(len(left), 4)}{min(len(right), 4)}",
        f"V{l}{lexicon.is_verb_tail(right)}" if l != "*" else "V",
        f"s{max(-4, min(4, int(score // 1.5)))}",
        f"J{left[-1] in NON_JOINING:d}{r}",
    ]


def context_features(before: str, left: str, right: str, after: str, lexicon: Lexicon) -> list[str]:
    """What holds of the words around the two."""
    r, l = _names(left, right, lexicon)  # noqa: E741
    c, d = _context(after, lexicon), _context(before, lexicon)
    known = lexicon.pairs.get(f"{left} {right}", 0)
    ahead, behind = lexicon.pairs.get(f"{right} {after}", 0), lexicon.pairs.get(f"{before} {left}", 0)
    return [
        "RR" + r + c,
        "LL" + l + d,
        "RL" + r + d,
        "LR" + l + c,
        "c" + c,
        "d" + d,
        f"Zc{min(known & 7, 2)}{c}",
        f"n{min(ahead & 7, 2)}{min(ahead >> 3 & 7, 2)}{ahead >> 6}",
        f"p{min(behind & 7, 2)}{min(behind >> 3 & 7, 2)}{behind >> 6}",
    ]


def _names(left: str, right: str, lexicon: Lexicon) -> tuple[str, str]:
    """The right and the left part where they are frequent enough to speak for themselves, else ``*``."""
    return (
        right if lexicon.words.get(right, 0) & RIGHT_NAMED else "*",
        left if lexicon.words.get(left, 0) & LEFT_NAMED else "*",
    )


def _context(word: str, lexicon: Lexicon) -> str:
    """A neighbour as a feature: itself when frequent, else whether it can be a verb after می."""
    if word == NO_WORD or lexicon.words.get(word, 0) & CONTEXT:
        return word
    return "V" if lexicon.is_verb_tail(word) else "*"
