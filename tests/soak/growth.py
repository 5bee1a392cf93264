"""How time grows with length: each function on each hostile unit, over doubling lengths, fitted.

    python -m tests.soak.growth [--longest 1000000]

Prints the exponent of length in the time that each takes (1 is linear), and exits 1 where one is above 1.25.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterator

from persiantools import align, check_names, explain, find_deceptive, split, suggest_persian
from tests.soak.hostile import UNITS

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "split": split,
    "explain": explain,
    "align": align,
    "check": check_names,
    "deceptive": find_deceptive,
    "suggest": suggest_persian,
}
SHORTEST = 1 << 14
MOST = 1.25
ROUNDS = 1  # more
MEASURABLE = 0.02  # seconds of CPU: below, the clock is all that is measured
SURE = 1.0  # seconds of CPU: above, once will do, or a million characters take an hour longer


def seconds(function: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    function(text)
    return time.process_time() - start


def least(function: Callable[[str], object], text: str) -> float:
    """The seconds that it takes: of several times the least, unless once is long enough to be sure."""
    took = seconds(function, text)
    return took if took > SURE else min(took, *(seconds(function, text) for _ in range(ROUNDS)))


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the line through the logarithms of length and time, by least squares."""
    xs, ys = [math.log(length) for length, _ in points], [math.log(max(took, 1e-9)) for _, took in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread if spread else 0.0


def curve(function: Callable[[str], object], unit: str, longest: int) -> Iterator[tuple[int, float]]:
    length = SHORTEST
    while length <= longest:
        text = unit * (length // len(unit))
        took = least(function, text)
        if took > MEASURABLE:
            yield length, took
        length *= 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--longest", type=int, default=1 << 20)
    parser.add_argument("--only", choices=FUNCTIONS, nargs="*")
    chosen = parser.parse_args()
    worst = 0.0
    for name in chosen.only or FUNCTIONS:
        FUNCTIONS[name]("گرم warm")
        for label, unit in UNITS.items():
            points = list(curve(FUNCTIONS[name], unit, chosen.longest))
            if len(points) > 2:
                grows = exponent(points[-4:])
                worst = max(worst, grows)
                length, took = points[-1]
                mark = "  <-- grows faster than linear" if grows > MOST else ""
                print(f"{name:10} {label:18} {took / length * 1e6:8.2f} µs a character, exponent {grows:.2f}{mark}")
    sys.exit(worst > MOST)


if __name__ == "__main__":
    main()
