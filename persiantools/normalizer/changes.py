"""An edit in the making, before it is an `Edit`: offsets are those of a word or a line."""

from collections.abc import Sequence

from persiantools.edits import Edit, Edits

__all__ = ["Change", "apply_changes", "to_edits"]

Change = tuple[int, int, str, str, str]
"""Start, end, new text, rule, reason."""


def apply_changes(text: str, changes: Sequence[Change]) -> str:
    """``text`` after sorted, disjoint ``changes``.

    >>> apply_changes("abc", [(1, 2, "x", "rule", "")])
    'axc'
    """
    pieces: list[str] = []
    at = 0
    for start, end, new, _, _ in changes:
        pieces += (text[at:start], new)
        at = end
    return "".join(pieces) + text[at:]


def to_edits(changes: Sequence[Change]) -> Edits:
    """``changes`` as `Edits`."""
    return Edits(Edit(*change) for change in changes)
