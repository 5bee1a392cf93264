"""Where the time goes: the modules in which our work is found at each millisecond of its CPU time.

    python -m benchmarks.where [--data ../shared/data] [--lines 6000]

A sample counts for the module of ours that is running, or has called what runs (a regex, a dictionary). Each job runs
in a process of its own; lines are those of `benchmarks.normalize`, the first half cold, the second warm.
"""

import argparse
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from benchmarks.analyze import passages
from benchmarks.normalize import real_lines
from benchmarks.processes import ROOT

__all__ = ["JOBS", "Share", "shares"]

PACKAGE = str(ROOT / "persiantools") + "/"
MOST_SHOWN = 7
INTERVAL = 0.001


class Share(NamedTuple):
    """One job: microseconds of CPU a text, and the share of each module, greatest first."""

    job: str
    micros: float
    modules: list[tuple[str, float]]


class Samples(Counter[str]):
    """How often each of our modules was found at work, by the timer of the process's CPU time."""

    def __enter__(self) -> "Samples":
        signal.signal(signal.SIGPROF, self._note)
        signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _note(self, _: int, frame: FrameType | None) -> None:
        while frame and not frame.f_code.co_filename.startswith(PACKAGE):
            frame = frame.f_back
        if frame:
            self[frame.f_code.co_filename.removeprefix(PACKAGE).removesuffix(".py")] += 1


def splitting(data: Path, lines: int) -> tuple[Callable[[Any], Any], Sequence[Any]]:
    from persiantools.splitter import split

    return split, real_lines(data, False)[:lines]


def normalizing(data: Path, lines: int) -> tuple[Callable[[Any], Any], Sequence[Any]]:
    from persiantools.normalizer import find_edits
    from persiantools.splitter import split

    texts = real_lines(data, False)[:lines]
    return lambda pair: find_edits(*pair).apply(pair[0]), [(text, split(text)) for text in texts]


def analyzing(data: Path, _: int) -> tuple[Callable[[Any], Any], Sequence[Any]]:
    from persiantools import analyze

    return analyze, passages(data)


def archiving(data: Path, lines: int) -> tuple[Callable[[Any], Any], Sequence[Any]]:
    from persiantools.archive.kernel import KernelOptions, process
    from persiantools.archive.records import Record

    texts = real_lines(data, False)[:lines]
    options = KernelOptions()
    return lambda record: process([record], options), [Record("lines", at, 0, text) for at, text in enumerate(texts)]


JOBS = {
    "split": (splitting, "a line"),
    "normalize, spans given": (normalizing, "a line"),
    "analyze": (analyzing, "a passage"),
    "the kernel of batch": (archiving, "a tweet or line"),
}


def profile(job: str, data: Path, lines: int) -> list[Share]:
    """The job in this process: cold over the first half of its texts, warm over the second; analyze over all."""
    work, texts = JOBS[job][0](data, lines)
    work(texts[0])
    half = len(texts) // 2
    parts = (texts, texts) if job == "analyze" else (texts[:half], texts[half:])
    found = []
    for label, part in zip(("cold", "warm"), parts, strict=True):
        began = time.process_time()
        with Samples() as samples:
            for text in part:
                work(text)
        micros = (time.process_time() - began) / len(part) * 1e6
        modules = [(name, count / samples.total()) for name, count in samples.most_common(MOST_SHOWN)]
        found.append(Share(f"{job}, {label}", micros, modules))
    return found


def shares(data: Path, lines: int) -> Iterator[Share]:
    """All jobs, each in a process of its own."""
    for job in JOBS:
        command = [sys.executable, "-m", "benchmarks.where", "--data", str(data), "--lines", str(lines), "--job", job]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        yield from (Share(*row) for row in json.loads(done.stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--lines", type=int, default=6000)
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.job:
        print(json.dumps(profile(chosen.job, chosen.data, chosen.lines)))
        return
    for job, micros, modules in shares(chosen.data, chosen.lines):
        print(f"{job}: {micros:,.0f} µs {JOBS[job.rpartition(', ')[0]][1]}")
        print("   " + "  ".join(f"{name} {share:.0%}" for name, share in modules))


if __name__ == "__main__":
    main()
