"""Words that a language surely has too, though its small corpus happens to lack them: those of its neighbours.

A corpus of 20,000 words has few of a language's words. What it lacks and a larger corpus of another language has
would speak for that other language alone, though Arabic, Persian, Pashto and Urdu share thousands of words. So each
language is given a part of the others' vocabulary: as much of it as was seen when an eighth of its own documents was
held back.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from persiantools.splitter.features import arabic_word

__all__ = ["with_borrowed"]

_SHARES: dict[str, dict[str, float]] = {
    "fa": {"ar": 0.002, "ps": 0.002, "ur": 0.002},
    "ar": {"fa": 0.006},
    "ps": {"fa": 0.045, "ur": 0.02, "ar": 0.005},
    "ur": {"fa": 0.004},
    "ckb": {"fa": 0.018},
}
"""The part of the running words of held-back documents that the rest of the language's corpus lacks and another
language's corpus has.
"""
_FLATTENED = 0.5
"""A borrowed word's weight is its weight in the other language to this power."""
_LISTED = 5.0
"""How much likelier a word is borrowed that stands in our own list of the language's words."""
_KEYS_TO_ARABIC = str.maketrans("یک", "يك")


def with_borrowed(
    corpora: Mapping[str, Mapping[str, float]], lists: Mapping[str, Collection[str]]
) -> dict[str, dict[str, float]]:
    """``corpora`` with each language's part of the others' words; ``lists`` are our own lists of its words."""
    return {language: _joined(language, corpora, lists.get(language, ())) for language in corpora}


def _joined(language: str, corpora: Mapping[str, Mapping[str, float]], listed: Collection[str]) -> dict[str, float]:
    shares, own = _SHARES[language], corpora[language]
    windows = {window for word in own for window in _windows(word)}
    found = defaultdict(float, {word: (1 - sum(shares.values())) * weight for word, weight in own.items()})
    for other, share in shares.items():
        likely: defaultdict[str, float] = defaultdict(float)
        for word, weight in corpora[other].items():
            form = word.translate(_KEYS_TO_ARABIC) if language == "ar" else word
            if form not in own and windows.issuperset(_windows(form)):
                likely[form] += weight**_FLATTENED * (_LISTED if form in listed else 1.0)
        total = sum(likely.values())
        for word, weight in likely.items():
            found[word] += share * weight / total
    return dict(found)


def _windows(word: str) -> list[str]:
    """The windows of three letters of a word, its edges counted: a word that has one which its new language has
    nowhere is not borrowed.
    """
    edged = f"^{arabic_word(word)}$"
    return [edged[at : at + 3] for at in range(len(edged) - 2)]
