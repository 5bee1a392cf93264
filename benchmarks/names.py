"""Name comparison and romanization beside peers, in one run, and a reliability table.

    python -m benchmarks.names [--data ../shared/data] [--eval ../shared/eval] [--peers build/peers]

Peers: uroman, anyascii and ICU romanize, rapidfuzz's ratio compares what they wrote. They are installed into an
environment of their own; one that can't be installed (PyICU needs ICU's headers and a compiler) is left out by name.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

from benchmarks.predict_names import retrieval, romanized, rows, verify

PEERS = {"uroman": "uroman", "anyascii": "anyascii", "icu": "PyICU"}

ROMANIZE = """
import json, sys
names = json.load(sys.stdin)
if sys.argv[1] == "uroman":
    import uroman
    model = uroman.Uroman()
    write = lambda name: model.romanize_string(name, lcode="fas")
elif sys.argv[1] == "anyascii":
    from anyascii import anyascii as write
else:
    import icu
    write = icu.Transliterator.createInstance("fa-fa_Latn/BGN; Latin-ASCII").transliterate
json.dump([write(name) for name in names], sys.stdout)
"""

Prediction = dict[str, object]


def peer_python(folder: Path) -> Path:
    """The interpreter of the peers' environment, made on the first run."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        for package in PEERS.values():
            subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=False)
    return python


def peer_spellings(python: Path, peer: str, names: list[str]) -> dict[str, str] | None:
    """Persian name → the peer's romanization; None when the peer doesn't run."""
    done = subprocess.run(
        [python, "-c", ROMANIZE, peer], input=json.dumps(names), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"{peer}: left out ({(done.stderr.strip().splitlines() or ['no reason given'])[-1]})")
        return None
    return dict(zip(names, json.loads(done.stdout), strict=True))


def peer_tasks(spelt: dict[str, str]) -> dict[str, Callable[[Path], list[Prediction]]]:
    """The three tasks, done by comparing romanizations with rapidfuzz."""
    from rapidfuzz import fuzz, process

    def ratio(persian: str, latin: str) -> float:
        return fuzz.ratio(spelt[persian].lower(), latin.lower()) / 100

    def ranked(path: Path) -> list[Prediction]:
        names = sorted({row[1] for row in rows(path)})
        lower = [name.lower() for name in names]
        found: list[Prediction] = []
        for persian in dict.fromkeys(row[0] for row in rows(path)):
            best = process.extract(spelt[persian].lower(), lower, scorer=fuzz.ratio, limit=10)
            found.append({"persian": persian, "ranked": [names[number] for *_, number in best]})
        return found

    return {
        "retrieval": ranked,
        "verify": lambda path: [{"score": ratio(row[0], row[1])} for row in rows(path)],
        "romanize": lambda path: [{"persian": row[0], "ranked": [spelt[row[0]]]} for row in rows(path)],
    }


def scored(scorer: Path, task: str, gold: Path, predictions: list[Prediction]) -> str:
    """What ``score_names.py`` prints for the predictions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(prediction, ensure_ascii=False) + "\n" for prediction in predictions)
        file.flush()
        command = [sys.executable, str(scorer), task, str(gold), file.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def reliability(gold: Path, predictions: list[Prediction]) -> str:
    """For each tenth of the scores: pairs, their mean score, the share of them that are the same name."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for row, prediction in zip(rows(gold), predictions, strict=True):
        value = float(str(prediction["score"]))
        bins[min(9, int(value * 10))].append((value, row[3] == "1"))
    lines = ["score       pairs  mean score  same name"]
    for number, pairs in enumerate(bins):
        if pairs:
            mean = sum(value for value, _ in pairs) / len(pairs)
            same = sum(label for _, label in pairs) / len(pairs)
            lines.append(f"{number / 10:.1f}–{(number + 1) / 10:.1f}  {len(pairs):8,}  {mean:10.3f}  {same:9.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--peers", type=Path, default=Path("build/peers"))
    options = parser.parse_args()
    folder, scorer = options.data / "names", options.eval / "score_names.py"
    gold = {
        "retrieval": folder / "dev.tsv",
        "verify": folder / "verify_dev.tsv",
        "romanize": folder / "romanize_dev.tsv",
    }
    systems: dict[str, dict[str, Callable[[Path], list[Prediction]]]] = {}
    systems["persiantools"] = {"retrieval": retrieval, "verify": verify, "romanize": romanized}
    names = sorted({row[0] for path in gold.values() for row in rows(path)})
    python = peer_python(options.peers)
    for peer in PEERS:
        if (spelt := peer_spellings(python, peer, names)) is not None:
            systems[f"{peer} + rapidfuzz"] = peer_tasks(spelt)
    for task, path in gold.items():
        for system, tasks in systems.items():
            print(f"\n{task}: {system}\n{scored(scorer, task, path, tasks[task](path))}", end="", flush=True)
    print(f"\nreliability of persiantools\n{reliability(gold['verify'], verify(gold['verify']))}")


if __name__ == "__main__":
    main()
