"""Write the predictions that ``score_names.py`` scores, made by this package.

python -m benchmarks.predict_names retrieval ../shared/data/names/dev.tsv out.jsonl
python -m benchmarks.predict_names verify ../shared/data/names/verify_dev.tsv out.jsonl
python -m benchmarks.predict_names romanize ../shared/data/names/romanize_dev.tsv out.jsonl
"""

import json
import sys
from pathlib import Path

from persiantools.names.compare import score
from persiantools.names.index import CandidateIndex
from persiantools.names.romanize import romanize

CANDIDATES = 200


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").strip().split("\n")]


def retrieval(path: Path) -> list[dict[str, object]]:
    """Every Persian name of the file with the best of its Latin names, ranked."""
    pairs = rows(path)
    names = sorted({row[1] for row in pairs})
    index = CandidateIndex(names)
    found: list[dict[str, object]] = []
    for persian in dict.fromkeys(row[0] for row in pairs):
        candidates = [names[number] for number in index.candidates(persian, CANDIDATES)]
        ranked = sorted(candidates, key=lambda name: (-score(persian, name), name))
        found.append({"persian": persian, "ranked": ranked[:10]})
    return found


def verify(path: Path) -> list[dict[str, object]]:
    """The score of each pair of the file."""
    return [{"score": score(row[0], row[1])} for row in rows(path)]


def romanized(path: Path) -> list[dict[str, object]]:
    """Five spellings of each Persian name of the file."""
    found = ((row[0], romanize(row[0])) for row in rows(path))
    return [{"persian": persian, "ranked": [spelling.text for spelling in spellings]} for persian, spellings in found]


def main() -> None:
    task, source, target = sys.argv[1:4]
    predictions = {"retrieval": retrieval, "verify": verify, "romanize": romanized}[task](Path(source))
    lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
    Path(target).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
