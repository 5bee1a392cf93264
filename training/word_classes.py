"""Words grouped by the company they keep: which words stand beside them, counted, weighed, reduced, clustered."""

import collections
import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from persiantools.names.words import persian_key

TOKEN = re.compile(r"[\u0621-\u06ff\u200c]+|[^\s\w]|\d+|[A-Za-z]+")
_CONTEXTS = 1500
_PLACES = (-1, 1, -2, 2)
_RARE = 3
_DIMENSIONS = 60


def tokens(line: str) -> list[str]:
    """Folded words; numbers and Latin words stand for their kind."""
    found = []
    for token in TOKEN.findall(line):
        key = persian_key(token)
        found.append(key or ("#" if token[0].isdigit() else "@" if token.isascii() and token.isalpha() else token))
    return found


def word_vectors(sentences: Sequence[Sequence[str]]) -> tuple[list[str], "NDArray[np.float64]"]:
    """Vocabulary and unit vectors: truncated SVD of positive pointwise mutual information with neighbours."""
    counts = collections.Counter(word for sentence in sentences for word in sentence)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    vocabulary = [word for word in ranked if counts[word] >= _RARE]
    rows = {word: number for number, word in enumerate(vocabulary)}
    columns = {word: number for number, word in enumerate(ranked[:_CONTEXTS])}
    columns["\n"] = _CONTEXTS
    together: collections.Counter[tuple[int, int]] = collections.Counter()
    for sentence in sentences:
        padded = ["\n", *sentence, "\n"]
        for at in range(1, len(padded) - 1):
            row = rows.get(padded[at])
            if row is None:
                continue
            for place, shift in enumerate(_PLACES):
                if 0 <= at + shift < len(padded) and padded[at + shift] in columns:
                    together[row, columns[padded[at + shift]] + (_CONTEXTS + 1) * place] += 1
    return vocabulary, _reduced(together, len(vocabulary))


def _reduced(together: "collections.Counter[tuple[int, int]]", size: int) -> "NDArray[np.float64]":
    cells = sorted(together.items())
    row = np.array([cell[0][0] for cell in cells])
    column = np.array([cell[0][1] for cell in cells])
    value = np.array([cell[1] for cell in cells], dtype=float)
    total = value.sum()
    by_row = np.bincount(row, value, size)
    by_column = np.bincount(column, value, (_CONTEXTS + 1) * len(_PLACES))
    information = np.log(value * total / (by_row[row] * by_column[column] ** 0.75 * total**0.25))
    weight = np.maximum(information, 0) * np.minimum(1, value / 3 + 0.3)
    matrix = csr_matrix((weight, (row, column)), shape=(size, (_CONTEXTS + 1) * len(_PLACES)))
    left, strength, _ = svds(matrix, k=_DIMENSIONS, v0=np.ones(min(matrix.shape)))
    vectors = left * np.sqrt(strength)
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9))


def clusters(vectors: "NDArray[np.float64]", count: int, rounds: int = 40) -> list[int]:
    """k-means from evenly spaced seeds of the vocabulary, which is sorted by frequency."""
    centres = vectors[: count * 8 : 8].copy()
    labels = np.zeros(len(vectors), dtype=int)
    for _ in range(rounds):
        labels = np.argmax(vectors @ centres.T, axis=1)
        for number in range(count):
            members = vectors[labels == number]
            if len(members):
                centre = members.sum(axis=0)
                centres[number] = centre / (np.linalg.norm(centre) + 1e-9)
    return [int(label) for label in labels]


def classes(lines: Iterable[str], count: int) -> dict[str, int]:
    """Cluster of every word that is not rare in ``lines``."""
    vocabulary, vectors = word_vectors([tokens(line) for line in lines])
    return dict(zip(vocabulary, clusters(vectors, count), strict=True))
