"""The learned letter tables, and the search through them."""

from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.fold import PERSIAN_LETTERS, latin_words, persian_words
from persiantools.names.skeleton import unlike
from persiantools.names.transducer import HOPELESS, UNREACHABLE, Table, cheapest, likeness, transliteration


def naive(tables: list[Table], word: str) -> int:
    """Cheapest cost by trying every cut; a letter that no chunk accounts for costs six nats."""
    best = [{0: 0}]
    for table in tables:
        row: dict[int, int] = {}
        for start, so_far in best[-1].items():
            for end in range(start, min(start + 4, len(word)) + 1):
                if word[start:end] in table:
                    row[end] = min(row.get(end, UNREACHABLE), so_far + table[word[start:end]])
        for end in range(len(word)):
            if end in row:
                row[end + 1] = min(row.get(end + 1, UNREACHABLE), row[end] + 96)
        best.append(row)
    return best[-1].get(len(word), UNREACHABLE)


persian = st.text(PERSIAN_LETTERS, min_size=1, max_size=6)
latin = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)


@given(persian, latin)
def test_the_beam_never_finds_a_cheaper_way_than_an_exhaustive_search(source: str, target: str) -> None:
    known = transliteration()
    tables, word = known.persian(source), known.as_latin(target)
    assert cheapest(tables, word) >= naive(tables, target)


@given(st.sampled_from(["مسعود massoud", "یعقوب yaqoob", "خواجه khwaja", "تهران tehran", "جورج george"]))
def test_the_beam_is_exact_for_names_that_belong_together(pair: str) -> None:
    source, target = pair.split()
    known = transliteration()
    tables = known.persian(source)
    assert cheapest(tables, known.as_latin(target)) == naive(tables, target)


@given(persian, latin)
def test_likeness_is_bounded(source: str, target: str) -> None:
    assert HOPELESS <= likeness(source, target) <= 16 * 100


def test_spelling_conventions_are_alike_and_other_names_are_not() -> None:
    for latin_name in ("massoud", "masood", "masoud", "massaod", "masud"):
        assert likeness("مسعود", latin_name) > 4 * 16
    for other in ("ahmad", "khalili", "tehran", "saleh"):
        assert likeness("مسعود", other) < 0


def test_words_that_the_first_look_calls_unlike_are_no_spellings() -> None:
    same = [
        ("مسعود", "massoud"),
        ("شوارتزنگر", "schwarzenegger"),
        ("وان", "vaughan"),
        ("کمپل", "campbell"),
        ("لی", "lee"),
    ]
    assert not any(unlike(persian_name, latin_name) for persian_name, latin_name in same)


def test_words_with_two_other_consonants_are_unlike_at_first_look() -> None:
    assert unlike("کریم", "kamal") and unlike("کریم", "bagher")
    assert not unlike("رستم", "rostan")  # one: letters are compared


def test_folds_part_words_and_drop_signs() -> None:
    assert persian_words("ﻣﺤﻤﺪ‌رضا ۱۲") == ("محمد", "رضا", "12")
    assert latin_words("O’Brien-Çağlar Ḩ") == ("obrien", "caglar", "h")
    assert persian_words("English") == latin_words("فارسی") == ()
