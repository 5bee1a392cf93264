"""Make ``data/tagger.bin``: the conditional random field that finds Persian names.

It learns from ParsTwiNER's tagged tweets. Run after ``training.mentions``:
``python -m training.mentions_tagger --data ../shared/data``.
"""

import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pycrfsuite

from persiantools.names.tagger import features, tag_words
from training.common import arguments, tagged_tweets, write_model

SETTINGS = {"c1": 0.1, "c2": 0.2, "max_iterations": 80, "feature.possible_transitions": True, "feature.minfreq": 2}
Sentence = tuple[list[str], list[str]]
Reader = Callable[[Sequence[str]], list[list[str]]]
_PLAIN = re.compile(r"(?:-1:|1:)?w=|[sp][123]=|-?1:\^")


def tweets(path: Path) -> list[Sentence]:
    return [([token for token, _ in tweet], [tag for _, tag in tweet]) for tweet in tagged_tweets(path)]


def plain_features(words: Sequence[str]) -> list[list[str]]:
    """Only the word, its affixes and its neighbours: what the tagger is measured against."""
    return [[feature for feature in row if _PLAIN.match(feature)] for row in features(words)]


def fit(sentences: Sequence[Sentence], read: Reader = features) -> bytes:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for words, tags in sentences:
        trainer.append(read(words), tags)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crf"
        trainer.train(str(path))
        return path.read_bytes()


def entities(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Start, end and type of each run B I I … of tags."""
    found, start = set(), None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag != f"I-{tags[start][2:]}":
            found.add((start, at, tags[start][2:]))
            start = None
        if start is None and tag != "O":
            start = at
    return found


def f1(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> float:
    pairs = [(entities(g), entities(f)) for g, f in zip(gold, found, strict=True)]
    right = sum(len(g & f) for g, f in pairs)
    return 2 * right / max(1, sum(len(g) + len(f) for g, f in pairs))


def write(crf: bytes, figures: dict[str, object]) -> None:
    write_model(
        "tagger",
        {"crf": crf},
        {
            "made_by": "training/mentions_tagger.py",
            "what": "conditional random field (CRFsuite) that tags Persian names",
            "sources": [{"name": "ParsTwiNER", "licence": "MIT"}],
            "figures": figures,
        },
    )


def main() -> None:
    data = arguments(__doc__ or "").data
    crf = fit(tweets(data / "tweets/parstwiner_train.tsv"))
    write(crf, {})
    dev = tweets(data / "tweets/parstwiner_dev.tsv")
    score = f1([tags for _, tags in dev], [tag_words(words) for words, _ in dev])
    print(f"entity F1 on parstwiner_dev: {score:.3f}")
    write(crf, {"entity F1 on parstwiner_dev": round(score, 3)})


if __name__ == "__main__":
    main()
