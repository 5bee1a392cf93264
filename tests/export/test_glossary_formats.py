"""The formats of translation tools: valid, complete, and read back equal, by other readers and by ours."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.omegat import OmegaTFile
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from persiantools.export.glossary import Context, Spelling, Term, spelling
from persiantools.export.glossary_reading import read_glossary
from persiantools.export.glossary_tables import comma_separated, omegat, tab_separated
from persiantools.export.tbx import tbx
from persiantools.export.tmx import tmx
from persiantools.export.xml import content
from tests.strategies import texts

TERMS = (
    Term(
        (Spelling("آیت‌الله‌ها", 2), Spelling("آیت الله ها", 1)),
        (Spelling('Aya & "Tollahs" <b>', 3), Spelling("Ayatollahs", 2)),
        "ORG",
        0.75,
        2,
        (
            Context("a.txt", 3, "fa", "آیت‌الله‌ها", "دیروز آیت‌الله‌ها گفتند"),
            Context("b", 1, "en", "Ayatollahs", "the Ayatollahs"),
        ),
    ),
    Term((Spelling("کابل", 1),), (Spelling("Kabul", 1),), "LOC", 1.0, 1),
)  # fmt: skip

# The part of each format that is written here, as its specification has it: TMX 1.4b, appendix A; ISO 30042:2008,
# core structure, and ISO 30042:2019, the same under other names.
TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
<!ELEMENT header (note | ude | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT ude EMPTY>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)> <!ATTLIST note xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
"""
TBX_DTD = """
<!ELEMENT ROOT (HEADER, text)>
<!ATTLIST ROOT type CDATA #REQUIRED style CDATA #IMPLIED xml:lang CDATA #REQUIRED xmlns CDATA #IMPLIED>
<!ELEMENT HEADER (fileDesc, encodingDesc?, revisionDesc?)>
<!ELEMENT encodingDesc EMPTY> <!ELEMENT revisionDesc EMPTY>
<!ELEMENT fileDesc (titleStmt?, publicationStmt?, sourceDesc+)>
<!ELEMENT titleStmt EMPTY> <!ELEMENT publicationStmt EMPTY>
<!ELEMENT sourceDesc (p+)> <!ELEMENT p (#PCDATA)>
<!ELEMENT text (body)>
<!ELEMENT body (ENTRY+)>
<!ELEMENT ENTRY ((descrip | descripGrp | admin | note)*, LANGUAGE+)> <!ATTLIST ENTRY id ID #IMPLIED>
<!ELEMENT LANGUAGE ((descrip | descripGrp | admin | note)*, TERM+)> <!ATTLIST LANGUAGE xml:lang CDATA #REQUIRED>
<!ELEMENT TERM (term, termNote*, (descrip | descripGrp | admin | note)*)>
<!ELEMENT term (#PCDATA)>
<!ELEMENT termNote (#PCDATA)> <!ATTLIST termNote type (partOfSpeech | administrativeStatus) #REQUIRED>
<!ELEMENT descripGrp (descrip, admin*)>
<!ELEMENT descrip (#PCDATA)> <!ATTLIST descrip type (subjectField | context | definition) #REQUIRED>
<!ELEMENT admin (#PCDATA)> <!ATTLIST admin type (source) #REQUIRED>
<!ELEMENT note (#PCDATA)>
"""
EDITIONS = {
    "2008": {"ROOT": "martif", "HEADER": "martifHeader", "ENTRY": "termEntry", "LANGUAGE": "langSet", "TERM": "tig"},
    "2019": {"ROOT": "tbx", "HEADER": "tbxHeader", "ENTRY": "conceptEntry", "LANGUAGE": "langSec", "TERM": "termSec"},
}


def tbx2019(terms: Iterable[Term], *, source: str = "fa") -> Iterator[str]:
    return tbx(terms, "2019", source=source)


def dtd_of(edition: str) -> etree.DTD:
    text = TBX_DTD
    for written, name in EDITIONS[edition].items():
        text = text.replace(written, name)
    return etree.DTD(io.StringIO(text))


# Any text a name could be: white space single, as terms have it.
names = texts.map(spelling).filter(bool)
spellings = st.lists(st.builds(Spelling, names, st.integers(1, 99)), min_size=1, max_size=3).map(tuple)
contexts = st.lists(
    st.builds(Context, texts, st.integers(1, 9), st.sampled_from(["fa", "en"]), names, texts), max_size=2
)
terms = st.builds(Term, spellings, spellings, st.sampled_from(["PER", "ORG"]), st.floats(0, 1), st.integers(1, 9),
                  contexts.map(tuple))  # fmt: skip


def shown(text: str) -> str:
    """What XML can hold of ``text``."""
    return etree.fromstring(f"<a>{content(text)}</a>").text or ""


@given(st.lists(terms, min_size=1, max_size=3))
def test_whatever_is_in_a_name_tmx_is_valid(found: list[Term]) -> None:
    data = "".join(tmx(found, version='0 "<')).encode()
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False))
    dtd = etree.DTD(io.StringIO(TMX_DTD))
    assert dtd.validate(tree), dtd.error_log
    written = [[node.text or "" for node in unit.iter("seg")] for unit in tree.iter("tu")]
    assert written == [[shown(term.persian[0].text), shown(term.english[0].text)] for term in found]


@pytest.mark.parametrize(("edition", "write"), [("2008", tbx), ("2019", tbx2019)])
@given(found=st.lists(terms, min_size=1, max_size=3))
def test_whatever_is_in_a_name_tbx_is_valid(
    edition: str, write: Callable[[Sequence[Term]], Iterator[str]], found: list[Term]
) -> None:
    tree = etree.fromstring("".join(write(found)).replace(' xmlns="urn:iso:std:iso:30042:ed-2"', "").encode())
    dtd = dtd_of(edition)
    assert dtd.validate(tree), dtd.error_log
    assert [node.text or "" for node in tree.iter("term")] == [
        shown(one.text) for term in found for one in (*term.persian, *term.english)
    ]


def test_the_document_types_of_these_tests_tell_wrong_from_right() -> None:
    right = "".join(tbx(TERMS))
    changes = (("tig>", "ntig>"), ('type="context"', 'type="x"'), ('id="t2"', 'id="t1"'))
    for old, new in changes:
        assert not dtd_of("2008").validate(etree.fromstring(right.replace(old, new).encode()))
    assert not dtd_of("2019").validate(etree.fromstring(right.encode()))


def test_control_characters_and_surrogates_are_replaced_and_nothing_else() -> None:
    assert shown("\x00\x08\ud800\udfff\ufffe\uffff") == "\ufffd" * 6
    kept = "\t\n\r\x85\u2028\u200c\u200d\ufeff\U0010ffff]]>&amp;"
    assert shown(kept) == kept


@pytest.mark.parametrize("source", ["fa", "en"])
def test_translate_toolkit_reads_them_equal(source: str) -> None:
    target = "en" if source == "fa" else "fa"
    pairs = [(term.persian[0].text, term.english[0].text) for term in TERMS]
    wanted = pairs if source == "fa" else [(english, persian) for persian, english in pairs]
    for store, write in ((tmxfile, tmx), (tbxfile, tbx)):
        data = "".join(write(TERMS, source=source)).encode()
        units = store.parsestring(data, sourcelanguage=source, targetlanguage=target).units
        assert [(str(unit.source), str(unit.target)) for unit in units] == wanted
    units = OmegaTFile.parsestring("".join(omegat(TERMS, source=source)).encode()).units
    read = [(unit.source, unit.target) for unit in units if "variant" not in unit.getnotes()]
    assert read == wanted and len(units) == len(wanted) + 1


def test_translate_toolkit_knows_the_preferred_term() -> None:
    unit = tbxfile.parsestring("".join(tbx(TERMS)).encode(), sourcelanguage="en", targetlanguage="fa").units[0]
    terms = unit.get_target_terms()
    status = {term.text: term.administrative_status for term in terms}
    assert status == {"آیت‌الله‌ها": "preferredTerm-admn-sts", "آیت الله ها": "admittedTerm-admn-sts"}
    assert "دیروز آیت‌الله‌ها گفتند" in [note.text for note in terms[0].notes]


FORMS = {
    "a.tsv": tab_separated,
    "a.csv": comma_separated,
    "a.utf8": omegat,
    "a.tbx": tbx,
    "a.xml": tbx2019,
    "a.tmx": tmx,
}


@pytest.mark.parametrize("name", FORMS)
def test_we_read_our_own_as_the_users_names(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("".join(FORMS[name](TERMS)), encoding="utf-8", newline="")
    rows = [row[:3] for row in read_glossary(tmp_path / name)]
    kinds = ("MISC", "MISC") if name == "a.utf8" else ("ORG", "LOC")  # OmegaT has a comment where others have a type
    assert rows == [
        ("آیت‌الله‌ها", 'Aya & "Tollahs" <b>', kinds[0]),
        ("کابل", "Kabul", kinds[1]),
    ]


@given(terms)
def test_tables_hold_a_row_a_term_whatever_is_in_it(term: Term) -> None:
    rows = "".join(tab_separated([term])).split("\n")
    assert len(rows) == 3 and rows[1].count("\t") == rows[0].count("\t")
    [_, cells] = csv.reader(io.StringIO("".join(comma_separated([term])), newline=""))
    assert cells[:2] == [term.persian[0].text, term.english[0].text]
    for line in omegat([term]):
        assert line.count("\t") == 2 and len(line.splitlines()) == 1
