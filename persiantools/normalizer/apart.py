"""What should stand apart but was written together: a verb after a ZWNJ, two words copied without their space."""

import re
from collections.abc import Mapping

from persiantools.chars import ZWNJ
from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import LETTERS
from persiantools.normalizer.zwnj.kinds import COMPARATIVES, PLURALS
from persiantools.normalizer.zwnj.lexicon import HAZM, NON_JOINING, RIGHT_ANY, RIGHT_NAMED, SEEN, Lexicon

__all__ = ["TO_BE", "run_together", "tied_verbs"]

TO_BE = "بود"
"""The past stem of بودن: without it in a line, `tied_verbs` finds nothing."""

_TIED_VERB = re.compile(f"(?<=[{LETTERS}])(?<!ه)(?<!می)\u200c(?=ن?{TO_BE}(?:م|ی|یم|ید|ند|ن)?(?![{LETTERS}\u200c]))")


def tied_verbs(line: str) -> list[Change]:
    r"""ZWNJ before بود and its forms where neither a participle (in ه) nor می precedes: the verb is a word by itself.

    >>> [change[:3] for change in tied_verbs("کی\u200cبود رفته\u200cبود")]
    [(2, 3, ' ')]
    """
    if ZWNJ + TO_BE not in line and ZWNJ + "ن" + TO_BE not in line:
        return []
    return [(m.start(), m.end(), " ", "run_together", "بودن is a word by itself") for m in _TIED_VERB.finditer(line)]


LONGEST = 24

_COMMON = 5
"""Bucket from which on a word is common: seen sixteen times or more."""

# fmt: off
_BEFORE = (
    "از", "در", "این", "برای", "آنها", "اینها", "چند", "اگر", "همین", "همان", "سپس", "توسط", "درباره", "بدون",
    "مانند", "مثل", "برخی", "بعضی", "همچنین", "سایر",
)
_AFTER = (
    "را", "برای", "نیز", "کردم", "کردند", "کنم", "کنند", "شدند", "شود", "شوند", "دارد", "دارند", "هستم", "هستند",
    "نیستند", "بودند", "باشند", "گرفتند", "دادند", "گفتند",
)
"""Function words and finite verbs. Beside a common word they begin, or end, next to none of the rare words of the
edited text, of names, and of hazm's lexicon.
"""

_NEVER_RIGHT = PLURALS | COMPARATIVES | {
    "جا", "جارو", "جام", "جاست", "گونه", "طور", "همه", "کاره", "ام", "ات", "اش", "ای", "ایم", "اید", "اند", "مان",
    "تان", "شان",
}
# fmt: on


def run_together(word: str, lexicon: Lexicon) -> int:
    """Where an unknown ``word`` falls into a function word and a common one, or 0.

    The evidence counts as strong when the word is unknown in every form, one part is on a list, the other is a common
    word of hazm's lexicon, and there is one way to part it. A preposition that begins many words (بر، با) is left
    alone.
    """
    if not (word.startswith(_BEFORE) or word.endswith(_AFTER)) or len(word) > LONGEST or lexicon.words.get(word):
        return 0
    words = lexicon.words
    found = {len(left) for left in _BEFORE if word.startswith(left) and _follows(word[len(left) :], words)}
    found |= {
        len(word) - len(right) for right in _AFTER if word.endswith(right) and _leads(word[: -len(right)], words)
    }
    return found.pop() if len(found) == 1 else 0


def _follows(right: str, words: Mapping[str, int]) -> bool:
    """Whether ``right`` is a common word that is no last part of words."""
    code = words.get(right, 0)
    return _common(code) and not code & (RIGHT_ANY | RIGHT_NAMED) and len(right) > 2 and right not in _NEVER_RIGHT


def _leads(left: str, words: Mapping[str, int]) -> bool:
    """Whether ``left`` is a common word after which no space would be seen."""
    return left[-1:] in NON_JOINING and _common(words.get(left, 0))


def _common(code: int) -> bool:
    return code >> SEEN & 7 >= _COMMON and code >> HAZM & 7 > 2
