"""Whether the space between two words stands for a ZWNJ.

Only some neighbours make a case: a part that many words take (ها، تر، گذاری), one that begins many (می، بی، پیش), or
a pair that is known. A logistic model weighs what the lexicon says of the two and of the words around them. It sees
parts (the pieces between spaces and ZWNJ), never decisions, so that a second pass finds what the first one found.
"""

from collections.abc import Mapping

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

__all__ = ["NO_WORD", "PREFIXES", "ContextRange", "context", "context_features", "is_case", "pair_features"]

NO_WORD = "#"
"""Stands for the neighbour that is not there: the edge of a line or a span, or punctuation."""


PREFIXES = frozenset(("می", "نمی"))
"""What stands before a verb and before nothing else (می is a word too: wine, and the month of May)."""


def is_case(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a ZWNJ between ``left`` and ``right`` is worth weighing."""
    known = f"{left} {right}" in lexicon.pairs
    if left in PREFIXES:
        return known or lexicon.is_verb_tail(right) > 0 or may_be_verb(right, lexicon)
    left_code, right_code = lexicon.words.get(left, 0), lexicon.roles(right)
    if right_code & RIGHT_ANY or left_code & LEFT_ANY or right in COMPARATIVES or right in PLURALS:
        return True
    return known


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
    right_name, left_name = _names(left, right, lexicon)
    return [
        "*",
        f"Z{tied}{parted}",
        f"ZJ{min(tied, 3)}{min(plain, 3)}",
        f"H{listed}{min(tied, 2)}",
        f"ZS{tied - parted}",
        "R" + right_name,
        "L" + left_name,
        "B" + lexicon.base(right) if right_name == "*" else "B",
        "Rl" + right_name + left[-1],
        "Rm" + right_name + left[-2:],
        f"Rf{right_name}{min(left_seen, 3)}{left_hazm > 0:d}",
        f"Lf{left_name}{min(right_seen, 3)}{right_hazm > 0:d}",
        "Ll" + left_name + right[0],
        f"lf{last}{left_seen}",
        f"ff{first}{right_seen}",
        f"fl{first}{last}",
        f"lr{last}{right_seen}",
        f"hh{left_hazm}{right_hazm}",
        f"N{min(len(left), 4)}{min(len(right), 4)}",
        f"V{left_name}{lexicon.is_verb_tail(right)}" if left_name != "*" else "V",
        f"s{max(-4, min(4, int(score // 1.5)))}",
    ]


def context_features(before: str, left: str, right: str, after: str, lexicon: Lexicon) -> list[str]:
    """What holds of the words around the two."""
    right_name, left_name = _names(left, right, lexicon)
    follows, precedes = context(after, lexicon), context(before, lexicon)
    known = lexicon.pairs.get(f"{left} {right}", 0)
    ahead, behind = lexicon.pairs.get(f"{right} {after}", 0), lexicon.pairs.get(f"{before} {left}", 0)
    return [
        f"RR{right_name}|{follows}",
        f"LL{left_name}|{precedes}",
        f"RL{right_name}|{precedes}",
        f"LR{left_name}|{follows}",
        "c" + follows,
        "d" + precedes,
        f"Zc{min(known & 7, 2)}{follows}",
        f"n{min(ahead & 7, 2)}{min(ahead >> 3 & 7, 2)}{ahead >> 6}",
        f"p{min(behind & 7, 2)}{min(behind >> 3 & 7, 2)}{behind >> 6}",
    ]


_NAMED_KINDS = ("RR", "RL", "LL", "LR")
_OTHER_KINDS = ("c", "d", "Zc", "n", "p")


class ContextRange:
    """The least and the most that `context_features` can add up to, by the two parts of the pair."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Look once at all weights."""
        self._named: dict[str, tuple[float, float]] = {}
        least = most = 0.0
        for kind in _OTHER_KINDS:
            found = [weight for name, weight in weights.items() if name.startswith(kind)] or [0.0]
            least += min(0.0, *found)
            most += max(0.0, *found)
        self._rest = least, most
        for name, weight in weights.items():
            if name[:2] in _NAMED_KINDS:
                key = name.partition("|")[0]
                low, high = self._named.get(key, (0.0, 0.0))
                self._named[key] = min(low, weight), max(high, weight)

    def of(self, left: str, right: str, lexicon: Lexicon) -> tuple[float, float]:
        """The range for one pair."""
        right_name, left_name = _names(left, right, lexicon)
        least, most = self._rest
        for key in ("RR" + right_name, "RL" + right_name, "LL" + left_name, "LR" + left_name):
            low, high = self._named.get(key, (0.0, 0.0))
            least += low
            most += high
        return least, most


def _names(left: str, right: str, lexicon: Lexicon) -> tuple[str, str]:
    """The right and the left part where they are frequent enough to speak for themselves, else ``*``."""
    return (
        right if lexicon.words.get(right, 0) & RIGHT_NAMED else "*",
        left if lexicon.words.get(left, 0) & LEFT_NAMED else "*",
    )


def context(word: str, lexicon: Lexicon) -> str:
    """A neighbour as a feature: itself when frequent, else whether it can be a verb after می."""
    if word == NO_WORD or lexicon.words.get(word, 0) & CONTEXT:
        return word
    return "V" if lexicon.is_verb_tail(word) else "*"
