"""Suggest Persian for Finglish (Persian in Latin letters). Nothing applies a suggestion silently.

>>> best_persian("salam, khoobi?")
'سلام، خوبی؟'
"""

from collections.abc import Iterator
from typing import NamedTuple

from persiantools.chars import lines
from persiantools.finglish.model import model
from persiantools.finglish.path import Choice, best_path
from persiantools.finglish.render import joint, persian_marks
from persiantools.finglish.words import Word, are_closed, find_words

__all__ = ["Candidate", "WordSuggestion", "best_persian", "suggest_persian"]


class Candidate(NamedTuple):
    """A Persian spelling, and its probability in [0, 1] among its rivals, given the rest of the line's best path."""

    text: str
    score: float


class WordSuggestion(NamedTuple):
    """What one Finglish word may be in Persian. ``text`` is the source's ``[start:end]``, in code points.

    Two Finglish words that are one Persian word ("bache haa") have one suggestion. The first candidate is the one on
    the line's best path.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]


def suggest_persian(text: str, *, limit: int = 5) -> tuple[WordSuggestion, ...]:
    """Ranked Persian candidates for every Finglish word of ``text``, up to ``limit`` each (at least 1).

    All Latin-letter words are read as Finglish; pass the spans that `split` calls ``fa-Latn`` where a text has other
    languages. Links, handles, hashtags, numbers and words of more than 40 letters get no suggestion. Each line is
    read as a whole. The model is learned from the corpora named in ``data/manifest.json``.

    >>> for word in suggest_persian("farda miam", limit=1):
    ...     print(word.start, word.end, word.text, word.candidates[0].text)
    0 5 farda فردا
    6 10 miam میام
    """
    written = model().lexicon.written
    found = []
    for words, choices in _read(text):
        for choice in choices:
            start, end = words[choice.first].start, words[choice.last - 1].end
            ranked = tuple(Candidate(written(word), score) for word, score in choice.candidates[: max(limit, 1)])
            found.append(WordSuggestion(start, end, text[start:end], ranked))
    return tuple(found)


def best_persian(text: str) -> str:
    """``text`` with the best path in the place of its Finglish, and on lines with some ``? , ;`` in Persian shape
    and Persian digits in numbers.

    Everything else stays as it is: links, handles, emoji, line breaks, Persian.

    >>> best_persian("farda saat 5 miam, to kojaii?")
    'فردا ساعت ۵ میام، تو کجایی؟'
    """
    return "".join(_best_line(text[start:end]) for start, end in lines(text))


def _best_line(line: str) -> str:
    written = model().lexicon.written
    parts: list[str] = []
    place = 0
    for words, choices in _read(line):
        for choice in choices:
            start, end = words[choice.first].start, words[choice.last - 1].end
            word = choice.candidates[0][0]
            gap = line[place:start]
            parts += [joint(gap, word) if parts else persian_marks(gap), written(word)]
            place = end
    return "".join([*parts, persian_marks(line[place:]) if parts else line])


def _read(text: str) -> Iterator[tuple[list[Word], list[Choice]]]:
    """For each line with Finglish words: the words and the best path's choices."""
    for start, end in lines(text):
        words = list(find_words(text, start, end))
        if words:
            yield words, best_path([word.letters for word in words], are_closed(text, words), model())
