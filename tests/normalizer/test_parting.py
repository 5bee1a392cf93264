"""ZWNJ that somebody has typed: which stay, and which part a word that no style parts."""

import pytest

from persiantools import normalize


@pytest.mark.parametrize("word", ["دا\u200cرد", "رئی\u200cس", "کشو\u200cر"])
def test_one_in_the_middle_of_a_word_is_taken_out(word: str) -> None:
    assert normalize(f"او {word} را") == f"او {word.replace(chr(0x200C), '')} را"


@pytest.mark.parametrize("word", ["باز\u200cنگری", "باز\u200cجویان", "بد\u200cبختی", "بحر\u200cالعلوم"])
def test_one_before_what_ends_other_words_stays(word: str) -> None:
    """The last part is no word by itself, but it is one of words that are written in parts."""
    assert word in normalize(f"او {word} را")


def test_a_word_that_is_stretched_is_parted_as_if_it_were_not() -> None:
    assert normalize("میخوااااام") == "می\u200cخوااااام"
