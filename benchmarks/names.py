"""Names found, compared, linked and romanized, beside peers, in one run; and how far the scores are to be trusted.

    python -m benchmarks.names [--data ../shared/data] [--eval ../shared/eval] [--svg reliability.svg]

Peers: uroman, anyascii and ICU (Debian's ``uconv``) romanize, rapidfuzz's ratio compares what they wrote. Our
Persian tagger is set beside a CRF of words and affixes, trained on the spot (minutes; ``--no-crf`` leaves it out).
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.names_peers import PEERS, Prediction, romanizer, tasks, words_of
from benchmarks.predict_align import plain_f1, prediction, tagger_f1
from benchmarks.predict_names import retrieval, romanized, rows, verify
from benchmarks.reliability import bins, diagram, table
from training.common import read_lines

GOLD = (
    ("retrieval", "names/dev.tsv"),
    ("verify", "names/verify_dev.tsv"),
    ("romanize", "names/romanize_dev.tsv"),
    ("align", "align/ntrex_dev.jsonl"),
    ("align", "align/persianate_dev.jsonl"),
)


def linked(path: Path) -> list[Prediction]:
    """Our links of every passage of a file."""
    return [prediction(line) for line in read_lines(path) if line]


def scored(scorers: Path, task: str, gold: Path, predictions: Sequence[Prediction]) -> str:
    """What the scorer of a task prints for the predictions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(prediction, ensure_ascii=False) + "\n" for prediction in predictions)
        file.flush()
        scorer = [scorers / "score_align.py"] if task == "align" else [scorers / "score_names.py", task]
        command = [sys.executable, *map(str, scorer), str(gold), file.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


Tasks = dict[str, Callable[[Path], list[Prediction]]]


def systems(data: Path) -> dict[str, Tasks]:
    """Ours, and the peers that run here, each with its tasks."""
    ours: Tasks = {"retrieval": retrieval, "verify": verify, "romanize": romanized, "align": linked}
    found = {"persiantools": ours}
    words = words_of((data / path).read_text(encoding="utf-8") for _, path in GOLD)
    for peer in PEERS:
        if (spell := romanizer(peer, words)) is not None:
            found[f"{peer} + rapidfuzz"] = tasks(spell)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--svg", type=Path, help="write the reliability diagram here")
    parser.add_argument("--no-crf", action="store_true")
    options = parser.parse_args()
    measured = systems(options.data)
    for task, path in GOLD:
        gold = options.data / path
        for system, does in measured.items():
            print(
                f"\n{path}, {task}: {system}\n{scored(options.eval, task, gold, does[task](gold))}",
                end="",
                flush=True,
            )
    tweets = options.data / "tweets"
    print(f"\nPersian NER, parstwiner_dev: entity F1 {tagger_f1(tweets / 'parstwiner_dev.tsv'):.3f}")
    if not options.no_crf:
        plain = plain_f1(tweets / "parstwiner_train.tsv", tweets / "parstwiner_dev.tsv")
        print(f"… of a CRF of words and affixes {plain:.3f}")
    gold = options.data / "names/verify_dev.tsv"
    found = bins([float(str(p["score"])) for p in verify(gold)], [row[3] == "1" for row in rows(gold)])
    print(f"\nreliability of persiantools, verify_dev\n{table(found)}")
    if options.svg:
        options.svg.write_text(diagram("Scores of name comparison, verify_dev", found), encoding="utf-8")


if __name__ == "__main__":
    main()
