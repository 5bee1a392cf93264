"""The integers that a comparison is made of, and what the tagger sees of a word and its neighbours."""

import pytest

from persiantools.names.features import FEATURES, features
from persiantools.names.parts import align_parts
from persiantools.names.tagger import features as seen
from persiantools.names.transducer import NATS


def found(persian: str, latin: str) -> dict[str, int]:
    """The features of two names that are not 0."""
    ours, theirs = tuple(persian.split()), tuple(latin.split())
    values = features(ours, theirs, align_parts(ours, theirs))
    return {name: value for name, value in zip(FEATURES, values, strict=True) if value}


@pytest.mark.parametrize(
    ("persian", "latin", "lost"),
    [
        ("مسعود", "ahmad massoud", "extra first"),
        ("احمد مسعود", "ahmad shah massoud", "extra middle"),
        ("احمد", "ahmad massoud", "extra last"),
        ("احمد مسعود", "massoud", "missing first"),
        ("احمد کریم مسعود", "ahmad massoud", "missing middle"),
        ("احمد مسعود", "ahmad", "missing last"),
    ],
)
def test_where_the_word_without_a_counterpart_stands(persian: str, latin: str, lost: str) -> None:
    names = {name for name in found(persian, latin) if name.startswith(("missing", "extra"))}
    assert names == {lost}


def test_a_name_that_is_the_other_one_lacks_nothing() -> None:
    assert not [
        name for name in found("احمد مسعود", "ahmad massoud") if name.startswith(("missing", "extra", "diff"))
    ]


def test_an_effect_begins_at_its_knot_and_is_nothing_below() -> None:
    """One matched word of 16 sixteenths of a nat: above the knots at -4 and 0, below all others."""
    [part] = align_parts(("صالح",), ("sleh",))
    values = found("صالح", "sleh")
    assert values["worst>0"] == part.evidence and 0 < part.evidence < 3 * NATS
    assert not [
        name for name in values if name in ("worst>3", "worst>6", "worst>9", "worst>12", "total>6", "total>12")
    ]


def test_a_likely_spelling_is_equal_an_odd_one_with_the_same_consonants_a_variant() -> None:
    assert [part.how for part in align_parts(("صالح",), ("saleh",))] == ["equal"]
    assert [part.how for part in align_parts(("صالح",), ("sleh",))] == ["variant"]


def test_a_word_is_seen_whole_by_its_neighbours_and_by_its_kind_from_two_words_away() -> None:
    first, second, third = (set(each) for each in seen(["احمد", "به", "تهران"]))
    assert {"1:w=به", "-1:^", "-2:^"} <= first and {"-1:w=احمد", "1:w=تهران"} <= second and "-1:w=به" in third
    assert not [feature for feature in first | third if feature.startswith(("2:w", "-2:w"))]
    assert [feature for feature in first if feature.startswith("2:c=")]
