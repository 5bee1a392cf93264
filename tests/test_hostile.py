"""The laws hold for hostile text, and nothing in it takes the time out of proportion."""

import pytest
from hypothesis import given

from tests.soak.hostile import UNITS, hostile_texts
from tests.soak.laws import LAWS
from tests.strategies import examples


@pytest.mark.parametrize("law", LAWS)
@given(text=hostile_texts(30))
@examples(150)
def test_a_law_holds_for_hostile_text(law: str, text: str) -> None:
    LAWS[law](text)


@pytest.mark.parametrize("unit", UNITS)
def test_the_laws_hold_for_one_unit_over_and_over(unit: str) -> None:
    text = UNITS[unit] * 300
    for law in LAWS.values():
        law(text)
        law(f"سلام {text} hello")
