"""The name pairs of TBX and TMX, read as a stream by expat, which loads nothing and expands nothing here.

Glossaries come from strangers. Neither format needs entities of its own, so a document that defines one is refused
before any is expanded; what a ``DOCTYPE`` points to is not fetched.
"""

from collections.abc import Iterator
from itertools import product
from xml.parsers import expat

from persiantools.errors import InputError
from persiantools.export.glossary import spelling
from persiantools.export.tbx import TYPES

__all__ = ["xml_pairs"]

_PERSIAN = frozenset(("fa", "fas", "per", "prs", "pes"))
_ENGLISH = frozenset(("en", "eng"))
_ENTRIES = frozenset(("termEntry", "conceptEntry", "tu"))
_LANGUAGES = frozenset(("langSet", "langSec", "tuv"))
_TERMS = frozenset(("tig", "ntig", "termSec", "tuv"))
_TEXTS = frozenset(("term", "seg"))
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Elements of TMX that hold the markup of a document, not its words."""
_DATA = frozenset(("termNote", "descrip", "prop", "administrativeStatus", "subjectField"))
_MOST = 50
"""Terms of one language in one entry that are taken: each stands with each of the other language."""
_SPACE = " "  # between namespace and name, as expat gives them
_TYPES = {**{word: kind for kind, word in TYPES.items()}, **{kind: kind for kind in TYPES}}


def xml_pairs(data: bytes, origin: str) -> Iterator[tuple[str, str, str, int]]:
    """Persian, English, type and count (1, or what TMX of ours says) of each pair of terms, in order.

    Raises `InputError` for XML that is not well formed, defines entities, or is neither TBX nor TMX.
    """
    reader = _Reader(origin)
    parser = expat.ParserCreate(namespace_separator=_SPACE)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.refuse_entity
    parser.SkippedEntityHandler = reader.refuse_entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{origin} is no well-formed XML: {error}") from None
    yield from reader.pairs


class _Term:
    """One term, or one segment, with the marks that it carries."""

    def __init__(self) -> None:
        self.text = ""
        self.status = ""


class _Reader:
    """What expat reports, put together: entries of languages of terms."""

    def __init__(self, origin: str) -> None:
        self.pairs: list[tuple[str, str, str, int]] = []
        self._origin = origin
        self._path: list[str] = []
        self._said: list[str] | None = None  # the text of the element that is being read, if it matters
        self._data = ""
        self._codes = 0
        self._begin_entry()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if not self._path and tag not in ("martif", "tbx", "TBX", "tmx"):
            raise InputError(f"{self._origin} begins with <{tag}>: a glossary in XML is TBX or TMX")
        self._path.append(tag)
        if tag in _ENTRIES:
            self._begin_entry()
        if tag in _LANGUAGES:
            self._language = _language(attributes)
        if tag in _TERMS:
            self._terms.setdefault(self._language, []).append(_Term())
        if tag in _TEXTS:
            self._said = []
        if tag in _DATA:
            self._said, self._data = [], attributes.get("type", tag)
        self._codes += tag in _CODES

    def text(self, text: str) -> None:
        if self._said is not None and not self._codes:
            self._said.append(text)

    def end(self, name: str) -> None:
        tag = _local(name)
        self._path.pop()
        self._codes -= tag in _CODES
        said = "".join(self._said or ())
        if tag in _TEXTS and self._terms.get(self._language):
            self._terms[self._language][-1].text = spelling(said)
            self._said = None
        elif tag in _DATA:
            self._mark(said.strip())
            self._said = None
        elif tag in _ENTRIES:
            self._end_entry()

    def refuse_entity(self, name: str, *_: object) -> None:
        raise InputError(f"{self._origin} uses an entity of its own ({name}), which no TBX or TMX needs: remove it")

    def _begin_entry(self) -> None:
        self._terms: dict[str, list[_Term]] = {}
        self._language = ""
        self._kind, self._count = "MISC", 1

    def _mark(self, said: str) -> None:
        if self._data in ("subjectField", "x-type"):
            self._kind = _TYPES.get(said, "MISC")
        elif self._data == "x-count" and said.isascii() and said.isdigit():
            self._count = int(said[:18])
        elif self._data == "administrativeStatus" and self._terms.get(self._language):
            self._terms[self._language][-1].status = said.lower()

    def _end_entry(self) -> None:
        for persian, english in product(_approved(self._terms.get("fa", [])), _approved(self._terms.get("en", []))):
            self.pairs.append((persian, english, self._kind, self._count))


def _approved(terms: list[_Term]) -> list[str]:
    """The preferred terms where any is marked so, else all that are not deprecated."""
    written = [term for term in terms if term.text]
    preferred = [term.text for term in written if term.status.startswith("preferred")]
    usable = [term.text for term in written if not term.status.startswith(("deprecated", "superseded", "obsolete"))]
    return (preferred or usable)[:_MOST]


def _local(name: str) -> str:
    return name.rpartition(_SPACE)[2]


def _language(attributes: dict[str, str]) -> str:
    """``fa`` or ``en`` for all that is either; else what the attribute says."""
    said = next((value for name, value in attributes.items() if _local(name).lower() in ("lang", "xml:lang")), "")
    code = said.replace("_", "-").partition("-")[0].lower()
    return "fa" if code in _PERSIAN else "en" if code in _ENGLISH else code
