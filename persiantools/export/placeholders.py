"""Placeholders for machine translation: what must not be translated stands aside as numbered tags, and comes back.

Text that looks like a tag is put aside too, so a tag in the protected text is always one of ours (see
`persiantools.export.tags`): ``restore(protected.text, protected.kept)`` is the source, for any source.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, get_args

import msgspec

from persiantools.errors import OptionError
from persiantools.export.tags import FORMS, Form, look_alikes
from persiantools.names import Alignment, Mention, NameRegister, align, romanize, to_persian
from persiantools.names.fold import persian_words
from persiantools.names.words import latin_parts
from persiantools.spans import Span
from persiantools.splitter import split

__all__ = ["PROTECTED_KINDS", "Kept", "Protected", "TagProblem", "check_tags", "protect", "restore"]

PROTECTED_KINDS = frozenset(("url", "email", "mention", "hashtag", "cashtag", "number", "code"))
"""The kinds of spans that are put aside unless others are named; ``emoji`` is one more that may be."""


class Kept(msgspec.Struct, frozen=True):
    """What one tag stands for: tag number ``n`` is the ``n``-th of all, counted from 1.

    ``text`` is the source's; ``kind`` is that of its span, ``name`` or ``tag`` (text that looked like one);
    ``target`` is a name as the other language writes it, empty for all else.
    """

    text: str
    kind: str
    form: Form = "x"
    target: str = ""


class Protected(msgspec.Struct, frozen=True):
    """A text with tags in it, and what they stand for, in order."""

    text: str
    kept: tuple[Kept, ...]


class TagProblem(msgspec.Struct, frozen=True):
    """What happened to one tag in translation.

    ``kind`` is ``lost``, ``doubled``, ``reordered`` (it stands after a later one: often right, for languages order
    words differently) or ``unknown`` (no tag of that number was given). ``number`` counts from 1, ``text`` is what it
    stands for.
    """

    kind: Literal["lost", "doubled", "reordered", "unknown"]
    number: int
    text: str


def protect(
    text: str,
    *,
    kinds: Collection[str] = PROTECTED_KINDS,
    names: bool = False,
    glossary: NameRegister | None = None,
    form: Form = "x",
) -> Protected:
    """``text`` with tags in the place of spans of ``kinds`` and, where asked for, of ``names``.

    A name is kept with its form in the other language: as the ``glossary`` has it, else as the text itself does, else
    the likeliest romanization or Persian spelling. Raises `OptionError` for an unknown form.

    >>> protected = protect("ببینید https://t.co/Ab12 @ali_r2")
    >>> protected.text
    'ببینید <x id="1"/> <x id="2"/>'
    >>> restore(protected.text, protected.kept)
    'ببینید https://t.co/Ab12 @ali_r2'
    """
    if form not in get_args(Form):
        raise OptionError(f"a tag's form is one of {', '.join(get_args(Form))}, not {form!r}")
    spans = split(text)
    found: list[Place] = [(span.start, span.end, span.kind, "") for span in spans if span.kind in kinds]
    if names:
        found += _names(text, spans, glossary)
    found += [(start, end, "tag", "") for start, end in look_alikes(text, form)]
    return _replaced(text, _disjoint(found), form)


def restore(text: str, kept: Sequence[Kept], *, target: bool = False) -> str:
    """``text``, most likely translated, with what was ``kept`` in the place of the tags.

    With ``target`` names come back as the other language writes them. Tags that were lost are lost, doubled ones come
    back twice, numbers that were not given stay as they are: `check_tags` tells.

    >>> restore("see < X id = «۱» / >!", [Kept("https://t.co/Ab12", "url")])
    'see https://t.co/Ab12!'
    """
    if not kept:
        return text

    def original(match: re.Match[str]) -> str:
        number = int(match[1])
        if not 0 < number <= len(kept):
            return match.group()
        one = kept[number - 1]
        return one.target if target and one.target else one.text

    return FORMS[kept[0].form].read.sub(original, text)


def check_tags(text: str, kept: Sequence[Kept]) -> tuple[TagProblem, ...]:
    """What became of the tags of ``kept`` in a translated ``text``, by number; nothing when all is well.

    >>> kept = [Kept("https://t.co/Ab12", "url"), Kept("@ali", "mention"), Kept("5", "number")]
    >>> [(one.kind, one.number) for one in check_tags('<x id="2"/> <x id="1"/> <x id="2"/> <x id="7"/>', kept)]
    [('reordered', 1), ('doubled', 2), ('lost', 3), ('unknown', 7)]
    """
    if not kept:
        return ()
    numbers = [int(match[1]) for match in FORMS[kept[0].form].read.finditer(text)]
    return tuple(sorted(_problems(numbers, kept), key=lambda one: (one.number, one.kind)))


def _problems(numbers: Sequence[int], kept: Sequence[Kept]) -> Iterator[TagProblem]:
    seen: dict[int, int] = {}
    highest = 0
    for number in numbers:
        seen[number] = seen.get(number, 0) + 1
        if number < highest and seen[number] == 1 and 0 < number <= len(kept):
            yield TagProblem("reordered", number, kept[number - 1].text)
        highest = max(highest, number) if number <= len(kept) else highest
    for number, one in enumerate(kept, 1):
        if number not in seen:
            yield TagProblem("lost", number, one.text)
        elif seen[number] > 1:
            yield TagProblem("doubled", number, one.text)
    for number in seen:
        if not 0 < number <= len(kept):
            yield TagProblem("unknown", number, "")


Place = tuple[int, int, str, str]
"""Start, end, kind and target form of what is put aside."""


def _names(text: str, spans: Sequence[Span], glossary: NameRegister | None) -> Iterator[Place]:
    """The names of ``text``, each with its form in the other language."""
    found = align(text, spans=spans, glossary=glossary)
    known = _counterparts(glossary)
    for link in found.links:
        persian, english = _usual(link.persian), _usual(link.english)
        for mention in link.persian:
            yield mention.start, mention.end, "name", _first(known, link.persian) or english
        for mention in link.english:
            yield mention.start, mention.end, "name", _first(known, link.english) or persian
    for mention in _unlinked(found):
        yield mention.start, mention.end, "name", _first(known, [mention]) or _spelt(mention)


def _counterparts(glossary: NameRegister | None) -> dict[tuple[str, ...], str]:
    """What the glossary writes for a name of either language, the most frequent counterpart of each."""
    found: dict[tuple[str, ...], str] = {}
    for persian, english, _, _ in sorted(glossary or (), key=lambda row: -row[3]):
        found.setdefault(_key(persian, "fa"), english)
        found.setdefault(_key(english, "en"), persian)
    return found


def _first(known: dict[tuple[str, ...], str], mentions: Sequence[Mention]) -> str:
    keys = (_key(mention.text, mention.lang) for mention in mentions)
    return next((known[key] for key in keys if key in known), "")


def _key(name: str, lang: str) -> tuple[str, ...]:
    return (lang, *(persian_words(name) if lang == "fa" else latin_parts(name)))


def _spelt(mention: Mention) -> str:
    spelt = romanize(mention.text, limit=1) if mention.lang == "fa" else to_persian(mention.text, limit=1)
    return spelt[0].text if spelt else ""


def _unlinked(found: Alignment) -> Iterator[Mention]:
    for group in (*found.unlinked_persian, *found.unlinked_english):
        yield from group.mentions


def _usual(mentions: Sequence[Mention]) -> str:
    """The spelling with most words, of those the most frequent: a full name before a surname that stands for it."""
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    return max(counts, key=lambda spelling: (len(spelling.split()), counts[spelling], spelling))


def _disjoint(found: list[Place]) -> Iterator[Place]:
    """What is put aside, from left to right; of two that overlap the one that begins first, then the longer."""
    reached = 0
    for place in sorted(found, key=lambda one: (one[0], -one[1], one[2])):
        if place[0] >= reached:
            yield place
            reached = place[1]


def _replaced(text: str, places: Iterator[Place], form: Form) -> Protected:
    written = FORMS[form].written
    pieces: list[str] = []
    kept: list[Kept] = []
    at = 0
    for start, end, kind, target in places:
        kept.append(Kept(text[start:end], kind, form, target))
        pieces += (text[at:start], written.format(len(kept)))
        at = end
    return Protected("".join([*pieces, text[at:]]), tuple(kept))
