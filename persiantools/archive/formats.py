"""The formats that can be read: a name to choose each by, and a sentence for the help."""

from typing import NamedTuple

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """A format: its ``name`` and what it is."""

    name: str
    sentence: str


FORMATS = (
    Format("twitter-archive", "the archive of an X/Twitter account, zip or folder, or one tweets.js out of it"),
    Format(
        "twitter-v1", "tweets of API v1.1, one a line or in an array; retweets and long tweets with their whole text"
    ),
    Format("twitter-v2", "pages of API v2 as twarc2 keeps them, one a line, or single tweets (flattened)"),
    Format(
        "information-operations", "CSV of Twitter's Information Operations archive (tweetid, tweet_text, tweet_time)"
    ),
    Format("snscrape", "tweets of snscrape and its kin, one a line (rawContent)"),
    Format("telegram", "result.json of Telegram's export, of one chat or of all"),
    Format("jsonl", "JSON objects, one a line or in an array, whose text stands in a field"),
    Format("csv", "comma-separated values with a header, whose text stands in a column"),
    Format("tsv", "tab-separated values with a header, whose text stands in a column"),
    Format("lines", "plain text, one record a line"),
    Format("parquet", "Parquet, whose text stands in a column"),
)
