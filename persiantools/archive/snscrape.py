"""Tweets as snscrape, and tools that took over its form, write them: one object a line, the text in ``rawContent``.

Source: the fields of ``snscrape.modules.twitter.Tweet``; older versions call the text ``content``. It is escaped like
that of the API.
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

__all__ = ["read"]

_TEXTS = ("rawContent", "content", "renderedContent")


def read(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The tweets; of a retweet, the text of the tweet itself. Users and other objects are skipped."""
    return read_objects(name, stream, options, _post)


def _post(raw: dict[str, Any]) -> Post | str:
    retweeted = raw.get("retweetedTweet")
    for tweet in (retweeted, raw) if isinstance(retweeted, dict) else (raw,):
        for key in _TEXTS:
            if isinstance(text := tweet.get(key), str):
                return unescape(text), string(raw.get("id_str")) or string(raw.get("id")), utc(raw.get("date"))
    if not str(raw.get("_type", "Tweet")).endswith("Tweet"):
        return "notice"
    raise Unreadable("no-text", "it has no text in the field 'rawContent' or 'content'")
