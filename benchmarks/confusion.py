"""Confusion tables of the splitter on gold passages and snippets.

    python -m benchmarks.confusion MIXED.jsonl IDENT.jsonl

For passages, gold letters by language (rows) and what `split` says (columns); for snippets, the same by set and
number of words with `dominant_language`.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from persiantools.splitter import LANGUAGES, dominant_language, split

Table = dict[str, Counter[str]]


def letters(path: Path) -> Table:
    table: Table = defaultdict(Counter)
    for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        said = ["zxx"] * len(case["text"])
        for span in split(case["text"]):
            said[span.start : span.end] = [span.lang] * (span.end - span.start)
        for start, end, lang in case["gold"]:
            table[lang].update(said[start:end])
    return table


def snippets(path: Path, words: int) -> Table:
    table: Table = defaultdict(Counter)
    for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if case["words"] == words:
            table[case["set"]][dominant_language(case["text"])] += 1
    return table


def show(title: str, table: Table) -> None:
    columns = [*LANGUAGES, "other"]
    print(f"\n{title}\n{'':14s}" + "".join(f"{column:>9s}" for column in columns))
    for row, counts in sorted(table.items()):
        cells = [counts[column] for column in LANGUAGES]
        print(f"{row:14s}" + "".join(f"{cell:9,d}" for cell in [*cells, counts.total() - sum(cells)]))


def main() -> None:
    """Print the tables for the two files that the command line names."""
    mixed, ident = map(Path, sys.argv[1:3])
    show("letters of the passages: gold (rows), split (columns)", letters(mixed))
    for words in (5, 2, 1):
        show(f"snippets of {words} words: set (rows), dominant_language (columns)", snippets(ident, words))


if __name__ == "__main__":
    main()
