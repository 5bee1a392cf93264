"""The names of many bilingual texts as terms: every spelling, the preferred one, type, counts and contexts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from persiantools.chars import LINE_BREAK
from persiantools.export.places import Places
from persiantools.names import Alignment, Mention, NameLink, compare
from persiantools.names.fold import persian_words
from persiantools.names.words import latin_parts

__all__ = ["CONTEXTS", "Context", "Glossary", "Spelling", "Term", "spelling"]

CONTEXTS = 3
"""Contexts that are kept of each side of a term, unless another number is asked for."""

_AROUND = 40
"""Code points at most on either side of a name in its context."""
_SAME = 0.5


class Spelling(msgspec.Struct, frozen=True):
    """One way in which a name is written, white space made single, and how often."""

    text: str
    count: int


class Context(msgspec.Struct, frozen=True):
    """Where a name stands: the text's ``origin``, its ``line`` (from 1), the language, how the name is written there,
    and ``text``, the words around it.
    """

    origin: str
    line: int
    lang: str
    name: str
    text: str


class Term(msgspec.Struct, frozen=True):
    """One person, place, organisation or other thing in both languages; of each language the preferred spelling
    comes first, the others by count.
    """

    persian: tuple[Spelling, ...]
    english: tuple[Spelling, ...]
    type: str
    score: float
    """Probability, in [0, 1], that both sides are the same: that of the best link."""
    texts: int
    """How many texts name it in both languages."""
    contexts: tuple[Context, ...] = ()

    @property
    def count(self) -> int:
        """How often it is named, in both languages together."""
        return sum(one.count for one in (*self.persian, *self.english))

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "persian": self.persian[0].text,
            "english": self.english[0].text,
            "type": self.type,
            "count": self.count,
            "texts": self.texts,
            "score": self.score,
            "spellings": {"persian": _counts(self.persian), "english": _counts(self.english)},
            "contexts": msgspec.to_builtins(self.contexts),
        }


class Glossary:
    """Collects the linked names of texts; names of several texts become one term when they are the same.

    Two links of different texts are one term when they share the preferred name of one language, and `compare` holds
    the name of each more likely than not the same as the other's in the other language. Within a text `align` has
    the say, so its namesakes stay two terms.

    >>> from persiantools.names import align
    >>> glossary = Glossary()
    >>> for text in ("Ahmad Massoud came. احمد مسعود آمد.", "Ahmad Masood left. احمد مسعود رفت."):
    ...     glossary.add(align(text), text)
    >>> [(term.persian[0].text, [one.text for one in term.english]) for term in glossary.terms()]
    [('احمد مسعود', ['Ahmad Massoud', 'Ahmad Masood'])]
    """

    def __init__(self, contexts: int = CONTEXTS) -> None:
        """Start with no names; ``contexts`` is the number that is kept of each side of a term."""
        self._contexts = contexts
        self._entries: list[_Entry] = []
        self._by_name: dict[tuple[str, ...], list[_Entry]] = {}

    def add(
        self, alignment: Alignment, persian: str, english: str | None = None, *, origins: tuple[str, str] = ("", "")
    ) -> None:
        """Add the links of one text, or of a ``persian`` text and its ``english`` counterpart, whose ``origins`` are
        told with contexts.
        """
        texts = {"fa": _Text(origins[0], persian), "en": _Text(origins[1], persian if english is None else english)}
        taken: list[_Entry] = []
        for link in alignment.links:
            entry = self._entry(link, taken)
            taken.append(entry)
            entry.add(link, texts, self._contexts)

    def terms(self) -> tuple[Term, ...]:
        """The terms, sorted by their preferred English, then Persian."""
        found = [entry.term() for entry in self._entries]
        return tuple(sorted(found, key=lambda one: (one.english[0].text.casefold(), one.persian[0].text, one.type)))

    def _entry(self, link: NameLink, taken: Sequence["_Entry"]) -> "_Entry":
        """The entry of ``link``, a new one if there is none outside those that this text has ``taken``."""
        persian = _spellings(_counted(link.persian), link.type)[0].text
        english = _spellings(_counted(link.english), link.type)[0].text
        keys = (("fa", *persian_words(persian)), ("en", *latin_parts(english)))
        near = {id(one): one for key in keys for one in self._by_name.get(key, ())}
        for one in taken:
            near.pop(id(one), None)
        entry = _most_alike(near.values(), persian, english)
        if entry is None:
            entry = _Entry(persian, english)
            self._entries.append(entry)
        for key in keys:
            if entry not in (known := self._by_name.setdefault(key, [])):
                known.append(entry)
        return entry


class _Text:
    """A text and its lines, which are looked for when the first is asked for."""

    def __init__(self, origin: str, text: str) -> None:
        self.origin, self.text = origin, text
        self._places: Places | None = None

    def context(self, mention: Mention) -> Context:
        """The mention with the words around it in its line."""
        self._places = self._places or Places(self.text)
        before = LINE_BREAK.split(self.text[max(0, mention.start - _AROUND) : mention.start])[-1]
        after = LINE_BREAK.split(self.text[mention.end : mention.end + _AROUND])[0]
        if len(before) == _AROUND:
            before = "…" + before.partition(" ")[2]
        if len(after) == _AROUND:
            after = after.rpartition(" ")[0] + "…"
        line = self._places.of(mention.start)[0]
        around = spelling(before + mention.text + after)
        return Context(self.origin, line, mention.lang, spelling(mention.text), around)


class _Entry:
    """What is known of one term so far."""

    def __init__(self, persian: str, english: str) -> None:
        self.persian_name, self.english_name = persian, english
        self.persian: Counter[str] = Counter()
        self.english: Counter[str] = Counter()
        self.types: Counter[str] = Counter()
        self.score, self.texts = 0.0, 0
        self.contexts: dict[str, list[Context]] = {"fa": [], "en": []}

    def add(self, link: NameLink, texts: dict[str, _Text], contexts: int) -> None:
        self.persian += _counted(link.persian)
        self.english += _counted(link.english)
        self.types[link.type] += len(link.persian) + len(link.english)
        self.score = max(self.score, link.score)
        self.texts += 1
        for mention in (*link.persian, *link.english):
            kept = self.contexts[mention.lang]
            if len(kept) < contexts:
                kept.append(texts[mention.lang].context(mention))

    def term(self) -> Term:
        kind = min(self.types, key=lambda name: (-self.types[name], name))
        contexts = (*self.contexts["fa"], *self.contexts["en"])
        persian, english = _spellings(self.persian, kind), _spellings(self.english, kind)
        return Term(persian, english, kind, self.score, self.texts, contexts)


def spelling(text: str) -> str:
    r"""``text`` with single spaces for white space, as a term is written.

    >>> spelling("Ahmad\n Massoud ")
    'Ahmad Massoud'
    """
    return " ".join(text.split())


def _counted(mentions: Iterable[Mention]) -> Counter[str]:
    return Counter(spelling(mention.text) for mention in mentions)


def _spellings(counts: Counter[str], kind: str) -> tuple[Spelling, ...]:
    """The spellings, the preferred one first: the most frequent; of equally frequent ones that with most words, then
    the longest, then the first in code point order. For a person one word is a short form, and comes after fuller
    spellings.
    """

    def rank(text: str) -> tuple[bool, int, int, int, str]:
        words = len(text.split())
        return kind == "PER" and words == 1, -counts[text], -words, -len(text), text

    return tuple(Spelling(text, counts[text]) for text in sorted(counts, key=rank))


def _most_alike(entries: Iterable[_Entry], persian: str, english: str) -> _Entry | None:
    """The entry that is most likely the same as these names, of those that more likely are than not."""
    best, most = None, _SAME
    for entry, likeness in _likenesses(entries, persian, english):
        if likeness > most or (likeness == most and best is None):
            best, most = entry, likeness
    return best


def _likenesses(entries: Iterable[_Entry], persian: str, english: str) -> Iterator[tuple[_Entry, float]]:
    for entry in entries:
        if (entry.persian_name, entry.english_name) == (persian, english):
            yield entry, 1.0
        else:
            across = compare(persian, entry.english_name), compare(entry.persian_name, english)
            yield entry, min(match.score for match in across)


def _counts(spellings: Iterable[Spelling]) -> dict[str, int]:
    return {one.text: one.count for one in spellings}
