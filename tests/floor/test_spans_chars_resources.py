"""Spans tile; lines tile; model files say when they are damaged."""

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools import resources
from persiantools.chars import LINE_BREAK, lines, visible
from persiantools.errors import ModelError, OffsetError
from persiantools.spans import Span, check_tiling
from tests.strategies import texts


@given(st.integers(0, 30), st.sets(st.integers(1, 29)))
def test_cuts_of_a_text_tile_it(length: int, cuts: set[int]) -> None:
    bounds = [0, *sorted(c for c in cuts if c < length), length]
    spans = [Span(a, b, "fa") for a, b in pairwise(bounds) if b > a]
    check_tiling(spans, length)


@pytest.mark.parametrize(
    "spans",
    [[Span(0, 2, "fa")], [Span(1, 3, "fa")], [Span(0, 2, "fa"), Span(1, 3, "fa")], [Span(0, 4, "fa")]],
)
def test_gaps_and_overlaps_are_refused(spans: list[Span]) -> None:
    with pytest.raises(OffsetError, match="spans must tile the text"):
        check_tiling(spans, 3)


@given(texts)
def test_lines_tile_and_hold_one_break_each(text: str) -> None:
    found = list(lines(text))
    assert "".join(text[a:b] for a, b in found) == text
    assert all(LINE_BREAK.search(text[a:b].removesuffix("\n").removesuffix("\r")) is None for a, b in found)


def test_other_separators_do_not_end_a_line() -> None:
    assert len(list(lines("a\u2028b\u0085c\x0cd\x1ee"))) == 1


def test_visible_shows_what_cannot_be_seen() -> None:
    assert visible("\u200c\u200f\ufeff\u202e") == "⟨ZWNJ⟩⟨RLM⟩⟨BOM⟩⟨RLO⟩"
    assert visible("سلام world") == "سلام world"


@given(st.dictionaries(st.text("abc", min_size=1), st.binary(max_size=50)))
def test_packed_sections_come_back_and_do_not_depend_on_order(sections: dict[str, bytes]) -> None:
    blob = resources.pack(sections)
    assert resources.unpack(blob) == sections
    assert resources.pack(dict(reversed(sections.items()))) == blob


@pytest.mark.parametrize("blob", [b"", b"ptm1", b"zzzz\x02\x00\x00\x00{}", resources.pack({"a": b"1"})[:-3]])
def test_a_damaged_model_file_says_what_to_do(blob: bytes) -> None:
    with pytest.raises(ModelError, match="reinstall the package"):
        resources.unpack(blob)


def test_a_missing_model_file_says_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"nothing\.bin cannot be read.*reinstall"):
        resources.load("nothing")


def test_the_data_files_are_those_of_the_manifest() -> None:
    assert resources.damaged() == []
    shipped = {
        f.name.removesuffix(".bin") for f in (files("persiantools") / "data").iterdir() if f.name.endswith(".bin")
    }
    assert shipped == set(resources.manifest())
    for entry in resources.manifest().values():
        assert entry["bytes"] > 0 and entry["made_by"] and entry["sources"] and entry["what"]
