"""Well-known places and bodies with several English names: US and United States, UK and Britain."""

import functools
from collections.abc import Sequence

from persiantools.names.lexicon import aliases
from persiantools.names.vocabulary import exonyms
from persiantools.names.words import latin_parts

__all__ = ["canonical", "is_place", "is_place_name"]

_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())


@functools.cache
def _canonical() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {latin_parts(alias): latin_parts(name) for name, alias in aliases()}


@functools.cache
def _known() -> frozenset[tuple[str, ...]]:
    names = {tuple(english.split()) for counterparts in exonyms().values() for english in counterparts}
    return frozenset(names | set(_canonical().values()))


def canonical(parts: Sequence[str]) -> tuple[str, ...]:
    """The folded words of the usual name of a place or body; other names stay as they are.

    >>> canonical(("us",)), canonical(("republic", "of", "north", "macedonia"))
    (('united', 'states'), ('north', 'macedonia'))
    """
    words = tuple(parts)
    if words[:2] == ("republic", "of") and len(words) > 2:
        words = words[2:]
    return _canonical().get(words, words)


def is_place(name: str) -> bool:
    """Whether ``name`` is a country, a well-known city or a body that everybody abbreviates.

    >>> is_place("Iran"), is_place("the U.S."), is_place("Massoud")
    (True, True, False)
    """
    return canonical(latin_parts(name)) in _known()


def is_place_name(parts: Sequence[str]) -> bool:
    """Whether folded words are a known place with a direction before it: North Afghanistan.

    >>> is_place_name(("north", "afghanistan"))
    True
    """
    return len(parts) > 1 and parts[0] in _DIRECTIONS and canonical(parts[1:]) in _known()
