"""A batch that is killed at random moments and resumed, beside one that was left alone: the same bytes.

    python -m tests.archive.killing [--rounds 20] [--records 20000]

Kills the parent or one of its workers with SIGKILL, resumes until the run ends, and compares every file.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXTS = (
    "او می رود و كتاب ها را مي خواند", "مقامهای ارشد رفتهاند https://t.co/Ab12",
    "Ahmad Massoud spoke. احمد مسعود گفت", "nothing here",
    "😀 @ali salam khoobi?", "\u2028یک\u2028", "نمیدونم چی بگم والا", "\x00 سلام \ud800",
)  # fmt: skip
COMMAND = [sys.executable, "-c", "from persiantools.cli.main import main; main()", "batch"]


def archive(path: Path, records: int) -> None:
    """JSON lines with everything that may go wrong among them."""
    with path.open("wb") as file:
        for number in range(records):
            text = TEXTS[number % len(TEXTS)] + f" {number}"
            file.write(json.dumps({"id": number, "text": text}).encode() + b"\n")
            if number % 97 == 5:
                file.write(b'{"text": "cut' + b"\n")
            if number % 211 == 7:
                file.write(b'{"text": ' + b"[" * 1000 + b"]" * 1000 + b"}\n\n\xff\xfe\n")


def started(source: Path, folder: Path, *, jobs: int, resume: bool) -> "subprocess.Popen[bytes]":
    command = [*COMMAND, str(source), "-o", str(folder), "--jobs", str(jobs), "--shard-size", "500"]
    return subprocess.Popen(command + ["--resume"] * resume, stderr=subprocess.PIPE)


def ended(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a run, when it has one."""
    process.communicate()
    return process.returncode


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def children(process: int) -> list[int]:
    """The worker processes."""
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(one) for one in path.read_text().split()] if path.exists() else []


def killed_and_resumed(source: Path, folder: Path, chance: random.Random, kills: int) -> int:
    """Run until the end, killed ``kills`` times on the way at most; how often it was."""
    done = 0
    while True:
        process = started(source, folder, jobs=2, resume=folder.exists() and any(folder.glob("manifest.json")))
        end = time.monotonic() + chance.uniform(0.3, 4) if done < kills else float("inf")
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        if process.poll() is not None:
            _, said = process.communicate()
            assert process.returncode == 1, said  # some records fail
            return done
        victims = children(process.pid) if chance.random() < 0.4 else []
        os.kill(chance.choice(victims) if victims else process.pid, signal.SIGKILL)
        done += 1
        code = ended(process)
        if victims:  # the run goes on without it
            assert code == 1
            return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "tweets.jsonl"
        archive(source, chosen.records)
        alone = Path(place) / "alone"
        process = started(source, alone, jobs=1, resume=False)
        assert ended(process) == 1
        wanted = contents(alone)
        for number in range(chosen.rounds):
            folder = Path(place) / f"round-{number}"
            kills = killed_and_resumed(source, folder, chance, kills=3)
            assert contents(folder) == wanted, f"round {number} differs"
            print(f"round {number}: killed {kills} times, the same bytes", flush=True)


if __name__ == "__main__":
    main()
