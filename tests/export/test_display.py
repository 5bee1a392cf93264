"""Persian on screens: visual order keeps every character, rows fit, nothing in a text can steer the terminal."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from persiantools.export.bidi import visual
from persiantools.export.table import columns_of
from persiantools.export.terminal import Order, Screen, does_bidi, printable, width
from tests.strategies import texts

ORDERS: tuple[Order, ...] = ("visual", "isolate", "plain")


def shape_free(text: str) -> str:
    """Letters in their plain forms, so that a shaped text can be compared with what it came from."""
    return "".join(unicodedata.normalize("NFKC", c) for c in text)


def test_letters_are_joined_and_turned() -> None:
    assert shape_free(visual("کتاب"))[::-1] == "کتاب"
    assert visual("کتاب") != "کتاب"[::-1]


@pytest.mark.parametrize(
    ("logical", "shown"),
    [
        ("ب (x) ب", "ﺏ (x) ﺏ"),
        ("«ب»", "«ﺏ»"),
        ("ب [۱۲]", "[۱۲] ﺏ"),
        ("a < b", "a < b"),
        ("ب 12:30 ب", "ﺏ 12:30 ﺏ"),
    ],
)
def test_brackets_are_mirrored_and_numbers_stay(logical: str, shown: str) -> None:
    assert visual(logical) == shown


@pytest.mark.parametrize(
    "unit", ["👨\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "👩🏽\u200d💻", "🇮🇷", "é".replace("é", "e\u0301")]
)
def test_what_belongs_to_one_character_stays_in_order(unit: str) -> None:
    assert unit in visual(f"این {unit} آن")


def test_marks_stay_behind_their_letter() -> None:
    shown = visual("بِب")
    assert [unicodedata.combining(c) > 0 for c in shown] == [False, False, True]


def test_each_line_is_turned_alone_and_breaks_stay() -> None:
    first, second = visual("یک ab\r\ncd دو").split("\r\n")
    assert first.startswith("ab ") and second.startswith("cd ")


@given(texts)
@example("\u200f<")  # becomes its mirror image, as brackets do
def test_visual_keeps_every_visible_character(text: str) -> None:
    def kept(value: str) -> Counter[str]:
        shown = [c for c in unicodedata.normalize("NFKD", value) if not unicodedata.mirrored(c)]
        return Counter(c for c in shown if c.isalnum() or unicodedata.category(c).startswith("S"))

    plain = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert kept(visual(text)) == kept(plain)


@given(texts)
def test_nothing_printable_can_steer_a_terminal(text: str) -> None:
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in printable(text))


@given(texts, st.integers(1, 40), st.sampled_from(ORDERS))
def test_a_piece_fits(text: str, columns: int, order: Order) -> None:
    assert width(Screen(100, order).piece(text, columns)) <= max(columns, 2)


@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=5), st.integers(40, 120))
def test_rows_fit_the_screen(rows: list[tuple[str, str, str]], columns: int) -> None:
    for order in ORDERS:
        shown = columns_of(rows, Screen(columns, order))
        assert shown.count("\n") == len(rows) - 1
        assert all(width(line) <= columns for line in shown.split("\n"))


def test_columns_are_aligned_whatever_their_script() -> None:
    lines = columns_of([("سلام", "x"), ("a", "y")], Screen(80, "visual")).split("\n")
    assert [width(line[: line.index(end)]) for line, end in zip(lines, "xy", strict=True)] == [8, 8]


def test_long_lines_are_wrapped_before_they_are_reordered() -> None:
    text = " ".join(["یک", "دو", "سه", "چهار", "پنج", "شش"])
    rows = Screen(9, "visual").paragraphs(text).split("\n")
    assert len(rows) > 2 and all(width(row) <= 9 for row in rows)
    assert shape_free(rows[0])[::-1].strip().startswith("یک")
    assert Screen(9, "isolate").paragraphs(text) == text


@pytest.mark.parametrize(
    ("environment", "answer"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "5202"}, False),
        ({"VTE_VERSION": "6003", "TMUX": "/tmp/x"}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"KONSOLE_VERSION": "220801"}, True),
        ({"TERM_PROGRAM": "mintty", "TERM": "xterm"}, True),
        ({"TERM_PROGRAM": "WezTerm", "TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, False),
        ({"WT_SESSION": "0b9c", "TERM": "xterm-256color"}, False),
    ],
)
def test_terminals_that_do_bidi_are_known(environment: dict[str, str], answer: bool) -> None:
    assert does_bidi(environment) is answer


def test_colours_are_only_where_they_are_wanted() -> None:
    assert Screen().paint("x", "red") == "x"
    assert Screen(colour=True).paint("x", "red") == "\x1b[31mx\x1b[0m"
