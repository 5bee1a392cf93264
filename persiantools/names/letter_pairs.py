"""A 5-gram model of letter pairs: which Latin chunk a Persian letter writes, given what the four letters before it
wrote.
"""

import functools

from persiantools.names.ngrams import EDGE, NGrams
from persiantools.resources import load

__all__ = ["LetterPairs", "letter_pairs"]


class LetterPairs(NGrams):
    """The model. A unit is a letter pair: a Persian letter and the Latin chunk that it writes."""

    def __init__(self, sections: dict[str, bytes]) -> None:
        """Read the model from the sections of its file."""
        super().__init__(sections, "pairs.")
        units = sections["units"].decode().split("\n")
        self.letter = {EDGE: "", **{chr(number): unit[0] for number, unit in enumerate(units, 1)}}
        """Unit → its Persian letter."""
        self.chunk = {EDGE: "", **{chr(number): unit[1:] for number, unit in enumerate(units, 1)}}
        """Unit → the Latin chunk that the letter writes."""


@functools.cache
def letter_pairs() -> LetterPairs:
    """The learned model, read on first use."""
    return LetterPairs(load("romanization"))
