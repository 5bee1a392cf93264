"""Messages of Telegram's export: ``result.json`` of one chat or of a whole account, read as a stream.

Source: Telegram's "Data Export Schema". ``text`` is a string, or a list of strings and of objects with ``text``
(links, bold words); messages of the type ``service`` tell of members and calls and are skipped, like those that are
a picture or a voice and no word. In the export of an account, whose chats number their messages alike, an id is that
of the chat and that of the message: ``4127:12``.
"""

import re
from collections.abc import Iterator
from typing import Any

from persiantools.archive.dates import utc
from persiantools.archive.decoding import decode, decode_object
from persiantools.archive.documents import json_stream
from persiantools.archive.elements import Elements
from persiantools.archive.json_records import string
from persiantools.archive.json_stream import END, JsonStream
from persiantools.archive.lines import Line
from persiantools.archive.options import Options
from persiantools.archive.records import Item, Record, Skipped
from persiantools.archive.troubles import Damaged, Trouble, Unreadable, failure
from persiantools.archive.unpacking import Stream

__all__ = ["read"]

_MESSAGE = re.compile(rb'\{\s*"id"\s*:\s*-?\d+\s*,\s*"type"\s*:\s*"(?:message|service)"')
_GROUPS = ("chats", "left_chats")


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The messages of all chats, in order."""
    json = json_stream(stream, options.limits.record, _MESSAGE)
    depth = options.limits.depth
    walk = _Walk(json, options.limits.record)
    for chat, (number, offset, data, trouble) in walk.messages():
        place = -1 if stream.utf16 else offset
        try:
            if trouble:
                raise trouble
            yield _item(name, number, place, decode_object(data, depth), chat)
        except Trouble as problem:
            if not trouble:
                json.retry(offset)
            yield failure(name, number, place, problem)


class _Walk:
    """Goes through an export and counts its messages."""

    def __init__(self, json: JsonStream, limit: int) -> None:
        self._json, self._limit = json, limit
        self._number = 1
        self._ended = False  # the input broke off, and that was told

    def messages(self) -> Iterator[tuple[str, Line]]:
        """Each message with the id of its chat, ``""`` in the export of one chat.

        Where the frame around the chats is broken, whatever looks like a message is one.
        """
        try:
            yield from self._export()
            return
        except Trouble as trouble:
            if self._ended:
                return
            begin = self._json.offset
            yield "", Line(self._number, begin, b"", trouble)
            self._number += 1
            if isinstance(trouble, Damaged):
                return
        while self._json.skip():
            yield from self._array("", inside=True)

    def _export(self) -> Iterator[tuple[str, Line]]:
        json = self._json
        for key in json.members():
            if key == "messages" and json.peek() == ord("["):
                yield from self._array("")
            elif key in _GROUPS and json.peek() == ord("{"):
                yield from self._group()
            else:
                json.value()
        if (found := json.peek()) != END:
            raise json.unexpected(found, "the end")

    def _group(self) -> Iterator[tuple[str, Line]]:
        json = self._json
        for key in json.members():
            if key == "list" and json.peek() == ord("["):
                for _ in json.items():
                    yield from self._chat()
            else:
                json.value()

    def _chat(self) -> Iterator[tuple[str, Line]]:
        json = self._json
        chat = ""
        for key in json.members():
            if key == "messages" and json.peek() == ord("["):
                yield from self._array(chat)
            elif key == "id":
                chat = string(decode(json.value() or b"0", 1))
            else:
                json.value()

    def _array(self, chat: str, *, inside: bool = False) -> Iterator[tuple[str, Line]]:
        array = Elements(self._json, self._limit, self._number, inside=inside)
        for message in array:
            yield chat, message
            self._ended = isinstance(message.trouble, Damaged)
        self._number = array.number


def _item(name: str, number: int, offset: int, raw: dict[str, Any], chat: str) -> Item:
    if raw.get("type", "message") != "message":
        return Skipped(name, number, offset, "service")
    text = _text(raw.get("text"))
    if not text:
        return Skipped(name, number, offset, "empty")
    own = string(raw.get("id"))
    date = utc(raw.get("date_unixtime")) or utc(raw.get("date"))
    return Record(name, number, offset, text, f"{chat}:{own}" if chat else own, date, raw)


def _text(value: Any) -> str:
    """The text of a message, whose parts may be objects. Raises `Unreadable` for anything else."""
    parts = value if isinstance(value, list) else [value]
    texts = [part.get("text") if isinstance(part, dict) else part for part in parts]
    if value is None or all(isinstance(text, str) for text in texts):
        return "".join(text for text in texts if text)
    raise Unreadable("no-text", "its text is neither a string nor a list of them")
