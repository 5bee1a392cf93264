"""Edits: what changes in a text, as data that can be replayed, composed, inverted and used to map offsets.

An edit replaces ``[start, end)`` of the source by ``new``. `Edits` are sorted and disjoint (two may touch), and they
are the only way a text changes in this package: the new text is always ``edits.apply(source)``. Offsets are code
points.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, overload

import msgspec

from persiantools.errors import OffsetError
from persiantools.offsets import EdgeMode, OffsetMap

__all__ = ["EdgeMode", "Edit", "Edits", "Normalized"]

RULE_JOINER = "+"
REASON_JOINER = "; "


class Edit(msgspec.Struct, frozen=True):
    r"""The replacement of ``source[start:end]`` by ``new``; ``start == end`` inserts.

    ``rule`` names the rule that made it; an edit made of several carries all their names, sorted and joined by ``+``.
    ``reason`` says to a person why.

    >>> Edit(2, 2, "\u200c", "zwnj", "prefix می").rules
    ('zwnj',)
    """

    start: int
    end: int
    new: str
    rule: str
    reason: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of all rules that took part, sorted."""
        return tuple(self.rule.split(RULE_JOINER))


class Edits(Sequence[Edit]):
    r"""An immutable sequence of edits of one source text, sorted by offset and disjoint.

    Raises `OffsetError` when edits overlap, stand in the wrong order or start below 0.

    >>> edits = Edits([Edit(2, 3, "\u200c", "zwnj", "prefix می")])
    >>> edits.apply("می رود") == "می\u200cرود"
    True
    >>> edits.invert("می رود").apply("می\u200cرود")
    'می رود'
    """

    __slots__ = ("_items", "_maps")

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        """Check and keep ``edits``."""
        self._items = tuple(edits)
        self._maps: tuple[OffsetMap, OffsetMap] | None = None
        at = 0
        for edit in self._items:
            if edit.start < at or edit.end < edit.start:
                raise OffsetError(f"edits must be sorted and disjoint: {edit.start}..{edit.end} comes after {at}")
            at = edit.end

    def __len__(self) -> int:
        """How many edits there are."""
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> "Edits": ...
    def __getitem__(self, index: int | slice) -> "Edit | Edits":
        """One edit, or the `Edits` of a slice."""
        return Edits(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __iter__(self) -> Iterator[Edit]:
        """The edits in source order."""
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        """Equal when they hold equal edits."""
        return self._items == other._items if isinstance(other, Edits) else NotImplemented

    def __hash__(self) -> int:
        """Hash of the edits."""
        return hash(self._items)

    def __repr__(self) -> str:
        """Shown as the list that makes it."""
        return f"Edits({list(self._items)!r})"

    def apply(self, source: str) -> str:
        """The text after the edits. Raises `OffsetError` when the source is shorter than the edits say."""
        if not self._items:
            return source
        if self._items[-1].end > len(source):
            raise OffsetError(
                f"an edit ends at {self._items[-1].end}, the text at {len(source)}: is this its source?"
            )
        pieces: list[str] = []
        at = 0
        for edit in self._items:
            pieces += (source[at : edit.start], edit.new)
            at = edit.end
        return "".join(pieces) + source[at:]

    def invert(self, source: str) -> "Edits":
        """The edits that lead from ``self.apply(source)`` back to ``source``."""
        shift, inverse = 0, []
        for edit in self._items:
            start = edit.start + shift
            end = start + len(edit.new)
            inverse.append(Edit(start, end, source[edit.start : edit.end], edit.rule, edit.reason))
            shift = end - edit.end
        return Edits(inverse)

    def then(self, later: "Edits") -> "Edits":
        """These edits and then ``later`` (edits of this one's result) as one: ``apply`` gives the same as applying
        both in turn.

        Edits of the two that touch or overlap become one that carries the rules and reasons of both, even where the
        second undoes the first (`simplify` drops such). The operation is associative; ``Edits()`` is its neutral
        element.

        >>> Edits([Edit(0, 1, "b", "one")]).then(Edits([Edit(1, 1, "c", "two")]))
        Edits([Edit(start=0, end=1, new='bc', rule='one+two', reason='')])
        """
        return Edits(_compose(self._items, later._items))

    def simplify(self, source: str) -> "Edits":
        """These edits without those that leave ``source`` as it is.

        >>> Edits([Edit(0, 1, "b", "one")]).then(Edits([Edit(0, 1, "a", "two")])).simplify("a")
        Edits([])
        """
        return Edits(edit for edit in self._items if source[edit.start : edit.end] != edit.new)

    def to_target(self, start: int, end: int, mode: EdgeMode = "expand") -> tuple[int, int]:
        """Map the span ``[start, end)`` of the source to the edited text.

        Text inserted exactly at an edge stays outside. An edge inside a replaced stretch is handled by ``mode``:
        ``strict`` raises `OffsetError`, ``contract`` leaves the stretch out, ``expand`` takes it in.

        >>> Edits([Edit(1, 3, "XYZ", "r")]).to_target(2, 5)
        (1, 6)
        >>> Edits([Edit(1, 3, "XYZ", "r")]).to_target(2, 5, "contract")
        (4, 6)
        """
        return self._offset_maps()[0].map(start, end, mode)

    def to_source(self, start: int, end: int, mode: EdgeMode = "expand") -> tuple[int, int]:
        """Map the span ``[start, end)`` of the edited text to the source; modes as in `to_target`.

        >>> Edits([Edit(1, 3, "XYZ", "r")]).to_source(2, 6)
        (1, 5)
        """
        return self._offset_maps()[1].map(start, end, mode)

    def _offset_maps(self) -> tuple[OffsetMap, OffsetMap]:
        if self._maps is None:
            source, target = [(edit.start, edit.end) for edit in self._items], _layer(self._items)
            self._maps = OffsetMap(source, target), OffsetMap(target, source)
        return self._maps


class Normalized(msgspec.Struct, frozen=True, dict=True):
    r"""A source text and the edits that normalize it; the text is derived from them.

    >>> Normalized("می رود", Edits([Edit(2, 3, "\u200c", "zwnj")])).text == "می\u200cرود"
    True
    """

    source: str
    edits: Edits

    @cached_property
    def text(self) -> str:
        """The normalized text."""
        return self.edits.apply(self.source)

    def then(self, later: Edits) -> "Normalized":
        """The same source with ``later`` (edits of `text`) after its edits."""
        return Normalized(self.source, self.edits.then(later))

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: the text, and each edit with the source text that it replaces.

        >>> Normalized("ab", Edits([Edit(1, 2, "c", "r", "why")])).to_dict()["edits"]
        [{'start': 1, 'end': 2, 'old': 'b', 'new': 'c', 'rule': 'r', 'reason': 'why'}]
        """
        rows = [
            {
                "start": edit.start,
                "end": edit.end,
                "old": self.source[edit.start : edit.end],
                "new": edit.new,
                "rule": edit.rule,
                "reason": edit.reason,
            }
            for edit in self.edits
        ]
        return {"text": self.text, "edits": rows}


def _layer(items: Sequence[Edit]) -> list[tuple[int, int]]:
    """Where the new text of each edit stands in the edited text: half-open offsets."""
    shift, layer = 0, []
    for edit in items:
        start = edit.start + shift
        layer.append((start, start + len(edit.new)))
        shift += len(edit.new) - (edit.end - edit.start)
    return layer


def _clusters(middle: Sequence[tuple[int, int]], later: Sequence[Edit]) -> Iterator[tuple[slice, slice]]:
    """Group earlier edits (by where they stand in the middle text) with the later ones that touch or overlap them."""
    i = j = 0
    while i < len(middle) or j < len(later):
        i0, j0 = i, j
        if j == len(later) or (i < len(middle) and middle[i][0] <= later[j].start):
            i += 1
        else:
            j += 1
        while True:
            if i < len(middle) and j > j0 and middle[i][0] <= later[j - 1].end:
                i += 1
            elif j < len(later) and i > i0 and later[j].start <= middle[i - 1][1]:
                j += 1
            else:
                break
        yield slice(i0, i), slice(j0, j)


def _compose(earlier: Sequence[Edit], later: Sequence[Edit]) -> Iterator[Edit]:
    """One edit of the source for each group of edits that touch."""
    middle, shift = _layer(earlier), 0
    for first, second in _clusters(middle, later):
        before = shift
        shift += sum(len(edit.new) - (edit.end - edit.start) for edit in earlier[first])
        if not later[second]:
            yield from earlier[first]
        elif not earlier[first]:
            yield from (Edit(e.start - shift, e.end - shift, e.new, e.rule, e.reason) for e in later[second])
        else:
            yield _merge(earlier[first], middle[first], later[second], before, shift)


def _merge(
    earlier: Sequence[Edit], middle: Sequence[tuple[int, int]], later: Sequence[Edit], before: int, after: int
) -> Edit:
    """One group as one edit; ``before`` and ``after`` lead from source to middle offsets on either side of it."""
    low = min(middle[0][0], later[0].start)
    high = max(middle[-1][1], later[-1].end)
    # Where no earlier edit stands, a later one covers the middle text: what fills those places is never seen.
    known: list[str] = []
    at = low
    for (start, end), edit in zip(middle, earlier, strict=True):
        known += ("\0" * (start - at), edit.new)
        at = end
    known.append("\0" * (high - at))
    moved = Edits(Edit(e.start - low, e.end - low, e.new, e.rule) for e in later)
    return Edit(
        low - before,
        high - after,
        moved.apply("".join(known)),
        RULE_JOINER.join(sorted({rule for edit in (*earlier, *later) for rule in edit.rules})),
        REASON_JOINER.join(_all_reasons((*earlier, *later))),
    )


def _all_reasons(edits: Iterable[Edit]) -> list[str]:
    """The reasons of all edits, each once, sorted (so that composition is associative)."""
    return sorted({reason for edit in edits for reason in edit.reason.split(REASON_JOINER) if reason})
