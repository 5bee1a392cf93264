"""Finglish to Persian: what is left alone, what a suggestion promises, and what the line's path decides."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persiantools.chars import ZWNJ
from persiantools.finglish import best_persian, suggest_persian
from persiantools.finglish.closing import Closing
from persiantools.finglish.words import are_closed, find_words, mark_length, skeleton, spell
from tests.linear import assert_linear
from tests.strategies import texts

FINGLISH = st.text(st.sampled_from("abdeghikmnorstuyz  ?,.-\n'"), max_size=60)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "سلام، خوبی؟",
        "https://t.co/Ab12?x=1,2",
        "www.example.com/salam?a=b",
        "@salam #khoobam $ABC ali.r@example.com",
        "12,500 3.5 2khtar 4u",
        "Привет, мир? 你好, 世界",
        "\ud800\x00\udfff",
        "\u200c\u200d\u202e",
        "example.com, t.me/salam",
    ],
)
def test_text_without_finglish_is_left_as_it_is(text: str) -> None:
    assert suggest_persian(text) == ()
    assert best_persian(text) == text


def test_links_handles_and_numbers_keep_their_marks() -> None:
    line = best_persian("salam @ali_r, https://t.co/a?b=1,2 va 1,200 ta?")
    assert "@ali_r" in line and "https://t.co/a?b=1,2" in line and "۱,۲۰۰" in line
    assert line.endswith("؟")


@pytest.mark.parametrize(
    "kept",
    [
        "@ali5",
        "#covid19",
        "https://a.ir/12/3",
        "+98 21 555",
        "021 555 66",
        "(021) 555",
        "v2",
        "5km",
        "a5@b.ir",
    ],
)
def test_digits_that_are_no_number_of_their_own_are_kept(kept: str) -> None:
    assert f" {kept} " in best_persian(f"salam {kept} khoobi")


@pytest.mark.parametrize("number", ["5", "2019", "3.5", "1,200", "12:30", "1/4", "50%"])
def test_a_number_in_a_persian_line_has_persian_digits(number: str) -> None:
    written = "".join("۰۱۲۳۴۵۶۷۸۹"[int(sign)] if sign.isdigit() else sign for sign in number)
    assert best_persian(f"salam {number} ta") == f"سلام {written} تا"
    assert best_persian(number) == number


def test_an_e_that_ends_a_clause_is_written_and_an_ezafe_is_not() -> None:
    assert best_persian("in chaai kheyli daaghe.").endswith("داغه.")
    assert best_persian("ketabe man") == "کتاب من"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("", []),
        ("salam", [True]),
        ("salam, khoobi to?", [True, False, True]),
        ("salam @ali khoobi", [False, True]),
        ("(salam) khoobi...", [True, True]),
    ],
)
def test_a_clause_ends_at_a_mark_and_with_the_line(text: str, closed: list[bool]) -> None:
    assert are_closed(text, list(find_words(text))) == closed


def test_what_is_not_known_to_end_clauses_says_nothing() -> None:
    closing = Closing(bytes([0, 51, 204]), {"غe": 1}, (102, 51))
    assert closing.of_word(None, closed=True) == closing.of_word(0, closed=True) == 0
    assert closing.of_ending("داغ", "daagha", closed=True) == 0
    assert closing.of_word(2, closed=True) > 0 > closing.of_word(2, closed=False)
    assert closing.of_ending("داغ", "daaghe", closed=True) < closing.of_word(1, closed=True) < 0


def test_a_word_longer_than_any_word_is_left_alone() -> None:
    assert suggest_persian("a" * 41) == ()
    assert best_persian("a" * 41) == "a" * 41


def test_a_missing_neighbour_does_not_matter() -> None:
    assert best_persian("salam").strip() == "سلام"
    assert best_persian("\n\nsalam\r\n") == "\n\nسلام\r\n"


@given(st.one_of(texts, FINGLISH))
@settings(max_examples=60)
def test_suggestions_are_in_order_and_quote_the_source(text: str) -> None:
    end = 0
    for word in suggest_persian(text, limit=3):
        assert end <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.text
        assert 1 <= len(word.candidates) <= 3
        scores = [candidate.score for candidate in word.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores) and sum(scores) <= 1 + 1e-9
        assert all(candidate.text for candidate in word.candidates)
        end = word.end


@given(st.one_of(texts, FINGLISH))
@settings(max_examples=60)
def test_lines_are_read_alone_and_the_answer_is_always_the_same(text: str) -> None:
    line = best_persian(text)
    assert line == best_persian(text)
    parts = text.split("\n")
    if "\r" not in text:
        assert line == "\n".join(best_persian(part) for part in parts)


@given(FINGLISH)
@settings(max_examples=60)
def test_the_best_line_is_made_of_first_candidates(text: str) -> None:
    line = best_persian(text)
    place = 0
    for word in suggest_persian(text):
        place = line.index(word.candidates[0].text, place) + len(word.candidates[0].text)
    assert not any(letter in line for letter in "abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("finglish", "persian"),
    [
        ("salam", "سلام"),
        ("daaram miram khoone", f"دارم می{ZWNJ}رم خونه"),
        ("ketab haa", "کتاب\u200cها"),
        ("delam barat tang shode bood, nemidooni?", f"دلم برات تنگ شده بود، نمی{ZWNJ}دونی؟"),
    ],
)
def test_plain_sentences(finglish: str, persian: str) -> None:
    assert best_persian(finglish).replace(ZWNJ, "") == persian.replace(ZWNJ, "")


def test_an_ending_typed_as_a_word_of_its_own_shares_the_suggestion() -> None:
    words = suggest_persian("doost e man")
    assert [word.text for word in words] == ["doost e", "man"]
    assert words[0].candidates[0].text == "دوست"


def test_limit_bounds_the_candidates() -> None:
    assert len(suggest_persian("salam", limit=1)[0].candidates) == 1
    assert len(suggest_persian("salam", limit=0)[0].candidates) == 1
    assert len(suggest_persian("salam", limit=4)[0].candidates) <= 4


def test_spelling_forms() -> None:
    assert spell("KHEYLIIII") == "kheyli"
    assert [word.letters for word in find_words("jame'e-ye mâ")] == ["jamee", "ye", "maa"]
    assert mark_length(["man"]) == ["man"] and mark_length(["man", "maa"])[0] != "man"
    assert skeleton("khoobeh") == skeleton("xube")


@pytest.mark.parametrize("unit", ["a", "a.", "a@", "a-", "a'", "aب", "salam ", "mi ", "?,"])
def test_time_is_linear(unit: str) -> None:
    assert_linear(lambda size: best_persian(unit * (size // len(unit))), 4_000, 20_000, slack=4, least=0.02)


def test_importing_reads_no_model() -> None:
    code = "import persiantools.finglish, sys; assert not persiantools.finglish.model.cache_info().currsize"
    subprocess.run([sys.executable, "-c", code], check=True)
