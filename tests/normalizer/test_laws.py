"""What holds for every text: stable, inside Persian spans, line by line, in linear time, and no text is refused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from persiantools.normalizer import NormalizeOptions, find_edits
from persiantools.spans import Span
from persiantools.splitter import split
from tests.linear import assert_linear
from tests.strategies import examples

WORDS = st.sampled_from(
    [
        "می",
        "نمی",
        "رود",
        "رفته",
        "رفتهاند",
        "ها",
        "های",
        "تر",
        "ترین",
        "ای",
        "ام",
        "اند",
        "کتاب",
        "کتابها",
        "خانه",
        "خانهای",
        "حرفهای",
        "بندهای",
        "کار",
        "چیز",
        "بزرگ",
        "و",
        "به",
        "این",
        "آن",
        "است",
        "بود",
        "کی\u200cبود",
        "نام\u200cه\u200cای",
        "سرمایه",
        "گذاری",
        "سرمایهگذاری",
        "پیش",
        "بینی",
        "ی",
        "همه",
        "شان",
        "شون",
        "اش",
        "هم",
        "یک",
        "دانش",
        "آموز",
        "آموزان",
        "بین",
        "المللی",
        "رئیس",
        "جمهور",
        "كتابي",
        "ســلام",
        "عااالی",
        "بِسْمِ",
        "قبلاً",
        "خانۀ",
        "ه\u200cی",
        "در\u200cآمد",
        "اینکتاب",
        "ازنظر",
    ]
)
PIECES = st.one_of(
    WORDS,
    st.sampled_from(
        [" ", "  ", "\u200c", "\u200c ", "،", " ، ", ",", "?", ".", "...", ":", "«", "»", "(", ")", "!", ":)"]
    ),
    st.sampled_from(
        [
            "\u200f",
            "\u2067",
            "\u2069",
            "\u202e",
            "\u00ad",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "5",
            "۵",
            '"',
            "\u0654",
            "\u064e",
        ]
    ),
    st.text(max_size=3),
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(WORDS, max_size=10).map(" ".join),
    st.text(alphabet="میرودهاکتباسنتخن یـ\u200c،.»«()", max_size=24),
)
EVERYTHING = NormalizeOptions(
    digits="fa", number_marks="fa", quotes=True, repeats=True, diacritics="strip_outside_arabic"
)


def _persian(text: str) -> list[Span]:
    return [Span(0, len(text), "fa")] if text else []


def _normalized(text: str, options: NormalizeOptions) -> str:
    return find_edits(text, _persian(text), options).apply(text)


@pytest.mark.parametrize("options", [NormalizeOptions(), EVERYTHING], ids=["default", "everything"])
@given(text=TEXTS)
@example(text="می,\u200f")
@example(text="هم از بی کرد های موفق")  # the ending belongs to the word that is tied first
@example(text="نیرو های حالا بیخودی")  # a joined ending no longer shows a writer who types spaces
@examples(1500)
def test_a_second_pass_finds_nothing(options: NormalizeOptions, text: str) -> None:
    once = _normalized(text, options)
    assert find_edits(once, _persian(once), options).apply(once) == once


@given(first=TEXTS, second=TEXTS)
@examples(800)
def test_lines_are_decided_apart(first: str, second: str) -> None:
    options = NormalizeOptions()
    if first.endswith("\r"):
        first += "x"
    assert _normalized(first + "\n" + second, options) == (
        _normalized(first, options) + "\n" + _normalized(second, options)
    )


@given(
    text=st.lists(st.one_of(PIECES, st.sampled_from(["hello", " https://t.co/a,b ", "@ali ", "#می_رود ", "😀"]))).map(
        "".join
    )
)
@examples(500)
def test_edits_stay_inside_persian_spans(text: str) -> None:
    spans = split(text)
    inside = [span for span in spans if span.lang == "fa" and span.kind == "text"]
    for edit in find_edits(text, spans):
        assert any(span.start <= edit.start and edit.end <= span.end for span in inside), edit
        assert edit.rule and edit.reason


@given(text=st.text(st.characters(), max_size=40))
@examples(500)
def test_any_text_is_accepted(text: str) -> None:
    find_edits(text, _persian(text), EVERYTHING)


@pytest.mark.parametrize(
    "unit",
    [
        "ک",
        "\u200c",
        ".",
        " ",
        "کی",
        "ها ",
        "می ",
        "کار ",
        "کتاب، ",
        "ک\u200c",
        "( ",
        "سلام ",
        "ي",
        "ـ",
        "»",
        "ااا ",
        "\u200f",
        "«",
        "ش:",
        "ُ",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def normalized(length: int) -> None:
        text = unit * (length // len(unit))
        find_edits(text, _persian(text))

    assert_linear(normalized, 20_000, 160_000, slack=4)


@pytest.mark.parametrize("unit", ["می رود ", "کار ها "])
def test_time_is_linear_where_every_word_is_tied(unit: str) -> None:
    def tied(length: int) -> None:
        text = unit * (length // len(unit))
        assert len(find_edits(text, _persian(text))) == length // len(unit)

    assert_linear(tied, 16_000, 512_000, slack=3)


def test_time_is_linear_where_every_gap_changes() -> None:
    def spaced(length: int) -> None:
        text = "کتاب  " * (length // 6) + "."
        assert len(find_edits(text, _persian(text))) == length // 6

    assert_linear(spaced, 16_000, 512_000, slack=3)
