"""Passages for checking the costs of name linking, made of text that is for training and marked by how it was made.

English comes from the training documents of NTREX-128, Persian from the training tweets of ParsTwiNER. Where the
English has a person of two names and a tweet has a person, a pair of ``names/train.tsv`` is put in their place; a
third person stands in Persian alone, if possible a namesake of the first.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from persiantools.names.latin_form import is_common
from training.common import ntrex_train, read_lines, tagged_tweets
from training.name_pairs import NamePair, read_names

__all__ = ["LinkPassage", "link_passages"]

Range = tuple[int, int]
ROWS = 8
_TWO_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+(?![\w’'-]| [A-Z])")


class LinkPassage(NamedTuple):
    """A text and its people: for each the Persian and the English ranges; either may be empty."""

    text: str
    people: list[tuple[list[Range], list[Range]]]


class _Text:
    """A text that grows, and where the people stand in it."""

    def __init__(self) -> None:
        self.text = ""
        self.places: dict[tuple[int, str], list[Range]] = defaultdict(list)

    def add(self, words: str, person: int | None = None, language: str = "") -> None:
        if person is not None:
            self.places[person, language].append((len(self.text), len(self.text) + len(words)))
        self.text += words


def link_passages(data: Path, seed: int = 5) -> list[LinkPassage]:
    """One passage for each training document of the news that has two people in its first rows."""
    chance = random.Random(seed)
    pairs = sorted(
        {p for p in read_names(data) if p.type == "PER" and len(p.persian.split()) == 2 == len(p.latin.split())}
    )
    tweets = [tweet for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv") if _people(tweet)]
    chance.shuffle(tweets)
    found = []
    for rows in _documents(data):
        originals = sorted({name for row in rows for name in _TWO_NAMES.findall(row) if _is_name(name)})[:2]
        if len(originals) == 2 and len(tweets) >= 4:
            people = chance.sample(pairs, 2)
            found.append(_passage(rows, originals, [*people, _namesake(people[0], pairs, chance)], tweets[:4]))
            del tweets[:4]
    return found


def _documents(data: Path) -> Iterator[list[str]]:
    rows: dict[str, list[str]] = defaultdict(list)
    lines = (line.split("\t") for line in read_lines(data / "ntrex/documents.txt"))
    documents = [document for document, use in lines if use == "train"]
    for document, row in zip(documents, ntrex_train(data, "eng"), strict=True):
        rows[document].append(row)
    for document in sorted(rows):
        yield rows[document][:ROWS]


def _is_name(words: str) -> bool:
    return not any(is_common(word.lower()) for word in words.split())


def _namesake(person: NamePair, pairs: Sequence[NamePair], chance: random.Random) -> NamePair:
    family = person.persian.split()[-1]
    same = [p for p in pairs if p.persian.split()[-1] == family and p.persian != person.persian]
    return chance.choice(same or [p for p in pairs if p.persian.split()[-1] != family])


def _people(tweet: list[tuple[str, str]]) -> list[Range]:
    """The persons that a tweet names, as ranges of tokens."""
    found = []
    for at, (_, tag) in enumerate(tweet):
        if tag == "B-PER":
            end = at + 1
            while end < len(tweet) and tweet[end][1] == "I-PER":
                end += 1
            found.append((at, end))
    return found


def _passage(
    rows: Sequence[str], originals: Sequence[str], people: Sequence[NamePair], tweets: Sequence[list[tuple[str, str]]]
) -> LinkPassage:
    text = _Text()
    for number, row in enumerate(rows):
        _english(text, row, originals, people)
        text.add("\n")
        if number % 2 == 1 and number // 2 < len(tweets):
            person = (0, 1, 2, 0)[number // 2]
            whole = people[person].persian
            _persian(text, tweets[number // 2], person, whole if number < ROWS - 1 else whole.split()[-1])
            text.add("\n")
    return LinkPassage(text.text, [(text.places[n, "fa"], text.places[n, "en"]) for n in range(len(people))])


def _english(text: _Text, row: str, originals: Sequence[str], people: Sequence[NamePair]) -> None:
    """One row, with its people exchanged, by their full names and by their family names."""
    exchanged = {name: (n, people[n].latin) for n, name in enumerate(originals)}
    exchanged |= {name.split()[1]: (n, people[n].latin.split()[1]) for n, name in enumerate(originals)}
    pattern = "|".join(rf"\b{re.escape(name)}\b" for name in sorted(exchanged, key=lambda name: (-len(name), name)))
    last = 0
    for match in re.finditer(pattern, row):
        text.add(row[last : match.start()])
        person, name = exchanged[match[0]]
        text.add(name, person, "en")
        last = match.end()
    text.add(row[last:])


def _persian(text: _Text, tweet: list[tuple[str, str]], person: int, name: str) -> None:
    """A tweet with its first person exchanged."""
    start, end = _people(tweet)[0]
    text.add("".join(f"{token} " for token, _ in tweet[:start]))
    text.add(name, person, "fa")
    text.add("".join(f" {token}" for token, _ in tweet[end:]))
