"""Word and letter alignment of Finglish-Persian lines by expectation maximization.

A Persian letter is spelt by 0 to 4 Latin letters (the short vowel after a consonant belongs to it). Lines are aligned
word by word with the letter model, the letter model is estimated anew from the aligned words, and so on.
"""

import functools
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from persiantools.finglish.render import ATTACHED
from persiantools.finglish.words import find_words

Pair = tuple[tuple[str, ...], tuple[str, ...]]  # Finglish words and the Persian words that they stand for
Emission = dict[str, dict[str, float]]

LONGEST = 4
ITERATIONS = 3
NORMAL = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "إ": "ا", "أ": "ا", "ٱ": "ا", "ۀ": "ه"})
CONSONANTS = {
    letter: tuple(spellings.split("|"))
    for letter, spellings in {
        "ب": "b", "پ": "p", "ت": "t", "ث": "s|th", "ج": "j", "چ": "ch|c", "ح": "h", "خ": "kh|x|k|q|h", "د": "d",
        "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh|j", "س": "s|c", "ش": "sh|s", "ص": "s", "ض": "z", "ط": "t", "ظ": "z",
        "ع": "|'|a", "غ": "gh|q|g", "ف": "f|ph", "ق": "gh|q|g", "ک": "k|c", "گ": "g", "ل": "l", "م": "m", "ن": "n",
        "و": "v|w|oo|ou|u|o|", "ه": "h|", "ی": "y|i|ee", "ا": "a|aa|", "آ": "a|aa", "ئ": "|'|y",
        "ء": "|'", "ؤ": "|'|o",
    }.items()
}  # fmt: skip
"""Where the estimation starts: what each letter may be spelt with, before vowels."""

MAY_BE_SILENT = frozenset("عهاوئءی")
_SKIP_FINGLISH, _SKIP_PERSIAN, _PER_LETTER, _SUBSTITUTE, _TWO_WORDS = -7.0, -8.0, 0.8, 3.0, 5.0

VERB_PREFIXES = frozenset({"می", "نمی"})


def fold(text: str) -> str:
    """Persian letters in one form, without marks and tatweel."""
    text = unicodedata.normalize("NFKC", text.translate(NORMAL)).translate(NORMAL)
    return "".join(char for char in text if unicodedata.category(char)[0] != "M" and char != "ـ")


def persian_words(line: str) -> list[str]:
    """The Persian words of a line, ZWNJ kept inside; numbers and Latin words too."""
    return re.findall("[آ-یئءؤ]+(?:\u200c[آ-یئءؤ]+)*|[0-9۰-۹]+|[a-zA-Z]+", fold(line))


def finglish_words(line: str) -> list[str]:
    """The Finglish words of a line, as the model spells them."""
    return [word.letters for word in find_words(line)]


def is_one_word(words: Sequence[str]) -> bool:
    """Whether these words, written apart, are one word in edited Persian (می کنم, بچه ها)."""
    return len(words) == 1 or words[0] in VERB_PREFIXES or words[-1] in ATTACHED


def join(words: Iterable[str]) -> list[str]:
    """The words with verb prefixes and endings joined to what they belong to, by ZWNJ."""
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1] in VERB_PREFIXES or (word in ATTACHED and joined[-1].isalpha())):
            joined[-1] += "\u200c" + word
        else:
            joined.append(word)
    return joined


@functools.cache
def first_guess(letter: str, latin: str) -> float:
    """How plausible ``latin`` is for ``letter`` before any data was seen: a known consonant, then vowels."""
    if letter == "\u200c":
        return 1.0 if not latin else 1e-6
    best = 1e-7 if latin else 0.02 if letter in MAY_BE_SILENT else 1e-4
    for consonant in CONSONANTS.get(letter, ()):
        for spelling in {consonant, consonant[:1] + consonant}:
            rest = latin[len(spelling) :]
            if latin.startswith(spelling) and latin and len(rest) <= 2 and all(char in "aeiouy" for char in rest):
                best = max(best, 0.2 * 0.3 ** len(rest) * (1 if consonant else 0.1))
    return best


def probability(emission: Emission, letter: str, latin: str) -> float:
    """P(latin | letter) by the present estimate."""
    known = emission.get(letter)
    if known is None:
        return first_guess(letter, latin)
    return known.get(latin) or 1e-7 * 0.2 ** len(latin)


def forward(persian: str, latin: str, emission: Emission) -> list[list[float]]:
    """Sums over all ways to spell the first i letters with the first j Latin letters."""
    size = len(latin)
    table = [[0.0] * (size + 1) for _ in range(len(persian) + 1)]
    table[0][0] = 1.0
    for i, letter in enumerate(persian):
        for j, mass in enumerate(table[i]):
            if mass:
                for k in range(j, min(size, j + LONGEST) + 1):
                    table[i + 1][k] += mass * probability(emission, letter, latin[j:k])
    return table


def log_score(persian: str, latin: str, emission: Emission) -> float:
    """The log probability that ``persian`` is spelt ``latin``."""
    if len(latin) > LONGEST * len(persian):
        return -99.0
    mass = forward(persian, latin, emission)[-1][-1]
    return math.log(mass) if mass else -99.0


def add_counts(persian: str, latin: str, emission: Emission, counts: Emission, weight: float) -> None:
    """Add the expected number of times that each letter is spelt each way (forward-backward)."""
    table = forward(persian, latin, emission)
    total = table[-1][-1]
    if not total:
        return
    after = [0.0] * len(latin) + [1.0]
    for i in range(len(persian) - 1, -1, -1):
        letter, here = persian[i], [0.0] * (len(latin) + 1)
        for j in range(len(latin) + 1):
            for k in range(j, min(len(latin), j + LONGEST) + 1):
                if after[k]:
                    mass = probability(emission, letter, latin[j:k]) * after[k]
                    here[j] += mass
                    if table[i][j]:
                        counts[letter][latin[j:k]] += weight * table[i][j] * mass / total
        after = here


def estimate(pairs: Counter[tuple[str, str]], emission: Emission) -> Emission:
    """Two rounds of re-estimation from pairs of words."""
    for _ in range(2):
        counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for (latin, persian), times in sorted(pairs.items()):
            add_counts(persian, latin, emission, counts, math.log(1 + times))  # type: ignore[arg-type]
        emission = {
            letter: {latin: count / (sum(row.values()) + 0.5) for latin, count in row.items() if count > 0.02}
            for letter, row in counts.items()
        }
    return emission


class LineAligner:
    """Aligns the words of two lines: one to one, up to three to one, or left alone."""

    def __init__(self, emission: Emission) -> None:
        self._emission = emission
        self._memo: dict[tuple[str, str], float] = {}

    def word_score(self, latin: str, persian: str) -> float:
        """The log probability of one pair, remembered."""
        key = latin, persian
        if key not in self._memo:
            far = abs(len(latin) - 1.3 * len(persian)) > 8
            self._memo[key] = -99.0 if far else log_score(persian, latin, self._emission)
        return self._memo[key]

    def plausible(self, latin: str, persian: str) -> bool:
        """Whether the pair may be a spelling at all, not a replacement of one word by another."""
        return self.word_score(latin, persian) > -3.2 * len(persian) - 3

    def _match(self, left: Sequence[str], right: Sequence[str]) -> float:
        score = self.word_score("".join(left), "\u200c".join(right)) - (len(left) + len(right) - 2)
        if len(left) == len(right) == 1:  # another word, or another register of the word
            skipped = _SKIP_FINGLISH + _SKIP_PERSIAN - _PER_LETTER * (len(left[0]) + len(right[0]))
            return max(score, skipped + _SUBSTITUTE)
        if len(right) > 1 and not is_one_word(right):
            score -= _TWO_WORDS
        return score

    def align(self, left: Sequence[str], right: Sequence[str]) -> list[Pair]:
        """The best alignment, in order. Words far from the diagonal are not compared."""
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        steps = [(1, 0), (0, 1), (1, 1), (1, 2), (1, 3), (2, 1), (3, 1)]
        slope = len(right) / max(len(left), 1)
        for i in range(len(left) + 1):
            for j in range(len(right) + 1):
                if (i, j) not in best:
                    continue
                base = best[i, j][0]
                for di, dj in steps:
                    a, b = i + di, j + dj
                    if a > len(left) or b > len(right):
                        continue
                    if not dj:
                        score = _SKIP_FINGLISH - _PER_LETTER * len(left[i])
                    elif not di:
                        score = _SKIP_PERSIAN - _PER_LETTER * len(right[j])
                    elif abs(b - a * slope) > 6:
                        continue
                    else:
                        score = self._match(left[i:a], right[j:b])
                    if (a, b) not in best or best[a, b][0] < base + score:
                        best[a, b] = base + score, (i, j)
        pairs, place = [], (len(left), len(right))
        while place != (0, 0):
            before = best[place][1]
            pairs.append((tuple(left[before[0] : place[0]]), tuple(right[before[1] : place[1]])))
            place = before
        return pairs[::-1]


def align_lines(rows: Iterable[tuple[str, str]]) -> tuple[Emission, list[list[Pair]], LineAligner]:
    """The letter model of these lines, and their alignments."""
    lines = [(finglish_words(left), persian_words(right)) for left, right in rows]
    emission: Emission = {}
    for turn in range(ITERATIONS):
        aligner = LineAligner(emission)
        aligned = [aligner.align(left, right) for left, right in lines]
        pairs: Counter[tuple[str, str]] = Counter()
        for left, right in (pair for line in aligned for pair in line):
            latin, persian = "".join(left), "\u200c".join(right)
            if left and right and aligner.plausible(latin, persian):
                pairs[latin, persian] += 1
        if turn < ITERATIONS - 1:
            emission = estimate(pairs, emission)
    return emission, aligned, aligner
