"""JSON that is read from front to back without being held: its containers are entered, their values taken in turn.

For files of one line and many gigabytes. What is skipped or taken is only bracketed here (strings and escapes are
heeded), decoding is the caller's; the time is linear, and of a value longer than the limit nothing is kept.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from persiantools.archive.decoding import decode
from persiantools.archive.json_patterns import FLAT, SCALAR, SHALLOW, SPACE, STRING
from persiantools.archive.returnable import Returnable
from persiantools.archive.troubles import Damaged, Trouble, Unreadable
from persiantools.archive.unpacking import CHUNK, Raw

__all__ = ["END", "JsonStream"]

_KEY_LIMIT = 1 << 16
_PREFIX_SIZE = 256
_SMALL = 1 << 10
_UNCLOSED = "its end is missing: another record begins inside it"
END = -1
_QUOTE, _COMMA = ord('"'), ord(",")
_OPEN, _CLOSE = frozenset(b"[{"), frozenset(b"]}")


class JsonStream:
    """A place in a JSON text.

    ``restart`` is what only the beginning of a record looks like: where one stands inside another, the first is
    broken and the reading goes on at the second (`restarted` tells so once).
    """

    def __init__(
        self,
        stream: Raw,
        limit: int,
        *,
        offset: int = 0,
        chunk: int = CHUNK,
        restart: re.Pattern[bytes] | None = None,
    ) -> None:
        """``stream`` stands at byte ``offset``; a value of more than ``limit`` bytes is not kept."""
        self._input = Returnable(stream)
        self._limit, self._restart = limit, restart
        self._chunk = self._full_chunk = chunk
        self._buffer, self._at = b"", 0
        self._base = offset  # where the buffer begins in the input
        self._start: int | None = None  # where the value that is being taken begins in the buffer
        self.restarted = False

    @property
    def offset(self) -> int:
        """The byte of the input that is next."""
        return self._base + self._at

    def peek(self) -> int:
        """The next byte that is no white space, without taking it; -1 at the end. Raises `Damaged`."""
        while True:
            self._at = SPACE.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches nothing too
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return END

    def prefix(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Goes past what ``pattern`` matches here, if it does, within the next 256 bytes."""
        with suppress(Damaged):  # it is raised again by what comes next
            while len(self._buffer) - self._at < _PREFIX_SIZE and self._more():
                pass
        if found := pattern.match(self._buffer, self._at, self._at + _PREFIX_SIZE):
            self._at = found.end()
        return found

    def take(self, expected: str) -> None:
        """Goes past the character ``expected``. Raises `Unreadable` when another one stands there."""
        if (found := self.peek()) != ord(expected):
            raise self.unexpected(found, f"{expected!r}")
        self._at += 1

    def value(self) -> bytes | None:
        """The next value, None for one that is longer than the limit. Raises `Damaged`, `Unreadable`."""
        first = self.peek()
        self._start = self._at
        self.restarted = False
        try:
            self._pass(first)
            self._chunk = min(2 * self._chunk, self._full_chunk)
            held = self._start
            if held is None or self._at - held > self._limit:
                return None
            return self._buffer[held : self._at]
        except Damaged:
            if self._go_back(self._at if self._start is None else self._start):
                raise Unreadable("json", _UNCLOSED) from None
            raise
        finally:
            self._start = None

    def retry(self, offset: int) -> None:
        """The value taken at ``offset`` is broken: goes on at the next record, should one begin inside it."""
        self._go_back(offset - self._base, self._at)

    def skip(self) -> bool:
        """Goes on at the next record from here; False when there is none. Raises `Damaged`."""
        while not self._go_back(self._at - 1):
            self._at = max(len(self._buffer) - _SMALL, self._at)  # what may be the beginning of a record's mark
            if not self._more():
                return False
        return True

    def _go_back(self, begin: int, end: int | None = None) -> bool:
        """Goes to the first record that begins after ``begin`` and before ``end`` in the buffer, if one does.

        What lies behind it is read again in small pieces, and larger ones with each piece that is whole: a file of
        nothing but broken records costs no more than a constant times its length.
        """
        if self._restart is None or begin < -1:
            return False
        found = self._restart.search(self._buffer, begin + 1, len(self._buffer) if end is None else end)
        if not found:
            return False
        self._at, self._chunk = found.start(), _SMALL
        kept = self._at + _SMALL
        self._input.put_back(self._buffer[kept:])
        self._buffer = self._buffer[:kept]
        self.restarted = True
        return True

    def members(self) -> Iterator[str]:
        """The keys of the object that comes next. After each its value must be taken. Raises like `value`."""
        self.take("{")
        while self.peek() != ord("}"):
            key = self.value()
            if not key or key[0] != _QUOTE or len(key) > _KEY_LIMIT:
                raise Unreadable("json", f"a key is missing before byte {self.offset}")
            self.take(":")
            yield str(decode(key, 1))
            if self.peek() == _COMMA:
                self._at += 1
            elif self.peek() != ord("}"):
                raise self.unexpected(self.peek(), "',' or '}'")
        self._at += 1

    def items(self) -> Iterator[None]:
        """A stop before each element of the array that comes next, which must then be taken. Raises like `value`."""
        self.take("[")
        while self.peek() != ord("]"):
            yield
            if self.peek() == _COMMA:
                self._at += 1
            elif self.peek() != ord("]"):
                raise self.unexpected(self.peek(), "',' or ']'")
        self._at += 1

    def unexpected(self, found: int, wanted: str) -> Trouble:
        """The trouble that ``found`` stands where ``wanted`` should."""
        if found == END:
            return Damaged("truncated", f"the JSON ends where {wanted} should follow: the file was cut short")
        return Unreadable("json", f"{wanted} should stand at byte {self.offset}, not {chr(found)!r}")

    def _pass(self, first: int) -> None:
        """Goes past a value that begins with ``first``."""
        if first in _OPEN:
            self._pass_container()
        elif first == _QUOTE:
            self._at += 1
            self._pass_string()
        else:
            self._pass_scalar(first)

    def _pass_container(self) -> None:
        if whole := SHALLOW.match(self._buffer, self._at):
            self._at = whole.end()
            return
        level = 0
        while True:
            at = FLAT.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches nothing too
            self._at = at
            if at == len(self._buffer):
                self._need_more()
                continue
            self._at += 1
            byte = self._buffer[at]
            if byte == _QUOTE:
                self._pass_string()
            elif byte in _OPEN:
                level += 1
            else:
                level -= 1
                if not level:
                    return

    def _pass_string(self) -> None:
        """Goes past a string whose opening quote has been passed."""
        while True:
            self._at = STRING.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches nothing too
            if self._at < len(self._buffer) and self._buffer[self._at] == _QUOTE:
                self._at += 1
                return
            self._need_more()  # it goes on, or an escape is cut in two

    def _pass_scalar(self, first: int) -> None:
        begin = self.offset
        while True:
            self._at = SCALAR.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches nothing too
            if self._at < len(self._buffer):
                break
            self._need_more()  # nothing but what follows it says that a number is whole
        if self.offset == begin:
            raise self.unexpected(first, "a value")

    def _need_more(self) -> None:
        if not self._more():
            raise Damaged("truncated", "the JSON ends in the middle of a value: the file was cut short")

    def _more(self) -> bool:
        """Reads on, dropping what was passed; False at the end. Raises `Damaged` where the input breaks off."""
        if self._start is not None:
            held = self._at - self._start
            if held >= self._chunk // 2 and self._go_back(self._start):
                raise Unreadable("json", _UNCLOSED)
            if held > self._limit:
                self._start = None
        keep = self._at if self._start is None else self._start
        rest = self._buffer[keep:]
        more = self._input.read(max(self._chunk, len(rest)))  # doubling keeps the copying linear
        self._buffer = rest + more
        self._base += keep
        self._at -= keep
        if self._start is not None:
            self._start = 0
        return bool(more)
