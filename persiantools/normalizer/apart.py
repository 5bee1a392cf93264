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
    if ZWNJ not in line:
        return []
    return [(m.start(), m.end(), " ", "run_together", "بودن is a word by itself") for m in _TIED_VERB.finditer(line)]


LONGEST = 24

_COMMON = 5
"""Bucket from which on a word is common: seen sixteen times or more."""

_BEFORE = frozenset(("از", "در", "این", "برای"))
_AFTER = frozenset(("را", "برای"))
_NEVER_RIGHT = (
    PLURALS
    | COMPARATIVES
    | frozenset(
        [
            "جا",
            "جارو",
            "جام",
            "جاست",
            "گونه",
            "طور",
            "همه",
            "کاره",
            "ام",
            "ات",
            "اش",
            "ای",
            "ایم",
            "اید",
            "اند",
            "مان",
            "تان",
            "شان",
        ]
    )
)


def run_together(word: str, lexicon: Lexicon) -> int:
    """Where an unknown ``word`` falls into a function word and a common one, or 0.

    The evidence counts as strong when the word is unknown in every form, one part is a preposition, این or را, the
    other a common word of hazm's lexicon, and there is one way to part it. A preposition that begins many words
    (بر، با) is left alone.
    """
    if len(word) > LONGEST or lexicon.words.get(word, 0):
        return 0
    found = [at for at in range(2, len(word) - 1) if _falls(word[:at], word[at:], lexicon.words)]
    return found[0] if len(found) == 1 else 0


def _falls(left: str, right: str, words: Mapping[str, int]) -> bool:
    left_code, right_code = words.get(left, 0), words.get(right, 0)
    if right in _NEVER_RIGHT or right_code & (RIGHT_ANY | RIGHT_NAMED):
        return False
    if left in _BEFORE:
        return len(right) > 2 and _common(right_code)
    return right in _AFTER and left[-1] in NON_JOINING and _common(left_code)


def _common(code: int) -> bool:
    return code >> SEEN & 7 >= _COMMON and code >> HAZM & 7 > 2
