"""One JSON record out of bytes, or the reason why it is none.

msgspec reads what the standard allows, quickly. What it refuses goes to the standard library, which also takes what
is often written: NaN and Infinity, and escaped halves of surrogate pairs (a name cut in the middle of an emoji).
"""

import json
from typing import Any

import msgspec

from persiantools.archive.json_patterns import FLAT
from persiantools.archive.troubles import Unreadable

__all__ = ["decode", "decode_object", "text_of"]

_decode = msgspec.json.Decoder().decode


def decode(data: bytes, depth: int) -> Any:
    r"""The value that ``data`` writes in JSON, nested at most ``depth`` deep. Raises `Unreadable`.

    >>> decode(b'{"text": "\\u0633\\ud800"}', 200)
    {'text': 'س\ud800'}
    """
    if data.count(b"[") + data.count(b"{") > depth and _deeper(data, depth):
        raise Unreadable("depth", f"the JSON nests more than {depth} deep")
    try:
        return _decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return _decode_slowly(data)


def decode_object(data: bytes, depth: int) -> dict[str, Any]:
    """The JSON object that ``data`` writes. Raises `Unreadable`."""
    value = decode(data, depth)
    if not isinstance(value, dict):
        raise Unreadable("json", "it is JSON, but not an object")
    return value


def text_of(data: bytes) -> str:
    r"""``data`` as text. Raises `Unreadable` when it is not UTF-8.

    >>> text_of(b"ab\xff")
    Traceback (most recent call last):
        ...
    persiantools.archive.troubles.Unreadable: it is not UTF-8: byte 0xff at byte 2 of the record
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        reason = f"it is not UTF-8: byte 0x{data[error.start]:02x} at byte {error.start} of the record"
        raise Unreadable("encoding", reason) from None


def _decode_slowly(data: bytes) -> Any:
    text = text_of(data)
    try:
        return json.loads(text)
    except RecursionError:
        raise Unreadable("depth", "the JSON nests too deep") from None
    except json.JSONDecodeError as error:
        at = len(text[: error.pos].encode("utf-8", "surrogatepass"))
        raise Unreadable("json", f"it is not JSON: {error.msg} at byte {at} of the record") from None
    except ValueError as error:  # a number of thousands of digits
        raise Unreadable("json", f"it is not JSON that can be read: {error}") from None


def _deeper(data: bytes, depth: int) -> bool:
    at, level = 0, 0
    while (at := FLAT.match(data, at).end()) < len(data):  # type: ignore[union-attr]
        if data[at] == ord('"'):
            return False  # a string that never ends
        level += 1 if data[at] in b"[{" else -1
        if level > depth:
            return True
        at += 1
    return False
