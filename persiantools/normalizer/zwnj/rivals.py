"""Words in های whose letters allow two readings: حرف‌های (the plural of حرف) and حرفه‌ای (of حرفه, with ای).

The lexicon alone cannot tell them apart; the words before and after can.
"""

from persiantools.normalizer.zwnj.joining import context
from persiantools.normalizer.zwnj.lexicon import NON_JOINING, Lexicon
from persiantools.normalizer.zwnj.segmentation import Cuts

__all__ = ["CLOSE", "readings", "rival_features"]

CLOSE = 8.0
"""Readings whose scores differ by less, in log-odds, are left to the words around."""

_ENDING = "های"


def readings(letters: str) -> tuple[Cuts, Cuts] | None:
    """The cuts of both readings, the plural first: it shows none after a letter that never joins (بندهای).

    >>> readings("حرفهای"), readings("بندهای"), readings("کتاب")
    (((3,), (4,)), ((), (4,)), None)
    """
    stem = len(letters) - len(_ENDING)
    if stem < 2 or not letters.endswith(_ENDING):
        return None
    return (() if letters[stem - 1] in NON_JOINING else (stem,)), (stem + 1,)


def rival_features(before: str, after: str, lexicon: Lexicon) -> list[str]:
    """What the words around say for the second reading."""
    return ["*", "p" + context(before, lexicon), "n" + context(after, lexicon), "m" + after[-1:], "q" + before[-1:]]
