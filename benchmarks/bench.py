"""Everything that is measured beside peers, in one run, as one page with plots: ``make bench``.

    python -m benchmarks.bench [--data ../shared/data] [--eval ../shared/eval] [--lines N] [--records N]

Writes benchmarks/RESULTS.md and benchmarks/plots/*.svg, and adds the figures to benchmarks/history.json under the
version, so that a later run can be held against them. Where the corpora are not there, the lines of fixtures/ do for
a small run that shows that everything works and nothing more.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.analyze import timed
from benchmarks.costs import costs
from benchmarks.normalize import contests, real_lines
from benchmarks.normalize_quality import HEAD, qualities
from benchmarks.plots import Bar, bars
from benchmarks.processes import ROOT
from benchmarks.split import measured
from benchmarks.where import JOBS, shares

FOLDER = Path(__file__).resolve().parent
PLOTS, PAGE, HISTORY = FOLDER / "plots", FOLDER / "RESULTS.md", FOLDER / "history.json"
FIXTURES = ROOT / "fixtures"

Figures = dict[str, float]


def fixture_lines() -> list[str]:
    """Lines for a small run: what ships with the repository."""
    article = (ROOT / "seeds" / "000_02bac0db7d26ebab.txt").read_text(encoding="utf-8").splitlines()
    cases = (FIXTURES / "normalize").glob("*.jsonl")
    texts = [
        json.loads(row).get("text", "") for path in sorted(cases) for row in path.read_text("utf-8").splitlines()
    ]
    return [line for line in (*article, *texts) if line.strip()]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def plot(name: str, title: str, note: str, rows: Sequence[Bar], unit: str) -> str:
    """Write a plot; its place in the page."""
    PLOTS.mkdir(exist_ok=True)
    (PLOTS / f"{name}.svg").write_text(bars(title, note, rows, unit), encoding="utf-8")
    return f"![{title}](plots/{name}.svg)\n"


def normalizing(lines: list[str], figures: Figures) -> Iterator[str]:
    """Normalizers on real lines."""
    rows, shown = [], []
    for name, got in contests(lines):
        if isinstance(got, str):
            rows.append([name, f"does not run here: {got[:80]}", "", "", ""])
            continue
        figures |= {f"normalize {name} cold": got["cold"], f"normalize {name} warm": got["warm"]}
        rows.append([name, f"{got['start']:.2f} s", f"{got['cold']:.0f}", f"{got['warm']:.0f}", f"{got['mb']:.0f}"])
        shown.append(Bar(name, got["warm"], got["warm"], got["warm"], name == "ours"))
    yield "## Normalizing\n"
    yield (
        f"{len(lines):,} real lines of {sum(map(len, lines)) / max(1, len(lines)):.0f} characters, each once; CPU "
        "microseconds a line in one process: the first half (cold), then the second (warm). Ours finds the Persian "
        "spans and restores ZWNJ; what each does to links and handles: `python -m benchmarks.normalize`.\n"
    )
    yield plot("normalize", "Normalizing a line", "µs of CPU a line, warm; less is better", shown, "µs")
    yield from table(["", "start", "cold µs", "warm µs", "MB"], rows)


def restoring(data: Path, scorers: Path) -> Iterator[str]:
    """What the normalizers restore and break."""
    yield "## Restoring ZWNJ, and breaking nothing\n"
    yield (
        "Edited sentences whose ZWNJ were deleted, typed as spaces or left alone (what is put in there is false), "
        "lines as published, and spans of tweets that must stay, 45 of them; all with their defaults "
        "(`python -m benchmarks.normalize_quality`).\n"
    )
    yield from table(HEAD, [[name, *row] for name, row in qualities(data, scorers)])


def splitting(gold: Path, scorer: Path, figures: Figures) -> Iterator[str]:
    """Language identifiers on mixed passages."""
    rows, shown = [], []
    for name, got in measured(gold, scorer if scorer.exists() else None):
        if isinstance(got, str):
            rows.append([name, f"does not run here: {got[:80]}", "", "", "", ""])
            continue
        figures |= {f"split {name} cold": got["cold"], f"split {name} warm": got["warm"]}
        speeds = (f"{got[label]:,.0f}" for label in ("cold", "warm"))
        scores = "; ".join(got.get("scores", ()))
        rows.append([name, f"{got['load']:.2f} s", *speeds, f"{got['memory']:.0f}", scores])
        shown.append(Bar(name, got["cold"], got["cold"], got["cold"], name == "persiantools"))
    yield "## Splitting by language\n"
    yield "Mixed passages; passages a second of CPU in one process, the first time and again.\n"
    yield plot("split", "Splitting mixed passages", "passages a second of CPU, cold; more is better", shown, "/s")
    yield from table(["", "load", "cold /s", "warm /s", "MB", "scores"], rows)


def analyzing(data: Path, figures: Figures) -> Iterator[str]:
    """The whole of analyze."""
    found = timed(data)
    figures |= {f"analyze {one.name} warm": one.warm.median for one in found}
    yield "## Analyzing an article\n"
    yield (
        "All of `analyze` beside what uroman takes to romanize the Persian words of the same passages; CPU "
        "milliseconds a passage, cold and warm (median, least and most of five rounds).\n"
    )
    yield from table(["", "cold ms", "warm ms"], [[one.name, f"{one.cold:.1f}", str(one.warm)] for one in found])


def starting(figures: Figures) -> Iterator[str]:
    """What tools cost before they do anything."""
    rows = []
    for name, start, disk in costs():
        figures[f"start {name} wall"] = start.wall.median
        size = f"{disk:.0f}" if disk else ""
        rows.append([name, str(start.wall), str(start.cpu), f"{start.megabytes.median:.0f}", size])
    yield "## Starting\n"
    yield "Interpreter, import, construction and one short answer: median of five runs, with least and most.\n"
    yield from table(["", "wall s", "CPU s", "MB", "MB on disk"], rows)


def spending(data: Path) -> Iterator[str]:
    """Where our time goes."""
    rows = []
    for job, micros, modules in shares(data, 6000):
        each = JOBS[job.rpartition(", ")[0]][1]
        rows.append([job, f"{micros:,.0f} µs {each}", ", ".join(f"{name} {share:.0%}" for name, share in modules)])
    yield "## Where the time goes\n"
    yield (
        "The modules of ours in which each millisecond of CPU time found the work, or which had called what worked "
        "(`python -m benchmarks.where`).\n"
    )
    yield from table(["", "CPU", "the most of it"], rows)


def printed(title: str, note: str, *command: str) -> Iterator[str]:
    """What another benchmark prints, as it prints it."""
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=ROOT)
    said = done.stdout if done.returncode == 0 else f"does not run here: {done.stderr.strip().splitlines()[-1:]}"
    yield f"## {title}\n"
    yield f"{note} (`python -m {' '.join(command)}`)\n"
    yield f"```text\n{said.strip()}\n```\n"


def our_version() -> str:
    """The version of this source tree, whether it is installed or not."""
    found: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return found


def machine() -> str:
    """Where this was measured."""
    cpu = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or "an unknown processor",
    )
    return f"{cpu}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def remember(figures: Figures) -> None:
    """Keep the figures of this version beside those of earlier ones."""
    history: dict[str, Any] = json.loads(HISTORY.read_text("utf-8")) if HISTORY.exists() else {}
    history[our_version()] = {"machine": machine(), **{name: round(value, 3) for name, value in figures.items()}}
    HISTORY.write_text(json.dumps(history, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--records", type=int, default=100_000)
    chosen = parser.parse_args()
    figures: Figures = {}
    whole = chosen.data.is_dir()
    lines = (real_lines(chosen.data, False) if whole else fixture_lines())[: chosen.lines or None]
    page = [
        "# Measured beside peers\n",
        f"Written by `make bench` for persiantools {our_version()} on {machine()}.\n",
        "Figures of one run, one tool at a time; read the ratios, not the figures: another machine has others.\n",
    ]
    for part in (
        normalizing(lines, figures),
        restoring(chosen.data, chosen.eval) if whole else (),
        splitting(chosen.data / "split/mixed_dev.jsonl", chosen.eval / "score_split.py", figures) if whole else (),
        analyzing(chosen.data, figures),
        starting(figures),
        spending(chosen.data) if whole else (),
        printed("Archives", "Split and normalize, beside a loop around hazm", "benchmarks.archive",
                "--records", str(chosen.records)) if whole else (),
        printed("Quality", "By the public scorers", "benchmarks.score") if whole else (),
    ):  # fmt: skip
        page += part
        print(f"{page[-1][:60]}…", file=sys.stderr, flush=True)
    PAGE.write_text("\n".join(page), encoding="utf-8")
    remember(figures)


if __name__ == "__main__":
    main()
