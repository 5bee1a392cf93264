"""The parts that judge spellings: lists of words in few bits, n-grams, spellings seen."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.attested import Attested, attested
from persiantools.names.ngrams import EDGE, NGrams
from persiantools.names.spelling_judge import KNOWN, LATIN_FEATURES, judge, latin_units
from persiantools.names.transducer import NATS
from persiantools.names.word_filter import WordFilter, hashed


def test_few_words_are_found_that_are_not_there() -> None:
    found = WordFilter.of([f"word{n}" for n in range(2_000)])
    wrong = sum(hashed(f"other{n}") in found for n in range(20_000))
    assert wrong < 40


def test_an_empty_list_holds_nothing() -> None:
    assert hashed("smith") not in WordFilter.of([])


@given(st.sets(st.text(max_size=12), max_size=40))
def test_every_word_of_a_list_is_found(words: set[str]) -> None:
    found = WordFilter.of(sorted(words))
    assert all(hashed(word) in found for word in words)
    assert WordFilter.of(sorted(words, reverse=True)).bits == found.bits


def _model() -> NGrams:
    """A model of "ab" and "aa": after the edge always a, after a either b or a or the end."""
    sections = {"x.0.histories": b"", "x.0.backoff": bytes([0]), "x.0.counts": array("H", [3]).tobytes()}
    sections |= {"x.0.next": array("H", [0, 1, 2]).tobytes(), "x.0.costs": bytes([20, 10, 30])}
    sections |= {"x.1.histories": array("H", [0]).tobytes(), "x.1.backoff": bytes([50])}
    sections |= {
        "x.1.counts": array("H", [1]).tobytes(),
        "x.1.next": array("H", [1]).tobytes(),
        "x.1.costs": bytes([1]),
    }
    return NGrams(sections, "x.")


def test_an_unknown_successor_costs_what_backing_off_costs() -> None:
    model = _model()
    assert [model.cost(EDGE, unit) for unit in (EDGE, "\x01", "\x02")] == [70, 1, 80]
    assert [model.cost("\x02", unit) for unit in (EDGE, "\x01", "\x02")] == [20, 10, 30]
    assert model.whole("\x01\x02") == 1 + 30 + 20
    assert model.end(EDGE + "\x01") == 20


def test_a_letter_that_was_never_seen_costs_and_is_no_error() -> None:
    assert _model().whole("\x03") > _model().whole("\x02")


def test_what_was_seen_is_known_and_the_rest_is_open() -> None:
    seen = Attested("احمد\tahmad 0\tahmed 9\nحسن\thassan 0".encode())
    assert seen.spellings("احمد") == {"ahmad": 0, "ahmed": 9}
    assert seen.are_pair("احمد", "ahmed") is True
    assert seen.are_pair("احمد", "hassan") is False
    assert seen.are_pair("احمد", "hasan") is seen.are_pair("ستاره", "hassan") is None
    assert seen.spellings("ستاره") == {}


@pytest.mark.parametrize(("persian", "latin"), [("محمود", "mohammad"), ("حسن", "hussein")])
def test_two_known_names_are_not_one(persian: str, latin: str) -> None:
    assert attested().are_pair(persian, latin) is False


def test_words_that_somebody_has_written_count() -> None:
    rows = judge().latin_features("اسمیت", [(0, "smith", ""), (0, "smyjth", "")])
    known, made_up = (dict(zip(LATIN_FEATURES, row, strict=True)) for row in rows)
    assert [known[kind] for kind in KNOWN][-2:] == [-NATS, -NATS]
    assert [made_up[kind] for kind in KNOWN] == [0] * len(KNOWN)
    assert known["letters"] < made_up["letters"]


def test_letters_are_numbered_from_one() -> None:
    assert latin_units("az") == "\x01\x1a"
