"""Spellings of one name in Latin letters: how far apart they are, in tenths of an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.variants import are_variants, distance

words = st.text("abdehikmorsuq", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"), [("hamid", "habib"), ("karimi", "karami"), ("maria", "mario"), ("ali", "alo"), ("reza", "roya")]
)
def test_other_names_are_no_variants(one: str, other: str) -> None:
    assert not are_variants(one, other) and not are_variants(other, one)


@given(words, words)
def test_the_way_back_is_as_long(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert are_variants(one, other) == are_variants(other, one)


@given(words)
def test_a_word_is_no_way_from_itself(word: str) -> None:
    assert distance(word, word) == 0 and are_variants(word, word)


def test_letters_that_are_written_for_one_sound_cost_nothing() -> None:
    assert distance("massoud", "masud") == distance("ghafar", "qafar") == distance("sarah", "sara") == 0


def test_a_vowel_within_a_word_costs_half_of_one_at_its_end() -> None:
    assert distance("hamid", "hamd") == distance("hamd", "hamid") == 5
    assert distance("karima", "karim") == distance("karim", "karima") == 10


def test_a_final_vowel_distinguishes_more_than_one_within_but_a_and_e_are_one() -> None:
    assert distance("karimo", "karimi") > distance("karom", "karim") > 0
    assert distance("ghafarzada", "ghafarzade") < distance("karam", "karem")


def test_a_consonant_at_the_beginning_distinguishes_most() -> None:
    assert distance("xadim", "qadim") > distance("nadxim", "nadqim") > 0
