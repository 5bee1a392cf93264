"""The article that the project starts from, end to end: what a reader would want of it, nothing fitted to it."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from persiantools.names import NameLink
from persiantools.normalizing import normalize
from persiantools.passage import Passage, analyze
from persiantools.spans import check_tiling

ARTICLE = Path(__file__).resolve().parent.parent / "seeds" / "000_02bac0db7d26ebab.txt"
ZWNJ = "\u200c"


@cache
def passage() -> Passage:
    return analyze(ARTICLE.read_text(encoding="utf-8"))


def link_of(persian: str) -> NameLink:
    [link] = [link for link in passage().names if persian in {m.text for m in link.persian}]
    return link


def spellings(persian: str) -> list[str]:
    return [mention.text for mention in link_of(persian).english]


def unlinked() -> list[set[str]]:
    return [{m.text for m in group.mentions} for group in passage().alignment.unlinked_english]


def test_spans_tile_and_persian_is_persian() -> None:
    check_tiling(passage().spans, len(passage().text))
    persian = [span.of(passage().text).strip() for span in passage().spans if span.lang == "fa"]
    assert len(persian) == 2
    assert persian[0].startswith("منابع افغانستان") and persian[0].endswith("به روسیه رفتهاند.")
    assert "افغانستان اینترنشنال – خبر فوری" in persian[1]


def test_the_rest_is_english_and_protected_things_are_protected() -> None:
    kinds = {span.of(passage().text): (span.lang, span.kind) for span in passage().spans}
    assert kinds["pic.twitter.com/WmbDaWgAvR"] == ("zxx", "url")
    assert kinds["@AFIntlBrk"] == ("zxx", "mention")
    assert {span.lang for span in passage().spans} == {"en", "fa", "zxx"}
    assert all(
        span.lang == "en"
        for span in passage().spans
        if span.kind == "text" and any(c.isascii() and c.isalpha() for c in span.of(passage().text))
    )


def test_lost_half_spaces_come_back_and_nothing_else_changes() -> None:
    text = passage().normalized.text
    assert f"مقام{ZWNJ}های" in text and f"رفته{ZWNJ}اند" in text
    assert text.replace(ZWNJ, "") == passage().text
    assert text.count(ZWNJ) == 2
    assert normalize(text) == text


@pytest.mark.parametrize(
    ("persian", "english"),
    [
        ("احمد مسعود", ["Ahmad Massoud"] * 4 + ["Ahmad Massaod"] + ["Massoud"] * 2),
        ("امرالله صالح", ["Amrullah Saleh"] * 2),
        ("ملا برادر", ["Mullah Baradar"] * 3),
        ("ملا یعقوب", ["Mullah Yaqoob"] * 2 + ["Mullah Yakoob"]),
        ("افغانستان انترنشنال", ["Afghan International News"]),
        ("جبهه مقاومت", ["Resistance Front"]),
    ],
)
def test_every_spelling_of_a_name_is_linked_and_no_namesake(persian: str, english: list[str]) -> None:
    assert sorted(spellings(persian)) == sorted(english)


def test_places_and_movements_are_linked() -> None:
    assert set(spellings("طالبان")) == {"Taliban"} and len(spellings("طالبان")) >= 12
    assert set(spellings("روسیه")) == {"Russia"} and len(spellings("روسیه")) == 3


def test_father_and_others_without_a_persian_mention_stay_unlinked() -> None:
    groups = unlinked()
    assert any("Ahmad Shah Massoud" in group for group in groups)
    assert any("Ahmad Shah" in group for group in groups)
    for name in ("Maria Zakharova", "Makhdoom Alam", "Sirajuddin Haqqani", "Iran International"):
        assert any(name in group for group in groups), name


def test_spellings_of_one_unlinked_person_are_one_group() -> None:
    assert {"Ismail Khan", "Ismal Khan"} in unlinked()
    [muttaqi] = [group for group in unlinked() if "Muttaqi" in group]
    assert "Amir Mutaqqi" in muttaqi or "Mutaqqi" in muttaqi


def test_every_mention_stands_in_exactly_one_place() -> None:
    found = passage().alignment
    groups = [link.persian + link.english for link in found.links]
    groups += [group.mentions for group in (*found.unlinked_persian, *found.unlinked_english)]
    places = sorted((m.start, m.end) for group in groups for m in group)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    assert all(m.text == passage().text[m.start : m.end] for group in groups for m in group)


def test_json_form() -> None:
    found = passage().to_dict()
    assert found["schema"] == 1
    assert list(found) == ["schema", "origin", "text", "spans", "normalized", "names", "unlinked"]
    assert list(found["names"][0]) == ["persian", "english", "score", "type", "evidence"]
    assert list(found["normalized"]["edits"][0]) == ["start", "end", "old", "new", "rule", "reason"]
