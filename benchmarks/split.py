"""The splitter beside other language identifiers, on the same passages, in one run.

    python -m benchmarks.split --gold mixed_dev.jsonl [--scorer score_split.py] [--peers FOLDER]

For each tool, by the processor time of one process: seconds to load, passages a second in the first pass (cold) and
the second (warm), and how many megabytes it holds at most; with ``--scorer``, its lines of that scorer. A peer labels
passages where it can (lingua: its multi-language mode; pycld2: its vectors; langdetect and eldc: one label a line).
Peers that are not installed are made a virtual environment in ``--peers`` (a temporary folder by default); each runs
in a process of its own. Not part of the tests.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int, str]]
PEERS = {
    "lingua, 4 languages": "lingua-language-detector",
    "lingua, all": "lingua-language-detector",
    "pycld2": "pycld2",
    "langdetect": "langdetect",
    "eldc": "eldc",
}
ROOT = Path(__file__).resolve().parent.parent


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


def peers_python(folder: Path) -> Path:
    """The interpreter of the peers' environment, made where there is none."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        for package in sorted(set(PEERS.values())):
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", package], check=False)
    return python


def main() -> None:
    """Measure all tools, or (with --tool) one of them in this process."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir()) / "persiantools-peers")
    parser.add_argument("--tool", choices=TOOLS)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "persiantools-predictions.jsonl")
    options = parser.parse_args()
    if options.tool:
        print(json.dumps(measure(options.tool, options.gold, options.out)))
        return
    peers = peers_python(options.peers)
    for tool in TOOLS:
        python = sys.executable if tool == "persiantools" else str(peers)
        command = [
            python,
            str(Path(__file__)),
            "--gold",
            str(options.gold),
            "--tool",
            tool,
            "--out",
            str(options.out),
        ]
        done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}, check=False)
        if done.returncode:
            print(f"{tool:22s} does not run: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
            continue
        found = json.loads(done.stdout)
        print(
            f"{tool:22s} load {found['load']:6.2f} s  cold {found['cold']:8,.0f}/s  warm {found['warm']:8,.0f}/s"
            f"  {found['memory']:6.0f} MB"
        )
        if options.scorer:
            score = [sys.executable, str(options.scorer), str(options.gold), str(options.out)]
            lines = subprocess.run(score, capture_output=True, text=True, check=True).stdout.splitlines()
            print("\n".join(f"    {line}" for line in lines[:3]))


if __name__ == "__main__":
    main()
