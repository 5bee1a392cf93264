"""Make ``data/romanization.bin``: a 5-gram model of letter pairs (a Persian letter with what it writes in Latin).

    python -m training.names_romanization --data ../shared/data

A transducer is first learnt on names of people alone, because the press spells those differently from how map makers
spell villages; it then aligns all pairs, places with a tenth of the weight. Takes about two minutes on one core.
"""

from array import array
from collections import defaultdict

from persiantools.names.transducer import LATIN_LETTERS, LATIN_VOWELS, PERSIAN_VOWELS
from training.common import arguments, write_model
from training.letter_context import ContextModel, cheapest_chunks, learn, log_likelihood
from training.letter_model import cost, trigram_costs, word_chance
from training.name_pairs import NamePair, WordPair, read_names, word_pairs
from training.names_transliteration import SOURCES

ORDER = 5
DISCOUNT = 0.05
PLACES = 0.1
"""What a pair of place names counts for beside one of people's names."""

ATTESTED = 6
"""Spellings kept of one name."""

LEAST_UNIT = 0.5
LEAST_SEEN = (0.0, 0.0, 0.05, 0.15, 0.25)
"""Weight below which an n-gram of 1–5 units is left out."""

History = tuple[int, ...]
Level = dict[History, tuple[float, dict[int, float]]]
"""For each history: what is left for units not seen after it, and the probabilities of those seen."""


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


def attested(people: list[WordPair], others: list[WordPair]) -> bytes:
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


def count(words: Words) -> tuple[list[tuple[str, str]], list[dict[History, dict[int, float]]]]:
    """All units, sorted, and the counts of what follows each history of 0–4 units; unit 0 is both edges of a word."""
    seen: dict[tuple[str, str], float] = defaultdict(float)
    for units, weight in words:
        for unit in units:
            seen[unit] += weight
    inventory = sorted(unit for unit, total in seen.items() if total >= LEAST_UNIT)
    number = {unit: n for n, unit in enumerate(inventory, 1)}
    counts: list[dict[History, dict[int, float]]] = [defaultdict(lambda: defaultdict(float)) for _ in range(ORDER)]
    for units, weight in words:
        if all(unit in number for unit in units):
            line = [0, *(number[unit] for unit in units), 0]
            for place in range(1, len(line)):
                for order in range(min(ORDER, place + 1)):
                    counts[order][tuple(line[place - order : place])][line[place]] += weight
    return inventory, counts


def estimate(counts: list[dict[History, dict[int, float]]]) -> list[Level]:
    """Interpolated probabilities by absolute discounting, and the weight of the shorter history."""
    found: list[Level] = []
    for order, histories in enumerate(counts):
        level: Level = {}
        for history, table in sorted(histories.items()):
            kept = {unit: n for unit, n in table.items() if n >= LEAST_SEEN[order] - 1e-9}
            total = sum(kept.values())
            if not kept:
                continue
            rest = min(0.9, DISCOUNT * len(kept) / total) if order else 0.0
            direct = {unit: max(n - DISCOUNT, n * 0.05) for unit, n in kept.items()}
            scale = (1 - rest) / sum(direct.values())
            level[history] = (
                rest,
                {
                    unit: share * scale + (rest * _lower(found, history[1:], unit) if order else 0.0)
                    for unit, share in sorted(direct.items())
                },
            )
        found.append(level)
    return found


def _lower(levels: list[Level], history: History, unit: int) -> float:
    """Probability of ``unit`` after a history whose level is done."""
    level = levels[len(history)].get(history)
    if level is None:
        return _lower(levels, history[1:], unit)
    rest, table = level
    if unit in table:
        return table[unit]
    return rest * _lower(levels, history[1:], unit) if history else 0.0


def sections(inventory: list[tuple[str, str]], levels: list[Level]) -> dict[str, bytes]:
    """The model file: for each order the sorted histories, the cost of backing off, successors and their costs."""
    found = {"units": "\n".join(letter + chunk for letter, chunk in inventory).encode()}
    for order, level in enumerate(levels):
        rows = sorted(level.items())
        flat = [item for _, (_, table) in rows for item in sorted(table.items())]
        found |= {
            f"{order}.histories": array("H", (unit for history, _ in rows for unit in history)).tobytes(),
            f"{order}.backoff": bytes(cost(rest) for _, (rest, _) in rows),
            f"{order}.counts": array("H", (len(table) for _, (_, table) in rows)).tobytes(),
            f"{order}.next": array("H", (unit for unit, _ in flat)).tobytes(),
            f"{order}.costs": bytes(cost(share) for _, share in flat),
        }
    return found


def build(names: list[NamePair]) -> dict[str, bytes]:
    people = word_pairs([pair for pair in names if is_person(pair)], lambda pair: 1.0)
    others = word_pairs([pair for pair in names if not is_person(pair)], lambda pair: 1.0)
    words, live = aligned(people, others)
    inventory, counts = count(words)
    return sections(inventory, estimate(counts)) | {"attested": attested(live, others)}


def main() -> None:
    found = build(read_names(arguments(__doc__ or "").data))
    card = {
        "made_by": "training/names_romanization.py",
        "what": "5-grams of (Persian letter, Latin chunk) pairs",
        "sources": SOURCES,
        "figures": {f"{n + 1}-grams": len(found[f"{n}.costs"]) for n in range(ORDER)},
    }
    write_model("romanization", found, card)


if __name__ == "__main__":
    main()
