"""Terms as TMX 1.4b, the exchange format of translation memories: a unit a term, its preferred spellings as segments.

Type, counts and the other spellings are properties (``x-type``, ``x-count``, ``x-spelling``), contexts are notes.
"""

from collections.abc import Iterable, Iterator

from persiantools.export.glossary import Term
from persiantools.export.xml import attribute, content

__all__ = ["tmx"]


def tmx(terms: Iterable[Term], *, source: str = "fa", version: str = "0") -> Iterator[str]:
    """The document, piece by piece; ``source`` is the language translated from, ``version`` that of the tool.

    >>> from persiantools.export.glossary import Spelling
    >>> term = Term((Spelling("کابل", 2),), (Spelling("Kabul", 1),), "LOC", 0.9, 1)
    >>> print("".join(tmx([term], source="en")).splitlines()[8])
    <tuv xml:lang="en"><seg>Kabul</seg></tuv>
    """
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="persiantools" creationtoolversion={attribute(version)} segtype="phrase" '
        f'o-tmf="persiantools" adminlang="en" srclang="{source}" datatype="plaintext"/>\n<body>\n'
    )
    for number, term in enumerate(terms, 1):
        yield "".join(_unit(term, number, source))
    yield "</body>\n</tmx>\n"


def _unit(term: Term, number: int, source: str) -> Iterator[str]:
    yield f'<tu tuid="t{number}">\n'
    for context in term.contexts:
        note = f"{context.origin}:{context.line}: {context.text}"
        yield f'<note xml:lang="{context.lang}">{content(note)}</note>\n'
    yield f'<prop type="x-type">{content(term.type)}</prop>\n<prop type="x-count">{term.count}</prop>\n'
    sides = {"fa": term.persian, "en": term.english}
    order = sorted(sides, key=lambda lang: lang != source)
    for lang in order:
        for spelling in sides[lang][1:]:
            yield f'<prop type="x-spelling" xml:lang="{lang}">{content(spelling.text)}</prop>\n'
    for lang in order:
        yield f'<tuv xml:lang="{lang}"><seg>{content(sides[lang][0].text)}</seg></tuv>\n'
    yield "</tu>\n"
