"""Direct messages of an account archive: conversations that each hold an array of messages."""

from collections.abc import Iterator
from typing import Any

from persiantools.archive.dates import utc
from persiantools.archive.decoding import decode_object
from persiantools.archive.elements import Elements
from persiantools.archive.json_records import string
from persiantools.archive.json_stream import JsonStream
from persiantools.archive.options import Options
from persiantools.archive.records import Item, Record, Skipped
from persiantools.archive.troubles import Damaged, Trouble, Unreadable, failure

__all__ = ["read_conversations"]


def read_conversations(name: str, json: JsonStream, options: Options) -> Iterator[Item]:
    """The messages of all conversations in order, counted through; who joined or left is skipped.

    ``json`` stands before the array of conversations, of which none is ever held whole.
    """
    walk = _Walk(name, json, options)
    try:
        for _ in json.items():
            yield from walk.conversation()
    except Trouble as trouble:
        if not walk.ended:
            yield failure(name, walk.number, json.offset, trouble)


class _Walk:
    """Goes through conversations and counts their messages."""

    def __init__(self, name: str, json: JsonStream, options: Options) -> None:
        self._name, self._json, self._limits = name, json, options.limits
        self.number = 1
        self.ended = False  # the input broke off, and that was told

    def conversation(self) -> Iterator[Item]:
        """The messages of the next element, ``{"dmConversation": {"messages": […]}}``."""
        for key in self._json.members():
            if key == "dmConversation" and self._json.peek() == ord("{"):
                yield from self._messages()
            else:
                self._json.value()

    def _messages(self) -> Iterator[Item]:
        for key in self._json.members():
            if key != "messages" or self._json.peek() != ord("["):
                self._json.value()
                continue
            messages = Elements(self._json, self._limits.record, self.number)
            for number, offset, data, trouble in messages:
                try:
                    if trouble:
                        raise trouble
                    yield _item(self._name, number, offset, decode_object(data, self._limits.depth))
                except Trouble as problem:
                    self.ended = isinstance(problem, Damaged)
                    yield failure(self._name, number, offset, problem)
            self.number = messages.number


def _item(name: str, line: int, offset: int, raw: dict[str, Any]) -> Item:
    message = raw.get("messageCreate")
    if not isinstance(message, dict):
        return Skipped(name, line, offset, "service")
    text = message.get("text")
    if not isinstance(text, str):
        raise Unreadable("no-text", "the message has no text")
    return Record(name, line, offset, text, string(message.get("id")), utc(message.get("createdAt")), message)
