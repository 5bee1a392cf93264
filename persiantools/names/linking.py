"""Names of a passage on both sides, linked: one link for one person, place or organisation."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from persiantools.names.assignment import Assigned, assign
from persiantools.names.chains import english_names
from persiantools.names.compare import compare
from persiantools.names.decoding import Segment, decode
from persiantools.names.entities import EnglishName, group_english
from persiantools.names.glossary import english_places, persian_places, with_places
from persiantools.names.projection import project
from persiantools.names.register import NameRegister
from persiantools.names.kinds import english_type, persian_type
from persiantools.names.tagger import Tagged, tag
from persiantools.names.transducer import NATS
from persiantools.names.types import Alignment, Match, Mention, NameLink, Unlinked
from persiantools.names.words import PersianWord, persian_tokens
from persiantools.spans import Span
from persiantools.splitter import split

__all__ = ["align", "find_names"]

_DISCOUNT = 3
"""The parts of the evidence depend on each other: as log odds they count a third. See the figures in the data card."""
_COMPARED = 3  # spellings of each side that the score of a link is the best of


def find_names(text: str, spans: Sequence[Span] | None = None) -> tuple[Mention, ...]:
    """The names in ``text``, in order of their offsets (code points, half-open).

    Without ``spans`` the text is split first. One language alone will do; where both are there, English names help to find
    Persian ones. Peoples, dates, currencies, handles and hashtags are no names.

    >>> [m.text for m in find_names("احمد مسعود به مسکو رفت.")]
    ['احمد مسعود', 'مسکو']
    """
    aligned = align(text, spans=spans)
    groups: list[Sequence[Mention]] = [link.persian + link.english for link in aligned.links]
    groups += [group.mentions for group in aligned.unlinked_persian + aligned.unlinked_english]
    return tuple(sorted(mention for group in groups for mention in group))


def align(
    text: str | None = None,
    *,
    persian: str | None = None,
    english: str | None = None,
    spans: Sequence[Span] | None = None,
    register: NameRegister | None = None,
    glossary: NameRegister | None = None,
) -> Alignment:
    """Find and link the names of a mixed passage, or of a Persian text and its English counterpart.

    Args:
        text: a passage that holds both languages; offsets of all mentions refer to it.
        persian: instead of ``text``, a Persian text; offsets of Persian mentions refer to it.
        english: with ``persian``, the English text; offsets of English mentions refer to it.
        spans: the language spans of ``text``, when they are known already.
        register: names learnt in earlier passes. It is read only: see `NameRegister.learn`.
        glossary: the user's own pairs; they come before the register and before all that the package knows, and their
            English names are found without capitals too.

    Raises:
        TypeError: when neither ``text`` nor both ``persian`` and ``english`` are given.

    >>> found = align("Ahmad Massoud met Mullah Baradar. احمد مسعود با ملا برادر دیدار کرد.")
    >>> [(link.persian[0].text, link.english[0].text) for link in found.links]
    [('احمد مسعود', 'Ahmad Massoud'), ('ملا برادر', 'Mullah Baradar')]
    """
    names = _Names(register, glossary)
    if text is not None:
        known = split(text) if spans is None else spans
        return _align(text, known, text, known, names)
    if persian is None or english is None:
        raise TypeError("align() takes a mixed text, or persian=… and english=… together")
    return _align(persian, [Span(0, len(persian), "fa")], english, [Span(0, len(english), "en")], names)


class _Names:
    """What register and glossary know, the glossary first."""

    def __init__(self, register: NameRegister | None, glossary: NameRegister | None) -> None:
        own = glossary.names() if glossary is not None else {}
        self.pairs = {**(register.names() if register is not None else {}), **own}
        self.english = frozenset(name for names in own.values() for name in names)


class _Passage(NamedTuple):
    """What linking works on."""

    persian: str
    english: str
    words: Sequence[PersianWord]
    tags: Sequence[Tagged]
    segments: Sequence[Segment]
    entities: Sequence[Sequence[EnglishName]]


def _align(
    persian: str, persian_spans: Iterable[Span], english: str, english_spans: Sequence[Span], names: _Names
) -> Alignment:
    words = persian_tokens(persian, persian_spans)
    found = with_places(english_names(english, english_spans), english_places(english, english_spans, names.english))
    entities = group_english(english, found)
    forms, entities_of = _forms(entities)
    tags = tag(words)
    windows = project(words, forms, names.pairs)
    known = persian_places(words, names.pairs)
    segments = decode(words, tags, windows, _unexplained(forms, entities_of), known)
    passage = _Passage(persian, english, words, tags, segments, entities)
    return _record(passage, assign(words, segments, entities, entities_of))


def _forms(entities: Sequence[Sequence[EnglishName]]) -> tuple[list[tuple[str, ...]], dict[int, list[int]]]:
    """The distinct folded English names, and the entities that each may be."""
    numbers: dict[tuple[str, ...], int] = {}
    entities_of: dict[int, list[int]] = {}
    for entity, names in enumerate(entities):
        for name in names:
            form = numbers.setdefault(name.parts, len(numbers))
            owners = entities_of.setdefault(form, [])
            if entity not in owners:
                owners.append(entity)
    return list(numbers), entities_of


def _unexplained(forms: Sequence[Sequence[str]], entities_of: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """The forms of one word none of whose entities has a longer one."""
    longer = {entity for form, words in enumerate(forms) if len(words) > 1 for entity in entities_of[form]}
    return frozenset(
        form for form, words in enumerate(forms) if len(words) == 1 and longer.isdisjoint(entities_of[form])
    )


def _record(passage: _Passage, assigned: Sequence[Assigned]) -> Alignment:
    links, alone, linked = [], [], set()
    for group in assigned:
        if group.english:
            links.append(_link(passage, group))
            linked.update(group.english)
        else:
            alone.append(
                Unlinked(_persian_mentions(passage, group.persian), persian_type(_tags(passage, group.persian)))
            )
    rest = [number for number in range(len(passage.entities)) if number not in linked]
    unlinked = tuple(
        Unlinked(_english_mentions(passage, [number]), english_type(passage.entities[number]) or "MISC")
        for number in rest
    )
    return Alignment(tuple(links), tuple(alone), unlinked)


def _link(passage: _Passage, group: Assigned) -> NameLink:
    persian, english = _persian_mentions(passage, group.persian), _english_mentions(passage, group.english)
    match = _best_match(persian, english)
    names = [name for number in group.english for name in passage.entities[number]]
    kind = english_type(names) or persian_type(_tags(passage, group.persian))
    return NameLink(persian, english, kind, round(1 / (1 + math.exp(-group.evidence / (_DISCOUNT * NATS))), 4), match.evidence)


def _best_match(persian: Sequence[Mention], english: Sequence[Mention]) -> Match:
    """The best comparison among the longest spellings of both sides."""
    return max((compare(p, e) for p in _longest(persian) for e in _longest(english)), key=lambda match: match.score)


def _longest(mentions: Sequence[Mention]) -> list[str]:
    return sorted({mention.text for mention in mentions}, key=lambda text: (-len(text.split()), text))[:_COMPARED]


def _persian_mentions(passage: _Passage, numbers: Sequence[int]) -> tuple[Mention, ...]:
    found = []
    for number in numbers:
        segment = passage.segments[number]
        start = passage.words[segment.start].start + segment.cut_left
        end = passage.words[segment.end - 1].end - segment.cut_right
        found.append(Mention(start, end, passage.persian[start:end], "fa"))
    return tuple(sorted(found))


def _english_mentions(passage: _Passage, numbers: Sequence[int]) -> tuple[Mention, ...]:
    names = (name for number in numbers for name in passage.entities[number])
    return tuple(sorted(Mention(n.start, n.end, passage.english[n.start : n.end], "en") for n in names))


def _tags(passage: _Passage, numbers: Sequence[int]) -> list[Tagged]:
    """What the tagger says of the words of some segments."""
    segments = (passage.segments[number] for number in numbers)
    return [tagged for segment in segments for tagged in passage.tags[segment.start : segment.end]]
