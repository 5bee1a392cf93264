"""Spellings that the model of letter pairs finds: what each costs, and in which order they come."""

from collections.abc import Callable

import pytest

from persiantools.names.letter_pairs import letter_pairs
from persiantools.names.letter_search import Spelling, search_latin, search_persian
from persiantools.names.ngrams import EDGE
from persiantools.names.transducer import transliteration


def into_latin(word: str) -> list[Spelling]:
    return search_latin(letter_pairs(), transliteration().latin_letters, word)


def into_persian(word: str) -> list[Spelling]:
    return search_persian(letter_pairs(), word)


@pytest.mark.parametrize("word", ["احمد", "یعقوب", "رضا"])
def test_a_spelling_costs_what_its_units_and_its_end_cost(word: str) -> None:
    model = letter_pairs()
    for cost, text, units in into_latin(word):
        assert "".join(model.letter[unit] for unit in units) == word
        assert "".join(model.chunk[unit] for unit in units) == text
        histories = [(EDGE + units[:at])[-model.longest :] for at in range(len(units))]
        steps = [model.cost(history, unit) for history, unit in zip(histories, units, strict=True)]
        assert cost == sum(steps) + model.end(EDGE + units)


@pytest.mark.parametrize(("search", "word"), [(into_latin, "احمد"), (into_persian, "ahmad")])
def test_the_cheapest_comes_first_and_none_twice(search: Callable[[str], list[Spelling]], word: str) -> None:
    found = search(word)
    assert [cost for cost, _, _ in found] == sorted(cost for cost, _, _ in found)
    assert len({text for _, text, _ in found}) == len(found) > 5


def test_what_has_no_letter_that_the_model_knows_has_no_spelling() -> None:
    assert into_latin("漢") == into_latin("") == into_persian("漢") == []
