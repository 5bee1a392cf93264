"""Predictions of name links in the form that ``score_align.py`` reads, and the Persian NER figure.

``python -m benchmarks.predict_align GOLD.jsonl PREDICTIONS.jsonl`` writes the links of every passage of GOLD;
``python -m benchmarks.predict_align --tweets parstwiner_dev.tsv`` prints the entity F1 of the tagger.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from persiantools.names import Alignment, Mention, align
from persiantools.names.tagger import tag_words
from training.common import read_lines, tagged_tweets
from training.mentions_tagger import f1


def links(found: Alignment) -> list[dict[str, list[list[int]]]]:
    """The offsets of an alignment's links."""
    return [{"persian": offsets(link.persian), "english": offsets(link.english)} for link in found.links]


def offsets(mentions: Sequence[Mention]) -> list[list[int]]:
    return [[mention.start, mention.end] for mention in mentions]


def prediction(line: str) -> dict[str, Any]:
    """The prediction for one line of the gold file; only its text is looked at."""
    gold = json.loads(line)
    return {"id": gold["id"], "links": links(align(gold["text"]))}


def write_predictions(gold: Path, target: Path) -> None:
    rows = (json.dumps(prediction(line), ensure_ascii=False) for line in read_lines(gold) if line)
    target.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def tagger_f1(path: Path) -> float:
    """Entity F1 (exact range and type) of the Persian tagger on a ParsTwiNER file."""
    tweets = list(tagged_tweets(path))
    gold = [[tag for _, tag in tweet] for tweet in tweets]
    return f1(gold, [tag_words([token for token, _ in tweet]) for tweet in tweets])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("predictions", nargs="?", type=Path)
    parser.add_argument("--tweets", type=Path)
    arguments = parser.parse_args()
    if arguments.gold and arguments.predictions:
        write_predictions(arguments.gold, arguments.predictions)
    if arguments.tweets:
        print(f"entity F1 {tagger_f1(arguments.tweets):.3f}")


if __name__ == "__main__":
    main()
