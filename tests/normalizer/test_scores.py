"""The fast sums beside the plain ones: a score is that of the named features, a bound is not below what it bounds."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persiantools.normalizer import DEFAULT
from persiantools.normalizer.line import QUIET_ENDS, QUIET_GAPS
from persiantools.normalizer.spacing import normalize_gap
from persiantools.normalizer.zwnj.boundaries import GapScorer, gaps, window_features
from persiantools.normalizer.zwnj.joining import NO_WORD, context_features, pair_features
from persiantools.normalizer.zwnj.pair_scores import PairScorer
from persiantools.normalizer.zwnj.segmentation import candidates, segmentation_features
from persiantools.normalizer.zwnj.storage import load_model
from persiantools.normalizer.zwnj.word_scores import WordScorer

LETTERS = "ابپتجچحخدرزسشعغفقکگلمنوهی"


@cache
def _known() -> list[str]:
    return [word for word in sorted(load_model().lexicon.words) if word]


@cache
def _pairs() -> list[tuple[str, str]]:
    pairs = (pair.partition(" ") for pair in sorted(load_model().lexicon.pairs))
    return [(left, right) for left, _, right in pairs if left and right]


@cache
def _pair_scorer() -> PairScorer:
    return PairScorer(load_model().pair, load_model().lexicon)


WORDS = st.one_of(
    st.deferred(lambda: st.sampled_from(_known())),
    st.lists(st.deferred(lambda: st.sampled_from(_known())), min_size=2, max_size=3).map("".join),
    st.text(alphabet=LETTERS, min_size=1, max_size=12),
)
PAIRS = st.one_of(st.deferred(lambda: st.sampled_from(_pairs())), st.tuples(WORDS, WORDS))


@given(word=WORDS)
@settings(max_examples=200)
def test_gaps_score_what_their_features_weigh(word: str) -> None:
    model = load_model()
    scorer = GapScorer(model.boundary)
    for _ in range(2):  # the second time from memory
        scores = scorer.scores(word)
        assert list(scores) == list(gaps(word))
        for at in gaps(word):
            assert scores[at] == sum(model.boundary.get(name, 0.0) for name in window_features(word, at))


@given(word=WORDS)
@settings(max_examples=200)
def test_ways_to_part_a_word_are_worth_what_their_features_weigh(word: str) -> None:
    model = load_model()
    scores = GapScorer(model.boundary).scores(word)
    ways = candidates(scores)
    scorer = WordScorer(model.whole, model.lexicon)
    for _ in range(2):
        for cuts, worth in zip(ways, scorer.worths(word, ways, scores), strict=True):
            inside, outside, names = segmentation_features(word, cuts, scores, model.lexicon)
            get = model.whole.get
            plain = (
                inside * get("inside", 0.0) + outside * get("outside", 0.0) + sum(get(name, 0.0) for name in names)
            )
            assert worth == pytest.approx(plain)


@given(pair=PAIRS, before=WORDS, after=st.one_of(WORDS, st.just(NO_WORD)))
@settings(max_examples=300)
def test_pairs_score_what_their_features_weigh_and_none_is_refused_that_is_tied(
    pair: tuple[str, str], before: str, after: str
) -> None:
    model = load_model()
    scorer = _pair_scorer()
    left, right = pair
    alone = sum(model.pair.get(name, 0.0) for name in pair_features(left, right, model.lexicon))
    around = sum(model.pair.get(name, 0.0) for name in context_features(before, left, right, after, model.lexicon))
    for _ in range(2):
        assert scorer.alone(left, right) == pytest.approx(alone)
        assert scorer.around(before, left, right, after) == pytest.approx(around)
        score, most = scorer.with_most(left, right)
        assert score == pytest.approx(alone)
        assert most >= alone + around - 1e-9


@pytest.mark.parametrize("gap", sorted(QUIET_GAPS))
def test_no_rule_changes_a_quiet_gap(gap: str) -> None:
    for before, after, brackets in product("wsxaen", "wsxaen", (True, False)):
        assert normalize_gap(gap, before, after, brackets, DEFAULT) is None, (before, after)


@pytest.mark.parametrize("gap", sorted(QUIET_ENDS))
def test_no_rule_changes_a_quiet_gap_at_the_end_of_a_span(gap: str) -> None:
    for before, after, brackets in product("wsxaen", "aen", (True, False)):
        assert normalize_gap(gap, before, after, brackets, DEFAULT) is None, (before, after)
