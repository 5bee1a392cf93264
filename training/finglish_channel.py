"""The letter side of the Finglish model: a trigram model over graphones, counted from aligned words."""

import math
import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from persiantools.finglish.channel import END, START, UNIT, Channel, Tables
from persiantools.finglish.words import SHORT_A
from training.finglish_align import CONSONANTS, LONGEST, MAY_BE_SILENT, Emission, first_guess, probability

Graphone = tuple[str, str]
Spelling = tuple[str, str, float]  # Finglish letters, Persian word, weight

DISCOUNT = 0.5
PRIOR_SHARE = 0.01  # of graphones never seen but plausible
RAREST = 1.2
VOWELS = ("", "a", "A", SHORT_A, "e", "o", "i", "oo", "ou", "u", "ee", "y", "eh")
_PHONEMES = {"S": "sh", "C": "ch", "x": "kh", "q": "gh", "?": "", "^": "", "Z": "zh", "_": ""}
_EDGE: dict[int, Graphone] = {START: ("", "<"), END: ("", ">")}


class Counts(NamedTuple):
    """Graphones by the graphones before them: none, one, two."""

    orders: tuple[dict[tuple[Graphone, ...], Counter[Graphone]], ...]


def plain(latin: str) -> str:
    """Latin letters without the marks for long and short a."""
    return latin.replace("A", "aa").replace(SHORT_A, "a")


def chain(persian: str, latin: str, emission: Emission, memo: dict[Graphone, float]) -> tuple[list[Graphone], float]:
    """The likeliest graphones of a word, and their log probability."""
    size = len(latin)
    best = [[-math.inf] * (size + 1) for _ in range(len(persian) + 1)]
    came = [[0] * (size + 1) for _ in range(len(persian) + 1)]
    best[0][0] = 0.0
    for i, letter in enumerate(persian):
        for j, score in enumerate(best[i]):
            if score == -math.inf:
                continue
            for k in range(j, min(size, j + LONGEST) + 1):
                graphone = letter, latin[j:k]
                if graphone not in memo:
                    memo[graphone] = math.log(probability(emission, letter, plain(latin[j:k])) + 1e-30)
                if score + memo[graphone] > best[i + 1][k]:
                    best[i + 1][k], came[i + 1][k] = score + memo[graphone], j
    found, k = [], size
    for i in range(len(persian), 0, -1):
        j = came[i][k]
        found.append((persian[i - 1], latin[j:k]))
        k = j
    return found[::-1], best[-1][-1]


def pronounce(phonemes: Sequence[str], rng: random.Random) -> str:
    """One way to spell these phonemes in Finglish."""
    long_u, marked = rng.choice(["oo", "oo", "u", "ou"]), rng.random() < 0.5
    spelt = {**_PHONEMES, "u": long_u, "A": "A" if marked else "a", "a": SHORT_A if marked else "a"}
    return "".join(spelt.get(phoneme, phoneme) for phoneme in phonemes)


def count_graphones(spellings: Iterable[Spelling], emission: Emission) -> Counts:
    """Graphone trigrams of all spellings that the letter model finds possible."""
    orders: tuple[defaultdict[tuple[Graphone, ...], Counter[Graphone]], ...] = tuple(
        defaultdict(Counter) for _ in range(3)
    )
    memo: dict[Graphone, float] = {}
    for latin, persian, weight in spellings:
        if len(latin) > LONGEST * len(persian):
            continue
        graphones, score = chain(persian, latin, emission, memo)
        if score < -4.2 * len(persian) - 6:
            continue
        sequence = [_EDGE[START], _EDGE[START], *graphones, _EDGE[END]]
        for place in range(2, len(sequence)):
            for order in range(3):
                context = tuple(sequence[place - order : place])
                orders[order][context][sequence[place]] += weight  # type: ignore[assignment]
    return Counts(tuple(dict(order) for order in orders))


def add(left: Counts, right: Counts) -> Counts:
    """Both counts together."""
    orders = []
    for one, other in zip(left.orders, right.orders, strict=True):
        order = {context: Counter(row) for context, row in one.items()}
        for context, row in other.items():
            order.setdefault(context, Counter()).update(row)
        orders.append(order)
    return Counts(tuple(orders))


def plausible_graphones() -> dict[Graphone, float]:
    """Graphones that the first guess allows, so that no usual spelling is impossible."""
    found: dict[Graphone, float] = {}
    for letter, consonants in CONSONANTS.items():
        for consonant in {c for known in consonants for c in (known, known[:1] + known)}:
            for vowel in VOWELS:
                latin = consonant.replace("aa", "A") + vowel
                if len(latin) <= LONGEST and (latin or letter in MAY_BE_SILENT):
                    guess = first_guess(letter, plain(latin).replace("eh", "e")) * (0.3 if vowel == "eh" else 1)
                    found[letter, latin] = max(found.get((letter, latin), 0), guess)
    found = dict(sorted(found.items()))  # sums of floats depend on their order
    total = sum(found.values())
    return {graphone: guess / total for graphone, guess in found.items()}


def units(log_probability: float, scale: float) -> int:
    """A weighted log probability in score units, within 16 bits."""
    return max(-32_000, min(32_000, round(log_probability * scale * UNIT)))


def tables(counts: Counts, scale: float = 1.0, weights: Mapping[str, float] | None = None) -> Tables:
    """The channel's tables: interpolated trigram probabilities (times ``scale``) and learned weights."""
    seen, prior = counts.orders[0][()], plausible_graphones()
    total = sum(seen.values())
    single = {graphone: (1 - PRIOR_SHARE) * times / total for graphone, times in seen.items() if times > RAREST}
    for graphone, guess in prior.items():
        single[graphone] = single.get(graphone, 0.0) + PRIOR_SHARE * guess
    graphones = [_EDGE[START], _EDGE[END], *sorted(set(single) - set(_EDGE.values()))]
    number = {graphone: place for place, graphone in enumerate(graphones)}
    size = len(graphones)

    def pack(context: tuple[Graphone, ...]) -> int:
        packed = 0
        for graphone in context:
            packed = packed * size + number[graphone]
        return packed

    lower: dict[tuple[Graphone, ...], float] = {(graphone,): mass for graphone, mass in single.items()}
    found: list[dict[int, int]] = []
    backoffs: list[dict[int, int]] = []
    for order in (1, 2):
        here: dict[tuple[Graphone, ...], float] = {}
        back: dict[int, int] = {}
        for context, row in counts.orders[order].items():
            if not all(graphone in number for graphone in context):
                continue
            mass = sum(row.values())
            rest = sum(min(times, DISCOUNT) for times in row.values()) / mass
            back[pack(context)] = units(math.log(rest), scale)
            for graphone, times in row.items():
                if graphone in number:
                    shorter = lower.get((*context[1:], graphone)) or single[graphone]
                    here[(*context, graphone)] = max(times - DISCOUNT, 0) / mass + rest * shorter
        found.append({pack(context): units(math.log(mass), scale) for context, mass in sorted(here.items())})
        backoffs.append(back)
        lower = here
    learned = _learned(weights or {}, number, size)
    return Tables(
        graphones,
        array("h", [units(math.log(single.get(graphone, 1e-9)), scale) for graphone in graphones]),
        found[0],
        found[1],
        array("h", [backoffs[0].get(place, 0) for place in range(size)]),
        backoffs[1],
        *learned,
    )


def _learned(
    weights: Mapping[str, float], number: Mapping[Graphone, int], size: int
) -> tuple[Sequence[int], dict[int, int], dict[int, int], dict[int, int]]:
    """The learned weights by graphone: anywhere, first, last, after another."""
    anywhere, first, last, after = array("h", [0] * size), {}, {}, {}
    for name, weight in sorted(weights.items()):
        kind, *spelt = name.split(" ")
        places = [number.get((part.split(":")[0], part.split(":")[1]), -1) for part in spelt]
        if -1 in places:
            continue
        value = units(weight, 1)
        if kind == "any":
            anywhere[places[0]] = value
        elif abs(weight) >= 0.03 and kind == "first":
            first[places[0]] = value
        elif abs(weight) >= 0.03 and kind == "last":
            last[places[0]] = value
        elif abs(weight) >= 0.05:
            after[places[0] * size + places[1]] = value
    return anywhere, first, last, after


def channel(counts: Counts) -> Channel:
    """A channel without learned weights."""
    return Channel(tables(counts))
