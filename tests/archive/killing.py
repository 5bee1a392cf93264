"""A batch that is killed at random moments and resumed, beside one that was left alone: the same bytes.

    python -m tests.archive.killing [--rounds 20] [--records 20000]

Each round kills the run or one of its workers with SIGKILL, three times at random moments, resumes until it ends, and
compares every file. Then a line of 50 MB, refused at first, then killed while it is worked on, and (as root on Linux)
a file system that is really full, and resumed when it has room.
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
from collections.abc import Iterable
from pathlib import Path

TEXTS = (
    "او می رود و كتاب ها را مي خواند", "مقامهای ارشد رفتهاند https://t.co/Ab12",
    "Ahmad Massoud spoke. احمد مسعود گفت", "nothing here",
    "😀 @ali salam khoobi?", "\u2028یک\u2028", "نمیدونم چی بگم والا", "\x00 سلام \ud800",
)  # fmt: skip
COMMAND = [sys.executable, "-c", "from persiantools.cli.main import main; main()", "batch"]
SOME_FAILED, UNWRITABLE = 1, 4
LONG = 32_000_000  # characters: 51 MB


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


LONGER = ("--longest-text", str(LONG), "--longest-record", "64")


def command(source: Path, folder: Path, *more: str, jobs: int, resume: bool) -> list[str]:
    own = ("--jobs", str(jobs), "--shard-size", "500", *more)
    return [*COMMAND, str(source), "-o", str(folder), *own, *(["--resume"] * resume)]


def started(source: Path, folder: Path, *more: str, jobs: int, resume: bool) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command(source, folder, *more, jobs=jobs, resume=resume), stderr=subprocess.PIPE)


def ended(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a run, when it has one."""
    process.communicate()
    return process.returncode


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def workers_of(pid: int) -> list[int]:
    """The worker processes of a run: on Linux each thread lists the processes that it has started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        return [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
    except OSError:  # it ends at this moment
        return []


def lived(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Whether the run goes on for so long."""
    end = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    return process.poll() is None


def killed_and_resumed(source: Path, folder: Path, kills: Iterable[tuple[float, str]], *more: str) -> str:
    """Run until the end, killed on the way: after so many seconds, P the run itself, w one of its workers.

    A worker that is killed is replaced and the run goes on; a run that is killed is resumed. Who was killed until
    the end.
    """
    told = ""
    process = started(source, folder, *more, jobs=2, resume=False)
    for seconds, whom in kills:
        if not lived(process, seconds):
            break
        told += whom
        if whom == "P":
            process.kill()
            ended(process)
            process = started(source, folder, *more, jobs=2, resume=(folder / "manifest.json").exists())
        else:
            for worker in workers_of(process.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
    _, said = process.communicate()
    assert process.returncode == SOME_FAILED, said
    return told


def a_long_line(place: Path) -> str:
    """A line of 50 MB between two short ones fails; asked for, it is killed while a worker has it, and resumed."""
    source, folder = place / "long.jsonl", place / "long"
    unit = "مقامهای ارشد رفتهاند and so on "
    text = unit * (LONG // len(unit))
    lines = [json.dumps({"text": each}, ensure_ascii=False).encode() for each in ("می رود", text, "x")]
    source.write_bytes(b"\n".join([*lines, b"{", b""]))
    assert ended(started(source, place / "short", jobs=1, resume=False)) == SOME_FAILED
    codes = [json.loads(line)["code"] for line in (place / "short" / "failures.jsonl").read_bytes().splitlines()]
    assert codes == ["too-long", "json"]
    assert ended(started(source, place / "long-alone", *LONGER, jobs=1, resume=False)) == SOME_FAILED
    assert (place / "long-alone" / "failures.jsonl").read_bytes().count(b"\n") == 1
    told = killed_and_resumed(source, folder, [(15, "w"), (15, "P")], *LONGER)
    assert contents(folder) == contents(place / "long-alone")
    return f"a line of {len(lines[1]) / 1e6:.0f} MB: refused; asked for, killed {told}, the same bytes"


def a_full_disk(place: Path) -> str:
    """A file system with half the room that the rows need: the run says so, and is resumed when there is more."""
    source, wanted, small = place / "tweets.jsonl", contents(place / "alone"), place / "small"
    size = sum(map(len, wanted.values())) // 2
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True).returncode:
        return "a full disk: not tried, for no small file system can be mounted here (only root may)"
    try:
        done = subprocess.run(command(source, small / "out", jobs=2, resume=False), capture_output=True)
        assert done.returncode == UNWRITABLE and b"No space left" in done.stderr, done.stderr.decode()
        subprocess.run(["mount", "-o", f"remount,size={size * 4}", str(small)], check=True)
        assert ended(started(source, small / "out", jobs=2, resume=True)) == SOME_FAILED
        assert contents(small / "out") == wanted
    finally:
        subprocess.run(["umount", str(small)], check=True)
    return "a full disk: said so, resumed, the same bytes"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        source = place / "tweets.jsonl"
        archive(source, chosen.records)
        began = time.monotonic()
        assert ended(started(source, place / "alone", jobs=2, resume=False)) == SOME_FAILED
        whole, wanted = time.monotonic() - began, contents(place / "alone")
        for number in range(chosen.rounds):
            folder = place / f"round-{number}"
            kills = [(chance.uniform(0.2, whole / 4), chance.choice("Pw")) for _ in range(3)]
            told = killed_and_resumed(source, folder, kills)
            assert contents(folder) == wanted, f"round {number} differs"
            print(f"round {number}: killed {told} (P the run, w a worker), the same {len(wanted)} files", flush=True)
        for trial in (a_long_line, a_full_disk):
            print(trial(place), flush=True)


if __name__ == "__main__":
    main()
