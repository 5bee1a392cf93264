"""Where a word may have lost a ZWNJ: the letters around each gap, weighed by a logistic model.

This first look at a word is cheap and knows no lexicon. It leaves a handful of gaps; `segmentation` then decides
them together.
"""

from collections.abc import Iterable, Mapping

from persiantools.memos import remember
from persiantools.normalizer.zwnj.lexicon import NON_JOINING

__all__ = ["GapScorer", "gaps", "window_features"]

_MOST_WINDOWS = 1 << 16
_NEVER = float("-inf")


def gaps(word: str) -> Iterable[int]:
    """Offsets inside ``word`` where a ZWNJ would be seen: after letters that join the next one.

    >>> list(gaps("کارها"))
    [1, 4]
    """
    return [at for at in range(1, len(word)) if word[at - 1] not in NON_JOINING]


def window_features(word: str, at: int) -> list[str]:
    """The letters around the gap at ``at``: up to three on each side, and all before and after if short."""
    left, right = word[:at], word[at:]
    window = f"^^^{word}$$$"[at : at + 6]
    return [
        *_near(window[1:5]),
        *_far(window),
        _right_side(right),
        _left_side(left),
        f"n{min(len(left), 6)}",
        f"m{min(len(right), 6)}",
    ]


def _near(window: str) -> tuple[str, ...]:
    """The features of the four letters around a gap."""
    return "a" + window[1:3], "b" + window[:3], "c" + window[1:], "d" + window


def _far(window: str) -> tuple[str, ...]:
    """The three letters on either side."""
    return "g" + window[:3], "h" + window[3:]


def _right_side(right: str) -> str:
    return "R" + right if len(right) <= 6 else "r" + right[:6]


def _left_side(left: str) -> str:
    return "L" + left if len(left) <= 5 else "l" + left[-6:]


class GapScorer(dict[str, float]):
    """Four letters around a gap → the sum of their weights, minus infinity after a letter that never joins.

    Such windows repeat from word to word; what lies beyond them is added for each word.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Keep the weights."""
        super().__init__()
        self._weights = weights
        self._before = [weights.get(f"n{size}", 0.0) for size in range(7)]
        self._after = [weights.get(f"m{size}", 0.0) for size in range(7)]

    def __missing__(self, window: str) -> float:
        """Weigh a window and remember the sum, while there is room."""
        get = self._weights.get
        found = _NEVER if window[1] in NON_JOINING else sum([get(name, 0.0) for name in _near(window)])
        return remember(self, window, found, _MOST_WINDOWS)

    def scores(self, word: str) -> dict[int, float]:
        """Log-odds of a ZWNJ at each of the `gaps` of ``word``, each alone."""
        padded, size = f"^^^{word}$$$", len(word)
        get, before, after = self._weights.get, self._before, self._after
        found = {}
        for at in range(1, size):
            score = self[padded[at + 1 : at + 5]]
            if score != _NEVER:
                rest = size - at
                found[at] = (
                    score
                    + get("g" + padded[at : at + 3], 0.0)
                    + get("h" + padded[at + 3 : at + 6], 0.0)
                    + get("R" + word[at:] if rest <= 6 else "r" + word[at : at + 6], 0.0)
                    + get("L" + word[:at] if at <= 5 else "l" + word[at - 6 : at], 0.0)
                    + before[at if at < 6 else 6]
                    + after[rest if rest < 6 else 6]
                )
        return found
