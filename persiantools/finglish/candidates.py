"""Persian spellings of one Finglish word: a beam search through the channel, along the lexicon and beside it."""

from collections.abc import Iterable
from typing import NamedTuple

from persiantools.finglish.channel import START, UNIT, Channel
from persiantools.finglish.lexicon import Lexicon

__all__ = ["Found", "search"]

_KNOWN, _FREE = 20, 4  # beginnings of lexicon words, and of any word, that go on from each letter
_MARGIN = 8 * UNIT  # a beginning so much worse than the best is not kept
_BEST_FREE, _BEST = 8, 24  # unknown words, and words in all, that are returned


class Found(NamedTuple):
    """A Persian word with its channel score and the graphones that spell it."""

    word: str
    score: int
    graphones: tuple[int, ...]


class _Beginning(NamedTuple):
    """The first letters of a Persian word: score, graphones so far, and the lexicon words that begin so."""

    score: int
    chain: tuple[int, ...]
    low: int
    high: int


class _Column(dict[str, _Beginning]):
    """The beginnings that are spelt by the same Latin letters, and the best score among them."""

    best = -(2**31)

    def hopeful(self, score: int) -> bool:
        """Whether a beginning with this score may still matter; remembers the best score."""
        self.best = max(self.best, score)
        return score > self.best - _MARGIN


_Option = tuple[_Column, int, str]  # where the longer beginning goes, the graphone, its Persian letter


def search(latin: str, channel: Channel, lexicon: Lexicon) -> list[Found]:
    """The likeliest Persian words for the letters ``latin``, by the channel's score, best first.

    Time is linear in the length of ``latin``: every letter has at most a fixed number of beginnings.
    """
    columns = [_Column() for _ in range(len(latin) + 1)]
    columns[0][""] = _Beginning(0, (START, START), 0, len(lexicon.words))
    for place, column in enumerate(columns):
        for prefix, beginning in _best(column, lexicon):
            if beginning.chain[-1] not in channel.silent:
                _extend(
                    prefix, beginning, [(column, g, letter) for g, letter in channel.silent.items()], channel, lexicon
                )
        options = [
            (columns[place + size], graphone, letter) for size, graphone, letter in channel.spelt(latin, place)
        ]
        if options:
            for prefix, beginning in _best(column, lexicon):
                _extend(prefix, beginning, options, channel, lexicon)
    return _finish(columns[-1], channel, lexicon)


def _best(column: _Column, lexicon: Lexicon) -> list[tuple[str, _Beginning]]:
    """The beginnings of a column that go on: those that lead to the best known words, and the best of all."""
    ranked = sorted(column.items(), key=lambda item: (-item[1].score, item[0]))
    known = [
        (item[1].score + lexicon.hope(item[1].low, item[1].high), item)
        for item in ranked
        if item[1].high > item[1].low
    ]
    known.sort(key=lambda each: -each[0])
    best = [item for _, item in known[:_KNOWN]]
    kept = {prefix for prefix, _ in best}
    return best + [item for item in ranked[:_FREE] if item[0] not in kept]


def _extend(
    prefix: str, beginning: _Beginning, options: Iterable[_Option], channel: Channel, lexicon: Lexicon
) -> None:
    """Put ``prefix`` with each option's letter into the option's column, unless it scores better there already."""
    score, chain, low, high = beginning
    before, last = chain[-2:]
    for column, graphone, letter in options:
        longer = prefix + letter
        new = score + channel.step(before, last, graphone)
        old = column.get(longer)
        if (old is None or old.score < new) and column.hopeful(new):
            inside = (old.low, old.high) if old else lexicon.starting(longer, low, high) if high > low else (0, 0)
            column[longer] = _Beginning(new, (*chain, graphone), *inside)


def _finish(column: _Column, channel: Channel, lexicon: Lexicon) -> list[Found]:
    """The words of the last column: all that are known, the best of the others."""
    known: list[Found] = []
    free: list[Found] = []
    for word, (score, chain, low, high) in column.items():
        if word:
            found = Found(word, score + channel.stop(*chain[-2:]), chain[2:])
            (known if low < high and lexicon.words[low] == word else free).append(found)
    free.sort(key=lambda found: (-found.score, found.word))
    return sorted(known + free[:_BEST_FREE], key=lambda found: (-found.score, found.word))[:_BEST]
