"""One English mention, read: its words as they are compared, and what they say of it."""

import re
from typing import NamedTuple

from persiantools.names.latin_form import is_head, is_plain
from persiantools.names.lexicon import english
from persiantools.names.places import is_place
from persiantools.names.words import latin_parts

__all__ = ["EnglishName", "read_name"]

_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ash|an|ar|at|az)[-'’]", re.I)
_SERVANT = re.compile(r"^abd(?:[aeou]l|[aeou]r(?=r))?")


class EnglishName(NamedTuple):
    """One English mention, read."""

    start: int
    end: int
    parts: tuple[str, ...]
    """Its folded words, hyphens apart: what is compared with Persian."""
    words: tuple[str, ...]
    """Its folded words, hyphens and Arabic articles joined, titles left out: what is compared with English."""
    is_institution: bool
    is_place: bool
    acronym: str
    """Its letters in lower case when it is one, else empty."""
    titled: bool
    """Whether a title that is part of the name stands before it: Mullah, Ayatollah."""


def read_name(text: str, start: int, end: int) -> EnglishName:
    """The mention at ``text[start:end]``, read.

    >>> read_name("Mullah Abdul-Haq", 0, 16).words
    ('abdhaq',)
    """
    name = text[start:end]
    words = tuple("".join(latin_parts(_ARTICLE.sub("", word))) for word in name.split())
    words = tuple(word for word in words if word and word not in ("al", "el", "and")) or latin_parts(name)
    words = _with_servant(words)
    titled = len(words) > 1 and words[0] in english("kept title")
    while len(words) > 1 and (words[0] == "the" or words[0] in english("kept title")):
        words = words[1:]
    letters = name.replace(".", "")
    acronym = letters.lower() if letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6 else ""
    shouted = len(words) > 1 and any(part.isupper() and len(part) > 2 for part in re.split(r"[\s.]+", name))
    plain = len(words) > 1 and any(is_plain(word) for word in words)
    institution = shouted or plain or any(is_head(word) for word in words)
    return EnglishName(start, end, latin_parts(name), words, institution, is_place(name), acronym, titled)


def _with_servant(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names with "servant of" in one spelling: Abdul Rahim, Abdolrahim and Abd al-Rahim."""
    if len(words) > 1 and _SERVANT.fullmatch(words[0]):
        words = (words[0] + words[1], *words[2:])
    return tuple(_SERVANT.sub("abd", word) for word in words)
