"""What is known of single words: English words in daily use, name words, and what Persian words are like.

The tables are in ``data/mentions.bin``, made by ``training/mentions.py``.
"""

import functools
from typing import NamedTuple

from persiantools.names.fold import persian_words
from persiantools.resources import load

__all__ = [
    "PersianLexicon",
    "WordClass",
    "aliases",
    "english",
    "persian_aliases",
    "persian_lexicon",
    "translations",
    "word_set",
]


@functools.cache
def _sections() -> dict[str, bytes]:
    return load("mentions")


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """One list of words: ``english.common``, ``latin.names``, ``latin.cities`` and others.

    >>> "campuses" in word_set("english.common"), "massoud" in word_set("english.common")
    (True, False)
    """
    return frozenset(_sections()[name].decode().split("\n"))


@functools.cache
def english(kind: str) -> frozenset[str]:
    """The words of one row of ``training/tables/english_words.tsv``: ``title``, ``demonym``, ``head`` and others.

    >>> "minister" in english("title"), "afghan" in english("demonym")
    (True, True)
    """
    return word_set(f"english.{kind}")


class WordClass(NamedTuple):
    """What corpora and lists say of a folded Persian word."""

    fine: str
    """Its cluster among 160 by the company it keeps."""
    coarse: str
    """The same among 48."""
    lists: str
    """The lists it stands in, one letter each: P many names of people, p one, L places, M parts of place names,
    K countries, T titles, O and H words that organisations and places begin with."""
    speech: str
    """Parts of speech in hazm's lexicon."""
    frequency: int
    """log2 of its frequency in edited text, at most 6."""
    common: int
    """log2 of how often it was seen as something else than a name in tagged tweets, at most 7."""


_UNKNOWN = WordClass("-", "-", "", "-", 0, 0)


class PersianLexicon:
    """The word classes, decoded when they are asked for."""

    def __init__(self, sections: dict[str, bytes]) -> None:
        """Read the tables from the sections of ``mentions.bin``."""
        words = sections["persian.words"].decode().split("\n")
        self._index = {word: number for number, word in enumerate(words)}
        self._rows = sections["persian.classes"]
        self._lists = sections["persian.lists"].decode().split("\n")
        self._speech = sections["persian.speech"].decode().split("\n")

    @functools.lru_cache(maxsize=1 << 14)  # noqa: B019 - there is one lexicon, and it lives as long as the process
    def __getitem__(self, word: str) -> WordClass:
        """What is known of a folded word; of an unknown one, nothing."""
        number = self._index.get(word)
        if number is None:
            return _UNKNOWN
        fine, coarse, lists, speech, frequency, common = self._rows[6 * number : 6 * number + 6]
        return WordClass(_number(fine), _number(coarse), self._lists[lists], self._speech[speech], frequency, common)


def _number(cluster: int) -> str:
    return "-" if cluster == 255 else str(cluster)


@functools.cache
def persian_lexicon() -> PersianLexicon:
    """The lexicon, read on first use.

    >>> "T" in persian_lexicon()["دکتر"].lists
    True
    """
    return PersianLexicon(_sections())


@functools.cache
def aliases() -> tuple[tuple[str, str], ...]:
    """Pairs of a well-known English name and another one of it, from ``training/tables/english_aliases.tsv``."""
    rows = (line.split("\t") for line in _sections()["english.aliases"].decode().split("\n"))
    return tuple((row[0], alias) for row in rows for alias in row[1].split("|"))


@functools.cache
def translations(kind: str) -> dict[str, frozenset[str]]:
    """Folded Persian word → English words that translate it: ``learnt`` from parallel news, or from the ``table``
    ``training/tables/translated_words.tsv``.

    >>> "habitat" in translations("learnt")["زیستگاه"], "stadium" in translations("table")["ورزشگاه"]
    (True, True)
    """
    found: dict[str, set[str]] = {}
    for line in _sections()["translations"].decode().split("\n"):
        persian, aim, source = line.split("\t")
        if source == kind:
            found.setdefault(persian, set()).add(aim)
    return {persian: frozenset(aims) for persian, aims in found.items()}


@functools.cache
def persian_aliases() -> dict[str, frozenset[str]]:
    """Folded Persian name → English names, from ``training/tables/persian_aliases.tsv``.

    >>> sorted(persian_aliases()["سازمان ملل"])
    ['united nations']
    """
    rows = (line.split("\t") for line in _sections()["persian.aliases"].decode().split("\n"))
    return {" ".join(persian_words(row[0])): frozenset(row[1].split("|")) for row in rows}
