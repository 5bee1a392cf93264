"""Spellings that the model of letter pairs finds: what each costs, and in which order they come."""

from collections.abc import Callable

import pytest

from persiantools.names.letter_pairs import LetterPairs, letter_pairs
from persiantools.names.letter_search import Spelling, search_latin, search_persian
from persiantools.names.ngrams import EDGE


@pytest.mark.parametrize("word", ["احمد", "یعقوب", "رضا"])
def test_a_spelling_costs_what_its_units_and_its_end_cost(word: str) -> None:
    model = letter_pairs()
    for cost, text, units in search_latin(model, word):
        assert "".join(model.letter[unit] for unit in units) == word
        assert "".join(model.chunk[unit] for unit in units) == text
        histories = [(EDGE + units[:at])[-model.longest :] for at in range(len(units))]
        steps = [model.following(history)[unit] for history, unit in zip(histories, units, strict=True)]
        assert cost == sum(steps) + model.end(EDGE + units)


@pytest.mark.parametrize("search", [search_latin, search_persian])
def test_the_cheapest_comes_first_and_none_twice(search: Callable[[LetterPairs, str], list[Spelling]]) -> None:
    found = search(letter_pairs(), "احمد" if search is search_latin else "ahmad")
    assert [cost for cost, _, _ in found] == sorted(cost for cost, _, _ in found)
    assert len({text for _, text, _ in found}) == len(found) > 5


def test_what_has_no_letter_that_the_model_knows_has_no_spelling() -> None:
    assert search_latin(letter_pairs(), "漢") == search_latin(letter_pairs(), "") == []
    assert search_persian(letter_pairs(), "漢") == []
