"""Weights of features that are named by small numbers, laid out so that the numbers are their address."""

from collections.abc import Mapping
from typing import Final

__all__ = ["SIDE", "Named", "cube", "grid", "row"]

SIDE: Final = 8
"""A grid has this many rows and columns: the fields of the lexicon have three bits."""


def grid(weights: Mapping[str, float], group: str) -> list[float]:
    """The weights of ``group`` followed by two digits: that of ``group`` 3, 5 stands at ``3 * SIDE + 5``.

    >>> grid({"lf35": 2.0}, "lf")[3 * SIDE + 5]
    2.0
    """
    return [weights.get(f"{group}{row}{column}", 0.0) for row in range(SIDE) for column in range(SIDE)]


def row(weights: Mapping[str, float], group: str) -> list[float]:
    """The weights of ``group`` followed by one digit."""
    return [weights.get(f"{group}{column}", 0.0) for column in range(SIDE)]


def cube(weights: Mapping[str, float], group: str) -> list[list[float]]:
    """The grids of ``group`` followed by a first digit, by that digit."""
    return [grid(weights, f"{group}{first}") for first in range(SIDE)]


class Named(dict[str, list[float]]):
    """Name of a part → the grid of its features, laid out on first sight. Few parts have a name."""

    __slots__ = ("_group", "_weights")

    def __init__(self, weights: Mapping[str, float], group: str) -> None:
        """``group`` stands before the name."""
        super().__init__()
        self._weights, self._group = weights, group

    def __missing__(self, name: str) -> list[float]:
        """Lay out and remember."""
        self[name] = found = grid(self._weights, self._group + name)
        return found
