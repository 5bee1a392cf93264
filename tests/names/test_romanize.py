"""Ranked spellings in the other script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.romanize import STYLES, romanize, to_persian
from persiantools.names.styles import in_style


def texts(name: str, **options: str) -> list[str]:
    return [candidate.text for candidate in romanize(name, **options)]  # type: ignore[arg-type]


def test_nothing_to_spell_gives_no_spelling() -> None:
    assert romanize("") == romanize("۱۲") == romanize("Ali") == ()
    assert to_persian("") == to_persian("12") == to_persian("علی") == ()


def test_an_unknown_style_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="press, ala-lc, bgn"):
        romanize("علی", style="iso")


@pytest.mark.parametrize(
    ("persian", "latin"),
    [("محمد", "Mohammad"), ("مسعود", "Masoud"), ("احمد مسعود", "Ahmad Masoud"), ("کلینتون", "Clinton")],
)
def test_the_press_spelling_is_among_five(persian: str, latin: str) -> None:
    assert latin in texts(persian)


@pytest.mark.parametrize(("latin", "persian"), [("Yaqoob", "یعقوب"), ("Massoud", "مسعود"), ("Haqqani", "حقانی")])
def test_the_persian_spelling_stands_first(latin: str, persian: str) -> None:
    assert to_persian(latin)[0].text == persian


def test_scores_fall_and_are_shares() -> None:
    scores = [candidate.score for candidate in romanize("طباطبایی", limit=10)]
    assert scores == sorted(scores, reverse=True) and 0 < sum(scores) <= 1.00001
    assert len(scores) == 10


def test_systems_keep_letters_apart_that_the_press_merges() -> None:
    assert in_style([("ص", "sa"), ("ا", ""), ("د", "de"), ("ق", "gh")], "bgn") == "şadeq"
    assert in_style([("ع", "a"), ("ل", "li"), ("ی", "i")], "ala-lc") == "ʻaliī"
    assert texts("حسن", style="ala-lc")[0].startswith("Ḥ") and texts("حسن", style="bgn")[0].startswith("Ḩ")


@given(st.text(max_size=30), st.sampled_from(STYLES))
def test_any_text_is_spelt_or_left(name: str, style: str) -> None:
    assert len(romanize(name, style=style)) <= 5
    assert len(to_persian(name)) <= 5


def test_a_long_text_costs_no_more_than_a_name() -> None:
    assert len(romanize("ب" * 1_000_000, limit=2)) == 2
    assert len(to_persian("b" * 1_000_000, limit=2)) == 2
