"""What comparing two names must and must not say."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.compare import compare, score
from persiantools.names.parts import align_parts

DIFFERENT = [
    ("احمد مسعود", "Karim Khalili"),
    ("استیون لینچ", "Stephen Harper"),
    ("حسن روحانی", "Hassan Rahimi"),
    ("تهران", "Tabriz"),
    ("کره شمالی", "South Korea"),
    ("وزارت دفاع", "Ministry of Education"),
    ("۱۲", "Ali"),
    ("۱۲ فروردین", "13 Farvardin"),
    ("بی بی سی", "FBI"),
]


@pytest.mark.parametrize(("persian", "english"), DIFFERENT)
def test_different_names_score_below_a_half(persian: str, english: str) -> None:
    assert score(persian, english) < 0.5


@pytest.mark.parametrize(
    ("persian", "own", "near"),
    [
        ("سارا نوری", "Sara Nuri", "Setara Nuri"),
        ("ستاره نوری", "Setara Nuri", "Sara Nuri"),
        ("حسن رضایی", "Hassan Rezaei", "Hossein Rezaei"),
        ("محمد کریمی", "Mohammad Karimi", "Mahmoud Karimi"),
    ],
)
def test_a_near_namesake_is_well_below_the_name_itself(persian: str, own: str, near: str) -> None:
    assert score(persian, own) > 0.85
    assert score(persian, near) < score(persian, own) - 0.1


SAME = [
    ("احمد مسعود", "Ahmad Massoud"),
    ("احمد مسعود", "Ahmad Massaod"),
    ("امرالله صالح", "Amrullah Saleh"),
    ("ملا یعقوب", "Mullah Yakoob"),
    ("یعقوب", "Mullah Yaqoob"),
    ("سراج الدین حقانی", "Sirajuddin Haqqani"),
    ("سراج‌الدین حقانی", "Siraj ud-Din Haqqani"),
    ("عبد الله عبد الله", "Abdullah Abdullah"),
    ("اسماعیل خان", "Ismal Khan"),
    ("جبهه مقاومت", "Resistance Front"),
    ("سازمان ملل متحد", "United Nations"),
    ("یوناما", "UNAMA"),
    ("اف بی آی", "FBI"),
    ("آلمان", "Germany"),
    ("دانشگاه تهران", "University of Tehran"),
    ("جیمز سنسنبرنر", "Jim Sensenbrenner"),
    ("طالبان", "Taliban"),
]


@pytest.mark.parametrize(("persian", "english"), SAME)
def test_spellings_of_one_name_score_above_a_half(persian: str, english: str) -> None:
    assert score(persian, english) > 0.5


def test_a_second_given_name_is_another_person_until_more_is_known() -> None:
    son = score("احمد مسعود", "Ahmad Massoud")
    father = score("احمد مسعود", "Ahmad Shah Massoud")
    assert son > 0.9 > 0.5 > father
    assert score("احمد شاه مسعود", "Ahmad Shah Massoud") > 0.9


def test_a_surname_alone_lies_between_the_full_name_and_a_stranger() -> None:
    assert (
        score("احمد مسعود", "Karim Khalili") < score("مسعود", "Ahmad Massoud") < score("احمد مسعود", "Ahmad Massoud")
    )


def test_titles_do_not_count() -> None:
    assert score("ملا برادر", "Mullah Baradar") == score("برادر", "Baradar")
    assert "title" in {part.how for part in compare("دکتر علی لاریجانی", "Ali Larijani").parts}


@pytest.mark.parametrize("nothing", ["", " ", "؟!", "\u200c", "\ud800", "\x00", "漢字"])
def test_text_without_letters_scores_nothing(nothing: str) -> None:
    assert compare(nothing, "Ali").score == compare("علی", nothing).score == 0.0


def test_evidence_says_how_each_part_matched() -> None:
    hows = [part.how for part in compare("وزارت دفاع افغانستان", "Afghan Ministry of Defence").parts]
    assert hows.count("translated") == 3
    assert [part.how for part in compare("احمد مسعود", "Ahmad Shah Massoud").parts] == ["equal", "equal", "extra"]


def test_vowel_marks_zwnj_and_arabic_letters_do_not_count() -> None:
    plain = score("علی اکبر ولایتی", "Ali Akbar Velayati")
    assert (
        plain == score("علي\u200cاكبر ولايتي", "Ali-Akbar Velayati") == score("عَلی اَکبر وِلایتی", "ALI AKBAR VELĀYATĪ")
    )


@given(st.text(), st.text())
def test_any_two_strings_compare_and_repeat(persian: str, english: str) -> None:
    found = compare(persian, english)
    assert 0.0 <= found.score <= 1.0
    assert found == compare(persian, english)


words = st.lists(st.text("ابتدرسعقلمنهویآ", min_size=1, max_size=6), min_size=1, max_size=4)
latin_words = st.lists(st.text("abdeiklmnoqrstuy", min_size=1, max_size=6), min_size=1, max_size=4)


@given(words, latin_words)
def test_every_word_stands_in_exactly_one_part(persian: list[str], english: list[str]) -> None:
    parts = align_parts(tuple(persian), tuple(english))
    assert sorted(n for part in parts for n in range(*part.persian)) == list(range(len(persian)))
    assert sorted(n for part in parts for n in range(*part.latin)) == list(range(len(english)))


@pytest.mark.parametrize("long", ["ا" * 1_000_000, "علی " * 250_000, "عبد الله " * 100_000])
def test_a_long_text_costs_no_more_than_a_name(long: str) -> None:
    assert compare(long, "Karim " * 100_000).score < 0.5
    assert sys.getsizeof(compare(long, "Ali").evidence) < 4_000
