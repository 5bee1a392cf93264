"""Measures whole processes: wall and CPU seconds, peak memory, several runs each, so that a figure has a range."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

__all__ = ["Measured", "Spread", "installed_megabytes", "run"]

ROOT = Path(__file__).resolve().parent.parent


class Spread(NamedTuple):
    """The middle of several runs, and the least and the most."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        return cls(median(values), min(values), max(values))

    def __str__(self) -> str:
        return f"{_short(self.median)} ({_short(self.least)}–{_short(self.most)})"


class Measured(NamedTuple):
    """What running a command took: seconds on the clock, seconds of CPU, peak memory of its largest process in MB."""

    wall: Spread
    cpu: Spread
    megabytes: Spread
    output: str


_WATCH = """
import resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write(f"\\n{time.perf_counter() - began} {used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024}")
sys.stdout.buffer.write(done.stdout)
sys.exit(done.returncode)
"""


def run(command: Sequence[str], *, runs: int = 5, warm_up: int = 1) -> Measured | None:
    """Run ``command`` several times, after some that are not counted; None where it fails, and why on stderr."""
    found: list[tuple[float, float, float]] = []
    output = ""
    for number in range(warm_up + runs):
        done = subprocess.run(
            [sys.executable, "-c", _WATCH, *command],
            capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        if done.returncode:
            print(f"{command[-1][:60]} does not run: {done.stderr.strip().splitlines()[-2:]}", file=sys.stderr)
            return None
        if number >= warm_up:
            wall, cpu, megabytes = map(float, done.stderr.splitlines()[-1].split())
            found.append((wall, cpu, megabytes))
            output = done.stdout
    walls, cpus, sizes = zip(*found, strict=True)
    return Measured(Spread.of(walls), Spread.of(cpus), Spread.of(sizes), output)


def installed_megabytes(python: str, distributions: Sequence[str]) -> float:
    """What distributions take on disk with all that they require, in MB, by their own lists of files."""
    done = subprocess.run([python, "-c", _SIZE, *distributions], capture_output=True, text=True, check=True)
    return float(done.stdout)


_SIZE = """
import re, sys
from importlib.metadata import PackageNotFoundError, distribution
seen, todo, size = set(), list(sys.argv[1:]), 0
while todo:
    name = re.split("[ ;<>=!~\\\\[(]", todo.pop())[0].lower().replace("_", "-")
    if name in seen:
        continue
    seen.add(name)
    try:
        found = distribution(name)
    except PackageNotFoundError:
        continue
    size += sum((file.locate().stat().st_size if file.locate().exists() else 0) for file in found.files or ())
    todo += [one for one in found.requires or () if "extra ==" not in one]
print(size / 1e6)
"""


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
