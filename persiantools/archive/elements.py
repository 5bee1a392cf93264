"""The elements of a JSON array of any length as pieces that each hold one record."""

from collections.abc import Iterator

from persiantools.archive.json_stream import END, JsonStream
from persiantools.archive.lines import Line
from persiantools.archive.troubles import Damaged, Trouble, Unreadable, too_long

__all__ = ["Elements"]

_OPEN, _CLOSE, _SEMICOLON = ord("{"), ord("]"), ord(";")


class Elements:
    """The elements of the array that a `JsonStream` stands before (or ``inside``), counted from ``number``.

    Nothing but a semicolon may follow an array that is the ``last`` value. What is no JSON is one piece with trouble,
    after which reading goes on at the next record where `JsonStream` finds one; otherwise that piece is the last.
    Whoever cannot decode an element may call `JsonStream.retry`.
    """

    def __init__(
        self, json: JsonStream, limit: int, number: int = 1, *, inside: bool = False, last: bool = False
    ) -> None:
        """An element longer than ``limit`` bytes is a piece with trouble."""
        self._json, self._limit, self._inside, self._last = json, limit, inside, last
        self._begin = json.offset
        self.number = number

    def __iter__(self) -> Iterator[Line]:
        """Each element in turn; of those with trouble only the place."""
        goes_on = True
        while goes_on:
            try:
                yield from self._whole()
                return
            except Damaged as damage:
                trouble: Trouble = damage
                goes_on = False
            except Unreadable as problem:
                trouble = problem
                goes_on = self._inside = self._recovers()
            yield Line(self.number, self._begin, b"", trouble)
            self.number += 1

    def _whole(self) -> Iterator[Line]:
        """The elements up to the array's end, or to trouble, which is raised."""
        json = self._json
        if not self._inside:
            json.take("[")
        self._inside = True
        while json.peek() != _CLOSE:
            self._begin = json.offset
            data = json.value()
            yield Line(self.number, self._begin, data or b"", too_long(self._limit) if data is None else None)
            self.number += 1
            self._begin = json.offset
            if not json.restarted and json.peek() not in (_CLOSE, _OPEN):  # a lost comma loses nothing
                json.take(",")
        json.take("]")
        self._begin = json.offset
        if self._last and (found := json.peek()) not in (END, _SEMICOLON):
            raise json.unexpected(found, "the end")

    def _recovers(self) -> bool:
        try:
            return self._json.restarted or self._json.skip()
        except Damaged:
            return False
