"""Make ``data/finglish.bin``: Finglish to Persian.

python -m training.finglish [--data ../shared/data]
"""

import json
import math
import random
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import md5
from pathlib import Path
from typing import NamedTuple

from persiantools.finglish.channel import Channel, Tables
from persiantools.finglish.lexicon import Followers, Lexicon
from persiantools.finglish.model import Settings
from persiantools.finglish.words import SHORT_A, are_closed, find_words, mark_length
from training.common import arguments, read_lines, write_model
from training.finglish_align import LineAligner, Pair, align_lines, fold, is_one_word, join
from training.finglish_channel import Counts, Spelling, add, count_graphones, pronounce, tables, units
from training.finglish_closing import ending_shares, word_shares
from training.finglish_lexicon import (
    LINE_START,
    Vocabulary,
    hazm_frequencies,
    key,
    names,
    pronunciations,
    vocabulary,
    written_forms,
)
from training.finglish_rank import Trial, Weights, WordFacts, fit, trials

GROUPS = 4
SHARPNESS = 1.2  # of the candidates' probabilities
DISCOUNT = 0.9  # of word pairs
SETTINGS = Settings()
PRONUNCIATIONS, PRONOUNCED_WEIGHT = 20_000, 0.3
NAMES, NAME_WEIGHT = 25_000, 0.15
UNMARKED_WEIGHT = 0.5
LEAST_JOINED, LEAST_JOIN_SHARE = 2, 0.15


class Line(NamedTuple):
    """A Finglish line with its Persian, aligned, and whether a clause ends after each of its Finglish words."""

    persian: str
    pairs: list[Pair]
    closed: list[bool]
    group: int


class Parts(NamedTuple):
    """What is learned from lines before the candidates are ranked."""

    counts: Counts
    vocabulary: Vocabulary
    spellings: Counter[tuple[str, str]]


def main() -> None:
    """Train and write the model."""
    data = arguments("Make data/finglish.bin").data
    lines, emission, aligner = read(data)
    extra = count_graphones(extra_spellings(data), emission)
    weights = fit(
        [trial for group in range(GROUPS) for trial in tried_on(group, lines, data, extra, emission, aligner)]
    )
    parts = learn(lines, data, extra, emission, aligner)
    write_model("finglish", sections(parts, weights, lines, data), CARD)


def read(data: Path) -> tuple[list[Line], dict[str, dict[str, float]], LineAligner]:
    """The training lines, the letter model and the aligner. Lines of the same Persian are in one group."""
    rows = [line.split("\t") for line in read_lines(data / "finglish/pairs.tsv")]
    emission, aligned, aligner = align_lines([(row[0], row[1]) for row in rows])
    lines = [
        Line(row[1], pairs, are_closed(row[0], list(find_words(row[0]))), _group(row[1]))
        for row, pairs in zip(rows, aligned, strict=True)
    ]
    return lines, emission, aligner


def _group(persian: str) -> int:
    letters = "".join(char for char in fold(persian) if char.isalpha())
    return int(md5(letters.encode(), usedforsecurity=False).hexdigest(), 16) % (2 * GROUPS) // 2


def extra_spellings(data: Path) -> list[Spelling]:
    """Spellings that widen the channel: pronounced words, names."""
    rng = random.Random(1)
    pronounced = sorted(pronunciations(data).items())
    made = [
        (pronounce(phonemes, rng), word, PRONOUNCED_WEIGHT)
        for word, phonemes in rng.sample(pronounced, PRONUNCIATIONS)
    ]
    known = names(data)
    made += [(latin, word, NAME_WEIGHT) for latin, word in rng.sample(known, min(NAMES, len(known)))]
    return made


def spellings(lines: Iterable[Line], aligner: LineAligner) -> tuple[Counter[tuple[str, str]], set[tuple[str, str]]]:
    """Marked Finglish and Persian words that stand for each other, with how often; those that are real spellings."""
    found: Counter[tuple[str, str]] = Counter()
    real = set()
    for line in lines:
        marked = iter(mark_length([word for left, _ in line.pairs for word in left]))
        for left, right in line.pairs:
            latin = "".join(next(marked) for _ in left)
            if left and right and is_one_word(right):
                pair = latin, key("".join(right))
                found[pair] += 1
                if aligner.plausible("".join(left), "\u200c".join(right)):
                    real.add(pair)
    return Counter({pair: times for pair, times in found.items() if pair in real or times > 1}), real


def learn(lines: Sequence[Line], data: Path, extra: Counts, emission: Mapping, aligner: LineAligner) -> Parts:  # type: ignore[type-arg]
    """Channel counts, vocabulary and memory of these lines."""
    found, real = spellings(lines, aligner)
    unmarked: Counter[tuple[str, str]] = Counter()
    for latin, persian in real:
        if latin.replace(SHORT_A, "a").replace("A", "a") != latin:
            unmarked[latin.replace(SHORT_A, "a").replace("A", "a"), persian] += found[latin, persian]
    own = [(latin, persian, 1 + math.log(found[latin, persian])) for latin, persian in sorted(real)]
    own += [
        (latin, persian, UNMARKED_WEIGHT * (1 + math.log(times)))
        for (latin, persian), times in sorted(unmarked.items())
    ]
    counts = add(extra, count_graphones(own, dict(emission)))
    return Parts(counts, vocabulary(data, [line.persian for line in lines], hazm_frequencies()), found)


def tried_on(
    group: int,
    lines: Sequence[Line],
    data: Path,
    extra: Counts,
    emission: Mapping,  # type: ignore[type-arg]
    aligner: LineAligner,
) -> list[Trial]:
    """The candidates that a model of the other groups finds for the words of one group."""
    parts = learn([line for line in lines if line.group != group], data, extra, emission, aligner)
    facts = WordFacts(parts.vocabulary)
    numbers = tables(parts.counts)
    held, _ = spellings([line for line in lines if line.group == group], aligner)
    zeros = array("h", [0] * len(parts.vocabulary.words))
    lexicon = Lexicon(parts.vocabulary.words, zeros, zeros, {}, Followers([], [], [], []), {"": 0})
    made = trials(held, Channel(numbers), numbers.graphones, lexicon, facts)
    print(f"group {group}: {len(made)} of {len(held)} spellings found", file=sys.stderr, flush=True)
    return made


def followers(words: Vocabulary) -> Followers:
    """Gains of the word pairs that were seen often enough to be trusted."""
    number = {word: place for place, word in enumerate(words.words)}
    starts, ids, gains, other = array("I", [0]), array("H"), array("h"), array("h")
    for before in [*words.words, LINE_START]:
        row = words.corpus.after.get(before, Counter())
        total = sum(row.values())
        rest = min(DISCOUNT * len(row), total) / total if total else 1.0
        for word in sorted(word for word, times in row.items() if times >= 2 and word in number):
            mass = max(row[word] - DISCOUNT, 0) / total / words.probability[word] + rest
            ids.append(number[word])
            gains.append(units(math.log(mass), 1))
        starts.append(len(ids))
        other.append(units(math.log(rest), 1))
    return Followers(starts, ids, gains, other)


def joins(lines: Iterable[Line]) -> tuple[dict[str, float], dict[str, float]]:
    """How often a Finglish word belongs to the next one, and to the one before it."""
    seen: Counter[str] = Counter()
    joined: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for left, right in (pair for line in lines for pair in line.pairs):
        seen.update(left)
        if len(left) == 2 and len(join(right)) == 1:
            joined[0][left[0]] += 1
            joined[1][left[1]] += 1
    shares = [
        {
            word: round(times / (seen[word] + 1), 3)  # never quite 1: another line may have the word alone
            for word, times in sorted(found.items())
            if times >= LEAST_JOINED and times / seen[word] > LEAST_JOIN_SHARE
        }
        for found in joined
    ]
    return shares[0], shares[1]


def sections(parts: Parts, weights: Weights, lines: Sequence[Line], data: Path) -> dict[str, bytes]:
    """The model file."""
    words, facts = parts.vocabulary.words, WordFacts(parts.vocabulary)
    own = [SHARPNESS * weight for weight in weights.words]
    learned = {name: SHARPNESS * weight for name, weight in weights.graphones.items()}
    made = _channel_sections(tables(parts.counts, 0.1 * own[0], learned))
    priors = [sum(w * f for w, f in zip(own[1:], facts.known(word), strict=True)) for word in words]
    usage = [0.1 * own[3] * math.log(parts.vocabulary.probability[word]) for word in words]
    endings = {ending: units(own[5] + 0.1 * own[3] * score, 1) for ending, score in facts.endings.items()}
    forms = written_forms(parts.vocabulary)
    pairs = followers(parts.vocabulary)
    to_next, to_last = joins(lines)
    closing, after_any = word_shares(data, (line.persian for line in lines), words)
    after_ending, after_any_ending = ending_shares((line.pairs, line.closed) for line in lines)
    stated = {
        "endings": {"": 0, **endings},
        "to_next": to_next,
        "to_last": to_last,
        "closing": after_ending,
        "closed": (after_any, after_any_ending),
        "settings": SETTINGS._asdict(),
    }
    memory = sorted(parts.spellings.items())
    return made | {
        "words": _text(words),
        "priors": _bytes("h", [units(prior, 1) for prior in priors]),
        "usage": _bytes("h", [units(each, 1) for each in usage]),
        "joined": _text(list(forms)),
        "written": _text(list(forms.values())),
        "starts": _bytes("I", pairs.starts),
        "followers": _bytes("H", pairs.words),
        "gains": _bytes("h", pairs.gains),
        "other": _bytes("h", pairs.other),
        "memory": _text([f"{latin}\t{persian}\t{times}" for (latin, persian), times in memory]),
        "closing": closing,
        "facts": json.dumps(stated, sort_keys=True, ensure_ascii=False).encode(),
    }


def _channel_sections(numbers: Tables) -> dict[str, bytes]:
    made = {
        "graphones": _text([f"{persian}\t{latin}" for persian, latin in numbers.graphones]),
        "unigrams": _bytes("h", numbers.unigrams),
        "backoff": _bytes("h", numbers.backoff),
        "weights": _bytes("h", numbers.weights),
    }
    for name in ("bigrams", "trigrams", "pair_backoff", "first_weights", "last_weights", "pair_weights"):
        table: dict[int, int] = getattr(numbers, name)
        keys = sorted(table)
        steps = [after - before for before, after in zip([0, *keys], keys, strict=False)]
        made[f"{name}_keys"] = _bytes("I", steps)
        made[f"{name}_values"] = _bytes("h", [table[each] for each in keys])
    return made


def _text(items: Iterable[str]) -> bytes:
    return "\n".join(items).encode()


def _bytes(code: str, numbers: Iterable[int]) -> bytes:
    """Numbers in little-endian order."""
    packed = array(code, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


CARD = {
    "made_by": "training/finglish.py",
    "what": "Finglish to Persian: graphone trigrams, lexicon with priors, word pairs, spellings seen in training",
    "sources": [
        {"name": "finglish-dataset, pairs.tsv", "licence": "MIT"},
        {"name": "PersianG2P pronunciations", "licence": "MIT"},
        {"name": "ParsTwiNER tweets, train", "licence": "MIT"},
        {"name": "Persian Dependency Treebank (UD_Persian-PerDT), train", "licence": "CC BY-SA 4.0"},
        {"name": "NTREX-128, fas and prs, train rows", "licence": "CC BY-SA 4.0"},
        {"name": "hazm words.dat", "licence": "MIT"},
        {"name": "wordfreq, small list of fa", "licence": "CC BY-SA 4.0"},
        {"name": "names of persons: Wikidata via rigour, EveryPolitician", "licence": "CC0"},
        {"name": "name-variants", "licence": "MIT"},
    ],
    "figures": {
        "lines held back, new Persian (432), by score_finglish.py": "words 79.1 %, sentences 40.7 %",
        "pairs_dev.tsv": "words 80.4 %, sentences 46.5 % (finglish 1.5.1: 67.6 and 13.0)",
        "sentences_dev.tsv": "words 92.3 %, sentences 80.0 % (finglish 1.5.1: 76.1 and 26.7)",
    },
}

if __name__ == "__main__":
    main()
