"""Spelling folds: the form of a name in which two spellings are compared.

Both folds lose distinctions on purpose and are never shown to a reader. They answer with the words of the name, over
two small alphabets (26 Latin letters; the Persian letters of `PERSIAN_LETTERS`), so that every later step works on
short plain strings.
"""

import functools
import re
import unicodedata

__all__ = ["LONGEST_WORD", "MOST_WORDS", "PERSIAN_LETTERS", "latin_words", "persian_words"]

PERSIAN_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ"

LONGEST_WORD = 24
"""Letters of a word that are compared; the rest is cut, so that a run of letters costs no more than a word."""

MOST_WORDS = 8
"""Words of a name that are compared. No person's and hardly any body's name is longer."""

_PERSIAN = str.maketrans(
    {
        **dict.fromkeys("يىېۍےې", "ی"),
        **dict.fromkeys("كڪګ", "ک"),
        **dict.fromkeys("أإٱ", "ا"),
        **dict.fromkeys("ةۀۂەہھ", "ه"),
        **{"ؤ": "و", "ۆ": "و", "ۇ": "و", "ڤ": "و", "ں": "ن", "ڼ": "ن", "ړ": "ر", "ڑ": "ر", "ځ": "ز", "څ": "س"},
        **{"ټ": "ت", "ٹ": "ت", "ډ": "د", "ڈ": "د", "ښ": "ش", "ږ": "ژ", "ڵ": "ل", "ڕ": "ر"},
        **dict.fromkeys("ءـ\u0654\u0655", ""),
        **{digit: str(unicodedata.digit(digit)) for digit in "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"},
    }
)
"""Letters of Arabic, Pashto, Urdu and Sorani as a Persian keyboard would type the name."""

_LATIN = str.maketrans(
    {
        **{"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"},
        **{"ə": "a", "&": " and "},
        **dict.fromkeys("'`\u2018\u2019\u02bb\u02bc\u02be\u02bf\u00b4", ""),
    }
)
"""Latin letters that Unicode does not decompose, and the signs for ayn and hamza, which most writers leave out."""

_PERSIAN_WORD = re.compile(f"[{PERSIAN_LETTERS}]+|[0-9]+")
_LATIN_WORD = re.compile("[a-z]+|[0-9]+")
_HELD = str.maketrans("آئ", "\ue000\ue001")
_RELEASED = str.maketrans("\ue000\ue001", "آئ")


def _without_marks(text: str) -> str:
    """``text`` in compatibility decomposition, without combining marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")


def _cut(words: list[str]) -> tuple[str, ...]:
    return tuple(word[:LONGEST_WORD] for word in words[:MOST_WORDS])


def _head(name: str) -> str:
    """As much of ``name`` as the words that are compared can fill; a longer text costs nothing."""
    return name[: 4 * LONGEST_WORD * MOST_WORDS]


@functools.lru_cache(maxsize=1 << 14)
def persian_words(name: str) -> tuple[str, ...]:
    """The folded words of a Persian name, at most `MOST_WORDS`. Space, ZWNJ, hyphen and any other sign part words;
    vowel marks and hamza on its own are dropped; digits are ASCII.

    >>> persian_words("آيت‌الله عَلي مؤمنی")
    ('آیت', 'الله', 'علی', 'مومنی')
    """
    text = unicodedata.normalize("NFKC", _head(name)).translate(_HELD)
    return _cut(
        _PERSIAN_WORD.findall(_without_marks(text.translate(_PERSIAN)).translate(_RELEASED).translate(_PERSIAN))
    )


@functools.lru_cache(maxsize=1 << 14)
def latin_words(name: str) -> tuple[str, ...]:
    """The folded words of a Latin name, at most `MOST_WORDS`: lower case, without accents and apostrophes; hyphens
    part words.

    >>> latin_words("Ḩoseynābād-e `Olyá")
    ('hoseynabad', 'e', 'olya')
    """
    plain = _without_marks(_head(name).lower().translate(_LATIN)).translate(_LATIN)
    return _cut(_LATIN_WORD.findall(plain))
