"""Tweets of Twitter's API v2: whole answers as twarc2 keeps them, one page a line, or single tweets (flattened).

Source: Twitter's pages on the v2 tweet object and on expansions, twarc's documentation of its pages. ``note_tweet``
holds the text of a long tweet, ``includes.tweets`` that of a retweeted one, which ``text`` cuts.
"""

from collections.abc import Iterator
from typing import Any

from persiantools.archive.api_v1 import NOTICES
from persiantools.archive.dates import utc
from persiantools.archive.decoding import decode_object
from persiantools.archive.documents import documents
from persiantools.archive.entities import unescape
from persiantools.archive.json_records import string
from persiantools.archive.lines import Line
from persiantools.archive.options import Options
from persiantools.archive.pages import parts, pieces
from persiantools.archive.records import Item, Record, Skipped
from persiantools.archive.troubles import Trouble, Unreadable, failure
from persiantools.archive.unpacking import Stream

__all__ = ["read"]


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The tweets of each page; a page without tweets and the notices of a stream are skipped."""
    depth = options.limits.depth
    for document in documents(stream, options):
        number, offset, data, trouble = document
        if trouble:
            yield failure(name, number, offset, trouble)
        elif not data.strip():
            yield Skipped(name, number, offset, "blank")
        else:
            yield from _page(name, document, depth)


def _page(name: str, page: Line, depth: int) -> Iterator[Item]:
    number, offset, data, _ = page
    try:
        found = parts(data)
        at, value = found.get("data", (0, b""))
        if value[:1] == b"[":
            tweets = [(offset + at + start, piece) for start, piece in pieces(value)]
        elif value[:1] == b"{":
            tweets = [(offset + at, value)]
        else:
            tweets = [(offset, data)] if "text" in found else []
    except Trouble as trouble:
        yield failure(name, number, offset, trouble)
        return
    if not tweets:
        yield Skipped(name, number, offset, "empty")
    included = _Included(found.get("includes", (0, b""))[1], depth)
    for place, piece in tweets:
        yield _tweet(name, number, place, piece, depth, included)


def _tweet(name: str, number: int, offset: int, data: bytes, depth: int, included: "_Included") -> Item:
    try:
        raw = decode_object(data, depth)
        text = _text(_whole(raw, included))
        if text is None:
            if NOTICES & raw.keys():
                return Skipped(name, number, offset, "notice")
            raise Unreadable("no-text", f"it has no text (its fields: {', '.join(sorted(raw)[:12])})")
    except Trouble as trouble:
        return failure(name, number, offset, trouble)
    return Record(name, number, offset, unescape(text), string(raw.get("id")), utc(raw.get("created_at")), raw)


def _whole(tweet: dict[str, Any], included: "_Included") -> dict[str, Any]:
    """Of a retweet, the tweet itself where it came along; any other as it is."""
    referenced = tweet.get("referenced_tweets")
    for other in referenced if isinstance(referenced, list) else ():
        if isinstance(other, dict) and other.get("type") == "retweeted":
            original = other if _text(other) is not None else included.tweet(other.get("id"))
            if original and _text(original) is not None:
                return original
    return tweet


def _text(tweet: dict[str, Any]) -> str | None:
    note = tweet.get("note_tweet")
    for text in (note.get("text") if isinstance(note, dict) else None, tweet.get("text")):
        if isinstance(text, str):
            return text
    return None


class _Included:
    """The tweets that a page includes beside its own, decoded when one is asked for."""

    def __init__(self, data: bytes, depth: int) -> None:
        self._data, self._depth = data, depth
        self._tweets: dict[str, dict[str, Any]] | None = None

    def tweet(self, known: Any) -> dict[str, Any] | None:
        if self._tweets is None:
            self._tweets = {string(tweet.get("id")): tweet for tweet in self._decoded()}
        return self._tweets.get(string(known))

    def _decoded(self) -> list[dict[str, Any]]:
        try:
            tweets = decode_object(self._data, self._depth).get("tweets") if self._data else None
        except Unreadable:
            return []  # the texts of retweets stay as the page's own tweets have them
        return [tweet for tweet in tweets if isinstance(tweet, dict)] if isinstance(tweets, list) else []
