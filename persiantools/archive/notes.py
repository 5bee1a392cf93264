"""Long posts of an account archive (``note-tweet.js``) and the posts whose cut texts they belong to.

A note has its own id: it belongs to the tweet of the same second whose text, without what cuts it, it begins with.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from persiantools.archive.dates import utc
from persiantools.archive.entities import unescape
from persiantools.archive.json_records import string

__all__ = ["Note", "Notes"]

_NEAR = (0, 1, -1, 2, -2)  # seconds
_CUT = re.compile(r"(?:…|\.\.\.)?(?:\s*https://t\.co/\w+)*\s*\Z")
_MENTIONS = re.compile(r"(?:@\w+\s+)*")
_LINK = re.compile(r"https?://")
_BARE = re.compile(r"&(?!(?:amp|lt|gt);)")


class Note:
    """A long post and whether its tweet was found."""

    def __init__(self, line: int, offset: int, raw: dict[str, Any]) -> None:
        """``raw`` is the element of the archive."""
        inner = raw.get("noteTweet", raw)
        inner = inner if isinstance(inner, dict) else {}
        core = inner.get("core") or inner.get("noteTweetResults")
        text = core.get("text") if isinstance(core, dict) else None
        self.line, self.offset, self.raw = line, offset, raw
        self.escaped = text if isinstance(text, str) else ""
        self.text = self.escaped if _BARE.search(self.escaped) else unescape(self.escaped)
        self.id = string(inner.get("noteTweetId"))
        self.tweet = string(inner.get("tweetId"))
        self.date = utc(inner.get("createdAt"))
        self.joined = False


class Notes:
    """The notes of an archive, by the second in which they were posted. They are held in memory."""

    def __init__(self, notes: Iterable[Note]) -> None:
        """Takes all of ``notes``."""
        self._all = [note for note in notes if note.text]
        self._by_second: dict[int, list[Note]] = {}
        self._by_tweet = {note.tweet: note for note in self._all if note.tweet}
        for note in self._all:
            if note.date:
                self._by_second.setdefault(_second(note.date), []).append(note)

    def whole_text(self, text: str, known: str, date: str) -> str:
        """The text of the note that belongs to the tweet with this text, id and date; ``text`` where none does."""
        note = self._by_tweet.get(known) or self._near(text, date)
        if note is None:
            return text
        note.joined = True
        return note.text

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._all)

    def _near(self, text: str, date: str) -> Note | None:
        if not date or not self._by_second:
            return None
        second = _second(date)
        candidates = (note for near in _NEAR for note in self._by_second.get(second + near, ()))
        return next((note for note in candidates if not note.joined and _begins(note.text, text)), None)


def _begins(note: str, text: str) -> bool:
    """Whether ``note`` begins like the tweet ``text``, up to its first link (which may be written otherwise)."""
    head = _LINK.split(_MENTIONS.sub("", _CUT.sub("", text), count=1))[0].rstrip()
    return bool(head) and _MENTIONS.sub("", note, count=1).startswith(head)


def _second(date: str) -> int:
    return int(datetime.fromisoformat(date).timestamp())
