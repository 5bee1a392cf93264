"""The archive that X/Twitter gives an account: files of JavaScript that each assign one array, zipped or unpacked.

Source: the archive's own README, and its files as they come: ``data/tweets.js`` (``tweet.js`` before 2022) and its
parts, ``note-tweet.js``, ``community-tweet.js``, ``deleted-tweets.js``, ``direct-messages.js``. Each begins with
``window.YTD.tweets.part0 =`` and may be one line of gigabytes.
"""

import re
from collections.abc import Iterator, Sequence

from persiantools.archive.api_v1 import post
from persiantools.archive.conversations import read_conversations
from persiantools.archive.decoding import decode_object
from persiantools.archive.documents import json_stream
from persiantools.archive.elements import Elements
from persiantools.archive.json_stream import JsonStream
from persiantools.archive.notes import Note, Notes
from persiantools.archive.options import Options
from persiantools.archive.positions import following, index_of
from persiantools.archive.records import Failure, Item, Record, Skipped
from persiantools.archive.sources import Source
from persiantools.archive.troubles import Trouble, Unreadable, failure
from persiantools.archive.unpacking import Stream
from persiantools.errors import InputError

__all__ = ["is_part", "read", "read_file"]

_KINDS = {
    "tweets": re.compile(r"(?:community[-_])?tweets?(?:-part\d+)?(?:\.js)?\Z"),
    "deleted": re.compile(r"deleted[-_]tweets?(?:-part\d+)?(?:\.js)?\Z"),
    "messages": re.compile(r"direct[-_]messages?(?:[-_]group)?(?:-part\d+)?(?:\.js)?\Z"),
    "notes": re.compile(r"note[-_]tweets?(?:-part\d+)?(?:\.js)?\Z"),
}
_NUMBER = re.compile(r"\d+")
_PREFIX = re.compile(rb"\s*window\.YTD\.(\w+)\.part\d+\s*=\s*")
_TWEET = re.compile(rb'\{\s*"tweet"\s*:\s*\{')
_NOTE = re.compile(rb'\{\s*"noteTweet"\s*:\s*\{')


def is_part(source: Source) -> bool:
    """Whether ``source`` is one of the files that posts are read from, by its name."""
    return source.base.endswith(".js") and bool(_kind(source.base))


def read(files: Sequence[Source], options: Options) -> Iterator[Item]:
    """The tweets of an archive, with its deleted tweets and direct messages where ``options.include`` names them.

    Deleted tweets that nobody asked for are skipped one by one, direct messages are not even opened. A long tweet has
    the text of its note; notes without a tweet come last, as records.
    """
    unwanted = set() if "messages" in options.include else {"messages"}
    parts = sorted((file for file in files if is_part(file) and _kind(file.base) not in unwanted), key=_place)
    found = {part.name: _all_notes(part, options) for part in parts if _kind(part.base) == "notes"}
    notes = Notes(note for each in found.values() for note in each if isinstance(note, Note))
    begun = index_of([part.name for part in parts], options.after)
    for index, part in enumerate(parts):
        if index < begun and not notes:
            continue
        items = _unjoined(part.name, found[part.name]) if part.name in found else _items(part, options, notes)
        if index < begun:
            for _ in items:
                pass  # which notes are joined must be known
        else:
            yield from following(items, options.after if index == begun else None)


def read_file(name: str, stream: Stream, options: Options) -> Iterator[Item]:
    """The posts of one file of an archive. Naming it is asking for it, be it of deleted tweets or of messages."""
    variable = _PREFIX.match(stream.peek(256))
    kind = _kind(variable[1].decode()) if variable else "tweets"
    if kind == "notes":
        return _unjoined(name, list(_notes(name, stream, options)))
    if kind == "messages":
        return read_conversations(name, _opened(stream, options, None), options)
    if not kind:
        raise InputError(f"{name} is a file of an X/Twitter archive that holds no posts: name its tweets.js")
    return _tweets(name, stream, options, Notes(iter(())), wanted=True)


def _kind(name: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(name)), "")


def _place(source: Source) -> tuple[int, bool, int, str]:
    """Tweets before what is less, communities after the account's own, parts by their numbers."""
    number = _NUMBER.search(source.base)
    kinds = list(_KINDS)
    return kinds.index(_kind(source.base)), "community" in source.base, int(number[0]) if number else 0, source.name


def _items(part: Source, options: Options, notes: Notes) -> Iterator[Item]:
    kind = _kind(part.base)
    with part.open(options.limits) as stream:
        if kind == "messages":
            yield from read_conversations(part.name, _opened(stream, options, None), options)
        else:
            wanted = kind == "tweets" or kind in options.include
            yield from _tweets(part.name, stream, options, notes, wanted=wanted)


def _tweets(name: str, stream: Stream, options: Options, notes: Notes, *, wanted: bool) -> Iterator[Item]:
    json = _opened(stream, options, _TWEET)
    for number, offset, data, trouble in Elements(json, options.limits.record, last=True):
        place = -1 if stream.utf16 else offset
        try:
            if trouble:
                raise trouble
            raw = decode_object(data, options.limits.depth)
            tweet = raw.get("tweet", raw)
            text, known, date = _post(tweet)
        except Trouble as problem:
            if not trouble:
                json.retry(offset)
            yield failure(name, number, place, problem)
            continue
        text = notes.whole_text(text, known, date)
        yield (
            Record(name, number, place, text, known, date, tweet)
            if wanted
            else Skipped(name, number, place, "deleted")
        )


def _post(tweet: object) -> tuple[str, str, str]:
    found = post(tweet) if isinstance(tweet, dict) else "notice"
    if isinstance(found, str):
        raise Unreadable("no-text", "it is no tweet")
    return found


def _opened(stream: Stream, options: Options, restart: re.Pattern[bytes] | None) -> JsonStream:
    json = json_stream(stream, options.limits.record, restart)
    json.prefix(_PREFIX)
    return json


def _all_notes(part: Source, options: Options) -> list[Note | Failure]:
    with part.open(options.limits) as stream:
        return list(_notes(part.name, stream, options))


def _notes(name: str, stream: Stream, options: Options) -> Iterator[Note | Failure]:
    json = _opened(stream, options, _NOTE)
    for number, offset, data, trouble in Elements(json, options.limits.record, last=True):
        place = -1 if stream.utf16 else offset
        try:
            if trouble:
                raise trouble
            note = Note(number, place, decode_object(data, options.limits.depth))
        except Trouble as problem:
            if not trouble:
                json.retry(offset)
            yield failure(name, number, place, problem)
        else:
            yield note


def _unjoined(name: str, found: Sequence[Note | Failure]) -> Iterator[Item]:
    """The notes whose tweets are not in the archive as records of their own, and what could not be read as a note."""
    for each in found:
        if isinstance(each, Failure):
            yield each
        elif not each.text:
            yield Failure(name, each.line, each.offset, "no-text", "the note has no text")
        elif not each.joined:
            yield Record(name, each.line, each.offset, each.text, each.id, each.date, each.raw)
