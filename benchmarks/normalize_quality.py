"""What normalizers restore and what they break, by the public scorers: all with their defaults.

python -m benchmarks.normalize_quality [--data ../shared/data] [--eval ../shared/eval]

ZWNJ: edited sentences whose ZWNJ were deleted, typed as spaces, or left in place (each one put in there is false),
and news and tweets as published. Damage: spans in tweets that must stay (links, handles, numbers, code, English,
emoji).
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.normalize import CONTESTANTS, load
from benchmarks.peers import python_of
from benchmarks.processes import ROOT
from training.common import read_lines

ZWNJ = "\u200c"
HEAD = ("", "deleted, F1", "as spaces, F1", "clean, false", "published, F1", "damaged")


def inputs(data: Path) -> dict[str, list[str]]:
    """What each task gives a normalizer."""
    edited = read_lines(data / "text/perdt_dev.txt")
    return {
        "deleted": [line.replace(ZWNJ, "") for line in edited],
        "spaced": [line.replace(ZWNJ, " ") for line in edited],
        "clean": edited,
        "wild": [row.split("\t")[1] for row in read_lines(data / "text/wild_dev.tsv")],
        "damage": [json.loads(row)["text"] for row in read_lines(data / "text/damage_dev.jsonl")],
    }


def answers(name: str, path: Path) -> dict[str, list[str]]:
    """What one normalizer makes of the inputs at ``path``."""
    normalize: Callable[[str], object] = load(name)
    tasks: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {task: [str(normalize(text)) for text in texts] for task, texts in tasks.items()}


def qualities(data: Path, scorers: Path) -> Iterator[tuple[str, list[str]]]:
    """Each contestant with its row of the table, or why it does not run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inputs.json"
        path.write_text(json.dumps(inputs(data)), encoding="utf-8")
        for name, group in CONTESTANTS.items():
            command = [python_of(group) if group else sys.executable, str(Path(__file__).resolve())]
            done = subprocess.run(
                [*command, "--answers", name, str(path)],
                capture_output=True,
                text=True,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )
            if done.returncode:
                yield name, [f"does not run here: {done.stderr.strip().splitlines()[-1][:80]}", "", "", "", ""]
                continue
            found: dict[str, list[str]] = json.loads(done.stdout.strip().splitlines()[-1])
            yield name, _row(found, data, scorers, Path(folder))


def _row(found: dict[str, list[str]], data: Path, scorers: Path, folder: Path) -> list[str]:
    edited = data / "text/perdt_dev.txt"
    published = folder / "wild.gold"
    published.write_text(
        "\n".join(row.split("\t")[2] for row in read_lines(data / "text/wild_dev.tsv")) + "\n", "utf-8"
    )
    cases = [json.loads(row)["id"] for row in read_lines(data / "text/damage_dev.jsonl")]
    rows = [json.dumps({"id": id, "text": text}) for id, text in zip(cases, found["damage"], strict=True)]

    def printed(scorer: str, gold: Path, lines: list[str]) -> str:
        output = folder / "output"
        # One line stays one line; in JSON it is one already.
        output.write_text("".join(" ".join(line.split("\n")) + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, str(scorers / f"score_{scorer}.py"), str(gold), str(output)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    broken = printed("damage", data / "text/damage_dev.jsonl", rows).strip().splitlines()[-1]
    return [
        _figure(r"F1 (\S+)", printed("zwnj", edited, found["deleted"])),
        _figure(r"F1 (\S+)", printed("zwnj", edited, found["spaced"])),
        _figure(r"false (\d+)", printed("zwnj", edited, found["clean"])),
        _figure(r"F1 (\S+)", printed("zwnj", published, found["wild"])),
        # What a case expects to change is not damage, and depends on rules that not all have.
        str(int(_figure(r"(\d+) of", broken)) - int(_figure(r"'expect': (\d+)", broken) or 0)),
    ]


def _figure(pattern: str, printed: str) -> str:
    match = re.search(pattern, printed)
    return match[1] if match else ""


def main() -> None:
    """Print the table; with ``--answers``, be one of the contestants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--answers", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.answers:
        print(json.dumps(answers(chosen.answers[0], Path(chosen.answers[1]))))
        return
    print("".join(f"{title:>15}" for title in HEAD))
    for name, row in qualities(chosen.data, chosen.eval):
        print("".join(f"{cell:>15}" for cell in (name, *row)), flush=True)


if __name__ == "__main__":
    main()
