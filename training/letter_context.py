"""Learn P(target substring | source letter in its context) by expectation maximisation over word pairs.

Every source letter writes one chunk of 0–4 target letters. What it writes depends on its neighbours; where a
context is
rare, its counts are interpolated with those of coarser ones (one neighbour, the classes of both, the letter at the
edge or inside).
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from training.name_pairs import WordPair

__all__ = ["ContextModel", "cheapest_chunks", "learn", "log_likelihood", "prune"]

LONGEST_CHUNK = 4
CHUNK_PRIOR = (0.3, 1.0, 0.4, 0.08, 0.02)
"""How likely a chunk of 0–4 letters is before anything is known."""

STRENGTH_EXACT, STRENGTH_COARSE = 3.0, 6.0
"""How many observations a coarser context counts for."""

BAND = 3.5
"""How far from the diagonal an alignment may stray, in target letters."""

NOISE = (2e-4, 2e-5)
"""Probability of a chunk of 0 or 1 letters that no table has."""

Context = tuple[str, str, str]
Table = Mapping[str, float]
Counts = Mapping[Context, Table]


class ContextModel:
    """Chunk probabilities by context. ``vowels`` are those of the source script."""

    def __init__(self, vowels: str) -> None:
        self.vowels = vowels
        self.exact = False
        self.letters: dict[tuple[int, str], dict[str, float]] = {}
        self.classed: dict[Context, dict[str, float]] = {}
        self.counted: dict[Context, dict[str, float]] = {}
        self._tables: dict[Context, dict[str, float]] = {}

    def table(self, context: Context) -> dict[str, float]:
        """Chunk → probability."""
        found = self._tables.get(context)
        if found is None:
            found = self._tables[context] = self.interpolated(context) if self.exact else self.letter(context)
        return found

    def letter(self, context: Context) -> dict[str, float]:
        """Probabilities by the letter and the edges of the word that it stands at."""
        left, letter, right = context
        return self.letters.get(((left == "^") + 2 * (right == "$"), letter), {})

    def classes(self, context: Context) -> Context:
        """The context with its neighbours reduced to V, C or an edge."""
        left, letter, right = context
        return self._class(left), letter, self._class(right)

    def coarse(self, context: Context) -> dict[str, float]:
        """Probabilities by the classes of the neighbours."""
        return mixed(self.classed.get(self.classes(context)), self.letter(context), STRENGTH_COARSE)

    def interpolated(self, context: Context) -> dict[str, float]:
        """Probabilities by the letter and both its neighbours, smoothed by each and by their classes."""
        left, letter, right = context
        found = self.coarse(context)
        for half in halves(context):
            found = mixed(self.counted.get(half), found, STRENGTH_COARSE)
        return mixed(self.counted.get((left, letter, right)), found, STRENGTH_EXACT)

    def _class(self, letter: str) -> str:
        if letter in "^$*":
            return letter if letter != "*" else "C"
        return "V" if letter in self.vowels else "C"

    def estimate(self, counts: Counts) -> None:
        """Take ``counts`` of chunks by exact context as the new model."""
        edges: dict[tuple[int, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
        letters: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.classed = defaultdict(lambda: defaultdict(float))
        self.counted = defaultdict(lambda: defaultdict(float))
        for context, table in counts.items():
            left, letter, right = context
            edge = (left == "^") + 2 * (right == "$")
            for chunk, count in table.items():
                edges[edge, letter][chunk] += count
                letters[letter][chunk] += count
                self.classed[self.classes(context)][chunk] += count
                for key in dict.fromkeys((context, *halves(context))):
                    self.counted[key][chunk] += count
        self.letters = {}
        for letter, table in letters.items():
            total = sum(table.values())
            shares = {chunk: count / total for chunk, count in table.items()}
            for edge in range(4):
                self.letters[edge, letter] = mixed(edges.get((edge, letter)), shares, STRENGTH_COARSE)
        self._tables = {}


def halves(context: Context) -> tuple[Context, Context]:
    """The context with one neighbour forgotten; an edge of the word is never forgotten."""
    left, letter, right = context
    return (left, letter, right if right == "$" else "*"), (left if left == "^" else "*", letter, right)


def mixed(counts: Table | None, base: Table, strength: float) -> dict[str, float]:
    """``counts`` as probabilities, smoothed by ``base``, which counts for ``strength`` observations."""
    if not counts:
        return dict(base)
    total = sum(counts.values()) + strength
    found = {chunk: share * strength / total for chunk, share in base.items()}
    for chunk, count in counts.items():
        found[chunk] = found.get(chunk, 0.0) + count / total
    return found


def prune(counts: Counts, least: float) -> dict[Context, dict[str, float]]:
    """``counts`` without those below ``least``."""
    return {context: {c: n for c, n in table.items() if n >= least} for context, table in counts.items()}


def contexts(word: str) -> list[Context]:
    padded = f"^{word}$"
    return [(padded[i], padded[i + 1], padded[i + 2]) for i in range(len(word))]


def _first_counts(pairs: Iterable[WordPair], vowels: str) -> dict[Context, dict[str, float]]:
    """Counts before anything is known: chunks near the diagonal, short ones and consonant-then-vowel first."""
    counts: dict[Context, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for source, target, weight in pairs:
        for place, context in enumerate(contexts(source)):
            middle = (place + 0.5) * len(target) / len(source)
            for size in range(LONGEST_CHUNK + 1):
                for start in range(len(target) - size + 1):
                    off = abs(start + size / 2 - middle)
                    if off < 2.5:
                        chunk = target[start : start + size]
                        counts[context][chunk] += weight * _prior(chunk, vowels) * math.exp(-off * off / 2)
    return counts


def _prior(chunk: str, vowels: str) -> float:
    """A consonant after a vowel begins the next letter's chunk, mostly."""
    prior, vowel_seen = CHUNK_PRIOR[len(chunk)], False
    for letter in chunk:
        if letter in vowels:
            vowel_seen = True
        elif vowel_seen:
            prior *= 0.1
    return prior


def _chunks(word: str) -> list[list[str]]:
    return [[word[i : i + n] for n in range(min(LONGEST_CHUNK, len(word) - i) + 1)] for i in range(len(word) + 1)]


def _forward(model: ContextModel, source: str, target: str) -> list[dict[int, float]]:
    """For each number of source letters, the probability of having written each number of target letters."""
    chunks, slope = _chunks(target), len(target) / len(source)
    rows: list[dict[int, float]] = [{0: 1.0}]
    for place, context in enumerate(contexts(source)):
        table, row = model.table(context), defaultdict[int, float](float)
        low, high = (place + 1) * slope - BAND, (place + 1) * slope + BAND
        for start, so_far in rows[-1].items():
            for size, chunk in enumerate(chunks[start]):
                if low <= start + size <= high:
                    share = table.get(chunk, 0.0) + (NOISE[size] if size < 2 else 0.0)
                    if share:
                        row[start + size] += so_far * share
        rows.append(row)
    return rows


def log_likelihood(model: ContextModel, source: str, target: str) -> float:
    """Ln P(target | source); −inf when no alignment leads there."""
    share = _forward(model, source, target)[-1].get(len(target), 0.0)
    return math.log(share) if share else -math.inf


def _expect(model: ContextModel, pair: WordPair, counts: dict[Context, dict[str, float]]) -> float:
    """Add the expected chunk counts of one pair; returns its log-likelihood."""
    source, target, weight = pair
    rows = _forward(model, source, target)
    whole = rows[-1].get(len(target), 0.0)
    if not whole:
        return -math.inf
    chunks, after = _chunks(target), {len(target): 1.0}
    for place, context in reversed(list(enumerate(contexts(source)))):
        table, counted = model.table(context), counts[context]
        before: dict[int, float] = {}
        for start, so_far in rows[place].items():
            total = 0.0
            for size, chunk in enumerate(chunks[start]):
                rest = after.get(start + size)
                if rest:
                    share = (table.get(chunk, 0.0) + (NOISE[size] if size < 2 else 0.0)) * rest
                    total += share
                    if (gain := so_far * share / whole * weight) > 1e-3:
                        counted[chunk] += gain
            if total:
                before[start] = total
        after = before
    return math.log(whole)


def learn(
    pairs: list[WordPair], source_vowels: str, target_vowels: str, chance: Callable[[str], float], keep: float
) -> tuple[ContextModel, list[WordPair]]:
    """Learn a model from ``pairs`` in two rounds: letters alone from a sixth of the pairs, then letters in context
    from
    all of them that the first round finds at least ``keep`` nats a letter likelier than ``chance`` (a
    log-probability of the target word): 11–15 % of the place names are other names, not other spellings.

    Returns:
        The model, and the pairs it was learnt from.
    """
    model = ContextModel(source_vowels)
    sample = pairs[::6]
    model.estimate(prune(_first_counts(sample, target_vowels), 0.5))
    _iterate(model, sample, rounds=2, least=0.02)
    live = _likely(model, pairs, chance, keep)
    model.exact = True
    _iterate(model, live, rounds=3, least=0.01)
    return model, _likely(model, live, chance, keep)


def _iterate(model: ContextModel, pairs: list[WordPair], rounds: int, least: float) -> None:
    for _ in range(rounds):
        counts: dict[Context, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        found = [(_expect(model, pair, counts), pair[2]) for pair in pairs]
        reached = [(value, weight) for value, weight in found if value > -math.inf]
        mean = math.fsum(value * weight for value, weight in reached) / math.fsum(weight for _, weight in reached)
        print(f"{len(reached):,} of {len(pairs):,} pairs, log-likelihood {mean:.3f} a pair", flush=True)
        model.estimate(prune(counts, least))


def _likely(
    model: ContextModel, pairs: list[WordPair], chance: Callable[[str], float], keep: float
) -> list[WordPair]:
    return [p for p in pairs if log_likelihood(model, p[0], p[1]) - chance(p[1]) > keep * len(p[1])]


def cheapest_chunks(model: ContextModel, source: str, target: str) -> tuple[str, ...] | None:
    """The chunks of the likeliest alignment, one a source letter; None when there is none."""
    chunks = _chunks(target)
    row: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for context in contexts(source):
        table = model.table(context)
        reached: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (so_far, path) in row.items():
            for size, chunk in enumerate(chunks[start]):
                share = table.get(chunk, 0.0) + (NOISE[size] if size < 2 else 0.0)
                if share and (value := so_far + math.log(share)) > reached.get(start + size, (-math.inf,))[0]:
                    reached[start + size] = (value, (*path, chunk))
        row = reached
    return row[len(target)][1] if len(target) in row else None
