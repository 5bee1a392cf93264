"""N-gram models of numbered units: counts, probabilities by absolute discounting, sections of a model file."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from training.letter_model import cost

__all__ = ["Shape", "count", "estimate", "sections"]

History = tuple[int, ...]
Counts = list[dict[History, dict[int, float]]]
Level = dict[History, tuple[float, dict[int, float]]]
"""For each history: what is left for units not seen after it, and the probabilities of those seen."""


class Shape(NamedTuple):
    """What is chosen of a model."""

    discount: float
    least_seen: tuple[float, ...]
    """Weight below which an n-gram of 1, 2, … units is left out; as many as the model has orders."""


def count(lines: Iterable[tuple[Sequence[int], float]], orders: int) -> Counts:
    """The counts of what follows each history of 0, 1, … units; unit 0, both edges of a word, is put around each."""
    counts: Counts = [defaultdict(lambda: defaultdict(float)) for _ in range(orders)]
    for units, weight in lines:
        line = [0, *units, 0]
        for place in range(1, len(line)):
            for order in range(min(orders, place + 1)):
                counts[order][tuple(line[place - order : place])][line[place]] += weight
    return counts


def estimate(counts: Counts, shape: Shape) -> list[Level]:
    """Interpolated probabilities by absolute discounting, and the weight of the shorter history."""
    found: list[Level] = []
    for histories, least in zip(counts, shape.least_seen, strict=True):
        level: Level = {}
        for history, table in sorted(histories.items()):
            kept = {unit: n for unit, n in table.items() if n >= least - 1e-9}
            if kept:
                level[history] = _smoothed(kept, history, found, shape.discount)
        found.append(level)
    return found


def _smoothed(
    kept: dict[int, float], history: History, shorter: list[Level], discount: float
) -> tuple[float, dict[int, float]]:
    rest = min(0.9, discount * len(kept) / sum(kept.values())) if history else 0.0
    direct = {unit: max(n - discount, n * 0.05) for unit, n in kept.items()}
    scale = (1 - rest) / sum(direct.values())
    return rest, {
        unit: share * scale + (rest * _lower(shorter, history[1:], unit) if history else 0.0)
        for unit, share in sorted(direct.items())
    }


def _lower(levels: list[Level], history: History, unit: int) -> float:
    """Probability of ``unit`` after a history whose level is done."""
    level = levels[len(history)].get(history)
    if level is None:
        return _lower(levels, history[1:], unit)
    rest, table = level
    if unit in table:
        return table[unit]
    return rest * _lower(levels, history[1:], unit) if history else 0.0


def sections(levels: list[Level], prefix: str) -> dict[str, bytes]:
    """For each order the sorted histories, the cost of backing off, successors and their costs."""
    found: dict[str, bytes] = {}
    for order, level in enumerate(levels):
        rows = sorted(level.items())
        flat = [item for _, (_, table) in rows for item in sorted(table.items())]
        found |= {
            f"{prefix}{order}.histories": array("H", (unit for history, _ in rows for unit in history)).tobytes(),
            f"{prefix}{order}.backoff": bytes(cost(rest) for _, (rest, _) in rows),
            f"{prefix}{order}.counts": array("H", (len(table) for _, (_, table) in rows)).tobytes(),
            f"{prefix}{order}.next": array("H", (unit for unit, _ in flat)).tobytes(),
            f"{prefix}{order}.costs": bytes(cost(share) for _, share in flat),
        }
    return found
