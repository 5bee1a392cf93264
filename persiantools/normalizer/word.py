"""What was decided about a word, and the one character that says how it matters to a line."""

from persiantools.normalizer.changes import Change
from persiantools.normalizer.zwnj.kinds import COMPARATIVES, COMPOUND_REASON, PLURALS

__all__ = [
    "ANY", "APART", "CHANGED", "COMPOUND", "ENDING", "ENDINGS", "INFLECTED", "NEVER", "NO", "RIVAL", "SOME", "Word",
    "shape", "shapes", "side_of",
]  # fmt: skip

# What the words of a line hold, as flags that are or-ed together.
CHANGED = 1
INFLECTED = 2
"""A ZWNJ was put in before an ending or after a prefix."""
COMPOUND = 4
"""A ZWNJ was put in between the parts of a compound."""
RIVAL = 8
APART = 16

NEVER, NO, SOME, ANY, ENDING = 0, 1, 2, 3, 4
"""How a word may be tied to a neighbour: never, not by its own strength, to some that are known, to any; and an
ending, which belongs to the word before it.
"""

ENDINGS = PLURALS | COMPARATIVES

_SUFFIXES = ENDINGS | {"ی", "یی", "ای", "ان", "ات", "ام", "اش", "اند", "است", "ین", "ون"}
_SIDES = "wsx"
_FIRST_SHAPE = 0x100


class Word:
    """What was decided about a word.

    ``changes`` have offsets in the word; ``text`` is the word after them, ``parts`` its pieces between ZWNJ (folded,
    without marks). ``left`` and ``right`` say how a word may be tied to its end and to its beginning. ``rival`` is
    the lead of the second of two readings over the first, and both; ``apart`` is where two words run together, or 0;
    ``held`` are the flags of what it holds.
    """

    __slots__ = ("apart", "changes", "held", "left", "parts", "right", "rival", "text")

    def __init__(self, text: str, changes: tuple[Change, ...], parts: tuple[str, ...]) -> None:
        """Keep the decision."""
        self.text, self.changes, self.parts = text, changes, parts
        self.left = self.right = NEVER
        self.rival: tuple[float, Word, Word] | None = None
        self.apart = self.held = 0

    def hold(self) -> int:
        """Note and return the flags of what the finished word holds."""
        self.held = (self.rival is not None) * RIVAL | (self.apart > 0) * APART
        if self.changes:
            put_in = [reason for _, _, _, rule, reason in self.changes if rule == "zwnj"]
            compound = any(reason.startswith(COMPOUND_REASON) for reason in put_in)
            self.held |= CHANGED | (COMPOUND if compound else INFLECTED if put_in else 0)
        return self.held


def shape(text: str, left: int, right: int, noted: bool) -> str:
    """One character for all words that a line treats alike, so that a regex looks through the line.

    ``noted`` are those whose `Word` must be asked, for it is not simply the word as written.
    """
    side = 1 if len(text) == 1 else 2 if text in _SUFFIXES else 0
    return chr(_FIRST_SHAPE + ((noted * 3 + side) * 5 + right) * 4 + left)


def shapes(
    left: tuple[int, ...] = (NEVER, NO, SOME, ANY),
    right: tuple[int, ...] = (NEVER, NO, SOME, ANY, ENDING),
    noted: tuple[int, ...] = (0, 1),
) -> str:
    """A regex class of the shapes with one of these values each."""
    codes = [((n * 3 + side) * 5 + r) * 4 + role for n in noted for side in range(3) for r in right for role in left]
    return "[" + "".join(chr(_FIRST_SHAPE + code) for code in codes) + "]"


def side_of(shape: str) -> str:
    """What a word of this shape is to the gap beside it (see `spacing.Side`)."""
    return _SIDES[(ord(shape) - _FIRST_SHAPE) // 20 % 3]
