"""Speed of normalizers on real lines: ours, hazm, shekar, rishe (its Normalizer and its rules-only Pipeline).

python -m benchmarks.normalize [--data ../shared/data] [--lines N] [--unseen]

Each runs in a process of its own over all tweets, Persian and Dari news and edited sentences, each line once, in
one shuffled order; ``--unseen`` leaves out the lines that our models were trained on. The first half is cold and
warms it, the second half is measured warm. Memory is what the process had at its most: before the normalizer was
brought in, when it was ready, and at the end. The peers live in an environment of their own, made on the first run
under ~/.cache/persiantools-benchmarks; hazm and ours run in this one. Ours restores ZWNJ and finds the spans itself;
how many of its words it remembers is counted in a second run that is not timed. What each does to a few texts is
printed too, for speed is no use where links break.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.peers import python_of
from benchmarks.processes import ROOT

CONTESTANTS: dict[str, str | None] = {
    "ours": None, "hazm": None, "shekar": "shekar", "rishe": "rishe", "rishe-pipeline": "rishe",
    "parsivar": "parsivar", "negar": "negar",
}  # fmt: skip
"""Each with the environment of `benchmarks.peers` that it lives in; None is this one."""
SHOWN = ("مقامهای ارشد رفتهاند", "او می رود و کتاب ها", "لینک https://t.co/Ab12.5 و @ali_r2", "خانهای 😂 v3.12.1")


def real_lines(data: Path, unseen: bool) -> list[str]:
    """Every real Persian line of the corpora once, shuffled with a fixed seed; or only those that nothing was trained
    on.
    """
    found: list[str] = []
    for name in ("tweets/parstwiner_train.tsv", "tweets/parstwiner_dev.tsv")[unseen:]:
        blocks = (data / name).read_text(encoding="utf-8").strip().split("\n\n")
        found += [" ".join(row.split("\t")[0] for row in block.split("\n")) for block in blocks]
    rows = (data / "ntrex/documents.txt").read_text(encoding="utf-8").strip().split("\n")
    for name in ("ntrex/fas.txt", "ntrex/prs.txt"):
        news = (data / name).read_text(encoding="utf-8").strip().split("\n")
        found += [line for line, row in zip(news, rows, strict=True) if not (unseen and row.endswith("\ttrain"))]
    found += (data / "text/perdt_dev.txt").read_text(encoding="utf-8").strip().split("\n")
    unique = [line for line in dict.fromkeys(found) if line.strip()]
    random.Random(1).shuffle(unique)
    return unique


def load(name: str) -> Callable[[str], Any]:
    """The normalizing function of one contestant."""
    if name == "ours":
        from persiantools.normalizer import find_edits
        from persiantools.splitter import split

        return lambda text: find_edits(text, split(text)).apply(text)
    if name == "negar":
        from negar.virastar import PersianEditor  # type: ignore[import-not-found,unused-ignore]

        return lambda text: PersianEditor(text).cleanup()
    module = __import__("rishe" if name.startswith("rishe") else name)
    tool: Any = module.Pipeline() if name == "rishe-pipeline" else module.Normalizer()
    return tool if name == "shekar" else tool.normalize  # type: ignore[no-any-return]


def contest(name: str, path: Path) -> dict[str, Any]:
    """What one contestant takes: seconds to start, microseconds a line cold and warm, megabytes, and what it does."""
    lines = path.read_text(encoding="utf-8").split("\n")
    before = _megabytes()
    began = time.perf_counter()
    normalize = load(name)
    normalize("سلام دنیا")
    result: dict[str, Any] = {"start": time.perf_counter() - began, "before": before, "ready": _megabytes()}
    half = len(lines) // 2
    for label, part in (("cold", lines[:half]), ("warm", lines[half:])):
        began = time.process_time()
        for line in part:
            normalize(line)
        result[label] = (time.process_time() - began) / len(part) * 1e6
    result |= {"mb": _megabytes(), "shown": [str(normalize(text)) for text in SHOWN]}
    return result | {"remembered": remembered(lines)} if name == "ours" else result


def remembered(lines: list[str]) -> list[float]:
    """The share of our words and gaps that were seen before, in the first and in the second half of ``lines``."""
    from persiantools.normalizer import DEFAULT
    from persiantools.normalizer.letters import WORD
    from persiantools.normalizer.line import Shapes
    from persiantools.normalizer.stages import SpanNormalizer
    from persiantools.splitter import split

    fresh, missing = SpanNormalizer(DEFAULT), Shapes.__missing__
    new: list[str] = []

    def counted(self: Shapes, piece: str) -> str:
        new.append(piece)
        return missing(self, piece)

    Shapes.__missing__ = counted  # type: ignore[method-assign]
    shares = []
    for part in (lines[: len(lines) // 2], lines[len(lines) // 2 :]):
        new.clear()
        pieces = 0
        for text in part:
            for span in split(text):
                if span.lang == "fa" and span.kind == "text":
                    pieces += len(WORD.split(span.of(text)))
                    fresh.edits(text, span.start, span.end)
        shares.append(1 - len(new) / max(1, pieces))
    return shares


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def contests(lines: list[str]) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Each contestant with what it took, or why it does not run; one after the other, each in its own process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        for name, group in CONTESTANTS.items():
            python = python_of(group) if group else sys.executable
            command = [python, str(Path(__file__).resolve()), "--contestant", name, str(path)]
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            done = subprocess.run(command, capture_output=True, text=True, env=environment)
            last = (done.stderr if done.returncode else done.stdout).strip().splitlines()[-1:] or ["no message"]
            yield name, last[0] if done.returncode else json.loads(last[0])


def main() -> None:
    """Run all contestants and print a table; with ``--contestant``, be one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--lines", type=int, default=0, help="only so many lines (all when 0)")
    parser.add_argument("--unseen", action="store_true", help="only lines that our models were not trained on")
    parser.add_argument("--contestant", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.contestant:
        print(json.dumps(contest(chosen.contestant[0], Path(chosen.contestant[1])), ensure_ascii=False))
        return
    lines = real_lines(chosen.data, chosen.unseen)[: chosen.lines or None]
    print(f"{len(lines)} lines, {sum(map(len, lines)) / len(lines):.0f} characters a line")
    head = f"{'':16}{'start s':>9}{'cold µs':>9}{'warm µs':>9}{'warm lines/s':>14}"
    print(head + f"{'MB before':>11}{'ready':>7}{'end':>6}")
    for name, got in contests(lines):
        if isinstance(got, str):
            print(f"{name:16}  does not run: {got}")
            continue
        print(
            f"{name:16}{got['start']:9.2f}{got['cold']:9.0f}{got['warm']:9.0f}{1e6 / got['warm']:14.0f}"
            f"{got['before']:11.0f}{got['ready']:7.0f}{got['mb']:6.0f}"
        )
        if shares := got.get("remembered"):
            print(" " * 16 + "words and gaps remembered: " + ", ".join(f"{share:.1%}" for share in shares))
        for text in got["shown"]:
            print(" " * 16 + text.replace("\u200c", "⟨ZWNJ⟩"))


if __name__ == "__main__":
    main()
