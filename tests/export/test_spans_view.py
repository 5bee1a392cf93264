"""Spans shown in a terminal: all the text, no row too wide."""

from hypothesis import given
from hypothesis import strategies as st

from persiantools.export.spans_view import spans_view
from persiantools.export.terminal import Screen, width
from persiantools.spans import Span
from persiantools.splitter import split

WORDS = st.lists(st.sampled_from(["سلام", "hello", "@ali", "۱۲", "salam", "\n", "قال", "😀"]), max_size=30).map(
    " ".join
)


def test_what_has_no_words_has_no_label() -> None:
    assert spans_view("— hi", [Span(0, 2, "zxx"), Span(2, 4, "en")], Screen()) == "— en:hi"


def test_colours_only_where_they_are_on() -> None:
    spans = split("hello سلام")
    assert "\x1b" not in spans_view("hello سلام", spans, Screen())
    assert "\x1b[32m" in spans_view("hello سلام", spans, Screen(colour=True))


@given(WORDS)
def test_rows_fit_the_screen(text: str) -> None:
    view = spans_view(text, split(text), Screen(columns=24, order="plain"))
    assert all(width(row) <= 24 for row in view.split("\n"))


@given(WORDS)
def test_nothing_is_lost(text: str) -> None:
    view = spans_view(text, split(text), Screen(columns=30, order="plain"))
    rest = iter(view)
    assert all(char in rest for char in text if not char.isspace())
