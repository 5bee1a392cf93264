"""Make ``data/attested.bin``, the spellings of people's names that were seen, and ``data/romanization.bin``: a 5-gram
model of letter pairs (a Persian letter with what it writes in Latin), and what judges the spellings that it proposes.

    python -m training.names_romanization --data ../shared/data

A transducer is first learnt on names of people alone, because the press spells those differently from how map makers
spell villages; it then aligns all pairs, places with a tenth of the weight. The weights of the judges are
fitted first, on a quarter of the name tokens that have several spellings, with models that have not seen those. Takes
about eight minutes on one core.
"""

from array import array
from collections import defaultdict

from persiantools.names.letter_pairs import LetterPairs
from persiantools.names.spelling_judge import LATIN_FEATURES, PERSIAN_FEATURES, Judge, latin_units
from persiantools.names.transducer import LATIN_LETTERS, LATIN_VOWELS, PERSIAN_VOWELS, Transliteration
from training.common import arguments, write_model
from training.letter_context import ContextModel, cheapest_chunks, learn, log_likelihood
from training.letter_model import cost, trigram_costs, word_chance
from training.name_pairs import NamePair, WordPair, read_names, word_pairs
from training.names_ngrams import Shape, count, estimate, sections
from training.names_spelling_weights import accuracy, choices, fit, held_tokens, without
from training.names_transliteration import SOURCES, train, weight
from training.names_vocabulary import known_words

PLACES = 0.1
"""What a pair of place names counts for beside one of people's names."""

ATTESTED = 12
"""Spellings kept of one name."""

LEAST_UNIT = 0.5
PAIRS = Shape(0.05, (0.0, 0.0, 0.05, 0.15, 0.25))
LETTERS = Shape(0.6, (0.0, 0.0, 0.0, 0.0, 0.0, 0.0))


def is_person(pair: NamePair) -> bool:
    return pair.type in ("PER", "GIVEN", "NAMETOKEN")


Words = list[tuple[list[tuple[str, str]], float]]


def aligned(pairs: list[WordPair], others: list[WordPair]) -> tuple[Words, list[WordPair]]:
    """Each pair as units (letter, chunk), with its weight; and those of ``pairs`` that spell each other."""
    letters = trigram_costs(((latin, share) for _, latin, share in pairs), LATIN_LETTERS)
    chance = word_chance(letters, LATIN_LETTERS)
    model, live = learn(pairs, PERSIAN_VOWELS, LATIN_VOWELS, chance, keep=0.15)
    known = {(persian, latin) for persian, latin, _ in live}
    found = [_units(model, persian, latin, 1.0) for persian, latin, _ in live]
    for persian, latin, _ in others:
        if (persian, latin) not in known and log_likelihood(model, persian, latin) - chance(latin) > 0.3 * len(latin):
            found.append(_units(model, persian, latin, PLACES))
    return [(units, weight) for units, weight in found if units], live


def spellings(people: list[WordPair], others: list[WordPair]) -> bytes:
    """The spellings of people's names that were seen, with a cost for the rarer ones; a place name counts a tenth."""
    seen: dict[str, dict[str, float]] = defaultdict(dict)
    for persian, latin, share in people:
        seen[persian][latin] = share * share
    for persian, latin, share in others:
        if latin in seen.get(persian, ()):
            seen[persian][latin] += PLACES * share * share
    lines = []
    for persian, spellings in sorted(seen.items()):
        whole = sum(spellings.values())
        costs = sorted((cost(total / whole), latin) for latin, total in spellings.items())
        lines.append("\t".join((persian, *(f"{latin} {price}" for price, latin in costs[:ATTESTED]))))
    return "\n".join(lines).encode()


def _units(model: ContextModel, persian: str, latin: str, weight: float) -> tuple[list[tuple[str, str]], float]:
    chunks = cheapest_chunks(model, persian, latin)
    return (list(zip(persian, chunks, strict=True)) if chunks else []), weight


def letter_pairs(words: Words) -> dict[str, bytes]:
    """The model of letter pairs: all units, sorted, and their n-grams."""
    seen: dict[tuple[str, str], float] = defaultdict(float)
    for units, share in words:
        for unit in units:
            seen[unit] += share
    inventory = sorted(unit for unit, total in seen.items() if total >= LEAST_UNIT)
    number = {unit: n for n, unit in enumerate(inventory, 1)}
    lines = [([number[u] for u in units], share) for units, share in words if all(u in number for u in units)]
    found = sections(estimate(count(lines, len(PAIRS.least_seen)), PAIRS), "pairs.")
    return found | {"units": "\n".join(letter + chunk for letter, chunk in inventory).encode()}


def latin_letters(people: list[WordPair]) -> dict[str, bytes]:
    """The model of the letters of people's names; each spelling counts once."""
    lines = [([ord(unit) for unit in latin_units(word)], 1.0) for word in sorted({latin for _, latin, _ in people})]
    return sections(estimate(count(lines, len(LETTERS.least_seen)), LETTERS), "latin.")


def seen_spellings(names: list[NamePair]) -> bytes:
    """The spellings of people's names among ``names``, without those that a first model takes for other names."""
    people, others = split(names)
    _, live = aligned(people, others)
    return spellings(live, others)


def split(names: list[NamePair]) -> tuple[list[WordPair], list[WordPair]]:
    """The word pairs of people's names, and those of others."""
    people = word_pairs([pair for pair in names if is_person(pair)], lambda pair: 1.0)
    return people, word_pairs([pair for pair in names if not is_person(pair)], lambda pair: 1.0)


def build(people: list[WordPair], others: list[WordPair]) -> dict[str, bytes]:
    """All sections but the weights."""
    words, live = aligned(people, others)
    found = letter_pairs(words) | latin_letters(people) | known_words(people, others)
    return found | {"spellings": spellings(live, others)}


def weights(names: list[NamePair], people: list[WordPair], others: list[WordPair]) -> tuple[dict[str, bytes], str]:
    """The weights of the judges, fitted on name tokens of which all that is learnt here has not seen a spelling."""
    held = held_tokens(names)
    found = build(without(people, held), without(others, held))
    transliteration, _, _ = train(without(word_pairs(names, weight), held))
    print(f"{len(held)} tokens held back", flush=True)
    known = Transliteration(transliteration)
    there, back = choices(held, LetterPairs(found), known.latin_letters, Judge(found, known))
    found = {}
    for side, made, features in (("latin", there, LATIN_FEATURES), ("persian", back, PERSIAN_FEATURES)):
        fitted = fit(made)
        found[f"weights.{side}"] = array("i", fitted).tobytes()
        print(side, dict(zip(features, fitted, strict=True)), accuracy(made, fitted))
    return found, accuracy(there, list(array("i", found["weights.latin"])))


def main() -> None:
    names = read_names(arguments(__doc__ or "").data)
    people, others = split(names)
    fitted, held_back = weights(names, people, others)
    found = build(people, others) | fitted
    seen = found.pop("spellings")
    write_model(
        "attested",
        {"spellings": seen},
        {
            "made_by": "training/names_romanization.py",
            "what": "Latin spellings of Persian name words, with costs",
            "sources": SOURCES,
            "figures": {"Persian words": seen.count(b"\n") + 1},
        },
    )
    figures = {f"{n + 1}-grams": len(found[f"pairs.{n}.costs"]) for n in range(len(PAIRS.least_seen))}
    card = {
        "made_by": "training/names_romanization.py",
        "what": "5-grams of (Persian letter, Latin chunk) pairs, 6-grams of Latin letters, Latin words, weights",
        "sources": [
            *SOURCES,
            {"name": "pyspellchecker (English frequency list)", "licence": "MIT"},
            {"name": "names (census of the United States, 1990)", "licence": "MIT; the data public domain"},
            {"name": "Faker (names of people by country)", "licence": "MIT"},
        ],
        "figures": {**figures, "name tokens held back": held_back},
    }
    write_model("romanization", found, card)


if __name__ == "__main__":
    main()
