"""What archives cost: split + normalize over generated tweets, on two cores and on one, beside a plain hazm loop.

python -m benchmarks.archive [--records 1000000] [--data ../shared/data]

Real tweets are few, and repeating them would flatter every memo. So each generated tweet is a real one in which words
are replaced by words never seen before, at the rate at which real tweets go on bringing new ones: Heaps' law,
vocabulary = K · words^β, is fitted to the real tweets in their order, and the word at position n is new with
probability K · β · n^(β-1). A new word is a real one with letters of its own, so that it looks like Persian.
"""

import argparse
import json
import math
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

LETTERS = "ابپتجچحخدرزسشعغفقکگلمنوهی"
COMMAND = (sys.executable, "-c", "from persiantools.cli.main import main; main()", "batch")


def real_tweets(data: Path) -> list[list[str]]:
    """The words of real tweets, each tweet once, in one shuffled order."""
    blocks: list[str] = []
    for name in ("parstwiner_train.tsv", "parstwiner_dev.tsv"):
        blocks += (data / "tweets" / name).read_text(encoding="utf-8").strip().split("\n\n")
    tweets = [[row.split("\t")[0] for row in block.split("\n") if row.strip()] for block in blocks]
    unique = list({tuple(tweet): tweet for tweet in tweets if tweet}.values())
    random.Random(1).shuffle(unique)
    return unique


def heaps(tweets: list[list[str]]) -> tuple[float, float]:
    """K and β of Heaps' law, by least squares on the logarithms over the second half of the tweets."""
    seen: set[str] = set()
    count, points = 0, []
    for number, tweet in enumerate(tweets):
        seen.update(tweet)
        count += len(tweet)
        if number > len(tweets) // 2:
            points.append((math.log(count), math.log(len(seen))))
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    beta = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    return math.exp(mean_y - beta * mean_x), beta


def generate(path: Path, tweets: list[list[str]], records: int) -> dict[str, Any]:
    """Write ``records`` tweets as JSON lines; say how many words, and how many kinds of them, they have."""
    k, beta = heaps(tweets)
    pick = random.Random(2)
    words, kinds = 0, {word for tweet in tweets for word in tweet}
    first = sum(map(len, tweets))
    with path.open("w", encoding="utf-8") as file:
        for number in range(records):
            tweet = list(tweets[number % len(tweets)])
            if number >= len(tweets):  # the first time round, real tweets bring their own
                pick.shuffle(tweet)
                for at in range(len(tweet)):
                    if pick.random() < k * beta * max(words, first) ** (beta - 1):
                        tweet[at] = new_word(pick, tweet[at], kinds)
            words += len(tweet)
            record = {"id_str": str(10**18 + number), "full_text": " ".join(tweet), "lang": "fa", "retweet_count": 0}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return {"K": round(k, 2), "beta": round(beta, 3), "words": words, "kinds": len(kinds)}


def new_word(pick: random.Random, word: str, kinds: set[str]) -> str:
    """A word like ``word`` that there has not been."""
    while word in kinds:
        at = pick.randrange(len(word) + 1)
        word = word[:at] + pick.choice(LETTERS) + word[at + (pick.random() < 0.7) :]
    kinds.add(word)
    return word


class Ran(NamedTuple):
    """What a run took. ``peaks`` are the megabytes of each process at its largest, the parent first; ``growth`` is by
    how much the largest of these was still to grow when half of the records were read.
    """

    seconds: float
    cpu: float
    peaks: tuple[float, ...]
    growth: float = 0.0


def ours(archive: Path, folder: Path, jobs: int, records: int) -> Ran:
    """A run with ``jobs`` workers, and what its processes took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = [*COMMAND, str(archive), "-o", str(folder), "--jobs", str(jobs), "--field", "full_text"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    half: dict[int, float] = {}
    while process.poll() is None:
        peaks.update((pid, now) for pid in family(process.pid) if (now := megabytes(pid)))
        if not half and written(folder) >= records / 2:
            half = dict(peaks)
        time.sleep(0.25)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    growth = max((peaks[pid] - half.get(pid, peaks[pid]) for pid in peaks), default=0.0)
    return Ran(time.perf_counter() - began, cpu, tuple(peaks.values()), growth)


def written(folder: Path) -> int:
    """How many records the shards that are done account for."""
    try:
        return int(json.loads((folder / "manifest.json").read_bytes())["counts"]["read"])
    except (OSError, ValueError):  # there is none yet
        return 0


def family(pid: int) -> list[int]:
    """A process and its workers, as Linux lists them: each thread has those that it started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        return [pid, *(one for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes())]
    except OSError:
        return [pid]


def megabytes(pid: int) -> float:
    """The most memory that a process has had."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def hazm_loop(archive: Path) -> Ran:
    """What a reader of hazm's manual would write: one process, a loop, its normalizer over each text."""
    before = time.process_time()
    began = time.perf_counter()
    from hazm import Normalizer

    normalizer = Normalizer()
    with archive.open(encoding="utf-8") as file, Path(os.devnull).open("w", encoding="utf-8") as out:
        for line in file:
            tweet = json.loads(line)
            tweet["normalized"] = normalizer.normalize(tweet["full_text"])
            out.write(json.dumps(tweet, ensure_ascii=False) + "\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Ran(time.perf_counter() - began, time.process_time() - before, (peak,))


class Asked(NamedTuple):
    """How often a memo was asked, and how often it did not know."""

    asked: "Counter[str]"
    missed: "Counter[str]"


def memo_rates(archive: Path, records: int) -> dict[str, tuple[int, float]]:
    """How often each memo of splitting and normalizing was asked for a word in ``records`` tweets, and the share of
    these that it knew. What has no letter (a space between words) is not counted: everybody knows it.
    """
    from persiantools.archive.kernel import KernelOptions, process
    from persiantools.archive.reading import read_archive
    from persiantools.archive.records import Record

    told = Asked(Counter(), Counter())
    process([], KernelOptions())
    for memo in memos():
        _watch(memo, told)
    for item in islice(read_archive(archive, field="full_text"), records):
        if isinstance(item, Record):
            process([item], KernelOptions())
    return {name: (count, 1 - told.missed[name] / count) for name, count in told.asked.items()}


def memos() -> list[type]:
    """The kinds of memo in the modules that are loaded: mappings that make a value when a key is first asked for."""
    ours = [(name, module) for name, module in sys.modules.items() if name.startswith("persiantools.")]
    kinds = [
        kind for name, module in ours for kind in vars(module).values() if getattr(kind, "__module__", "") == name
    ]
    found = [
        kind for kind in kinds if isinstance(kind, type) and issubclass(kind, dict) and "__missing__" in vars(kind)
    ]
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def _watch(memo: Any, told: Asked) -> None:
    """Count what ``memo`` is asked from now on."""
    name = f"{memo.__module__.removeprefix('persiantools.')}.{memo.__name__.strip('_')}"
    make = memo.__missing__

    def asking(self: Any, key: Any) -> Any:
        told.asked[name] += _has_letter(key)
        return dict.__getitem__(self, key)

    def making(self: Any, key: Any) -> Any:
        told.missed[name] += _has_letter(key)
        return make(self, key)

    memo.__getitem__, memo.__missing__ = asking, making


def _has_letter(key: Any) -> bool:
    return any(map(str.isalpha, key)) if isinstance(key, str) else True


def main() -> None:
    """Generate, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--hazm", metavar="FILE", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.hazm:
        print(json.dumps(hazm_loop(chosen.hazm)))
        return
    folder = Path(tempfile.mkdtemp(prefix="archive-benchmark-"))
    archive = folder / "tweets.jsonl"
    told = generate(archive, real_tweets(chosen.data), chosen.records)
    print(f"{chosen.records:,} tweets, {archive.stat().st_size / 1e6:,.0f} MB: {told}", flush=True)
    print(f"{'':16}{'seconds':>9}{'a second':>10}{'CPU s':>9}  MB, each process at its largest", flush=True)
    for jobs in (2, 1):
        show(f"ours, {jobs} workers", ours(archive, folder / f"out-{jobs}", jobs, chosen.records), chosen.records)
        shutil.rmtree(folder / f"out-{jobs}")
    command = [sys.executable, "-m", "benchmarks.archive", "--hazm", str(archive)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    show("hazm, a loop", Ran(*json.loads(done.stdout.splitlines()[-1])), chosen.records)
    for name, (asked, rate) in sorted(memo_rates(archive, min(chosen.records, 100_000)).items()):
        print(f"memo {name}: asked {asked:,} times, knew {rate:.1%}")
    shutil.rmtree(folder)


def show(name: str, ran: Ran, records: int) -> None:
    sizes = ", ".join(f"{peak:.0f}" for peak in ran.peaks)
    grown = f" (in the second half {ran.growth:+.0f})" if len(ran.peaks) > 1 else ""
    print(f"{name:16}{ran.seconds:9.1f}{records / ran.seconds:10,.0f}{ran.cpu:9.1f}  {sizes}{grown}", flush=True)


if __name__ == "__main__":
    main()
