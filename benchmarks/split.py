"""The splitter beside other language identifiers, on the same passages, in one run.

    python -m benchmarks.split --gold mixed_dev.jsonl [--scorer score_split.py]

For each tool, by the processor time of one process: seconds to load, passages a second in the first pass (cold) and
the second (warm), and how many megabytes it holds at most; with ``--scorer``, its lines of that scorer. A peer labels
passages where it can (lingua: its multi-language mode; pycld2: its vectors; langdetect and eldc: one label a line).
Peers live in an environment of their own (`benchmarks.peers`); each runs in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.peers import python_of
from benchmarks.processes import ROOT

Spans = list[tuple[int, int, str]]


def ours() -> Callable[[str], Spans]:
    from persiantools.splitter import split

    return lambda text: [(span.start, span.end, span.lang) for span in split(text)]


def lingua(few: bool) -> Callable[[str], Spans]:
    from lingua import Language, LanguageDetectorBuilder  # type: ignore[import-not-found,unused-ignore]

    four = (Language.PERSIAN, Language.ENGLISH, Language.ARABIC, Language.URDU)
    builder = LanguageDetectorBuilder.from_languages(*four) if few else LanguageDetectorBuilder.from_all_languages()
    detector = builder.build()

    def spans(text: str) -> Spans:
        found = detector.detect_multiple_languages_of(text)
        return tiled(
            text, [(one.start_index, one.end_index, one.language.iso_code_639_1.name.lower()) for one in found]
        )

    return spans


def pycld2() -> Callable[[str], Spans]:
    import pycld2 as cld  # type: ignore[import-not-found,unused-ignore]

    def spans(text: str) -> Spans:
        raw = text.encode()
        try:
            vectors = cld.detect(raw, returnVectors=True)[3]
        except cld.error:
            return [(0, len(text), "und")]
        at = [
            (len(raw[:s].decode(errors="ignore")), len(raw[: s + n].decode(errors="ignore")), c)
            for s, n, _, c in vectors
        ]
        return tiled(text, at)

    return spans


def by_line(label: Callable[[str], str]) -> Callable[[str], Spans]:
    def spans(text: str) -> Spans:
        found, at = [], 0
        for line in text.splitlines(keepends=True):
            found.append((at, at + len(line), label(line)))
            at += len(line)
        return found

    return spans


def langdetect() -> Callable[[str], Spans]:
    import langdetect as tool

    def label(line: str) -> str:
        try:
            return str(tool.detect(line))
        except tool.LangDetectException:
            return "und"

    return by_line(label)


def eldc() -> Callable[[str], Spans]:
    import eldc as tool  # type: ignore[import-not-found,unused-ignore]

    tool.init()
    return by_line(lambda line: str(tool.detect(line) or "und"))


def tiled(text: str, found: Spans) -> Spans:
    """``found`` with gaps given to the span before them, as a scorer of tilings wants it."""
    starts = sorted({start: lang for start, _, lang in found if start < len(text)}.items()) or [(0, "und")]
    starts[0] = (0, starts[0][1])
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [(start, end, lang) for (start, lang), end in zip(starts, ends, strict=True) if end > start]


TOOLS: dict[str, Callable[[], Callable[[str], Spans]]] = {
    "persiantools": ours,
    "lingua, 4 languages": lambda: lingua(True),
    "lingua, all": lambda: lingua(False),
    "pycld2": pycld2,
    "langdetect": langdetect,
    "eldc": eldc,
}


def measure(tool: str, gold: Path, predictions: Path) -> dict[str, Any]:
    """Run one tool in this process: seconds to load, passages a second cold and warm, peak memory in MB; predictions
    are written.
    """
    cases = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    clock = [time.process_time()]
    spans = TOOLS[tool]()
    spans("سلام hello")
    clock.append(time.process_time())
    rows = [{"id": case["id"], "spans": spans(case["text"])} for case in cases]
    clock.append(time.process_time())
    for case in cases:
        spans(case["text"])
    clock.append(time.process_time())
    memory = peak_memory()
    predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    load, cold, warm = (after - before for before, after in pairwise(clock))
    return {"load": load, "cold": len(cases) / cold, "warm": len(cases) / warm, "memory": memory}


def peak_memory() -> float:
    """The most memory that this process has held, in MB. Linux counts it anew for each program; elsewhere it may be
    that of the program that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)


def measured(gold: Path, scorer: Path | None = None) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Each tool with what it took and, with ``scorer``, its lines; or why it does not run."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predictions.jsonl"
        for tool in TOOLS:
            python = sys.executable if tool == "persiantools" else python_of("languages")
            command = [python, str(Path(__file__).resolve()), "--gold", str(gold), "--tool", tool, "--out", str(out)]
            done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}, check=False)
            if done.returncode:
                yield tool, (done.stderr.strip().splitlines() or ["no message"])[-1]
                continue
            found: dict[str, Any] = json.loads(done.stdout)
            if scorer:
                score = [sys.executable, str(scorer), str(gold), str(out)]
                lines = subprocess.run(score, capture_output=True, text=True, check=True).stdout.splitlines()
                found["scores"] = lines[:3]
            yield tool, found


def main() -> None:
    """Measure all tools, or (with --tool) one of them in this process."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--tool", choices=TOOLS)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "persiantools-predictions.jsonl")
    options = parser.parse_args()
    if options.tool:
        print(json.dumps(measure(options.tool, options.gold, options.out)))
        return
    for tool, found in measured(options.gold, options.scorer):
        if isinstance(found, str):
            print(f"{tool:22s} does not run: {found}")
            continue
        print(
            f"{tool:22s} load {found['load']:6.2f} s  cold {found['cold']:8,.0f}/s  warm {found['warm']:8,.0f}/s"
            f"  {found['memory']:6.0f} MB"
        )
        print("".join(f"    {line}\n" for line in found.get("scores", ())), end="")


if __name__ == "__main__":
    main()
