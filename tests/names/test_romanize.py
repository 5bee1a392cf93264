"""Ranked spellings in the other script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.fold import PERSIAN_LETTERS
from persiantools.names.letter_pairs import letter_pairs
from persiantools.names.ngrams import EDGE
from persiantools.names.romanize import STYLES, romanize, to_persian
from persiantools.names.styles import in_style
from persiantools.names.transducer import transliteration


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


@given(st.text(PERSIAN_LETTERS, min_size=1, max_size=4), st.sampled_from(PERSIAN_LETTERS))
def test_a_row_has_the_units_of_its_letter_at_their_costs(word: str, letter: str) -> None:
    model = letter_pairs()
    history = EDGE + "".join(model.writing("", before)[0][1] for before in word[:3] if model.writing("", before))
    row = model.writing(history[-model.longest :], letter)
    assert [cost for cost, _, _ in row] == sorted(cost for cost, _, _ in row)
    assert all(model.letter[unit] == letter and model.chunk[unit] == chunk for _, unit, chunk in row)
    assert all(model.cost(history[-model.longest :], unit) == cost for cost, unit, _ in row)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10))
def test_letters_after_letters_add_up_to_the_word(word: str) -> None:
    letters = transliteration().latin_letters
    total, last = 0, EDGE * 2
    for start in range(0, len(word), 3):
        chunk = word[start : start + 3]
        total += letters.add_after(letters.after(last), chunk)
        assert letters.after(last)[chunk] == letters.add_after(letters.after(last), chunk)
        last = (last + chunk)[-2:]
    assert total == letters.prefixes(word)[-2]
