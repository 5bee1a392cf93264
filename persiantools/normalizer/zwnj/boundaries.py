"""Where a word may have lost a ZWNJ: the letters around each gap, weighed by a logistic model.

This first look at a word is cheap and knows no lexicon. It leaves a handful of gaps; `segmentation` then decides
them together.
"""

from collections.abc import Iterable, Mapping

from persiantools.normalizer.zwnj.lexicon import NON_JOINING

__all__ = ["gap_scores", "gaps", "seams", "window_features"]


def gaps(word: str) -> Iterable[int]:
    """Offsets inside ``word`` where a ZWNJ would be seen: after letters that join the next one.

    >>> list(gaps("کارها"))
    [1, 4]
    """
    return [at for at in range(1, len(word)) if word[at - 1] not in NON_JOINING]


def window_features(word: str, at: int) -> list[str]:
    """The letters around the gap at ``at``: up to three on each side, and all before and after if short."""
    padded = f"^^^{word}$$$"
    mid = at + 3
    left, right = word[:at], word[at:]
    return [
        "a" + padded[mid - 1 : mid + 1],
        "b" + padded[mid - 2 : mid + 1],
        "c" + padded[mid - 1 : mid + 2],
        "d" + padded[mid - 2 : mid + 2],
        "e" + padded[mid - 3 : mid + 2],
        "f" + padded[mid - 2 : mid + 3],
        "g" + padded[mid - 3 : mid],
        "h" + padded[mid : mid + 3],
        "i" + padded[mid - 3 : mid + 3],
        "R" + right if len(right) <= 6 else "r" + right[:6],
        "L" + left if len(left) <= 5 else "l" + left[-6:],
        f"n{min(len(left), 6)}",
        f"m{min(len(right), 6)}",
    ]


def seams(word: str, at: int) -> tuple[str, str]:
    """The letters next to the gap, two and one: a ZWNJ is weighed only where one was seen between either before."""
    return "@" + word[at - 1 : at + 2], "<" + word[max(0, at - 2) : at + 1]


def gap_scores(word: str, weights: Mapping[str, float]) -> dict[int, float]:
    """Log-odds of a ZWNJ at the gaps of ``word`` where one was ever seen between such letters, each gap alone."""
    get = weights.get
    return {
        at: sum([get(feature, 0.0) for feature in window_features(word, at)])
        for at in range(1, len(word))
        if word[at - 1] not in NON_JOINING
        and ("@" + word[at - 1 : at + 2] in weights or "<" + word[max(0, at - 2) : at + 1] in weights)
    }
