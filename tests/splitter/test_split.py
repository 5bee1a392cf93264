"""The laws of `split` on any text, and what language pieces are in."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.errors import OptionError
from persiantools.spans import KINDS, Span, check_tiling
from persiantools.splitter import dominant_language, split
from persiantools.splitter.deciding import decide, decide_persian
from persiantools.splitter.path import _path, _path_of_two
from persiantools.splitter.protected import find_protected
from persiantools.splitter.words import runs
from tests.strategies import chars, texts

WORDY = st.lists(
    st.sampled_from(
        ["سلام", "می\u200cرود", "كتاب", "الحكومة", "ښځې", "ہیں", "دەکات", "hello", "salam", "Müller", "привет",
         "漢字", "۱۲", "3.5", "@ali", "#ایران", "https://t.co/a", "😀", "«", "»", "(", ")", '"', "،", ".", " ", " ",
         "\n",
         "\u064b", "ـ", "٪"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def langs(text: str) -> list[tuple[str, str]]:
    return [(span.of(text), span.lang) for span in split(text) if span.lang != "zxx"]


@given(st.one_of(texts, WORDY))
def test_spans_tile_any_text(text: str) -> None:
    spans = split(text)
    check_tiling(spans, len(text))
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.kind in KINDS and 0.0 <= span.confidence <= 1.0 for span in spans)


@given(st.one_of(texts, WORDY), st.one_of(texts, WORDY), st.sampled_from(["\n", "\r\n"]))
def test_lines_are_decided_apart(first: str, second: str, line_break: str) -> None:
    if first.endswith("\r") and line_break == "\n":
        first += "."
    head = split(first + line_break)
    shift = len(first) + len(line_break)
    tail = [Span(s.start + shift, s.end + shift, s.lang, s.kind, s.confidence) for s in split(second)]
    assert split(first + line_break + second) == (*head, *tail)


@given(st.one_of(texts, WORDY))
def test_no_bound_inside_a_cluster_a_word_or_something_protected(text: str) -> None:
    for span in split(text)[1:]:
        before, after = text[span.start - 1], text[span.start]
        if before in "\r\n":
            continue
        assert unicodedata.category(after)[0] != "M"
        assert after not in "\u200c\u200d\ufe0f"
        arabic = "ابپتسلمنوهیكيئ"
        assert not (before in arabic and after in arabic)
        assert (
            not (before.isascii() and after.isascii() and before.isalpha() and after.isalpha()) or span.kind != "text"
        )


@given(WORDY)
def test_protected_stretches_are_spans_of_their_own(text: str) -> None:
    line = text.replace("\n", " ")
    bounds = {(span.start, span.end): span.kind for span in split(line)}
    for start, end, kind in find_protected(line):
        if end == len(line) or unicodedata.category(line[end])[0] != "M":
            assert bounds.get((start, end)) == kind


@given(st.text(chars, max_size=30))
def test_the_answer_does_not_depend_on_what_was_asked_before(text: str) -> None:
    first = split(text)
    split("Der schnelle braune Fuchs springt über den faulen Hund")
    assert split(text) == first


@pytest.mark.parametrize(
    "text",
    [
        "قیمت ۱۲۳۴ ریال",
        "٪۵۰ تخفیف ﷼",
        "ســـلام بر شما",
        "مي روم به كتابخانه و كمي كتاب مي خوانم",
        "دکتر عبدالرحمن الخطیب به تهران آمد",
        "سِحر یا سَحر؟ کدام درست است",
        "ریاست جمهوری افغانستان گفت که ولسوالی‌ها باز استند",
    ],
)
def test_persian_stays_one_language(text: str) -> None:
    assert {lang for _, lang in langs(text)} == {"fa"}


@pytest.mark.parametrize(
    "text",
    [
        "Hassan Rouhani met Ahmad Massoud in Tehran",
        "She writes for Der Spiegel in Berlin",
        "Golshifteh Farahani said on Monday",
        "Mullah Yaqoob and Amrullah Saleh were in Moscow",
        "I can't believe it... this is Iran's 3rd win!",
    ],
)
def test_names_in_english_switch_nothing(text: str) -> None:
    assert {lang for _, lang in langs(text)} == {"en"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلام world", [("سلام ", "fa"), ("world", "en")]),
        ("He said «سلام دنیا» and left", [("He said ", "en"), ("«سلام دنیا» ", "fa"), ("and left", "en")]),
        ('گفت "hello there" و رفت', [("گفت ", "fa"), ('"hello there" ', "en"), ("و رفت", "fa")]),
        ("text (متن)", [("text ", "en"), ("(متن)", "fa")]),
        ("привет دنیا", [("привет ", "und-Cyrl"), ("دنیا", "fa")]),
        ("سلام 3rd day", [("سلام ", "fa"), ("3rd day", "en")]),
    ],
)
def test_where_punctuation_goes(text: str, expected: list[tuple[str, str]]) -> None:
    assert langs(text) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("وأعلنت الحكومة أنها ستجري الانتخابات في موعدها", "ar"),
        ("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ", "ar"),
        ("ولسمشر وویل چې د هېواد وضعیت ښه دی", "ps"),
        ("وزیر اعظم نے کہا کہ حکومت عوام کے ساتھ ہے", "ur"),
        ("سەرۆکی هەرێم دەڵێت کە ئەم کارە باشە", "ckb"),
        ("salam azizam chetori, khoobi?", "fa-Latn"),
        ("the government said it would vote today", "en"),
        ("Der schnelle braune Fuchs springt über den faulen Hund", "de"),
        ("😀 123 https://t.co/a", "zxx"),
        ("", "zxx"),
    ],
)
def test_dominant_language(text: str, lang: str) -> None:
    assert dominant_language(text) == lang


@pytest.mark.parametrize("text", ["ݐ", "ࢠࢡ", "ݐ ݑ!", "@ali ݐ"])
def test_letters_that_say_nothing_of_their_language(text: str) -> None:
    assert {span.lang for span in split(text)} <= {"und", "zxx"}
    assert dominant_language(text) == "und"


@pytest.mark.parametrize("text", ["", " ", "12 ۳۴", "«!؟»", "😀", "\u0640", "\u064b"])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert {span.lang for span in split(text)} <= {"zxx"}
    assert dominant_language(text) == "zxx"


def test_a_word_that_says_nothing_follows_the_words_beside_it() -> None:
    assert {lang for _, lang in langs("این ݐ کتاب است")} == {"fa"}
    assert [lang for _, lang in langs("وأعلنت الحكومة أنها ستجري الانتخابات ݐ")] == ["ar"]


def test_a_word_of_several_languages_is_of_the_usual_one() -> None:
    assert [lang for _, lang in langs("ایالت")] == ["fa"]


def test_a_formula_of_arabic_is_arabic() -> None:
    text = "او گفت اللهم صل علی محمد و آل محمد و رفت"
    assert ("اللهم صل علی محمد و آل محمد ", "ar") in langs(text)


def test_languages_restrict_the_answers() -> None:
    text = "الحكومة تقول hello salam chetori"
    assert {span.lang for span in split(text, languages=["fa", "en"])} == {"fa", "en"}
    assert dominant_language("وأعلنت الحكومة", languages=["fa", "ps"]) in {"fa", "ps"}


@pytest.mark.parametrize("region", ["", "af", "AFG", "A1", "AF\n"])
def test_what_is_no_region(region: str) -> None:
    with pytest.raises(OptionError, match="two letters"):
        split("سلام", region=region)


@given(st.one_of(texts, WORDY))
def test_a_region_changes_the_tag_of_persian_alone(text: str) -> None:
    plain, regional = split(text), split(text, region="AF")
    assert [(span.start, span.end, span.kind) for span in regional] == [(s.start, s.end, s.kind) for s in plain]
    assert [span.lang for span in regional] == ["fa-AF" if span.lang == "fa" else span.lang for span in plain]


def test_the_article(article: str) -> None:
    spans = split(article)
    check_tiling(spans, len(article))
    persian = [span.of(article) for span in spans if span.lang == "fa"]
    assert len(persian) == 2
    assert persian[0].startswith("منابع افغانستان") and persian[0].endswith("رفتهاند. ")
    assert persian[1].startswith("— افغانستان اینترنشنال – خبر فوری")
    kinds = {span.of(article): span.kind for span in spans}
    assert kinds["pic.twitter.com/WmbDaWgAvR"] == "url" and kinds["@AFIntlBrk"] == "mention"
    assert {span.lang for span in spans} == {"en", "fa", "zxx"}


def test_langdetect_is_not_loaded_for_persian_and_english() -> None:
    import subprocess

    code = (
        "import sys; from persiantools.splitter import split; split('سلام hello'); print('langdetect' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(
    st.lists(st.tuples(st.floats(-7, 0), st.floats(-7, 0)), min_size=1, max_size=12),
    st.lists(st.sampled_from([1.6, 2.4, 3.2, 4.8, 9.0]), min_size=11, max_size=11),
)
def test_the_path_of_two_languages_is_the_general_one(scores: list[tuple[float, float]], costs: list[float]) -> None:
    assert _path_of_two(scores, costs[: len(scores) - 1]) == _path(scores, costs[: len(scores) - 1])


@given(
    st.lists(st.sampled_from(["کتاب", "من", "قال", "است", "الله", "و", "،", "«", "»", ".", "هغه", "يک"]), max_size=14)
)
def test_the_short_way_through_a_line_is_the_long_one(words: list[str]) -> None:
    line = " ".join(words)
    pieces, short = decide(line, runs(line, 0, len(line))) if words else [], decide_persian(line)
    assert [piece.lang for piece in pieces] == [piece.lang for piece in short]
    assert [piece.words for piece in pieces] == [piece.words for piece in short]
    assert [piece.margin for piece in pieces] == pytest.approx([piece.margin for piece in short])
