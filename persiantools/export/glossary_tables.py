"""Terms as tables: tab- or comma-separated with all that is known, and as OmegaT reads a glossary."""

import csv
import io
from collections.abc import Iterable, Iterator

from persiantools.export.glossary import Spelling, Term, spelling
from persiantools.export.tsv import row

__all__ = ["COLUMNS", "VARIANT", "comma_separated", "omegat", "tab_separated"]

COLUMNS = (
    "persian",
    "english",
    "type",
    "count",
    "persian spellings",
    "english spellings",
    "texts",
    "score",
    "contexts",
)
"""The columns of both tables: the preferred pair, then all the rest."""

VARIANT = "variant of "
"""What the comment of an OmegaT row says when its term is no preferred spelling, before the one that is."""

_BETWEEN = " | "


def tab_separated(terms: Iterable[Term]) -> Iterator[str]:
    r"""A heading and a row a term.

    >>> term = Term((Spelling("کابل", 2),), (Spelling("Kabul", 1),), "LOC", 0.9, 1)
    >>> list(tab_separated([term]))[1].split("\t")[:6]
    ['کابل', 'Kabul', 'LOC', '3', 'کابل ×2', 'Kabul ×1']
    """
    yield row(COLUMNS)
    for term in terms:
        yield row(_cells(term))


def comma_separated(terms: Iterable[Term]) -> Iterator[str]:
    r"""The same by RFC 4180, lines ended by a line feed.

    >>> term = Term((Spelling("کابل", 2),), (Spelling("Kabul", 1),), "LOC", 0.9, 1)
    >>> list(comma_separated([term]))[1]
    'کابل,Kabul,LOC,3,کابل ×2,Kabul ×1,1,0.9,\n'
    """
    for cells in (COLUMNS, *map(_cells, terms)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        yield line.getvalue()


def omegat(terms: Iterable[Term], *, source: str = "fa") -> Iterator[str]:
    r"""Source term, target term and comment, tab-separated: a ``.txt`` or ``.utf8`` file of OmegaT's ``glossary``.

    OmegaT looks for terms as they are written, so every spelling of the source language has a row, with the preferred
    spelling of the other. Source: OmegaT's user manual, appendix on glossaries.

    >>> term = Term((Spelling("کابل", 2),), (Spelling("Kabul", 1), Spelling("Cabul", 1)), "LOC", 0.9, 1)
    >>> list(omegat([term], source="en"))
    ['Kabul\tکابل\tLOC ×4\n', 'Cabul\tکابل\tLOC, variant of Kabul\n']
    """
    for term in terms:
        sides = (term.persian, term.english) if source == "fa" else (term.english, term.persian)
        preferred, target = sides[0][0].text, sides[1][0].text
        for one in sides[0]:
            about = f" ×{term.count}" if one.text == preferred else f", {VARIANT}{preferred}"
            yield _plain((one.text, target, term.type + about))


def _cells(term: Term) -> tuple[object, ...]:
    contexts = _BETWEEN.join(spelling(f"{one.origin}:{one.line}: {one.text}") for one in term.contexts)
    spellings = (_shown(term.persian), _shown(term.english))
    pair = (term.persian[0].text, term.english[0].text)
    return (*pair, term.type, term.count, *spellings, term.texts, term.score, contexts)


def _shown(spellings: Iterable[Spelling]) -> str:
    return _BETWEEN.join(f"{one.text} ×{one.count}" for one in spellings)


def _plain(cells: Iterable[str]) -> str:
    """A row for readers that know no escapes: white space in a cell is a space."""
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
