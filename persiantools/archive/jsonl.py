"""Plain JSON objects, one a line, whose text stands in a field that is named or known."""

from collections.abc import Iterator, Sequence
from typing import Any

from persiantools.archive.dates import utc
from persiantools.archive.json_records import Post, read_objects, string
from persiantools.archive.options import Options
from persiantools.archive.records import Item
from persiantools.archive.troubles import Unreadable
from persiantools.archive.unpacking import Stream

__all__ = ["DATE_FIELDS", "ID_FIELDS", "TEXT_FIELDS", "read"]

TEXT_FIELDS = ("full_text", "rawContent", "tweet_text", "text", "content", "body", "message", "tweet")
ID_FIELDS = ("id_str", "tweetid", "tweet_id", "id", "ID")
DATE_FIELDS = ("created_at", "tweet_time", "date", "timestamp", "time", "datetime")


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The records of a file of JSON objects, with the fields that ``options`` name."""
    texts = (options.field,) if options.field else TEXT_FIELDS
    ids = (options.id_field,) if options.id_field else ID_FIELDS
    dates = (options.date_field,) if options.date_field else DATE_FIELDS

    def shape(raw: dict[str, Any]) -> Post:
        for key in texts:
            if isinstance(text := raw.get(key), str):
                return text, string(_first(raw, ids)), utc(_first(raw, dates))
        raise Unreadable("no-text", _missing(raw, texts))

    return read_objects(name, stream, options, shape)


def _first(raw: dict[str, Any], keys: Sequence[str]) -> Any:
    for key in keys:
        if (value := raw.get(key)) is not None:
            return value
    return None


def _missing(raw: dict[str, Any], wanted: Sequence[str]) -> str:
    have = ", ".join(sorted(key for key, value in raw.items() if isinstance(value, str))[:12]) or "none"
    return f"it has no text in the field {' or '.join(map(repr, wanted))} (fields with text: {have})"
