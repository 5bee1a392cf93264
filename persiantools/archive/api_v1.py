"""Tweets of Twitter's API v1.1: streams, searches and timelines, as their JSON was kept.

Source: Twitter's pages on the tweet object, on extended tweets (``extended_tweet`` where a stream was compatible with
old clients, ``full_text`` where it was not) and on the messages of a stream that are no tweets.
"""

from collections.abc import Iterator
from typing import Any

from persiantools.archive.dates import utc
from persiantools.archive.entities import unescape
from persiantools.archive.json_records import Post, read_objects, string
from persiantools.archive.options import Options
from persiantools.archive.records import Item
from persiantools.archive.troubles import Unreadable
from persiantools.archive.unpacking import Stream

__all__ = ["NOTICES", "post", "read", "whole_text"]

NOTICES = frozenset({
    "control", "delete", "disconnect", "event", "for_user", "friends", "friends_str", "limit", "scrub_geo",
    "status_withheld", "user_withheld", "warning",
})  # fmt: skip


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The tweets; a stream's notices (a tweet was deleted, a limit was reached) are skipped."""
    return read_objects(name, stream, options, post)


def post(raw: dict[str, Any]) -> Post | str:
    """The text, id and date of a tweet, or ``notice``. Raises `Unreadable`."""
    text = whole_text(raw)
    if text is not None:
        return unescape(text), string(raw.get("id_str")) or string(raw.get("id")), utc(raw.get("created_at"))
    if NOTICES.issuperset(raw) and raw:
        return "notice"
    raise Unreadable("no-text", f"it has no text and is no notice (its fields: {', '.join(sorted(raw)[:12])})")


def whole_text(tweet: dict[str, Any]) -> str | None:
    """The text that nobody has cut: of a retweet, that of the tweet itself.

    >>> whole_text({"text": "RT @a: a long…", "retweeted_status": {"extended_tweet": {"full_text": "a long one"}}})
    'a long one'
    """
    if isinstance(original := tweet.get("retweeted_status"), dict) and (text := whole_text(original)) is not None:
        return text
    extended = tweet.get("extended_tweet")
    for text in (extended.get("full_text") if isinstance(extended, dict) else None, tweet.get("full_text")):
        if isinstance(text, str):
            return text
    text = tweet.get("text")
    return text if isinstance(text, str) else None
