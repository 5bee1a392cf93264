"""The laws of edits, each against a naive reference."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.edits import Edit, Edits, Normalized
from persiantools.errors import OffsetError
from tests.strategies import edits_of, texts


@st.composite
def text_and_layers(draw: st.DrawFn, layers: int) -> tuple[str, list[Edits]]:
    """A text and edits of it, of their result, and so on."""
    text = draw(texts)
    current, found = text, []
    for number in range(layers):
        edits = draw(edits_of(len(current), f"rule{number}"))
        found.append(edits)
        current = edits.apply(current)
    return text, found


def apply_by_characters(text: str, edits: Edits) -> str:
    """Reference: change the text from the right, so that no offset moves before it is used."""
    chars = list(text)
    for edit in reversed(edits):
        chars[edit.start : edit.end] = edit.new
    return "".join(chars)


@given(text_and_layers(1))
def test_apply_equals_the_naive_reference(case: tuple[str, list[Edits]]) -> None:
    text, [edits] = case
    assert edits.apply(text) == apply_by_characters(text, edits)


@given(text_and_layers(1))
def test_invert_restores_the_source_and_itself(case: tuple[str, list[Edits]]) -> None:
    text, [edits] = case
    target = edits.apply(text)
    inverse = edits.invert(text)
    assert inverse.apply(target) == text
    assert inverse.invert(target) == edits


@given(text_and_layers(2))
def test_then_equals_applying_in_turn(case: tuple[str, list[Edits]]) -> None:
    text, [first, second] = case
    both = first.then(second)
    assert both.apply(text) == second.apply(first.apply(text))
    assert {r for e in both for r in e.rules} <= {r for e in (*first, *second) for r in e.rules}


@given(text_and_layers(3))
def test_then_is_associative(case: tuple[str, list[Edits]]) -> None:
    _, [first, second, third] = case
    assert first.then(second).then(third) == first.then(second.then(third))


@given(text_and_layers(1))
def test_the_empty_edits_are_neutral(case: tuple[str, list[Edits]]) -> None:
    _, [edits] = case
    assert edits.then(Edits()) == edits == Edits().then(edits)


@given(text_and_layers(2))
def test_simplify_drops_only_what_changes_nothing(case: tuple[str, list[Edits]]) -> None:
    text, [first, second] = case
    both = first.then(second)
    simple = both.simplify(text)
    assert simple.apply(text) == both.apply(text)
    assert all(text[e.start : e.end] != e.new for e in simple)
    assert first.then(first.invert(text)).simplify(text) == Edits()


def test_an_edit_made_of_several_carries_all_rules_and_reasons() -> None:
    [edit] = Edits([Edit(0, 1, "b", "one", "first")]).then(Edits([Edit(0, 1, "c", "two", "second")]))
    assert edit == Edit(0, 1, "c", "one+two", "first; second")
    assert edit.rules == ("one", "two")


def kept_and_replaced(text: str, edits: Edits) -> list[tuple[int, int, int, int]]:
    """Reference alignment: (source start, source end, target start, target end) of each kept code point and each
    edit.
    """
    units, at, shift = [], 0, 0
    for edit in [*edits, Edit(len(text), len(text), "", "end")]:
        units += [(i, i + 1, i + shift, i + 1 + shift) for i in range(at, edit.start)]
        units.append((edit.start, edit.end, edit.start + shift, edit.start + shift + len(edit.new)))
        shift += len(edit.new) - (edit.end - edit.start)
        at = edit.end
    return units[:-1]


def hull(units: list[tuple[int, int, int, int]]) -> tuple[int, int]:
    return units[0][2], units[-1][3]


@given(text_and_layers(1), st.data())
def test_mapping_agrees_with_the_alignment(case: tuple[str, list[Edits]], data: st.DataObject) -> None:
    text, [edits] = case
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    units = kept_and_replaced(text, edits)
    touched = [u for u in units if u[0] < end and u[1] > start]
    inside = [u for u in touched if start <= u[0] and u[1] <= end]
    if start < end:
        assert edits.to_target(start, end, "expand") == hull(touched)
    if inside:
        assert edits.to_target(start, end, "contract") == hull(inside)
    elif start < end:
        contracted = edits.to_target(start, end, "contract")
        assert contracted[0] == contracted[1]
    if inside == touched:
        assert edits.to_target(start, end, "strict") == edits.to_target(start, end, "expand")
    else:
        with pytest.raises(OffsetError, match="inside a replaced stretch"):
            edits.to_target(start, end, "strict")


@given(text_and_layers(1), st.data())
def test_kept_text_round_trips(case: tuple[str, list[Edits]], data: st.DataObject) -> None:
    text, [edits] = case
    target = edits.apply(text)
    for start, end, there, there_end in kept_and_replaced(text, edits):
        if end > start and there_end > there:
            assert edits.to_target(start, end, "strict") == (there, there_end)
            assert edits.to_source(there, there_end, "strict") == (start, end)
    here = data.draw(st.integers(0, len(target)))
    low, high = edits.to_source(here, here, "expand")
    assert 0 <= low <= high <= len(text)


@given(text_and_layers(1), st.data())
def test_to_source_is_to_target_of_the_inverse(case: tuple[str, list[Edits]], data: st.DataObject) -> None:
    text, [edits] = case
    length = len(edits.apply(text))
    start, end = sorted((data.draw(st.integers(0, length)), data.draw(st.integers(0, length))))
    for mode in ("contract", "expand"):
        assert edits.to_source(start, end, mode) == edits.invert(text).to_target(start, end, mode)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([Edit(2, 3, "", "r"), Edit(1, 2, "", "r")], "1..2 comes after 3"),
        ([Edit(0, 3, "", "r"), Edit(2, 4, "", "r")], "2..4 comes after 3"),
        ([Edit(-1, 0, "x", "r")], "-1..0 comes after 0"),
        ([Edit(3, 2, "x", "r")], "3..2 comes after 0"),
    ],
)
def test_unsorted_overlapping_or_impossible_edits_are_refused(wrong: list[Edit], said: str) -> None:
    with pytest.raises(OffsetError, match=f"must be sorted and disjoint: {re.escape(said)}$"):
        Edits(wrong)


def test_edits_of_another_text_are_refused() -> None:
    edits = Edits([Edit(0, 1, "x", "r"), Edit(3, 4, "x", "r")])
    assert edits.apply("abcd") == "xbcx"
    with pytest.raises(OffsetError, match="an edit ends at 4, the text at 3: is this its source"):
        edits.apply("abc")


@pytest.mark.parametrize("span", [(-1, 2), (3, 2)])
def test_impossible_spans_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(OffsetError, match=f"0 <= start <= end, got {span[0]}..{span[1]}$"):
        Edits().to_target(*span)


def test_a_span_within_one_stretch_is_all_of_it_or_its_place() -> None:
    edits = Edits([Edit(1, 5, "wxyz", "r"), Edit(7, 7, "ab", "r")])
    assert edits.to_target(2, 4, "contract") == (1, 1) and edits.to_target(2, 4, "expand") == (1, 5)
    assert edits.to_target(7, 7, "contract") == (7, 7)
    assert edits.to_target(7, 7, "expand") == edits.to_target(7, 7, "strict") == (7, 9)
    assert edits.to_source(8, 8, "contract") == edits.to_source(8, 8, "expand") == (7, 7)


def test_an_edge_inside_a_stretch_is_named() -> None:
    edits = Edits([Edit(0, 1, "", "r"), Edit(2, 6, "x", "r")])
    for start, end, inside in ((3, 7, 3), (1, 5, 5), (2, 3, 3)):
        with pytest.raises(OffsetError, match=f"offset {inside} lies inside"):
            edits.to_target(start, end, "strict")


def test_edits_are_a_sequence_and_hash_by_value() -> None:
    edits = Edits([Edit(0, 1, "x", "r"), Edit(4, 4, "y", "r")])
    assert len(edits) == 2 and edits[1].new == "y" and edits[:1] == Edits([Edit(0, 1, "x", "r")])
    assert hash(edits) == hash(Edits(list(edits))) and edits != "x"
    assert eval(repr(edits)) == edits


@given(text_and_layers(2))
def test_normalized_derives_its_text_and_composes(case: tuple[str, list[Edits]]) -> None:
    text, [first, second] = case
    normalized = Normalized(text, first).then(second)
    assert normalized.text == second.apply(first.apply(text))
    replayed = Edits(Edit(row["start"], row["end"], row["new"], row["rule"]) for row in normalized.to_dict()["edits"])
    assert replayed.apply(text) == normalized.to_dict()["text"]
