"""What kind of thing a name is: a person, a place, an organisation or something else."""

from collections.abc import Sequence

from persiantools.names.english_name import EnglishName
from persiantools.names.lexicon import english, word_set
from persiantools.names.places import canonical, is_place_name
from persiantools.names.tagger import TYPES, Tagged

__all__ = ["english_type", "persian_type"]


def english_type(names: Sequence[EnglishName]) -> str:
    """The type that the words of an entity's English names tell; empty when they tell none.

    >>> from persiantools.names.english_name import read_name
    >>> names = ("Mullah Yaqoob", "Lake Urmia", "the U.N.", "Iran")
    >>> [english_type([read_name(name, 0, len(name))]) for name in names]
    ['PER', 'LOC', 'ORG', 'LOC']
    """
    if any(name.titled for name in names):
        return "PER"
    if any("".join(canonical(name.parts)) in english("body") for name in names):
        return "ORG"
    if any(name.is_place or is_place_name(name.parts) for name in names):
        return "LOC"
    if any(word in english("place head") for name in names for word in name.words):
        return "LOC"
    if any(name.is_institution for name in names):
        return "ORG"
    full = [name for name in names if len(name.words) > 1]
    if any(name.words[0] in word_set("latin.names") or name.words[-1] in word_set("latin.names") for name in full):
        return "PER"
    if any(name.acronym for name in names):
        return "ORG"
    return _single_type(names) if not full else ""


def _single_type(names: Sequence[EnglishName]) -> str:
    words = {name.words[0] for name in names}
    if words & word_set("latin.cities"):
        return "" if words & word_set("latin.names") else "LOC"
    return ""


def persian_type(tags: Sequence[Tagged]) -> str:
    """The type that the tagger finds likeliest for the words of a name."""
    sums = [sum(tagged.types[kind] for tagged in tags) for kind in range(len(TYPES))]
    return TYPES[max(range(len(TYPES)), key=lambda kind: (sums[kind], -kind))]
