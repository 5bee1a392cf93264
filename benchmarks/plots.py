"""Bar charts as SVG: one colour for ours, one for the others, readable on light and on dark pages."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

__all__ = ["Bar", "bars"]

LEFT, WIDTH, ROW, TOP, RIGHT = 190, 720, 30, 46, 130
STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.note { font-size: 12px; fill: #59636e }
.ours { fill: #0969da } .peer { fill: #afb8c1 } .range { stroke: #1f2328; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .note { fill: #9198a1 }
  .ours { fill: #4493f8 } .peer { fill: #4d5663 } .range { stroke: #f0f6fc }
}
"""


class Bar(NamedTuple):
    """One row: its name, its value (a median), the least and the greatest value seen."""

    label: str
    value: float
    least: float
    most: float
    ours: bool = False


def bars(title: str, note: str, rows: Sequence[Bar], unit: str) -> str:
    """An SVG picture of ``rows`` as horizontal bars from 0, each with its range as a line and its value in words.

    >>> picture = bars("Speed", "more is better", [Bar("we", 2.0, 1.9, 2.2, True), Bar("they", 1.0, 1.0, 1.0)], "/s")
    >>> picture.count("<rect"), "2.00 /s" in picture
    (2, True)
    """
    height = TOP + ROW * len(rows) + 10
    scale = (WIDTH - LEFT - RIGHT) / (max((row.most for row in rows), default=1.0) or 1.0)
    summary = "; ".join(f"{row.label} {_number(row.value)} {unit}" for row in rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{escape(f"{title}: {summary}")}">',
        f"<style>{STYLE}</style>",
        f'<text x="0" y="16" class="title">{escape(title)}</text>',
        f'<text x="0" y="34" class="note">{escape(note)}</text>',
    ]
    for number, row in enumerate(rows):
        parts += _row(row, TOP + ROW * number, scale, unit)
    return "\n".join([*parts, "</svg>", ""])


def _row(row: Bar, top: int, scale: float, unit: str) -> list[str]:
    middle = top + ROW // 2
    end = LEFT + row.most * scale
    found = [
        f'<text x="{LEFT - 8}" y="{middle + 5}" text-anchor="end">{escape(row.label)}</text>',
        f'<rect x="{LEFT}" y="{top + 5}" width="{max(row.value * scale, 1):.1f}" height="{ROW - 10}" rx="2" '
        f'class="{"ours" if row.ours else "peer"}"/>',
        f'<text x="{end + 8:.1f}" y="{middle + 5}">{_number(row.value)} {escape(unit)}</text>',
    ]
    if row.most > row.least:
        found.append(
            f'<line x1="{LEFT + row.least * scale:.1f}" x2="{end:.1f}" y1="{middle}" y2="{middle}" class="range"/>'
        )
    return found


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
