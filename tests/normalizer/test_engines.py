"""hazm as an engine, damage on mixed text, and the stages that come before normalization."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.predict_normalize import EVERYTHING
from persiantools.chars import lines
from persiantools.normalizer import NormalizeOptions, find_edits
from persiantools.normalizer.entities import find_entities
from persiantools.normalizer.furniture import find_furniture
from persiantools.normalizer.zwnj.storage import decode, encode, load_model
from persiantools.normalizing import explain, normalize, suggest_formal
from persiantools.passage import Options, analyze
from persiantools.splitter import split

DAMAGE = Path(__file__).resolve().parents[2] / "fixtures" / "normalize" / "damage.jsonl"
TWEET = "RT @ali_r2: او می رود https://t.co/Ab12.5 &amp; v3.12.1"


def test_hazm_runs_inside_the_persian_spans_only() -> None:
    edits = find_edits(TWEET, split(TWEET), NormalizeOptions(engine="hazm"))
    assert {edit.rule for edit in edits} == {"hazm"}
    text = edits.apply(TWEET)
    assert "می\u200cرود" in text
    assert all(kept in text for kept in ("RT @ali_r2:", "https://t.co/Ab12.5", "v3.12.1"))


def test_hazm_never_sees_a_word_that_no_language_has() -> None:
    text = "سلام " + "ک" * 20_000
    assert find_edits(text, split(text), NormalizeOptions(engine="hazm")).apply(text) == text


@pytest.mark.parametrize(
    "case", DAMAGE.read_text(encoding="utf-8").splitlines(), ids=lambda row: json.loads(row)["id"]
)
def test_with_every_rule_on_nothing_protected_is_damaged(case: str) -> None:
    row = json.loads(case)
    fold = str.maketrans("۰۱۲۳۴۵۶۷۸۹٫٬٪،", "0123456789.,%,")
    text = row["text"]
    once = find_edits(text, split(text), EVERYTHING).apply(text)
    for kind, kept in row["protected"]:
        if kind in ("number", "time/date", "phone"):
            assert once.translate(fold).count(kept.translate(fold)) == text.translate(fold).count(
                kept.translate(fold)
            )
        else:
            assert once.count(kept) == text.count(kept), kept


def test_entities_are_unescaped_once() -> None:
    assert find_entities("&amp;lt; &lt;").apply("&amp;lt; &lt;") == "&lt; <"
    assert not find_entities("AT&T; &nosuch; & &#; &#10; &NewLine; &#0;")
    assert find_entities("a&zwnj;b&nbsp;c").apply("a&zwnj;b&nbsp;c") == "a\u200cb\u00a0c"


def test_furniture_is_kept_dropped_or_masked() -> None:
    spans = split(TWEET)
    assert not find_furniture(TWEET, spans, NormalizeOptions())
    masked = find_furniture(TWEET, spans, NormalizeOptions(links="mask", retweet="mask")).apply(TWEET)
    assert "[link]" in masked and masked.startswith("[RT]") and "t.co" not in masked
    dropped = find_furniture(TWEET, spans, NormalizeOptions(links="drop")).apply(TWEET)
    assert "t.co" not in dropped and "  " not in dropped


def test_the_model_survives_its_bytes() -> None:
    model = load_model()
    again = encode(decode(encode(model)))
    assert again == encode(model)


def test_the_first_stage_joins_the_rules_and_the_edits_still_belong_to_the_source() -> None:
    options = NormalizeOptions(entities=True, links="drop", retweet="drop")
    found = explain(TWEET, options)
    assert found.text == "او می\u200cرود & v3.12.1" == found.edits.apply(TWEET)
    assert analyze(TWEET, options=Options(normalize=options)).edits == found.edits
    assert {rule for edit in found.edits for rule in edit.rules} == {"furniture", "entities", "zwnj"}
    assert explain("RT @a: RT @b: x", NormalizeOptions(retweet="drop")).text == "x"


@given(st.text(alphabet="&amp;#10gt;lt ایکRT@:\n\rhtps/.", max_size=40))
def test_the_first_stage_leaves_the_lines_of_any_text_in_number(text: str) -> None:
    options = NormalizeOptions(entities=True, links="drop", handles="mask", retweet="drop", attribution="drop")
    found = explain(text, options)
    assert found.text == found.edits.apply(text)
    assert len(list(lines(found.text + "."))) == len(list(lines(text + ".")))


def test_spoken_words_are_told_with_their_formal_form_and_stay() -> None:
    assert [word.formal for word in suggest_formal("if اگه خونه ای")] == ["اگر", "خانه"]
    assert normalize("اگه خونه") == "اگه خونه"
