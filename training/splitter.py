"""Train the language model of the splitter: persiantools/data/splitter.bin.

    python -m training.splitter [--data FOLDER]

Two multinomial logistic regressions over the letters of single words: fa, ar, ps, ur, ckb for words in Arabic script,
and en, fa-Latn (Finglish), other for words in Latin script. Every language has the same weight; within one, a word
counts by how often it occurs, mixed with a part for its mere existence so that rare words teach endings too, and with
words of its neighbours that it surely has too. The scores of words are added up at run time, so half of what the
weights are fitted to are pairs of words, as they stand in the texts.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from persiantools.splitter.features import arabic_features, latin_features, latin_word
from persiantools.splitter.formulas import loose, opens_formula
from persiantools.splitter.model import STEP, WordModel, checksum, lane_bits, largest_weight
from persiantools.splitter.words import ARABIC_SCRIPT, LATIN_SCRIPT, WORDS
from training.common import (
    arguments,
    hazm_data,
    ntrex_train,
    read_lines,
    tagged_tweets,
    word_frequencies,
    write_model,
)
from training.splitter_borrowed import with_borrowed
from training.splitter_finglish import romanized

Weights = dict[str, float]
LISTS = Path(__file__).resolve().parent / "words"
ARABIC_LANGUAGES = ("fa", "ar", "ps", "ur", "ckb")
LATIN_LANGUAGES = ("en", "fa-Latn", "other")
OTHER_LATIN = ("kmr", "tur", "aze", "uzb", "deu", "fra")
EXISTENCE = 0.15
"""The part of a corpus's weight that its words share alike."""
ON_ARABIC_KEYBOARD = 0.25
"""How often Persian words are seen with the yeh and kaf of the Arabic keyboard, beside once with their own."""
ON_PERSIAN_KEYBOARD = 0.06
"""The part of Arabic words that are seen with the yeh and kaf of the Persian keyboard."""


PAIRS = 0.5
"""The part of pairs of words in what is fitted."""
ROUNDS = 120
FREQUENT = 4e-5
"""The whole of a word that has more than this weight is a feature."""
SHARED = 1e-5
"""A word of our lists for other languages that has this weight in Persian is left out: how often each language uses
it, a list cannot say."""
KEYS_TO_ARABIC, KEYS_TO_PERSIAN = str.maketrans("یک", "يك"), str.maketrans("يك", "یک")
KNOWN = {"arabic": 110_000, "latin": 25_000}
"""So many of the words of the corpora are shipped with their scores, so that they need not be computed."""


def words_of(lines: Iterable[str], script: int) -> Counter[str]:
    """How often each word of a script occurs, as written."""
    return Counter(word for line in lines for word in WORDS[script].findall(line))


def corpus(lines: Iterable[str], script: int, existence: float = EXISTENCE) -> Weights:
    """Weights of a corpus's words; they add up to 1."""
    counts = words_of(lines, script)
    total = sum(counts.values())
    return {word: (1 - existence) * count / total + existence / len(counts) for word, count in counts.items()}


def pairs(lines: Iterable[str], script: int) -> Weights:
    """Weights of the words that stand in a row, two by two; they add up to 1."""
    rows = (WORDS[script].findall(line) for line in lines)
    counts = Counter(" ".join(pair) for row in rows for pair in pairwise(row))
    return {pair: count / counts.total() for pair, count in counts.items()}


def mixed(parts: Iterable[tuple[float, Weights]]) -> Weights:
    """Corpora mixed, each with its share."""
    found: defaultdict[str, float] = defaultdict(float)
    for share, weights in parts:
        for word, weight in weights.items():
            found[word] += share * weight
    return dict(found)


def retyped(weights: Weights, share: float, keys: Mapping[int, int]) -> Weights:
    """``weights`` with ``share`` of each word moved to its form typed on another keyboard."""
    return mixed([(1 - share, weights), (share, typed(weights, keys))])


def typed(weights: Weights, keys: Mapping[int, int]) -> Weights:
    """``weights`` of the words as another keyboard types them."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, weight in weights.items():
        found[word.translate(keys)] += weight
    return dict(found)


def listed(name: str, script: int) -> Weights:
    """Our own list of a language's common words."""
    path = LISTS / f"{name}.txt"
    return corpus(read_lines(path), script, 1.0) if path.exists() else {}


def counted(language: str, keys: Mapping[int, int], existence: float = EXISTENCE) -> Weights:
    """Weights of the words in wordfreq's list of a language in Arabic script, on the keyboard of that language."""
    words = {
        word: share for word, share in word_frequencies(language).items() if WORDS[ARABIC_SCRIPT].fullmatch(word)
    }
    total = sum(words.values())
    weights = {word: (1 - existence) * share / total + existence / len(words) for word, share in words.items()}
    return typed(weights, keys)


COUNTED = {"ar": KEYS_TO_ARABIC, "ur": KEYS_TO_PERSIAN}
"""The languages beside Persian that wordfreq has, and the letters that their keyboards type."""
NTREX_ARABIC = {"ar": "arb", "ps": "pus", "ur": "urd", "ckb": "ckb"}


def arabic_corpora(data: Path) -> dict[str, Weights]:
    """Weights of the words of each language in Arabic script."""
    news, treebank, tweets = persian_texts(data)
    persian = mixed(
        [
            (0.34, corpus(news, ARABIC_SCRIPT)),
            (0.16, corpus(treebank, ARABIC_SCRIPT)),
            (0.22, corpus(tweets, ARABIC_SCRIPT)),
            (0.20, counted("fa", KEYS_TO_PERSIAN)),
            (0.04, corpus((line.split("\t")[0] for line in read_lines(hazm_data() / "words.dat")), ARABIC_SCRIPT)),
            (0.04, listed("fa", ARABIC_SCRIPT)),
        ]
    )
    found = {"fa": on_both_keyboards(persian)}
    lists = {"fa": listed("fa", ARABIC_SCRIPT)}
    for language, name in NTREX_ARABIC.items():
        lists[language] = listed(language, ARABIC_SCRIPT)
        own = {word: weight for word, weight in lists[language].items() if persian.get(word, 0) < SHARED}
        texts = corpus(ntrex_train(data, name), ARABIC_SCRIPT)
        if language in COUNTED:
            texts = mixed([(0.4, texts), (0.6, counted(language, COUNTED[language]))])
        found[language] = mixed([(0.85, texts), (0.15 / sum(own.values()), own)])
    found["ar"] = retyped(found["ar"], ON_PERSIAN_KEYBOARD, KEYS_TO_PERSIAN)
    return with_borrowed(found, lists)


def arabic_pairs(data: Path) -> dict[str, Weights]:
    """Weights of the pairs of words of each language in Arabic script."""
    news, treebank, tweets = persian_texts(data)
    parts = [(0.5, news), (0.2, treebank[::6]), (0.3, tweets[::3])]
    persian = mixed((share, pairs(texts, ARABIC_SCRIPT)) for share, texts in parts)
    others = {name: pairs(ntrex_train(data, of), ARABIC_SCRIPT) for name, of in NTREX_ARABIC.items()}
    return {"fa": on_both_keyboards(persian)} | others


def persian_texts(data: Path) -> tuple[list[str], list[str], list[str]]:
    """The lines of Persian news, of the treebank, of tweets."""
    tweets = [" ".join(token for token, _ in tweet) for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv")]
    news = ntrex_train(data, "fas") + ntrex_train(data, "prs")
    return news, read_lines(data / "text/perdt_train.txt"), tweets


def on_both_keyboards(persian: Weights) -> Weights:
    """``persian`` and beside it the forms that the Arabic keyboard types, where they are others."""
    forms = {form: weight for form, weight in typed(persian, KEYS_TO_ARABIC).items() if form not in persian}
    return mixed([(1.0, persian), (ON_ARABIC_KEYBOARD, forms)])


def latin_corpora(data: Path) -> dict[str, Weights]:
    """Weights of the words of each class in Latin script, in lower case."""
    chat = [line.split("\t")[0] for line in read_lines(data / "finglish/pairs.tsv")]
    tweets = [[token for token, _ in tweet] for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv")]
    english = corpus(ntrex_train(data, "eng"), LATIN_SCRIPT)
    finglish = [
        (0.5, corpus(chat, LATIN_SCRIPT)),
        (0.4, romanized(data / "finglish/pronunciation.json", Counter(w for t in tweets for w in t))),
        (0.1, listed("fa-Latn", LATIN_SCRIPT)),
    ]
    others = [(1 / len(OTHER_LATIN), corpus(ntrex_train(data, name), LATIN_SCRIPT)) for name in OTHER_LATIN]
    found = {
        "en": mixed([(0.75, english), (0.25, listed("en", LATIN_SCRIPT))]),
        "fa-Latn": mixed(finglish),
        "other": mixed([(0.85, mixed(others)), (0.15, listed("other", LATIN_SCRIPT))]),
    }
    return {name: lowered(weights) for name, weights in found.items()}


def latin_pairs(data: Path) -> dict[str, Weights]:
    """Weights of the pairs of words of each class in Latin script, in lower case."""
    chat = [line.split("\t")[0] for line in read_lines(data / "finglish/pairs.tsv")]
    others = [(1 / len(OTHER_LATIN), pairs(ntrex_train(data, name), LATIN_SCRIPT)) for name in OTHER_LATIN]
    found = {
        "en": pairs(ntrex_train(data, "eng"), LATIN_SCRIPT),
        "fa-Latn": pairs(chat, LATIN_SCRIPT),
        "other": mixed(others),
    }
    return {name: lowered(weights) for name, weights in found.items()}


def lowered(weights: Weights) -> Weights:
    """``weights`` with case folded: a capital says that a word is a name or begins a sentence, not its language."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, weight in weights.items():
        found[" ".join(map(latin_word, word.split(" ")))] += weight
    return dict(found)


Matrix = npt.NDArray[np.float64]


def fit(
    corpora: Mapping[str, Weights],
    running: Mapping[str, Weights],
    features: Callable[[str], list[str]],
    penalty: float,
) -> tuple[list[str], Matrix]:
    """The features that are kept and their weights, a row a feature, a column a language, fitted to words and to
    pairs of ``running`` words.
    """
    lists = {word: features(word) for word in sorted(set().union(*corpora.values()))}
    kept = frequent_features(corpora, lists)
    number = {feature: at for at, feature in enumerate(kept)}
    columns = {word: [number[name] for name in found if name in number] for word, found in lists.items()}
    fitted = {name: mixed([(1 - PAIRS, corpora[name]), (PAIRS, running[name])]) for name in corpora}
    texts = sorted(set().union(*fitted.values()))
    target = np.array([[weights.get(text, 0.0) for weights in fitted.values()] for text in texts])
    rows = [list(chain.from_iterable(columns.get(word, ()) for word in text.split(" "))) for text in texts]
    ends = np.cumsum([0] + [len(row) for row in rows])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(texts), len(kept)))
    return kept, logistic(matrix, target, penalty)


def frequent_features(corpora: Mapping[str, Weights], lists: Mapping[str, list[str]]) -> list[str]:
    """Those of the features in ``lists``, by word, that enough words have, in order; of frequent words, the word."""
    seen: Counter[str] = Counter()
    for word, found in lists.items():
        seen.update(dict.fromkeys(found, 1))
        seen[found[0]] += 2 * (max(weights.get(word, 0.0) for weights in corpora.values()) > FREQUENT)
    return sorted(feature for feature, count in seen.items() if count >= (2 if len(feature) < 4 else 3))


def logistic(matrix: csr_matrix, target: Matrix, penalty: float) -> Matrix:
    """Multinomial logistic regression with a Gaussian prior, by L-BFGS: a row a feature, a column a language."""
    shape = (matrix.shape[1], target.shape[1])
    total = target.sum()
    transposed = matrix.T.tocsr()

    def loss_and_gradient(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(shape)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        log_probability = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        loss = -(target * log_probability).sum() / total + penalty / 2 * (weights**2).sum()
        excess = target.sum(axis=1, keepdims=True) * np.exp(log_probability) - target
        return float(loss), (transposed @ excess / total + penalty * weights).ravel()

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss_and_gradient, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 8})
    return np.asarray(found.x).reshape(shape)


def packed(name: str, languages: Iterable[str], kept: list[str], weights: Matrix, largest: int) -> dict[str, bytes]:
    """The sections of one model: its features in order, for each the weights of the languages beyond the first less
    that of the first, packed into 64 bits, and the scale.

    Of all features the ``largest`` many with the greatest spread of weights are kept.
    """
    centred = weights - weights.mean(axis=1, keepdims=True)
    spread = np.abs(centred).max(axis=1)
    order = sorted(range(len(kept)), key=lambda at: (-round(float(spread[at]), 6), kept[at]))[:largest]
    order = sorted((at for at in order if spread[at] > 0.02), key=lambda at: kept[at])
    scale = float(np.abs(centred[order]).max()) / 127
    steps = np.rint(centred[order] / scale).astype(np.int64)
    most = largest_weight(steps.shape[1])
    beyond = np.clip(steps[:, 1:] - steps[:, :1], -most, most)
    lanes = (beyond << (lane_bits(steps.shape[1]) * np.arange(beyond.shape[1]))).sum(axis=1)
    head = {"languages": list(languages), "scale": round(scale, 9)}
    return {
        f"{name}.json": json.dumps(head).encode(),
        f"{name}.features": "\n".join(kept[at] for at in order).encode(),
        f"{name}.weights": lanes.astype("<i8").tobytes(),
    }


def known(name: str, corpora: Mapping[str, Weights], sections: Mapping[str, bytes]) -> dict[str, bytes]:
    """The sections that hold the most frequent words of the corpora: their checksums, and their scores, all of one
    language and then all of the next, a byte each: how many steps of `model.STEP` nats it lies below the likeliest.
    And which of the words may open a formula.
    """
    model = WordModel(name, FEATURES[name], None, sections)
    weights = mixed((1.0, of_language) for of_language in corpora.values())
    chosen = told_apart(sorted(weights, key=lambda word: (-weights[word], word))[: KNOWN[name]])
    rows = [[round(-score / STEP) for score in model.computed(word)] for word in chosen]
    opening = [word for word in chosen if name == "arabic" and opens_formula(loose(word))]
    return {
        f"{name}.checks": np.array(list(map(checksum, chosen)), "<u4").tobytes(),
        f"{name}.scores": bytes(step for column in zip(*rows, strict=True) for step in column),
        f"{name}.openers": "\n".join(opening).encode(),
    }


def told_apart(words: Iterable[str]) -> list[str]:
    """``words`` in the order of their checksums; of those with the same one the first."""
    found: dict[int, str] = {}
    for word in words:
        found.setdefault(checksum(word), word)
    return [found[check] for check in sorted(found)]


FEATURES = {"arabic": arabic_features, "latin": latin_features}


def main() -> None:
    """Train both models and write them."""
    data = arguments("Train the language model of the splitter.").data
    sections: dict[str, bytes] = {}
    for name, languages, corpora, running, penalty, largest in (
        ("arabic", ARABIC_LANGUAGES, arabic_corpora(data), arabic_pairs(data), 3e-6, 60_000),
        ("latin", LATIN_LANGUAGES, latin_corpora(data), latin_pairs(data), 4e-7, 50_000),
    ):
        found = packed(name, languages, *fit(corpora, running, FEATURES[name], penalty), largest)
        sections |= found | known(name, corpora, found)
    write_model("splitter", sections, CARD)


CARD = {
    "made_by": "training/splitter.py",
    "what": "Weights of letters for the language of one word: fa ar ps ur ckb, and en fa-Latn other.",
    "sources": [
        {"name": "NTREX-128, rows marked train", "licence": "CC BY-SA 4.0"},
        {"name": "Persian Dependency Treebank (UD_Persian-PerDT), train", "licence": "CC BY-SA 4.0"},
        {"name": "ParsTwiNER, train", "licence": "MIT"},
        {"name": "hazm, words.dat", "licence": "MIT"},
        {"name": "wordfreq, small lists of ar, fa and ur", "licence": "CC BY-SA 4.0"},
        {"name": "finglish-dataset, pairs.tsv", "licence": "MIT"},
        {"name": "PersianG2P pronunciations", "licence": "MIT"},
        {"name": "training/words: common words, ours", "licence": "MIT"},
    ],
    "figures": {
        "split/mixed_dev, boundary F1": {"easy": 99.3, "hard": 86.5, "finglish": 91.7},
        "split/ident_dev, mean of five": {"5 words": 99.8, "2 words": 97.9, "1 word": 89.5},
    },
}


if __name__ == "__main__":
    main()
