"""Labels for words of unedited text, where rules of grammar and the lexicon leave little doubt.

The edited corpus is written language. Tweets bring the spoken forms (میشه، خونههاشون) and translated news the habits
of Dari writers; their ZWNJ are lost, so what they teach is guessed, and weighs less in training.
"""

from persiantools.chars import ZWNJ
from persiantools.normalizer.zwnj.kinds import PLURALS
from persiantools.normalizer.zwnj.lexicon import HAZM, NON_JOINING, PLAIN, SEEN, Lexicon

PERSONS = ("ام", "ای", "ایم", "اید", "اند")
ENCLITICS = frozenset(["اند", "اید", "ایم", "ام", "اش", "ات", "شان", "مان", "تان", "شون", "مون", "تون"])
"""Endings that many write apart; the edited corpus has both ways."""

PRONOUNS = frozenset(
    preposition + clitic
    for preposition in ("به", "از", "با", "برا", "تو", "رو")
    for clitic in ("م", "ت", "ش", "مون", "تون", "شون", "شان", "تان", "مان")
)
"""Spoken prepositions with a pronoun (بهش، ازشون), which are one word."""

COMMON = 3  # hazm's class from which on a word is what it looks like (میدان, میان)


def guess(word: str, lexicon: Lexicon) -> str | None:
    """``word`` with the ZWNJ that it ought to have, or None when that is not certain."""
    if ZWNJ in word:
        return word if all(lexicon.words.get(part, 0) >> SEEN & 7 > 1 for part in word.split(ZWNJ)) else None
    code = lexicon.words.get(word, 0)
    if code >> HAZM & 7 >= COMMON or code >> PLAIN & 7 > 1:
        return word
    for prefix in ("نمی", "می"):
        if word.startswith(prefix) and lexicon.is_verb_tail(word[len(prefix) :]) == 1:
            return prefix + ZWNJ + word[len(prefix) :]
    if word in PRONOUNS or _is_ezafe_of_known(word, lexicon):
        return word
    parted = _with_ending(word, lexicon)
    if parted is not None:
        return parted
    return word if code >> HAZM & 7 > 1 or code >> PLAIN & 7 else None


def _with_ending(word: str, lexicon: Lexicon) -> str | None:
    """A known noun with a plural ending, or a participle with a personal one."""
    for ending in sorted(PLURALS, key=len, reverse=True):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1 and stem[-1] not in NON_JOINING and _known(stem, lexicon):
            return None if _known(stem + "ه", lexicon) else stem + ZWNJ + ending
    for ending in PERSONS:
        stem = word[: -len(ending)]
        if word.endswith("ه" + ending) and len(stem) > 3 and _known(stem, lexicon):
            return stem + ZWNJ + ending
    return None


def _is_ezafe_of_known(word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` is one in ا or و that is often seen, with the ی of the ezafe (کوریای)."""
    stem = word[:-1]
    return (
        word.endswith(("ای", "وی")) and lexicon.words.get(stem, 0) >> SEEN & 7 > 1 and not _known(stem[:-1], lexicon)
    )


def _known(word: str, lexicon: Lexicon) -> bool:
    code = lexicon.words.get(word, 0)
    return code >> PLAIN & 7 > 1 or code >> HAZM & 7 > 1
