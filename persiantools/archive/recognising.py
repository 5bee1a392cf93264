"""The format of a file, from its name and its first bytes."""

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from persiantools.archive.api_v1 import NOTICES
from persiantools.archive.decoding import decode_object
from persiantools.archive.documents import documents
from persiantools.archive.options import Limits, Options
from persiantools.archive.troubles import Unreadable
from persiantools.archive.unpacking import Stream
from persiantools.errors import InputError

__all__ = ["DATA_SUFFIXES", "recognised"]

_HEAD = 1 << 16
_LOOKED_AT = 50  # objects; the first that tells decides
_SUFFIXES = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".txt": "lines", ".parquet": "parquet"}
_JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
DATA_SUFFIXES = (*_SUFFIXES, *_JSON_SUFFIXES)
_YTD = re.compile(rb"\s*window\.YTD\.")
_TELEGRAM = re.compile(rb'"(?:messages"\s*:\s*\[|(?:chats|personal_information)"\s*:\s*\{)')
_PAGE = re.compile(rb'\s*\{\s*"(?:data|includes|meta|errors)"\s*:')
_PAGE_KEYS = {"data", "includes", "meta", "errors", "__twarc", "matching_rules"}
_V1 = {"retweeted_status", "extended_tweet", "full_text", "truncated", "favorited", "in_reply_to_status_id_str"}
_V2 = {"edit_history_tweet_ids", "public_metrics", "author_id", "referenced_tweets", "note_tweet"}


def recognised(base: str, stream: Stream) -> str:
    """The name of the format of ``stream``, whose file is called ``base``.

    Raises `InputError` for bytes that are no text.
    """
    head = stream.peek(_HEAD)
    if stream.utf16:
        head = head[: len(head) & ~1].decode(stream.utf16, "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"PAR1"):
        return "parquet"
    if _YTD.match(head):
        return "twitter-archive"
    named = next((name for suffix, name in _SUFFIXES.items() if base.endswith(suffix)), "")
    if named == "csv" or (not named and b"tweetid" in head.split(b"\n", 1)[0]):
        return "information-operations" if _is_operations(head) else "csv"
    if named:
        return named
    if head.lstrip()[:1] in (b"{", b"[") or base.endswith(_JSON_SUFFIXES):
        return _json_format(head)
    if b"\0" in head:
        raise InputError(f"{base} is no text and no format that is known: name its format (--input-format)")
    return "lines"


def _is_operations(head: bytes) -> bool:
    columns = head.split(b"\n", 1)[0]
    return b"tweetid" in columns and b"tweet_text" in columns


def _json_format(head: bytes) -> str:
    for record in _objects(head):
        if name := _of_object(record):
            return name
    if _TELEGRAM.search(head):
        return "telegram"
    return "twitter-v2" if _PAGE.match(head) else "jsonl"


def _of_object(record: dict[str, Any]) -> str:
    """The format that one record shows; "" where it might be any."""
    keys = record.keys()
    if isinstance(record.get("messages"), list) or isinstance(record.get("chats"), dict):
        return "telegram"
    if str(record.get("_type", "")).startswith("snscrape.") or "rawContent" in keys:
        return "snscrape"
    if isinstance(record.get("data"), list | dict) and keys <= {
        "data",
        "includes",
        "meta",
        "errors",
        "__twarc",
        "matching_rules",
    }:
        return "twitter-v2"
    if "text" in keys and "id" in keys and keys & _V2:
        return "twitter-v2"
    if keys & _V1 and keys & {"text", "full_text"}:
        return "twitter-v1"
    return "twitter-v1" if len(keys) == 1 and keys <= NOTICES else ""


def _objects(head: bytes) -> Iterator[dict[str, Any]]:
    """The whole objects at the beginning of ``head``."""
    beginning = Stream(io.BytesIO(head), "", Limits())
    for piece in islice(documents(beginning, Options()), _LOOKED_AT):
        try:
            yield decode_object(piece.data, Limits().depth)
        except Unreadable:
            continue
