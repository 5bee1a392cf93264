"""Mutation testing: small faults are put into the code one at a time, and the area's tests must find them.

    python -m tests.soak.mutants normalizer [--sample 80] [--seed 1]

Needs cosmic-ray (``pip install cosmic-ray``), whose operators make the faults. A sample with a fixed seed is taken of
all of them, in a copy of the project, and each is met by the doctests of its own file, then by the tests of its area.
Prints each that survives as a difference, and exits 1 when fewer than 80 % are found. Two kinds are left out: ``|``
for something else, which in a union of types ends the import and so flatters, and ``is`` for ``==``, the same for
small numbers.
"""

import argparse
import difflib
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("persiantools", "tests", "benchmarks", "training", "fixtures", "seeds", "pyproject.toml")
WANTED = 0.8
MOST_SECONDS = 1800  # where other work goes on; the limit that counts is the next one
PATIENCE = 3  # times the CPU seconds that the tests take as they are: a fault may make a loop endless


class Area(NamedTuple):
    """Files that get faults, and the tests that are to find them, the quickest first."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


RULES = (
    "apart", "changes", "diacritics", "digits", "entities", "furniture", "informal", "invisibles", "letters",
    "quotes", "repeats", "spacing", "style",
)  # fmt: skip
NORMALIZING = ("tests/normalizer/test_golden.py", "tests/normalizer")
AREAS = {
    "edits": Area(("persiantools/edits.py",), ("tests/floor",)),
    "offsets": Area(("persiantools/offsets.py",), ("tests/floor",)),
    "normalizer": Area(("persiantools/normalizer/**/*.py",), NORMALIZING),
    "rules": Area(tuple(f"persiantools/normalizer/{name}.py" for name in RULES), NORMALIZING),
    "names": Area(("persiantools/names/*.py",), ("tests/names",)),
    "archive": Area(("persiantools/archive/*.py",), ("tests/archive",)),
    "splitter": Area(("persiantools/splitter/*.py",), ("tests/splitter",)),
}


class Fault(NamedTuple):
    """One change to one file."""

    path: Path
    operator: str
    code: str


def faults(paths: Sequence[Path], size: int, seed: int) -> list[Fault]:
    """A sample of all faults that the operators can make in ``paths``."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    every = [
        (path, name, number)
        for path in sorted(paths)
        for name, count in _operators(path.read_text(encoding="utf-8"))
        for number in range(count)
    ]
    chosen = random.Random(seed).sample(every, min(size, len(every)))
    print(f"{len(chosen)} of {len(every)} faults in {len(paths)} files", flush=True)
    return [
        Fault(path, name, mutate_code(path.read_text(encoding="utf-8"), get_operator(name)(), number))
        for path, name, number in chosen
    ]


def _operators(source: str) -> Iterator[tuple[str, int]]:
    """The operators without arguments, each with the number of places where it fits."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    tree = list(ast_nodes(get_ast(source)))
    for name in sorted(operator_names()):
        kind = get_operator(name)
        if not re.search("BitOr|_Is", name) and not kind.arguments():
            yield name, sum(len(list(kind().mutation_positions(node))) for node in tree)


def found(fault: Fault, tests: Sequence[str], folder: Path, most: int) -> bool:
    """Whether the tests fail with ``fault`` in ``folder``; a run of more than ``most`` CPU seconds fails."""
    was = fault.path.read_text(encoding="utf-8")
    fault.path.write_text(fault.code, encoding="utf-8")
    own = str(fault.path.relative_to(folder))
    try:
        return any(_fails(each, folder, most) for each in (own, *tests))
    finally:
        fault.path.write_text(was, encoding="utf-8")


def _fails(tests: str, folder: Path, most: int) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", tests]
    limited = ["sh", "-c", f'ulimit -t {most}; exec "$@"', "sh", *command]
    try:
        done = subprocess.run(
            limited, cwd=folder, env=_environment(folder), capture_output=True, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode not in (0, 5)  # 5: the file has no doctest


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "quick"}


def shown(fault: Fault, folder: Path) -> str:
    """The fault as a difference."""
    before = fault.path.read_text(encoding="utf-8").splitlines()
    name = str(fault.path.relative_to(folder))
    lines = list(difflib.unified_diff(before, fault.code.splitlines(), name, name, n=1, lineterm=""))[2:]
    return "\n".join([f"{name}: {fault.operator.removeprefix('core/')}", *lines])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("area", choices=AREAS)
    parser.add_argument("--sample", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    area = AREAS[chosen.area]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in COPIED:
            (shutil.copytree if (ROOT / each).is_dir() else shutil.copy)(ROOT / each, folder / each)
        began = _cpu_of_children()
        if failing := [each for each in area.tests if _fails(each, folder, MOST_SECONDS)]:
            sys.exit(f"{failing[0]} fails as it is: mend that first")
        most = int(PATIENCE * (_cpu_of_children() - began)) + 10
        paths = [path for pattern in area.files for path in folder.glob(pattern)]
        sample = faults(paths, chosen.sample, chosen.seed)
        survived = 0
        for number, fault in enumerate(sample, 1):
            if not found(fault, area.tests, folder, most):
                survived += 1
                print(f"\n{shown(fault, folder)}", flush=True)
            print("." if number % 10 else f" {number}\n", end="", flush=True)
    share = 1 - survived / len(sample)
    print(f"{chosen.area}: {len(sample) - survived} of {len(sample)} found, {share:.0%}")
    sys.exit(share < WANTED)


if __name__ == "__main__":
    main()
