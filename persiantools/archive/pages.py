"""Where the values of a JSON object or array stand in its bytes, found at the speed of the decoder."""

import io
import re

import msgspec

from persiantools.archive.json_stream import JsonStream
from persiantools.archive.troubles import Trouble, Unreadable

__all__ = ["parts", "pieces"]

_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_array = msgspec.json.Decoder(list[msgspec.Raw]).decode
_TO_VALUE = re.compile(rb'[\s,{]*+"[^"\\]*+(?:\\.[^"\\]*+)*+"\s*+:\s*+', re.DOTALL)


def parts(data: bytes) -> dict[str, tuple[int, bytes]]:
    """The values of the object ``data`` by their keys, each with its first byte. Raises `Unreadable`.

    >>> parts(b'{"data": [1], "x": {}}')
    {'data': (9, b'[1]'), 'x': (19, b'{}')}
    """
    try:
        values = _object(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return _bracketed_parts(data)
    found, at = {}, 0
    for key, raw in values.items():
        value = bytes(raw)
        at = _TO_VALUE.match(data, at).end()  # type: ignore[union-attr]  # the decoder has seen that a key stands here
        if not data.startswith(value, at):  # a key stands twice
            return _bracketed_parts(data)
        found[key] = (at, value)
        at += len(value)
    return found


def pieces(data: bytes) -> list[tuple[int, bytes]]:
    """The elements of the array ``data``, each with its first byte. Raises `Unreadable`.

    >>> pieces(b'[1, {"a": 2}]')
    [(1, b'1'), (4, b'{"a": 2}')]
    """
    try:
        values = _array(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return _bracketed_pieces(data)
    found, at = [], data.index(b"[") + 1
    for raw in values:
        value = bytes(raw)
        at = data.index(value[:1], at)  # nothing but a comma and white space stands before it
        found.append((at, value))
        at += len(value)
    return found


def _bracketed_parts(data: bytes) -> dict[str, tuple[int, bytes]]:
    """The same by brackets alone, for JSON that the decoder is too strict for."""
    json = JsonStream(io.BytesIO(data), len(data))
    found = {}
    try:
        for key in json.members():
            found[key] = _next(json)
    except Trouble as trouble:
        raise Unreadable("json", f"it is not JSON: {trouble.reason}") from None
    return found


def _bracketed_pieces(data: bytes) -> list[tuple[int, bytes]]:
    json = JsonStream(io.BytesIO(data), len(data))
    try:
        return [_next(json) for _ in json.items()]
    except Trouble as trouble:
        raise Unreadable("json", f"it is not JSON: {trouble.reason}") from None


def _next(json: JsonStream) -> tuple[int, bytes]:
    json.peek()
    return json.offset, json.value() or b""
