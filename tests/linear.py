"""Whether time grows with the length and no faster. Never a timed test: only the ratio of two lengths counts."""

import gc
import time
from collections.abc import Callable

TRIES = 3


def assert_linear(work: Callable[[int], object], short: int, long: int, *, slack: float, least: float = 0.01) -> None:
    """Fail when ``work(long)`` takes more than ``slack`` times what ``long / short`` times ``work(short)`` does.

    The best of a few tries counts, and the garbage collector waits, for a pause of either is no growth; what takes
    less than ``least`` seconds counts as that.
    """

    def seconds(length: int) -> float:
        start = time.process_time()
        work(length)
        return time.process_time() - start

    gc.disable()
    try:
        work(short // 8)
        allowed = slack * long / short * max(least, min(seconds(short) for _ in range(TRIES)))
        took = [seconds(long)]
        while took[-1] >= allowed and len(took) < TRIES:
            took.append(seconds(long))
    finally:
        gc.enable()
    assert min(took) < allowed, f"{took} seconds for {long}, {allowed} allowed"
