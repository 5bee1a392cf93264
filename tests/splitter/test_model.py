"""The language model of words: packed sums, words known by heart, and what is remembered."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.splitter import model, split
from persiantools.splitter.features import MOST_FEATURES, arabic_features
from persiantools.splitter.formulas import loose, opens_formula
from persiantools.splitter.model import largest_weight, word_model
from persiantools.splitter.path import USUAL, best_path, changes, pays
from persiantools.splitter.protected import _HINT, _TRIGGER, find_protected
from persiantools.splitter.words import ARABIC_SCRIPT, LATIN_SCRIPT, PLAIN, WORDS, gaps
from tests.strategies import texts

LISTS = Path(__file__).parents[2] / "training" / "words"
LETTERS = st.text("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةأښځڵەێٹے", min_size=1, max_size=60)


@given(LETTERS)
def test_a_word_has_so_many_features_at_most(word: str) -> None:
    assert len(arabic_features(word)) <= MOST_FEATURES


@pytest.mark.parametrize("script", [ARABIC_SCRIPT, LATIN_SCRIPT])
def test_no_weight_is_larger_than_its_lane_takes(script: int) -> None:
    data = word_model(script)._data
    packed = data.windows().values()
    lanes = {(weights + data.zeros >> shift) & data.mask for weights in packed for shift in data.shifts}
    assert max(abs(lane - data.zero) for lane in lanes) <= largest_weight(len(data.languages))


@given(LETTERS)
def test_scores_of_a_word_lie_between_the_floor_and_the_likeliest(word: str) -> None:
    scores = word_model(ARABIC_SCRIPT).computed(word)
    assert max(scores) == 0.0 and min(scores) >= model._FLOOR


def words_listed(script: int) -> list[str]:
    """Common words of the script, ours."""
    names = ("fa", "ar", "ps", "ur", "ckb") if script == ARABIC_SCRIPT else ("en", "fa-Latn", "other")
    return sorted({word for name in names for word in (LISTS / f"{name}.txt").read_text(encoding="utf-8").split()})


@pytest.mark.parametrize("script", [ARABIC_SCRIPT, LATIN_SCRIPT])
def test_known_words_say_what_their_windows_say(script: int) -> None:
    known = word_model(script)
    words = [word for word in words_listed(script) if known._row(word) >= 0]
    assert len(words) > 1_000
    for word in words:
        assert known.scores([word])[0] == pytest.approx(known.computed(word), abs=model.STEP / 2 + 1e-9)
        assert known.gains([word])[0] == pytest.approx(model.gain(known.scores([word])[0]))


def test_of_words_that_nobody_writes_hardly_any_is_known() -> None:
    known = word_model(ARABIC_SCRIPT)
    made = ("".join(letters) for letters in product("\u067e\u0622\u0698\u063a\u0638\u06c6\u0693\u0688", repeat=5))
    assert sum(known._row(word) >= 0 for word in made) < 8


def test_the_known_words_that_open_formulas() -> None:
    known = word_model(ARABIC_SCRIPT)
    openers = known._data.openers
    assert openers == {word: loose(word) for word in openers if opens_formula(loose(word))}
    listed = [word for word in words_listed(ARABIC_SCRIPT) if known._row(word) >= 0]
    assert {word for word in listed if opens_formula(loose(word))} <= openers.keys()


SOME = st.sampled_from(["سلام", "كتاب", "اللهم", "صل", "علی", "محمد", "hello", "salam", "xyzw", "ژژپ"])


@given(st.lists(SOME, max_size=12))
def test_forgetting_changes_no_answer(words: list[str]) -> None:
    line = " ".join(words)
    remembered = split(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "_MEMO_SIZE", 0)
        assert split(line) == remembered


@given(texts)
def test_the_hint_comes_no_later_than_what_it_hints_at(text: str) -> None:
    hint, trigger = _HINT.search(text), _TRIGGER.search(text)
    assert trigger is None or (hint is not None and hint.start() <= trigger.start())


@given(st.text(st.sampled_from("ابکۀۃ۔\u06d4\u064b\u200c «»،؛؟!().\"'-+/:@1a#"), max_size=20))
def test_nothing_protected_is_in_plain_text(text: str) -> None:
    assert not PLAIN.fullmatch(text) or not find_protected(text)


@given(st.lists(st.floats(-7, 7), min_size=1, max_size=15), st.sampled_from([1.6, 2.4, 3.2]))
def test_whether_a_change_pays(gains: list[float], cost: float) -> None:
    size = len(gains)
    runs = [(start, end) for start in range(size) for end in range(start + 1, size + 1)]
    changes = {(start, end): (start > 0) + (end < size) for start, end in runs}
    paid = any(
        sum(gains[start:end]) > (cost * changes[start, end] if changes[start, end] else USUAL) + 1e-9
        for start, end in runs
    )
    assert pays(gains, cost) or not paid


ROW = st.tuples(*[st.floats(-7, 0)] * 3)
COSTS = st.lists(st.sampled_from([1.6, 2.4, 3.2, 4.8, 9.0]), min_size=9, max_size=9)


@given(st.lists(ROW, min_size=1, max_size=10), COSTS)
def test_where_no_change_pays_the_best_path_has_none(scores: list[tuple[float, ...]], costs: list[float]) -> None:
    between = costs[: len(scores) - 1]
    if not changes([model.gain(row) for row in scores], between):
        assert best_path(scores, between) == [0] * len(scores)


@given(st.lists(st.tuples(*[st.floats(-7, 0)] * 2), min_size=1, max_size=10), COSTS)
def test_of_two_languages_it_is_known_exactly(scores: list[tuple[float, ...]], costs: list[float]) -> None:
    between = costs[: len(scores) - 1]
    if any(best_path(scores, between)):
        assert changes([model.gain(row) for row in scores], between)


@given(st.text("اب\u0640\u064b\u200c ۱2-،_.", max_size=20))
def test_there_is_a_gap_between_any_two_words(line: str) -> None:
    assert len(gaps(line)) == max(len(WORDS[ARABIC_SCRIPT].findall(line)) - 1, 0)
