"""A user's glossary comes from anywhere: what is no glossary is refused with a reason, what is one is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.errors import InputError
from persiantools.export import glossary_reading
from persiantools.export.glossary_reading import read_glossary
from persiantools.export.xml_glossary import xml_pairs
from tests.strategies import texts

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<tmx><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>'
)
STOLEN = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]><tmx><body/></tmx>'
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><tmx><body/></tmx>'


def read(folder: Path, data: str | bytes, name: str = "names.tsv") -> list[tuple[str, str, str, int]]:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_glossary(folder / name))


@pytest.mark.parametrize("document", [LAUGHS, STOLEN, PARAMETER])
def test_documents_that_define_entities_are_refused(document: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="entity"):
        read(tmp_path, document)


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("<tmx><body>", "well-formed"),
        ("<html><body/></html>", "TBX or TMX"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', "well-formed"),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body>&x;</body></tmx>', "entity"),
        ("کابل", "line 1: expected a Persian and an English name"),
        ("کابل\tKabul\n\n\tHerat", "line 3"),
        ("کابل\tKabul\tLOC\tmany", "'many' is no whole number"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"\x80\x81", "UTF-8"),
    ],
)
def test_what_is_no_glossary_is_refused_with_a_reason(document: str | bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=why):
        read(tmp_path, document)


def test_files_that_cannot_be_read_or_are_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError, match="cannot be read"):
            read_glossary(path)
    monkeypatch.setattr(glossary_reading, "LARGEST", 1 << 20)
    with pytest.raises(InputError, match="larger than 1 MB"):
        read(tmp_path, b"x" * ((1 << 20) + 1))


@given(st.one_of(texts, texts.map("<tmx>{}".format), st.binary(max_size=40)), st.sampled_from(["n.tsv", "n.csv"]))
def test_anything_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: str | bytes, name: str) -> None:
    file = tmp_path_factory.getbasetemp() / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode(errors="surrogatepass"))
    said = str(file)
    try:
        read_glossary(file)
    except InputError as error:
        said = str(error)
    assert str(file) in said


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("n.tsv", "# mine\n\nکابل\tKabul\nهرات\tHerat\tLOC\t3\n"),
        ("n.txt", "\ufeffKabul\tکابل\tthe capital\nHerat\tهرات\tLOC\t3\r\nCabul\tکابل\tLOC, variant of Kabul\n"),
        ("n.csv", 'note,English,Persian,Type,Count\n"a, b",Kabul,کابل,,\n,Herat,هرات,LOC,3\n'),
        ("n.CSV", "کابل;Kabul\nهرات;Herat;LOC;3\n"),
    ],
)
def test_tables_of_many_makers_are_read(name: str, table: str, tmp_path: Path) -> None:
    rows = [("هرات", "Herat", "LOC", 3), ("کابل", "Kabul", "MISC", 1)]
    assert read(tmp_path, table, name) == rows
    assert read(tmp_path, table.removeprefix("\ufeff").encode("utf-16"), name) == rows


def test_tbx_of_others_is_read(tmp_path: Path) -> None:
    entry = """
      <{entry}><{lang} xml:lang="en-GB">
        <{term}><term>Ayatollah<hi>s</hi></term><x:administrativeStatus xmlns:x="u">{status}</x:administrativeStatus></{term}>
        <{term}><term>Mullahs</term></{term}></{lang}>
      <{lang} xml:lang="prs"><{term}><term>آیت\u200cالله\u200cها</term></{term}></{lang}>
      <{lang} xml:lang="de"><{term}><term>Ajatollahs</term></{term}></{lang}></{entry}>"""  # noqa: E501
    old = {"entry": "termEntry", "lang": "langSet", "term": "tig"}
    new = {"entry": "conceptEntry", "lang": "langSec", "term": "termSec"}
    martif = '<martif type="TBX"><text><body>{}</body></text></martif>'
    tbx = '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>{}</body></text></tbx>'
    for names, document in ((old, martif), (new, tbx)):
        both = entry.format(**names, status="admittedTerm")
        assert [row[1] for row in read(tmp_path, document.format(both))] == ["Ayatollahs", "Mullahs"]
        one = entry.format(**names, status="preferredTerm")
        assert [row[:2] for row in read(tmp_path, document.format(one))] == [("آیت\u200cالله\u200cها", "Ayatollahs")]
        other = entry.format(**names, status="deprecatedTerm-admn-sts")
        assert [row[1] for row in read(tmp_path, document.format(other))] == ["Mullahs"]


def test_tmx_of_others_is_read(tmp_path: Path) -> None:
    document = (
        '<?xml version="1.0" encoding="utf-16"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.1"><body><tu>'
        '<tuv lang="EN_us"><seg>The <bpt i="1">&lt;b></bpt>Taliban<ept i="1">&lt;/b></ept></seg></tuv>'
        '<tuv xml:lang="fa-IR"><seg>طالبان</seg></tuv></tu><tu><tuv xml:lang="fa"><seg>alone</seg></tuv></tu>'
        "</body></tmx>"
    )
    assert read(tmp_path, document.encode("utf-16")) == [("طالبان", "The Taliban", "MISC", 1)]


def test_an_entry_of_ten_thousand_terms_does_not_become_a_hundred_million_pairs() -> None:
    def side(lang: str, name: str) -> str:
        return f'<tuv xml:lang="{lang}"><seg>{name}</seg></tuv>' * 10_000

    document = f"<tmx><body><tu>{side('fa', 'کابل')}{side('en', 'Kabul')}</tu></body></tmx>"
    assert len(list(xml_pairs(document.encode(), "x"))) == 2_500
    deep = "<tmx>" + "<hi>" * 100_000 + "</hi>" * 100_000 + "</tmx>"
    assert list(xml_pairs(deep.encode(), "x")) == []
