"""What is found as a name, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.names import find_names
from persiantools.names.english_name import read_name
from persiantools.names.kinds import english_type
from persiantools.names.latin_form import is_common
from persiantools.names.words import latin_lines, persian_tokens
from persiantools.spans import Span


def english(text: str) -> list[str]:
    return [mention.text for mention in find_names(text, [Span(0, len(text), "en")] if text else [])]


def persian(text: str) -> list[str]:
    return [mention.text for mention in find_names(text, [Span(0, len(text), "fa")])]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Monday and in January they paid 500 euros.",
        "The Foreign Minister and the President spoke.",
        "Uzbek and Tajik commanders met Americans.",
        "Students protested. Farmers did too.",
        "Meanwhile, it's raining, and I'd rather stay.",
        "Also Read : It was raining.",
        "He left the Korean, peninsula or not.",
    ],
)
def test_no_english_name(text: str) -> None:
    assert english(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They say Afghanistan's Taliban won.", ["Afghanistan", "Taliban"]),
        ("He met Interior Minister Sirajuddin Haqqani.", ["Sirajuddin Haqqani"]),
        ("He met Mullah Baradar.", ["Mullah Baradar"]),
        ("A lecture at the University of Hamburg.", ["University of Hamburg"]),
        ("Yahya Golmohammadi of Persepolis was tired.", ["Yahya Golmohammadi", "Persepolis"]),
        ("It was said by Afghan International News.", ["Afghan International News"]),
        ("In the province of Sistan and Baluchestan.", ["Sistan and Baluchestan"]),
        ("Vincent van Gogh and Ursula von der Leyen came.", ["Vincent van Gogh", "Ursula von der Leyen"]),
        ("The U.S. and the UK agreed.", ["U.S.", "UK"]),
        ("He left the Korean peninsula.", ["Korean peninsula"]),
        ("He saw the Tehran peninsula.", ["Tehran"]),
    ],
)
def test_english_names(text: str, names: list[str]) -> None:
    assert english(text) == names


def test_a_headline_gives_only_what_is_known_or_no_plain_word() -> None:
    text = "Taliban Deploys Suicide Bombers Near Kabul\nThe Taliban have come to Kabul."
    assert english(text) == ["Taliban", "Kabul", "Taliban", "Kabul"]


def test_an_opener_is_a_name_when_it_is_one_elsewhere() -> None:
    assert english("Hope came. She met Hope again.") == ["Hope", "Hope"]


@pytest.mark.parametrize("text", ["این کتاب را خواندم و به خانه رفتم.", "روز دوشنبه باران آمد.", "ما همه خوبیم"])
def test_no_persian_name(text: str) -> None:
    assert persian(text) == []


def test_persian_names_without_any_english() -> None:
    assert persian("دیروز احمد مسعود به تهران رفت.") == ["احمد مسعود", "تهران"]


def test_protected_stretches_hold_no_names() -> None:
    text = "@AhmadMassoud #Kabul https://Kabul.example/Ahmad"
    spans = [Span(0, 13, "zxx", "mention"), Span(13, 14, "zxx"), Span(14, 20, "en", "hashtag")]
    spans += [Span(20, 21, "zxx"), Span(21, len(text), "zxx", "url")]
    assert find_names(text, spans) == ()


def test_a_glued_plural_is_left_out() -> None:
    text = "Taliban طالبان‌ها آمدند"
    names = find_names(text, [Span(0, 8, "en"), Span(8, len(text), "fa")])
    assert [mention.text for mention in names] == ["Taliban", "طالبان"]


@given(st.text())
def test_mentions_are_what_stands_there_and_do_not_overlap(text: str) -> None:
    before = {"fa": 0, "en": 0}
    for mention in find_names(text):
        assert text[mention.start : mention.end] == mention.text
        assert before[mention.lang] <= mention.start < mention.end
        before[mention.lang] = mention.end


@given(st.text(alphabet="اآبمدی و\u200c\u064e،.aBs'’-& \n"))
def test_words_tile_nothing_twice(text: str) -> None:
    spans = [Span(0, len(text), "fa")] if text else []
    at = 0
    for word in persian_tokens(text, spans):
        assert at <= word.start < word.end <= len(text)
        at = word.end
    for line in latin_lines(text, [Span(0, len(text), "en")] if text else []):
        for number, form in enumerate(line.forms):
            assert text[line.starts[number] : line.end(number)] == form.text


@pytest.mark.parametrize(
    "text", ["\x00" * 50_000, "A" * 50_000, "ا" * 50_000, "\ud800" * 1000, "A. " * 4_000, "و " * 4_000]
)
def test_long_and_broken_texts_have_an_answer(text: str) -> None:
    assert isinstance(find_names(text), tuple)


def test_the_rt_of_a_retweet_is_no_name() -> None:
    assert [one.text for one in find_names("RT @ali_r2: Taliban officials went home.")] == ["Taliban"]
    assert "RT" in [one.text for one in find_names("They watched RT in Moscow.")]


@pytest.mark.parametrize("name", ["es", "des", "les", "ins", "massoud"])
def test_a_short_word_is_no_inflected_one(name: str) -> None:
    assert not is_common(name)


@pytest.mark.parametrize("word", ["students", "used", "tries", "well-used"])
def test_an_inflected_word_is_a_plain_one(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize(("name", "kind"), [("Aarhus", "LOC"), ("Aalborg", "LOC"), ("Alice", ""), ("Akita", "")])
def test_a_town_is_a_place_unless_somebody_is_called_so(name: str, kind: str) -> None:
    assert english_type([read_name(name, 0, len(name))]) == kind
