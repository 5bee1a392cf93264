"""What the language model sees of a word: its letters in windows of one to five, its edges, the word itself.

Training and run time call the same functions, so that they cannot drift apart.
"""

import re
import unicodedata
from functools import cache

from persiantools.splitter.characters import DIGITS, MARKS

__all__ = ["MOST_FEATURES", "arabic_features", "arabic_word", "latin_features", "latin_word", "marks_in"]

LONGEST_WINDOW = 5
MOST_FEATURES = 132
"""No word has more features."""
_LONGEST_WORD = 24  # of a longer word the first 16 and the last 8 letters are read: scoring takes bounded time
_DROPPED_ARABIC = re.compile(f"[{MARKS}{DIGITS}_\u0640\u200d]|\u200c+$")
_DROPPED_LATIN = re.compile(f"[{DIGITS}_\u200c\u200d]|-+$")
_MARK = re.compile(f"[{MARKS}]")
_PRESENTATION = re.compile("[\ufb50-\ufefc]")
_STRETCHED = re.compile(r"(.)\1{2,}")
_APOSTROPHES = str.maketrans("’‘ʼʻ`´", "''''''")


def arabic_word(word: str) -> str:
    """An Arabic-script word as the model reads it: without vowel marks, kashida, digits and stretched letters, and
    with Arabic yeh, alef maksura and kaf as the Persian letters, so that the keyboard does not decide the language.

    >>> arabic_word("كتابي"), arabic_word("سِحر"), arabic_word("عااااالی")
    ('کتابی', 'سحر', 'عالی')
    """
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    if not word.isalpha():
        word = _DROPPED_ARABIC.sub("", word)
    return _shortened(word.replace("ي", "ی").replace("ى", "ی").replace("ك", "ک"))


def latin_word(word: str) -> str:
    """A Latin-script word as the model reads it: lower case, composed, without digits and stretched letters, every
    apostrophe the same.

    >>> latin_word("Don’t"), latin_word("salaaaam"), latin_word("GPT4")
    ("don't", 'salam', 'gpt')
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).translate(_APOSTROPHES)
    return _shortened((word if word.isalpha() else _DROPPED_LATIN.sub("", word)).lower())


def arabic_features(word: str) -> list[str]:
    """The features of an Arabic-script word as written: windows of its letters, and which keyboard typed it (``#P``
    where a letter is one that only the Persian layout has, ``#A`` for the Arabic layout; many words show neither).

    >>> arabic_features("به")
    ['^به$', '^', 'ب', 'ه', '$', '^ب', 'به', 'ه$', '^به', 'به$', '^به$']
    >>> arabic_features("كه")[-1]
    '#A'
    """
    found = _windows(arabic_word(word))
    if "ی" in word or "ک" in word:
        found.append("#P")
    elif "ي" in word or "ك" in word or "ى" in word:
        found.append("#A")
    return found


def latin_features(word: str) -> list[str]:
    """The features of a Latin-script word as written: windows of its letters.

    >>> latin_features("An")[:4]
    ['^an$', '^', 'a', 'n']
    """
    return _windows(latin_word(word))


def marks_in(word: str) -> int:
    """How many vowel marks and other combining marks a word has.

    >>> marks_in("بِسْمِ"), marks_in("بسم")
    (3, 0)
    """
    return len(_MARK.findall(word))


def _shortened(word: str) -> str:
    word = _STRETCHED.sub(r"\1", word)
    return word if len(word) <= _LONGEST_WORD else word[:16] + word[-8:]


def _windows(word: str) -> list[str]:
    edged = f"^{word}$"
    return [edged, *map(edged.__getitem__, _slices(len(edged)))]


@cache
def _slices(length: int) -> tuple[slice, ...]:
    """Where the windows of a text of ``length`` letters begin and end."""
    return tuple(slice(at, at + size) for size in range(1, LONGEST_WINDOW + 1) for at in range(length - size + 1))
