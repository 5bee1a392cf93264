"""The whole of `analyze` on articles, beside what uroman takes to romanize nothing but their Persian words.

    python -m benchmarks.analyze [--data ../shared/data] [--rounds 5]

The sample article and, where the corpora are, the passages of align/; CPU milliseconds a passage in one process each:
the first time (cold: every passage is new) and again (warm). uroman gets the words of Arabic script of each passage,
one by one, after a first word that loads its tables.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.peers import python_of
from benchmarks.processes import ROOT, Spread

__all__ = ["Timed", "timed"]

ARTICLE = ROOT / "seeds" / "000_02bac0db7d26ebab.txt"


class Timed(NamedTuple):
    """CPU milliseconds a passage, cold and warm."""

    name: str
    cold: float
    warm: Spread


def passages(data: Path) -> list[str]:
    """What is analyzed."""
    found = [ARTICLE.read_text(encoding="utf-8")]
    for name in ("persianate_dev", "ntrex_dev"):
        path = data / "align" / f"{name}.jsonl"
        if path.exists():
            found += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return found


def contestant(name: str) -> Callable[[str], Any]:
    """The work of one contestant on one passage."""
    if name == "persiantools":
        from persiantools import analyze

        analyze("گرم warm")
        return analyze
    import re

    import uroman  # type: ignore[import-not-found,unused-ignore]

    model, persian = uroman.Uroman(), re.compile("[\u0600-\u06ff\u200c]+")
    model.romanize_string("گرم", lcode="fas")
    return lambda text: [model.romanize_string(word, lcode="fas") for word in persian.findall(text)]


def measure(name: str, texts: list[str], rounds: int) -> list[float]:
    """CPU milliseconds a passage of each round; in this process."""
    work = contestant(name)
    found = []
    for _ in range(1 + rounds):
        began = time.process_time()
        for text in texts:
            work(text)
        found.append((time.process_time() - began) / len(texts) * 1000)
    return found


def timed(data: Path, rounds: int = 5) -> list[Timed]:
    """Both contestants, each in a process of its own."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "passages.json"
        path.write_text(json.dumps(passages(data)), encoding="utf-8")
        for name, python in (("persiantools", sys.executable), ("uroman", python_of("romanizers"))):
            command = [
                python,
                str(Path(__file__).resolve()),
                "--contestant",
                name,
                str(path),
                "--rounds",
                str(rounds),
            ]
            done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}, check=True)
            cold, *warm = json.loads(done.stdout.splitlines()[-1])
            found.append(Timed(name, cold, Spread.of(warm)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--contestant", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.contestant:
        name, path = chosen.contestant
        print(json.dumps(measure(name, json.loads(Path(path).read_text(encoding="utf-8")), chosen.rounds)))
        return
    print(f"{len(passages(chosen.data))} passages; CPU milliseconds a passage")
    for name, cold, warm in timed(chosen.data, chosen.rounds):
        print(f"{name:14} cold {cold:8.2f}   warm {warm}")


if __name__ == "__main__":
    main()
