r"""Split a mixed text into spans by language and kind.

The line is the unit of context (``\n``, ``\r\n`` and ``\r`` end one): each is decided alone, so splitting a text
equals splitting its lines apart. In a line, protected stretches are found first, then the words of each script, then
the languages of the words, and last what goes with what.
"""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from persiantools.chars import lines
from persiantools.errors import OptionError
from persiantools.spans import Span
from persiantools.splitter.line import pieces_of, split_line
from persiantools.splitter.protected import find_protected

__all__ = ["LANGUAGES", "dominant_language", "split"]

LANGUAGES = ("fa", "ar", "ps", "ur", "ckb", "en", "fa-Latn")
"""The languages that are told apart by the package's own models. Dari is ``fa``."""
_REGION = re.compile("[A-Z]{2}")


def split(text: str, *, languages: Iterable[str] | None = None, region: str | None = None) -> tuple[Span, ...]:
    """The spans of ``text``: a partition into stretches of one language and kind, in order.

    Every character is in exactly one span, and no bound falls inside a line break, a grapheme cluster, a word, or
    anything protected. ``languages`` restricts the answers to some of `LANGUAGES`; other scripts and protected kinds
    are told as ever. ``region``, a country's two letters (ISO 3166), is added to the tag of Persian in Arabic script:
    with ``AF`` it is ``fa-AF``. The caller says so, since Dari and the Persian of Iran are not told apart. Time is
    linear in the length of the text. Raises `OptionError` for another language or region.

    >>> text = "سلام dear @ali 👋"
    >>> [(span.of(text), span.lang, span.kind) for span in split(text)][:3]
    [('سلام ', 'fa', 'text'), ('dear ', 'en', 'text'), ('@ali', 'zxx', 'mention')]
    >>> [span.lang for span in split("سلام dear", region="AF")]
    ['fa-AF', 'en']
    """
    only = _restricted(languages)
    if "\n" not in text and "\r" not in text:
        spans = split_line(text, 0, only) if text else []
    else:
        spans = [span for start, end in lines(text) for span in split_line(text[start:end], start, only)]
    return tuple(spans if region is None else _in_region(spans, region))


def _in_region(spans: list[Span], region: str) -> list[Span]:
    """``spans`` with the region in the tag of Persian."""
    if not _REGION.fullmatch(region):
        raise OptionError(f"a region is the two letters of a country, like AF or IR; not {region!r}")
    return [replace(span, lang=f"fa-{region}") if span.lang == "fa" else span for span in spans]


def dominant_language(text: str, *, languages: Iterable[str] | None = None) -> str:
    """The language that most words of ``text`` are in; ``zxx`` where it has no words, ``und`` where none is known.

    On each line the words of one script are taken to be of one language, the likeliest, so that two words that one
    language would share are not told apart.

    >>> dominant_language("این یک متن فارسی است with two words")
    'fa'
    >>> dominant_language("😀 123")
    'zxx'
    """
    only = _restricted(languages)
    words: Counter[str] = Counter()
    for start, end in lines(text):
        line = text[start:end]
        for piece in pieces_of(line, find_protected(line), only, whole=True):
            words[piece.lang] += piece.words
    known = {lang: count for lang, count in words.items() if lang != "und"} or words
    return max(known, key=lambda lang: known[lang], default="zxx")


def _restricted(languages: Iterable[str] | None) -> frozenset[str] | None:
    """The languages to choose among, or None for all. Raises `OptionError` for one that is not in `LANGUAGES`."""
    if languages is None:
        return None
    only = frozenset(languages)
    unknown = sorted(only.difference(LANGUAGES))
    if unknown or not only:
        raise OptionError(f"languages are some of {', '.join(LANGUAGES)}; not {', '.join(unknown) or 'none at all'}")
    return only
