"""Terms as TBX-Basic, the exchange format of term bases (ISO 30042), in the style with data categories as attributes.

Two editions are written: that of 2008, which terminology tools read (``martif``), and that of 2019 (``tbx``). They
differ in the names of elements only. A term has its spellings as terms, the preferred one first and marked so; its
type is the subject field, and each context has its place as a source.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from persiantools.export.glossary import Context, Spelling, Term
from persiantools.export.xml import content

__all__ = ["TYPES", "Edition", "tbx"]

Edition = Literal["2008", "2019"]

TYPES = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "name"}
"""Types of names in words, the subject fields of their terms."""


class _Names(NamedTuple):
    """What an edition calls its elements, and how its root begins."""

    root: str
    start: str
    header: str
    entry: str
    language: str
    term: str


_EDITIONS: dict[Edition, _Names] = {
    "2008": _Names("martif", 'martif type="TBX-Basic" xml:lang="en"', "martifHeader", "termEntry", "langSet", "tig"),
    "2019": _Names(
        "tbx",
        'tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"',
        "tbxHeader",
        "conceptEntry",
        "langSec",
        "termSec",
    ),
}


def tbx(terms: Iterable[Term], edition: Edition = "2008", *, source: str = "fa") -> Iterator[str]:
    """The document, piece by piece; the ``source`` language comes first in each entry.

    >>> from persiantools.export.glossary import Spelling
    >>> term = Term((Spelling("کابل", 2),), (Spelling("Kabul", 1),), "LOC", 0.9, 1)
    >>> print("".join(tbx([term])).splitlines()[8])
    <termEntry id="t1">
    """
    names = _EDITIONS[edition]
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{names.start}>\n<{names.header}>\n<fileDesc>\n'
        f"<sourceDesc><p>Names found by persiantools</p></sourceDesc>\n</fileDesc>\n</{names.header}>\n<text><body>\n"
    )
    for number, term in enumerate(terms, 1):
        yield "".join(_entry(term, number, names, source))
    yield f"</body></text>\n</{names.root}>\n"


def _entry(term: Term, number: int, names: _Names, source: str) -> Iterator[str]:
    yield f'<{names.entry} id="t{number}">\n'
    yield f'<descrip type="subjectField">{content(TYPES.get(term.type, term.type))}</descrip>\n'
    sides = {"fa": term.persian, "en": term.english}
    for lang in sorted(sides, key=lambda one: one != source):
        yield f'<{names.language} xml:lang="{lang}">\n'
        for rank, spelling in enumerate(sides[lang]):
            contexts = [one for one in term.contexts if (one.lang, one.name) == (lang, spelling.text)]
            yield from _term(spelling, rank, contexts, names)
        yield f"</{names.language}>\n"
    yield f"</{names.entry}>\n"


def _term(spelling: Spelling, rank: int, contexts: Iterable[Context], names: _Names) -> Iterator[str]:
    status = "admittedTerm-admn-sts" if rank else "preferredTerm-admn-sts"
    yield f"<{names.term}>\n<term>{content(spelling.text)}</term>\n"
    yield '<termNote type="partOfSpeech">properNoun</termNote>\n'
    yield f'<termNote type="administrativeStatus">{status}</termNote>\n'
    for one in contexts:
        yield f'<descripGrp><descrip type="context">{content(one.text)}</descrip>'
        yield f'<admin type="source">{content(f"{one.origin}:{one.line}")}</admin></descripGrp>\n'
    yield f"<note>occurrences: {spelling.count}</note>\n</{names.term}>\n"
