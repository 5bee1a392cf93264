"""Names of a glossary or register where they stand in a text, capital or not."""

import re
from collections.abc import Iterable, Mapping, Sequence

from persiantools.names.fold import persian_words
from persiantools.names.words import PersianWord, latin_lines, latin_parts
from persiantools.spans import Span

__all__ = ["english_places", "persian_places", "with_places"]

Range = tuple[int, int]
_SPACE = re.compile(r"\s+|-")


def english_places(text: str, spans: Iterable[Span], names: Iterable[str]) -> list[Range]:
    """Offsets of the folded English ``names`` in the Latin-script spans, the longest at each place."""
    wanted = {tuple(name.split()) for name in names}
    longest = max(map(len, wanted), default=0)
    found = []
    for line in latin_lines(text, spans) if wanted else ():
        at = 0
        while at < len(line.forms):
            parts: tuple[str, ...] = ()
            best = at
            for end in range(at, min(at + longest, len(line.forms))):
                if end > at and not _SPACE.fullmatch(line.gaps[end]):
                    break
                parts += latin_parts(line.forms[end].text)
                if parts in wanted:
                    best = end + 1
            if best > at:
                found.append((line.starts[at], line.end(best - 1)))
            at = max(best, at + 1)
    return found


def persian_places(words: Sequence[PersianWord], names: Mapping[str, frozenset[str]]) -> list[Range]:
    """Ranges of ``words`` that are the folded Persian ``names``."""
    longest = max((len(name.split()) for name in names), default=0)
    found = []
    for at in range(len(words) if longest else 0):
        phrase: list[str] = []
        for end in range(at, min(at + longest, len(words))):
            if end > at and not words[end].joined:
                break
            phrase += persian_words(words[end].text)
            if " ".join(phrase) in names:
                found.append((at, end + 1))
    return found


def with_places(names: Sequence[Range], places: Sequence[Range]) -> list[Range]:
    """``names`` with ``places`` put in; what overlaps a place gives way."""
    if not places:
        return list(names)
    kept, at = [], 0
    ordered = sorted(places)
    for start, end in names:
        while at < len(ordered) and ordered[at][1] <= start:
            at += 1
        if at == len(ordered) or ordered[at][0] >= end:
            kept.append((start, end))
    return sorted(kept + ordered)
