"""Predictions of the splitter in the form that the scorers read.

python -m benchmarks.predict_split mixed GOLD.jsonl > predictions.jsonl
python -m benchmarks.predict_split ident GOLD.jsonl > predictions.jsonl
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from persiantools.splitter import dominant_language, split


def mixed(gold: Path) -> Iterator[dict[str, Any]]:
    """The spans of each passage: ``{"id", "spans": [[start, end, lang] …]}``, for score_split.py."""
    for case in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        yield {"id": case["id"], "spans": [[span.start, span.end, span.lang] for span in split(case["text"])]}


def ident(gold: Path) -> Iterator[dict[str, Any]]:
    """The language of each snippet: ``{"id", "lang"}``, for score_ident.py."""
    for case in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        yield {"id": case["id"], "lang": dominant_language(case["text"])}


def main() -> None:
    """Write the predictions for the task and file that the command line names."""
    task, path = sys.argv[1:3]
    for prediction in {"mixed": mixed, "ident": ident}[task](Path(path)):
        print(json.dumps(prediction))


if __name__ == "__main__":
    main()
