"""Predictions of the normalizer in the form of the scorers, and figures by kind of ZWNJ.

python -m benchmarks.predict_normalize TASK [--data ../shared/data] > predictions

TASK is one of perdt-deleted, perdt-spaced, perdt-clean, seraji-deleted, seraji-spaced, wild (score_zwnj.py), damage
(score_damage.py, every rule switched on), or kinds (prints recall and precision by kind, nothing to score).
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from persiantools.chars import ZWNJ
from persiantools.normalizer import DEFAULT, NormalizeOptions, find_edits
from persiantools.normalizer.letters import WORD, skeleton
from persiantools.normalizer.zwnj.kinds import zwnj_kind
from persiantools.normalizer.zwnj.storage import load_model
from persiantools.splitter import split

EVERYTHING = NormalizeOptions(
    digits="fa",
    number_marks="fa",
    quotes=True,
    repeats=True,
    diacritics="keep",
    heh_ezafe="keep",
    demonstrative="keep",
)
"""Every rule except those whose purpose is to change what the damage cases protect."""

ZWNJ_TASKS = {
    "perdt-deleted": ("text/perdt_dev.txt", ""),
    "perdt-spaced": ("text/perdt_dev.txt", " "),
    "perdt-clean": ("text/perdt_dev.txt", ZWNJ),
    "seraji-deleted": ("text/seraji_dev.txt", ""),
    "seraji-spaced": ("text/seraji_dev.txt", " "),
}


def normalized(text: str, options: NormalizeOptions = DEFAULT) -> str:
    """The text as the package normalizes it, splitting included."""
    return find_edits(text, split(text), options).apply(text)


def zwnj_lines(data: Path, task: str) -> list[str]:
    """Restored lines of a file whose ZWNJ were deleted or made spaces, in its order."""
    name, instead = ZWNJ_TASKS[task]
    lines = (data / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [normalized(line.replace(ZWNJ, instead)) for line in lines]


def wild_lines(data: Path) -> list[str]:
    """The lines of wild_dev.tsv as published, normalized."""
    rows = (data / "text/wild_dev.tsv").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [normalized(row.split("\t")[1]) for row in rows]


def damage_lines(path: Path) -> list[str]:
    """One JSON line for each damage case, with all rules on."""
    cases = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        json.dumps({"id": case["id"], "text": normalized(case["text"], EVERYTHING)}, ensure_ascii=False)
        for case in cases
    ]


def by_kind(data: Path, task: str) -> list[str]:
    """Recall and precision of restored ZWNJ by kind: mi-, plural, clitics, comparatives, compounds."""
    name, _ = ZWNJ_TASKS[task]
    gold = (data / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    wanted, got, right = Counter[str](), Counter[str](), Counter[str]()
    for line, restored in zip(gold, zwnj_lines(data, task), strict=True):
        a, b = _places(line), _places(restored)
        wanted.update(a.values())
        got.update(b.values())
        right.update(kind for at, kind in a.items() if at in b)
    return [
        f"{task:15} {kind:12} recall {right[kind]}/{wanted[kind]} = {right[kind] / max(1, wanted[kind]):.4f}   "
        f"put in {got[kind]}"
        for kind in ("mi", "plural", "clitic", "comparative", "compound")
    ]


def _places(line: str) -> dict[int, str]:
    """Number of the letter before each ZWNJ of a line → its kind."""
    found: dict[int, str] = {}
    lexicon, at = load_model().lexicon, 0
    for match in WORD.finditer(line):
        parts = skeleton(match.group()).split(ZWNJ)
        for left, right in zip(parts, [*parts[1:], None], strict=True):
            at += len(left)
            if right is not None:
                found[at] = zwnj_kind(left, right, lexicon)
    return found


def main() -> None:
    """Print the predictions of one task."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=[*ZWNJ_TASKS, "wild", "damage", "own-damage", "kinds"])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    chosen = parser.parse_args()
    own = Path(__file__).parent.parent / "fixtures/normalize/damage.jsonl"
    tasks: dict[str, Callable[[], list[str]]] = {
        "wild": lambda: wild_lines(chosen.data),
        "damage": lambda: damage_lines(chosen.data / "text/damage_dev.jsonl"),
        "own-damage": lambda: damage_lines(own),
        "kinds": lambda: [line for task in ("perdt-deleted", "perdt-spaced") for line in by_kind(chosen.data, task)],
    }
    lines = tasks[chosen.task]() if chosen.task in tasks else zwnj_lines(chosen.data, chosen.task)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
