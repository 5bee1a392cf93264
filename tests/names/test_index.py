"""Candidates must not be lost before they are compared."""

from persiantools.names.index import CandidateIndex
from persiantools.names.skeleton import skeletons

NAMES = ["Ahmad Massoud", "Tehran", "Germany", "FBI", "Resistance Front", "Jim Sensenbrenner", "Abdullah", "Geneva"]


def found(persian: str, limit: int = 3) -> list[str]:
    return [NAMES[number] for number in CandidateIndex(NAMES).candidates(persian, limit)]


def test_a_name_with_nothing_in_common_is_no_candidate() -> None:
    assert "Tehran" not in found("بگرام", 8)
    assert found("۱۲") == []


def test_spellings_translations_and_letters_are_candidates() -> None:
    assert found("مسعود")[0] == "Ahmad Massoud"
    assert found("آلمان")[0] == "Germany"
    assert found("اف بی آی")[0] == "FBI"
    assert found("جبهه مقاومت")[0] == "Resistance Front"
    assert "Jim Sensenbrenner" in found("جیمز سنسنبرنر")
    assert "Abdullah" in found("عبد الله")


def test_no_more_than_the_limit() -> None:
    assert len(CandidateIndex(["Ali"] * 100).candidates("علی", 7)) == 7


def test_readings_of_a_skeleton_are_bounded() -> None:
    assert len(skeletons("gcgcgcgcgcgcgcgc")) == 8
