"""A trigram model of the letters of words, with Witten–Bell smoothing, as a dense table of integer costs."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable

NATS = 16
LARGEST = 255


def cost(probability: float) -> int:
    """−16 ln P, in a byte."""
    return min(LARGEST, max(0, round(-NATS * math.log(probability)))) if probability > 0 else LARGEST


def trigram_costs(words: Iterable[tuple[str, float]], alphabet: str) -> bytes:
    """One byte for each (letter before last, last letter, letter); letter 0 is both edges of a word."""
    size = len(alphabet) + 1
    code = {letter: number for number, letter in enumerate(alphabet, 1)}
    counts: list[dict[tuple[int, ...], dict[int, float]]] = [
        defaultdict(lambda: defaultdict(float)) for _ in range(3)
    ]
    for word, weight in words:
        line = [0, 0, *(code[letter] for letter in word), 0]
        for place in range(2, len(line)):
            for order in range(3):
                counts[order][tuple(line[place - order : place])][line[place]] += weight
    found = bytearray()
    for first in range(size):
        for second in range(size):
            for third in range(size):
                share = 1 / size
                for order, history in enumerate(((), (second,), (first, second))):
                    table = counts[order].get(history)
                    if table:
                        share = (table.get(third, 0.0) + len(table) * share) / (sum(table.values()) + len(table))
                found.append(cost(share))
    return bytes(found)


def word_chance(costs: bytes, alphabet: str) -> Callable[[str], float]:
    """Ln P of a word under a table made by `trigram_costs`."""
    size = len(alphabet) + 1
    code = {letter: number for number, letter in enumerate(alphabet, 1)}

    def chance(word: str) -> float:
        line = [0, 0, *(code[letter] for letter in word), 0]
        triples = zip(line, line[1:], line[2:], strict=False)
        return -sum(costs[(a * size + b) * size + c] for a, b, c in triples) / NATS

    return chance
