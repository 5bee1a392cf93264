"""Where a word may have lost a ZWNJ: the letters around each gap, weighed by a logistic model.

This first look at a word is cheap and knows no lexicon. It leaves a handful of gaps; `segmentation` then decides
them together.
"""

from collections.abc import Iterable, Mapping

from persiantools.normalizer.zwnj.lexicon import NON_JOINING

__all__ = ["GapScorer", "gaps", "seams", "window_features"]

_MOST_WINDOWS = 1 << 14
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
    """The features of the six letters around a gap that `_near` does not give."""
    return "e" + window[:5], "f" + window[1:], "g" + window[:3], "h" + window[3:], "i" + window


def _right_side(right: str) -> str:
    return "R" + right if len(right) <= 6 else "r" + right[:6]


def _left_side(left: str) -> str:
    return "L" + left if len(left) <= 5 else "l" + left[-6:]


def seams(word: str, at: int) -> tuple[str, str]:
    """The letters next to the gap, two and one: a ZWNJ is weighed only where one was seen between either before."""
    return "@" + word[at - 1 : at + 2], "<" + word[max(0, at - 2) : at + 1]


class GapScorer(dict[str, float]):
    """Four letters around a gap → the sum of their weights, minus infinity where no ZWNJ is looked for.

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
        found = self._nearest(window) if self._is_seam(window) else _NEVER
        if len(self) >= _MOST_WINDOWS:
            self.clear()
        self[window] = found
        return found

    def scores(self, word: str) -> dict[int, float]:
        """Log-odds of a ZWNJ at the gaps of ``word`` where one was ever seen between such letters, each gap alone."""
        padded = f"^^^{word}$$$"
        found = {}
        for at in range(1, len(word)):
            score = self[padded[at + 1 : at + 5]]
            if score != _NEVER:
                found[at] = score + self._beyond(padded[at : at + 6], word[:at], word[at:])
        return found

    def at(self, word: str, at: int) -> float:
        """The log-odds at one gap, wherever it is."""
        window = f"^^^{word}$$$"[at : at + 6]
        score = self[window[1:5]]
        if score == _NEVER:
            score = self._nearest(window[1:5])
        return score + self._beyond(window, word[:at], word[at:])

    def _is_seam(self, window: str) -> bool:
        if window[1] in NON_JOINING:
            return False
        return "@" + window[1:].rstrip("$") in self._weights or "<" + window[:3].lstrip("^") in self._weights

    def _nearest(self, window: str) -> float:
        get = self._weights.get
        return sum([get(name, 0.0) for name in _near(window)])

    def _beyond(self, window: str, left: str, right: str) -> float:
        """The weights of the letters farther away, and of all on either side as far as they are looked at."""
        get = self._weights.get
        before, after = len(left), len(right)
        return (
            get("e" + window[:5], 0.0)
            + get("f" + window[1:], 0.0)
            + get("g" + window[:3], 0.0)
            + get("h" + window[3:], 0.0)
            + get("i" + window, 0.0)
            + get("R" + right if after <= 6 else "r" + right[:6], 0.0)
            + get("L" + left if before <= 5 else "l" + left[-6:], 0.0)
            + self._before[before if before < 6 else 6]
            + self._after[after if after < 6 else 6]
        )
