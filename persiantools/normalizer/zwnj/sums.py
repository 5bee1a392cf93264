"""Sums of weights that are wanted again and again, kept by what they depend on."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

__all__ = ["Sums"]

MOST_KEPT = 1 << 13


class Sums(dict[Any, float]):
    """Key → the sum of the weights of the features that ``names`` gives for it, added up on first sight.

    Most features look only at classes (buckets of counts, short lengths), of which there are few: one look-up then
    stands for several features and their names need not be written again.
    """

    __slots__ = ("_names", "_weights")

    def __init__(self, weights: Mapping[str, float], names: Callable[..., Iterable[str]]) -> None:
        """``names`` takes the items of a key."""
        super().__init__()
        self._weights, self._names = weights, names

    def __missing__(self, key: tuple[Any, ...]) -> float:
        """Add up and, while there is room, remember."""
        get = self._weights.get
        found = sum([get(name, 0.0) for name in self._names(*key)])
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = found
        return found
