"""The Persian side of the Finglish model: words with their frequencies, word pairs, and how words are written."""

import functools
import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from training.common import hazm_data, ntrex_train, read_lines, tagged_tweets, word_frequencies
from training.finglish_align import fold, join, persian_words

LINE_START = "<s>"
WEIGHTS = {"tweets": 1.0, "news": 0.5, "pairs": 4.0}
"""How much a word of each corpus counts. Finglish is closest to its own Persian side, then to tweets."""

MOST_WORDS = 65_000  # word numbers are stored in 16 bits
HAZM_SHARE = 0.03
COUNTED = 300_000
"""wordfreq's list, which knows the spoken forms of subtitles and tweets, counts as a corpus of so many words."""
_WORD = re.compile("[آ-یئءؤ]{1,24}")


class Corpus(NamedTuple):
    """Counts of a corpus: words, words by the word before, written forms of each word."""

    words: Counter[str]
    after: defaultdict[str, Counter[str]]
    written: defaultdict[str, Counter[str]]


class Vocabulary(NamedTuple):
    """The lexicon's words (sorted, without ZWNJ), each one's probability and weighted count, and the corpus."""

    words: list[str]
    probability: dict[str, float]
    corpus: Corpus


def key(word: str) -> str:
    """A word's identity: without ZWNJ."""
    return word.replace("\u200c", "")


@functools.cache
def public_texts(data: Path) -> tuple[tuple[str, str], ...]:
    """Each sentence of the public corpora, with the name of its weight."""
    news = read_lines(data / "text/perdt_train.txt") + ntrex_train(data, "fas") + ntrex_train(data, "prs")
    tweets = (" ".join(token for token, _ in tweet) for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv"))
    return (*(("tweets", line) for line in tweets), *(("news", line) for line in news))


@functools.cache
def public_sentences(data: Path) -> tuple[tuple[str, list[str]], ...]:
    """The words of each sentence of the public corpora, with the name of its weight."""
    return tuple((name, join(persian_words(line))) for name, line in public_texts(data))


def count(data: Path, persian_sides: Iterable[str]) -> Corpus:
    """Weighted counts of all corpora."""
    corpus = Corpus(Counter(), defaultdict(Counter), defaultdict(Counter))
    own = (("pairs", join(persian_words(line))) for line in persian_sides)
    for name, words in itertools.chain(public_sentences(data), own):
        before, weight = LINE_START, WEIGHTS[name]
        for word in words:
            identity = key(word)
            corpus.words[identity] += weight  # type: ignore[assignment]
            corpus.after[before][identity] += weight  # type: ignore[assignment]
            corpus.written[identity][word] += 1
            before = identity
    for word, share in counted().items():
        corpus.words[key(word)] += COUNTED * share  # type: ignore[assignment]
        corpus.written[key(word)][word] += 1
    return corpus


@functools.cache
def counted() -> dict[str, float]:
    """The Persian words of wordfreq's list with their shares of all words."""
    found: Counter[str] = Counter()
    for word, share in word_frequencies("fa").items():
        if _WORD.fullmatch(key(fold(word))):
            found[fold(word)] += share  # type: ignore[assignment]
    return dict(found)


def hazm_frequencies() -> dict[str, int]:
    """The words of hazm's list that have a frequency."""
    rows = (line.split("\t") for line in read_lines(hazm_data() / "words.dat"))
    return {key(fold(row[0])): int(row[1]) for row in rows if int(row[1]) > 0}


def vocabulary(data: Path, persian_sides: Iterable[str], hazm: Mapping[str, int]) -> Vocabulary:
    """The lexicon: every word of the corpora and of hazm's list, the rarest left out above `MOST_WORDS`."""
    corpus = count(data, persian_sides)
    total = sum(corpus.words.values())
    roots = sum(math.sqrt(times) for times in hazm.values())
    probability = {
        word: (1 - HAZM_SHARE) * corpus.words[word] / total + HAZM_SHARE * math.sqrt(hazm.get(word, 0) + 1) / roots
        for word in {*corpus.words, *hazm}
        if _WORD.fullmatch(word)
    }
    words = sorted(probability, key=lambda word: (-probability[word], word))[:MOST_WORDS]
    return Vocabulary(sorted(words), {word: probability[word] for word in words}, corpus)


def written_forms(words: Vocabulary) -> dict[str, str]:
    """The words that are mostly written with ZWNJ (a word of verb prefix or ending counts as written so)."""
    forms = {}
    for word in words.words:
        found = words.corpus.written.get(word)
        if found:
            form = max(found, key=lambda form: (found[form] * (1.0 if form == word else 1.5), form))
            if form != word:
                forms[word] = form
    return forms


def pronunciations(data: Path) -> dict[str, list[str]]:
    """Words with their phonemes."""
    found = json.loads((data / "finglish/pronunciation.json").read_text(encoding="utf-8"))
    return {key(fold(word)): phonemes.split() for word, phonemes in found.items()}


def names(data: Path) -> list[tuple[str, str]]:
    """Latin and Persian spellings of single names of persons."""
    found = set()
    for line in read_lines(data / "names/train.tsv"):
        persian, latin, kind = line.split("\t")[:3]
        if kind in {"PER", "NAMETOKEN", "GIVEN"}:
            left, right = latin.lower().split(), fold(persian).split()
            if len(left) == len(right):
                found |= {pair for pair in zip(left, right, strict=True) if _is_pair(*pair)}
    return sorted(found)


def _is_pair(latin: str, persian: str) -> bool:
    return bool(re.fullmatch("[a-z]{1,20}", latin) and _WORD.fullmatch(persian))
