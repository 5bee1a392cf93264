"""Whether a score means what it says: of the pairs that got about .8, are eight in ten the same?"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

__all__ = ["Bin", "bins", "diagram", "table"]

SIDE, MARGIN = 360, 56
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.frame { fill: none; stroke: #afb8c1 } .ideal { stroke: #59636e; stroke-dasharray: 4 4 }
.line { fill: none; stroke: #0969da; stroke-width: 2 } .dot { fill: #0969da }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .line { stroke: #4493f8 } .dot { fill: #4493f8 }
}
"""


class Bin(NamedTuple):
    """Pairs whose scores lie in one tenth: how many, their mean score, the share of them that are right."""

    low: float
    pairs: int
    mean: float
    right: float


def bins(scores: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The tenths of [0, 1] that have scores.

    >>> bins([0.1, 0.95, 0.97], [False, True, True])[1]
    Bin(low=0.9, pairs=2, mean=0.96, right=1.0)
    """
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for score, label in zip(scores, right, strict=True):
        sorted_in[min(9, int(score * 10))].append((score, label))
    return [
        Bin(n / 10, len(some), sum(s for s, _ in some) / len(some), sum(label for _, label in some) / len(some))
        for n, some in enumerate(sorted_in)
        if some
    ]


def error(found: Sequence[Bin]) -> float:
    """The expected calibration error: how far mean score and share lie apart, over all pairs."""
    return sum(one.pairs * abs(one.mean - one.right) for one in found) / (sum(one.pairs for one in found) or 1)


def table(found: Sequence[Bin]) -> str:
    """The bins as text, and the expected calibration error."""
    lines = [f"{'score':9}{'number':>8}{'mean score':>12}{'right':>8}"]
    lines += [f"{b.low:.1f}–{b.low + 0.1:.1f}  {b.pairs:8,}{b.mean:12.3f}{b.right:8.3f}" for b in found]
    return "\n".join([*lines, f"expected calibration error {error(found):.3f}"])


def diagram(title: str, found: Sequence[Bin]) -> str:
    """The bins as an SVG picture: the share that is right over the mean score; the area of a dot is the number of
    pairs.
    """
    most = max((one.pairs for one in found), default=1)

    def at(mean: float, right: float) -> str:
        return f"{MARGIN + SIDE * mean:.1f},{MARGIN + SIDE * (1 - right):.1f}"

    whole = SIDE + 2 * MARGIN
    corner, far = at(0, 0).split(","), at(1, 1).split(",")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" '
            f'aria-label="{escape(f"{title}: expected calibration error {error(found):.3f}")}">',
            f"<style>{STYLE}</style>",
            f'<text x="{MARGIN}" y="24">{escape(title)}</text>',
            f'<text x="{MARGIN}" y="42">expected calibration error {error(found):.3f}</text>',
            f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" class="frame"/>',
            f'<line x1="{corner[0]}" y1="{corner[1]}" x2="{far[0]}" y2="{far[1]}" class="ideal"/>',
            *_ticks(),
            f'<polyline points="{" ".join(at(one.mean, one.right) for one in found)}" class="line"/>',
            *(_dot(at(one.mean, one.right), one.pairs / most) for one in found),
            f'<text x="{MARGIN + SIDE // 2}" y="{whole - 12}" text-anchor="middle">mean score</text>',
            f'<text x="14" y="{MARGIN + SIDE // 2}" transform="rotate(-90 14 {MARGIN + SIDE // 2})" '
            'text-anchor="middle">share that is right</text>',
            "</svg>",
            "",
        ]
    )


def _ticks() -> list[str]:
    found = []
    for tick in (0.0, 0.5, 1.0):
        off = SIDE * tick
        found += [
            f'<text x="{MARGIN + off:.0f}" y="{MARGIN + SIDE + 18}" text-anchor="middle">{tick}</text>',
            f'<text x="{MARGIN - 8}" y="{MARGIN + SIDE - off + 5:.0f}" text-anchor="end">{tick}</text>',
        ]
    return found


def _dot(place: str, share: float) -> str:
    x, y = place.split(",")
    return f'<circle cx="{x}" cy="{y}" r="{3 + 9 * share**0.5:.1f}" class="dot"/>'
