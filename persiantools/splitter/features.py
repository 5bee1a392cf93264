"""What the language model sees of a word: the word itself, its letters in twos and threes, its beginnings and ends.

Training and run time call the same functions, so that they cannot drift apart.
"""

import re
import unicodedata
from functools import cache

from persiantools.splitter.characters import DIGITS, MARKS

__all__ = ["MOST_FEATURES", "arabic_features", "arabic_word", "latin_features", "latin_word", "marks_in"]

WINDOWS = (2, 3)
AFFIXES = (4, 5)
"""The lengths of beginnings and ends, the edge counted; shorter ones are windows."""
MOST_FEATURES = 57
"""No word has more features."""
_LONGEST_WORD = 24  # of a longer word the first 16 and the last 8 letters are read: scoring takes bounded time
_DROPPED_ARABIC = re.compile(f"[{MARKS}{DIGITS}_\u0640\u200d]|\u200c+$")
_DROPPED_LATIN = re.compile(f"[{DIGITS}_\u200c\u200d]|-+$")
_MARK = re.compile(f"[{MARKS}]")
_LAST_PLAIN = "\ufb4f"  # presentation forms follow
_STRETCHED = re.compile(r"(.)\1{2,}")
_APOSTROPHES = str.maketrans("’‘ʼʻ`´", "''''''")


def arabic_word(word: str) -> str:
    """An Arabic-script word as the model reads it: without vowel marks, kashida, digits and stretched letters, and
    with Arabic yeh, alef maksura and kaf as the Persian letters, so that the keyboard does not decide the language.

    >>> arabic_word("كتابي"), arabic_word("سِحر"), arabic_word("عااااالی")
    ('کتابی', 'سحر', 'عالی')
    """
    if max(word, default="") > _LAST_PLAIN:
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
    """The features of an Arabic-script word as written: itself, windows of its letters, its beginnings and ends, and
    which yeh and kaf it has, of the Persian layout (``#P``, ``#p``) or of the Arabic one (``#A``, ``#a``, ``#Z`` for
    alef maksura). Both kinds of yeh in one word (``#M``) are Pashto: سیاسي.

    >>> arabic_features("به")
    ['^به$', '^ب', 'به', 'ه$', '^به', 'به$']
    >>> arabic_features("سیاسي")[-1], arabic_features("كه")[-1]
    ('#M', '#a')
    """
    found = _windows(arabic_word(word))
    if "ی" in word:
        found.append("#M" if "ي" in word else "#P")
    elif "ي" in word:
        found.append("#A")
    if "ک" in word:
        found.append("#p")
    elif "ك" in word:
        found.append("#a")
    if "ى" in word:
        found.append("#Z")
    return found


def latin_features(word: str) -> list[str]:
    """The features of a Latin-script word as written: itself, windows of its letters, beginnings and ends.

    >>> latin_features("An")
    ['^an$', '^a', 'an', 'n$', '^an', 'an$']
    """
    return _windows(latin_word(word))


def marks_in(word: str) -> int:
    """How many vowel marks and other combining marks a word has.

    >>> marks_in("بِسْمِ"), marks_in("بسم")
    (3, 0)
    """
    return len(_MARK.findall(word))


def _shortened(word: str) -> str:
    if len(word) - len(set(word)) > 1:
        word = _STRETCHED.sub(r"\1", word)
    return word if len(word) <= _LONGEST_WORD else word[:16] + word[-8:]


def _windows(word: str) -> list[str]:
    edged = f"^{word}$"
    return [edged, *map(edged.__getitem__, _slices(len(edged)))]


@cache
def _slices(length: int) -> tuple[slice, ...]:
    """Where the windows, the beginnings and the ends of a text of ``length`` letters are, but for the whole of it."""
    windows = [slice(at, at + size) for size in WINDOWS for at in range(length - size + 1) if size < length]
    beginnings = [slice(size) for size in AFFIXES if size < length]
    ends = [slice(length - size, length) for size in AFFIXES if size < length]
    return (*windows, *beginnings, *ends)
