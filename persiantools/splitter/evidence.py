"""What the words of one script on a line say about their languages."""

import re
from collections.abc import Sequence
from operator import add

from persiantools.splitter.model import Scores, WordModel, gain

__all__ = ["Evidence", "typed_by_both"]

_OTHER_KEYBOARD = 3.0
"""What Arabic yeh or kaf in a word says for Arabic and Pashto on a line that has the Persian ones too, in nats."""
_ARABIC_KEYS = re.compile("[يىك]")


class Evidence:
    """The gains of words (see `WordModel.gains`), and their scores where these are asked for."""

    def __init__(self, words: Sequence[str], model: WordModel, bonus: float = 0.0) -> None:
        """Look ``words`` up; ``bonus`` is added to what each of them says for English."""
        self.words, self.model = words, model
        self._bonus = bonus if "en" in model.languages else 0.0
        self._boosted: dict[int, Scores] = {}
        self._scores: list[Scores] | None = None
        self.gains = model.gains(words)
        if self._bonus:
            self.gains = [gain - bonus for gain in self.gains]

    def scores(self) -> list[Scores]:
        """The log-probability of each language for each word."""
        if self._scores is None:
            self._scores = self._found()
        return self._scores

    def _found(self) -> list[Scores]:
        scores = self.model.scores(self.words)
        for at, row in self._boosted.items():
            scores[at] = row
        return [(english + self._bonus, *others) for english, *others in scores] if self._bonus else scores

    def says_nothing(self) -> bool:
        """Whether no word says more for one language than for another."""
        return len(self.model.languages) > 1 and all(min(row) == max(row) for row in self.scores())

    def margin(self, start: int, end: int, place: int) -> float:
        """By how much the words from ``start`` to ``end`` speak for the language at ``place`` against the best other
        of each.
        """
        if place == 0:
            return -sum(self.gains[start:end])
        return sum([row[place] - max(row[:place] + row[place + 1 :]) for row in self.scores()[start:end]])

    def boost(self) -> None:
        """Take it that both keyboards typed the line: who has the Persian yeh and kaf does not type Persian with the
        Arabic ones, so a word that has these is rather Arabic or Pashto.
        """
        bonus = [_OTHER_KEYBOARD if language in ("ar", "ps") else 0.0 for language in self.model.languages]
        places = [at for at, word in enumerate(self.words) if _ARABIC_KEYS.search(word)]
        scores = self.model.scores([self.words[at] for at in places])
        for at, row in zip(places, scores, strict=True):
            self._boosted[at] = tuple(map(add, row, bonus))
            self.gains[at] = gain(self._boosted[at])


def typed_by_both(line: str) -> bool:
    """Whether ``line`` has yeh or kaf of the Persian keyboard and of the Arabic one.

    >>> typed_by_both("كتاب یک"), typed_by_both("كتاب")
    (True, False)
    """
    return ("ي" in line or "ك" in line or "ى" in line) and ("ی" in line or "ک" in line)
