"""Weights that tell the right candidate from the wrong ones: a log-linear model over the channel's candidates.

Candidates come from a channel that has not seen the line that they are tried on, so that the weights are those that
help on new lines. Optimized by AdaGrad with a fixed seed.
"""

import itertools
import math
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from persiantools.finglish.candidates import search
from persiantools.finglish.channel import UNIT, Channel
from persiantools.finglish.lexicon import Lexicon
from training.finglish_channel import Graphone
from training.finglish_lexicon import Vocabulary

EPOCHS = 8
RATE, WORD_RATE, DECAY = 0.075, 0.3, 1e-6
START_WEIGHTS = (4.0, -2.0, 3.0, 1.0, -2.5, 2.0, -0.8, 4.0)
TENTH = 0.1  # keeps features of either kind near 1

_ENDING_LIST = (
    "م ت ش مون تون شون مان تان شان ام ات اش ا ای ی ه و ها های هام هات هاش هاشون هاتون هامون هایش هایم ین ید ن ند یم "
    "مو تو شو رو یه هایی ان تر ترین"
)
ENDINGS = _ENDING_LIST.split()


class Trial(NamedTuple):
    """The candidates of one Finglish word: word features and graphone features of each, and which one is right."""

    right: int
    words: list[tuple[float, ...]]
    graphones: list[tuple[str, ...]]
    weight: float


class Weights(NamedTuple):
    """Weights of the word features and of the graphone features."""

    words: tuple[float, ...]
    graphones: dict[str, float]


class WordFacts:
    """What a candidate's word says for it, whatever its spelling."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        common = {word: times for word, times in vocabulary.corpus.words.items() if times >= 1}
        self._letters = _letter_model(
            {word: times for word, times in common.items() if word in vocabulary.probability}
        )
        found = Counter(
            ending
            for word in common
            for ending in ENDINGS
            if len(word) - len(ending) >= 2 and word.endswith(ending) and common.get(word[: -len(ending)], 0) >= 2
        )
        self.endings = {ending: math.log(0.3 * found[ending] / len(common) + 1e-6) for ending in ENDINGS}

    def known(self, word: str) -> tuple[float, ...]:
        """Features of a word of the lexicon, the channel's score left out."""
        times = self.vocabulary.corpus.words.get(word, 0)
        log_probability = TENTH * math.log(self.vocabulary.probability[word])
        return (
            TENTH * self._letters(word),
            log_probability,
            0.0,
            1.0,
            0.0,
            float(times < 1),
            TENTH * math.log1p(times),
        )

    def ending(self, word: str) -> tuple[str, float] | None:
        """The ending that makes the unknown ``word`` likeliest, and the log probability of both."""
        known = self.vocabulary.probability
        found = [
            (score + math.log(known[word[: -len(ending)]]), ending)
            for ending, score in self.endings.items()
            if word.endswith(ending) and len(word) - len(ending) >= 2 and word[: -len(ending)] in known
        ]
        return (max(found)[1], max(found)[0]) if found else None

    def features(self, word: str) -> tuple[float, ...]:
        """Features of any word."""
        if word in self.vocabulary.probability:
            return self.known(word)
        found = self.ending(word)
        return (0.0, 0.0, TENTH * found[1], 0.0, 1.0, 0.0, 0.0) if found else (0.0,) * 7


class _LetterModel:
    """Letter trigrams of Persian words (Witten-Bell): how usual a word looks."""

    def __init__(self, counts: Sequence[Mapping[str, Counter[str]]]) -> None:
        self._counts, self._memo = counts, dict[str, float]()

    def _probability(self, context: str, letter: str) -> float:
        lower = self._probability(context[1:], letter) if context else 1 / 40
        row = self._counts[len(context)].get(context)
        return (row[letter] + len(row) * lower) / (row.total() + len(row)) if row else lower

    def __call__(self, word: str) -> float:
        if word not in self._memo:
            edged = f"^^{word}$"
            places = range(2, len(edged))
            self._memo[word] = sum(math.log(self._probability(edged[at - 2 : at], edged[at])) for at in places)
        return self._memo[word]


def _letter_model(words: Mapping[str, float]) -> _LetterModel:
    counts: list[defaultdict[str, Counter[str]]] = [defaultdict(Counter) for _ in range(3)]
    for word, times in sorted(words.items()):
        edged = f"^^{word}$"
        for at in range(2, len(edged)):
            for order in range(3):
                counts[order][edged[at - order : at]][edged[at]] += 1 + math.log1p(times)  # type: ignore[assignment]
    return _LetterModel(counts)


def graphone_features(graphones: Sequence[Graphone]) -> tuple[str, ...]:
    """Names of a chain's features: each graphone, the first, the last, each pair."""
    names = [f"{letter}:{latin}" for letter, latin in graphones]
    pairs = [f"pair {left} {right}" for left, right in itertools.pairwise(names)]
    return (*(f"any {name}" for name in names), f"first {names[0]}", f"last {names[-1]}", *pairs)


def trials(
    spellings: Mapping[tuple[str, str], int],
    channel: Channel,
    graphones: Sequence[Graphone],
    lexicon: Lexicon,
    facts: WordFacts,
) -> list[Trial]:
    """A trial for each spelling whose right word is among the candidates."""
    made = []
    for (latin, persian), times in sorted(spellings.items()):
        found = search(latin, channel, lexicon)
        words = [each.word for each in found]
        if persian in words and len(words) > 1:
            features = [(TENTH * each.score / UNIT, *facts.features(each.word)) for each in found]
            chains = [graphone_features([graphones[number] for number in each.graphones]) for each in found]
            made.append(Trial(words.index(persian), features, chains, 1 + math.log(times)))
    return made


def score(weights: Weights, words: tuple[float, ...], graphones: tuple[str, ...]) -> float:
    """A candidate's score."""
    own = sum(weight * feature for weight, feature in zip(weights.words, words, strict=True))
    return own + sum(weights.graphones.get(name, 0.0) for name in graphones)


def fit(tried: list[Trial]) -> Weights:
    """Weights that make the right candidates likely."""
    words, word_squares = list(START_WEIGHTS), [1.0] * len(START_WEIGHTS)
    graphones: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    rng, order = random.Random(0), list(tried)
    for _ in range(EPOCHS):
        rng.shuffle(order)
        for trial in order:
            slope, word_slope = _slopes(trial, Weights(tuple(words), graphones))
            for place, value in enumerate(word_slope):
                word_squares[place] += value * value
                words[place] += WORD_RATE * value / math.sqrt(word_squares[place])
            for name, value in slope.items():
                value -= DECAY * len(tried) * graphones[name]
                squares[name] += value * value
                graphones[name] += RATE * value / math.sqrt(squares[name])
    return Weights(tuple(words), {name: value for name, value in sorted(graphones.items()) if value})


def _slopes(trial: Trial, weights: Weights) -> tuple[dict[str, float], list[float]]:
    """The gradient of the right candidate's log probability."""
    scores = [score(weights, *each) for each in zip(trial.words, trial.graphones, strict=True)]
    masses = [math.exp(each - max(scores)) for each in scores]
    slope: defaultdict[str, float] = defaultdict(float)
    word_slope = [0.0] * len(weights.words)
    for place, mass in enumerate(masses):
        error = trial.weight * ((place == trial.right) - mass / sum(masses))
        if abs(error) > 1e-3:
            for at, feature in enumerate(trial.words[place]):
                word_slope[at] += error * feature
            for name in trial.graphones[place]:
                slope[name] += error
    return slope, word_slope
