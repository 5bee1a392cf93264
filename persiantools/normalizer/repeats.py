"""Letters that are stretched in writing (عااالی): once or twice, whichever makes a known word; off unless asked for.

Left alone: runs of two, a plural of a word in هه (دهههای), words that are one letter only (هههه, خخخ: laughter), and
words that no choice makes known and that have several runs.
"""

import re
from itertools import product

from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import WORD, skeleton
from persiantools.normalizer.zwnj.lexicon import PLAIN, SEEN, Lexicon

__all__ = ["repeat_changes"]

_RUN = re.compile(r"([^\W\d_])\1{2,}")
_MOST_RUNS = 3


def repeat_changes(line: str, lexicon: Lexicon) -> list[Change]:
    """The letters of ``line`` that are too many."""
    if not _RUN.search(line):
        return []
    changes: list[Change] = []
    for word in WORD.finditer(line):
        changes += _of_word(word.group(), word.start(), lexicon)
    return changes


def _of_word(word: str, start: int, lexicon: Lexicon) -> list[Change]:
    runs = [*_RUN.finditer(word)]
    if not runs or len(runs) > _MOST_RUNS or len(set(word)) == 1 or lexicon.plural_after_heh(word):
        return []
    ways = list(product((1, 2), repeat=len(runs)))
    worth = {sizes: _known(_with_sizes(word, runs, sizes), lexicon) for sizes in ways}
    best = max(ways, key=lambda sizes: (worth[sizes], -sum(sizes)))
    if not worth[best] and len(runs) > 1:
        return []
    reason = "a stretched letter; the lexicon says how often it is written"
    return [
        (start + run.start() + size, start + run.end(), "", "repeats", reason)
        for run, size in zip(runs, best, strict=True)
    ]


def _with_sizes(word: str, runs: list[re.Match[str]], sizes: tuple[int, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for run, size in zip(runs, sizes, strict=True):
        pieces += (word[at : run.start()], run.group(1) * size)
        at = run.end()
    return "".join(pieces) + word[at:]


def _known(word: str, lexicon: Lexicon) -> int:
    """How well the lexicon knows a word: the bucket of its count, edited text first."""
    code = lexicon.words.get(skeleton(word), 0)
    return (code >> PLAIN & 7) * 8 + (code >> SEEN & 7)
