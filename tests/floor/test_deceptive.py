"""Deceptive characters: what is harmless stays unreported, what is not is told with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.deceptive import find_deceptive

HARMLESS = (
    "plain English, and فارسی با نیم\u200cفاصله.",
    "\u2067بسته\u2069 and \u202bجاسازی\u202c",
    "قیمت 5\u200e%",
    "Привет, мир! Ελληνικά και English apart",
    "10 kΩ, 5 μm, Δx",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f flag",
    "",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_is_not_reported(text: str) -> None:
    assert find_deceptive(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("access = '\u202euser\u202c'", ["override"]),
        ("left open \u2067 to the end\nnext line \u2069", ["unclosed"]),
        ("/*\u202e } \u2066if (admin)\u2069 \u2066 begin */", ["override", "unclosed"]),
        ("p\u0430ypal.com and paypal.com", ["lookalike"]),
        ("Al\u03bfha", ["lookalike"]),
        ("a\u3164b \U000e0041\U000e0042", ["hidden", "hidden"]),
        ("سلام \u202dabc", ["override"]),
    ],
)
def test_what_deceives_is_told(text: str, kinds: list[str]) -> None:
    found = find_deceptive(text)
    assert [one.kind for one in found] == kinds
    assert all(one.message and text[one.start : one.end] for one in found)


@given(st.text(alphabet="ab\u0430\u03bf\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u3164\n ", max_size=60))
def test_places_are_sorted_and_lines_are_told_apart(text: str) -> None:
    found = find_deceptive(text)
    assert [*found] == sorted(found, key=lambda one: (one.start, one.end))
    shift, apart = 0, []
    for line in text.split("\n"):
        apart += [(one.start + shift, one.end + shift, one.kind) for one in find_deceptive(line)]
        shift += len(line) + 1
    assert [(one.start, one.end, one.kind) for one in found] == apart
