"""The trained model: what Persian word a Finglish word stands for, before its neighbours are asked."""

import json
import math
import sys
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from persiantools.finglish.candidates import search
from persiantools.finglish.channel import UNIT, Channel, Tables
from persiantools.finglish.closing import Closing
from persiantools.finglish.lexicon import Followers, Lexicon
from persiantools.finglish.words import skeleton
from persiantools.memos import remember
from persiantools.resources import load

__all__ = ["Memory", "Model", "Scored", "Settings", "model"]

Memory = Mapping[str, Mapping[str, int]]
"""Finglish spellings with the Persian words that they stood for in training, and how often."""

Scored = tuple[tuple[str, float], ...]
"""Persian words with log probabilities, best first."""

_MOST_REMEMBERED = 20_000
_LEAST = 1e-9


class Settings(NamedTuple):
    """Numbers chosen on lines held back from training.

    ``exact`` and ``alike`` say how many times a spelling must have been seen (as it is, or as its skeleton) to count
    as much as the candidates' own scores; ``context`` weighs the neighbours, ``closing`` what tends to end a clause;
    ``join`` and ``joining`` weigh reading two Finglish words as one (a factor for its log probability, a constant);
    ``most`` is how many candidates go on.
    """

    exact: float = 4.0
    alike: float = 2.0
    context: float = 0.6
    closing: float = 0.5
    join: float = 0.5
    joining: float = -0.6
    most: int = 8


class Model:
    """Channel, lexicon and memory together."""

    def __init__(
        self,
        channel: Channel,
        lexicon: Lexicon,
        memory: Memory,
        joins: tuple[Mapping[str, float], Mapping[str, float]],
        closing: Closing,
        settings: Settings,
    ) -> None:
        """A model of these parts. ``joins`` are the probabilities that a Finglish word belongs to the next one, and
        that it belongs to the one before it.
        """
        self.channel, self.lexicon, self.settings = channel, lexicon, settings
        self._memory = memory
        self._alike: dict[str, dict[str, int]] = {}
        for latin, words in memory.items():
            row = self._alike.setdefault(skeleton(latin), {})
            for word, times in words.items():
                row[word] = row.get(word, 0) + times
        self._to_next, self._to_last = joins
        self._closing = closing
        self._known: dict[str, Scored] = {}

    def ranked(self, latin: str) -> Scored:
        """The likeliest Persian words for one Finglish word (marked by `mark_length`), remembered."""
        found = self._known.get(latin)
        if found is None:
            found = remember(self._known, latin, self._rank(latin), _MOST_REMEMBERED)
        return found

    def _rank(self, latin: str) -> Scored:
        words = self._shares(latin)
        for seen, strength in (
            (self._alike.get(skeleton(latin)), self.settings.alike),
            (self._memory.get(latin), self.settings.exact),
        ):
            if seen:
                total = sum(seen.values()) + strength
                words = {
                    word: (seen.get(word, 0) + strength * words.get(word, 0.0)) / total for word in {*words, *seen}
                }
        logs = ((word, math.log(share + _LEAST)) for word, share in words.items())
        return tuple(sorted(logs, key=lambda item: (-item[1], item[0]))[: self.settings.most])

    def _shares(self, latin: str) -> dict[str, float]:
        """The candidates' probabilities by spelling and frequency; they sum to 1."""
        found = search(latin, self.channel, self.lexicon)
        scores = {each.word: (each.score + self.lexicon.prior(each.word)) / UNIT for each in found}
        best = max(scores.values(), default=0.0)
        masses = {word: math.exp(score - best) for word, score in scores.items()}
        total = sum(masses.values())
        return {word: mass / total for word, mass in masses.items()}

    def join_score(self, word: str, following: str) -> float | None:
        """The log score of reading two plain words as one; None when they never are."""
        chance = max(self._to_next.get(word, 0.0), self._to_last.get(following, 0.0))
        return self.settings.join * math.log(chance) + self.settings.joining if chance else None

    def apart_score(self, word: str) -> float:
        """The log score of not reading a plain word as one with the word before it: a lone e is an ezafe."""
        return self.settings.join * math.log(1 - self._to_last.get(word, 0.0))

    def closing(self, word: str, latin: str, *, closed: bool) -> float:
        """How much likelier ``word``, spelt ``latin``, is for a clause that ends after it or goes on, in nats."""
        of_word = self._closing.of_word(self.lexicon.number(word), closed=closed)
        return self.settings.closing * (of_word + self._closing.of_ending(word, latin, closed=closed))


@cache
def model() -> Model:
    """The model that the package ships, read on first use."""
    return decode(load("finglish"))


def decode(sections: Mapping[str, bytes]) -> Model:
    """The model in these sections of a model file (written by ``training/finglish.py``)."""
    graphones = [tuple(line.split("\t")) for line in _lines(sections, "graphones")]
    tables = Tables(
        [(persian, latin) for persian, latin in graphones],
        _numbers(sections, "unigrams", "h"),
        _table(sections, "bigrams"),
        _table(sections, "trigrams"),
        _numbers(sections, "backoff", "h"),
        _table(sections, "pair_backoff"),
        _numbers(sections, "weights", "h"),
        _table(sections, "first_weights"),
        _table(sections, "last_weights"),
        _table(sections, "pair_weights"),
    )
    facts = json.loads(sections["facts"])
    lexicon = Lexicon(
        _lines(sections, "words"),
        _numbers(sections, "priors", "h"),
        _numbers(sections, "usage", "h"),
        dict(zip(_lines(sections, "joined"), _lines(sections, "written"), strict=True)),
        Followers(
            _numbers(sections, "starts", "I"),
            _numbers(sections, "followers", "H"),
            _numbers(sections, "gains", "h"),
            _numbers(sections, "other", "h"),
        ),
        facts["endings"],
    )
    memory: dict[str, dict[str, int]] = {}
    for line in _lines(sections, "memory"):
        latin, persian, times = line.split("\t")
        memory.setdefault(latin, {})[persian] = int(times)
    joins = facts["to_next"], facts["to_last"]
    closing = Closing(sections["closing"], facts["closing"], facts["closed"])
    return Model(Channel(tables), lexicon, memory, joins, closing, Settings(**facts["settings"]))


def _lines(sections: Mapping[str, bytes], name: str) -> list[str]:
    return sections[name].decode("utf-8").split("\n")


def _numbers(sections: Mapping[str, bytes], name: str, code: str) -> Sequence[int]:
    """An array stored in little-endian order."""
    numbers = array(code, sections[name])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _table(sections: Mapping[str, bytes], name: str) -> dict[int, int]:
    """A table stored as its sorted keys, each less the one before, and its values."""
    keys, key = [], 0
    for step in _numbers(sections, f"{name}_keys", "I"):
        key += step
        keys.append(key)
    return dict(zip(keys, _numbers(sections, f"{name}_values", "h"), strict=True))
