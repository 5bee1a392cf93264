"""One entity, one link; namesakes apart; nothing linked in doubt."""

import itertools
import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from persiantools.names import Alignment, NameRegister, align, projection
from persiantools.names.lexicon import persian_lexicon
from persiantools.names.projection import project
from persiantools.names.units import LEAST, UnitIndex, unit_evidence
from persiantools.names.words import latin_parts, persian_tokens
from persiantools.spans import Span


def pairs(found: Alignment) -> set[tuple[str, str]]:
    return {(p.text, e.text) for link in found.links for p in link.persian for e in link.english}


def test_namesakes_stay_apart() -> None:
    text = "Ahmad Shah Massoud was the father of Ahmad Massoud.\nاحمد مسعود به دوشنبه رفت."
    assert pairs(align(text)) == {("احمد مسعود", "Ahmad Massoud")}


def test_brothers_stay_apart() -> None:
    found = align(
        persian="حبیب الله سلطانی و حمیدالله سلطانی آمدند.", english="Habibullah Sultani and Hamidullah Sultani came."
    )
    assert pairs(found) == {("حبیب الله سلطانی", "Habibullah Sultani"), ("حمیدالله سلطانی", "Hamidullah Sultani")}


def test_a_letter_that_no_name_has_stops_nothing() -> None:
    assert ("احمد مسعود", "Ahmad Massoud²") in pairs(align("احمد مسعود spoke. Ahmad Massoud² and Massoud³, Ⅳ①ªﬁ."))


def test_a_place_is_not_the_body_named_after_it() -> None:
    found = align("He told Iran International that he was well.\nاو در ایران زندگی می‌کند.")
    assert pairs(found) == set()


def test_a_full_name_is_not_another_with_the_same_given_name() -> None:
    found = align(persian="علیرضا بیرانوند گفت.", english="They saw Alireza Jahanbakhsh.")
    assert pairs(found) == set()


def test_all_spellings_and_short_forms_are_in_one_link() -> None:
    text = "They met Ahmad Massoud and, later, Ahmad Massaod. Massoud left.\nاحمد مسعود رفت."
    assert {english for _, english in pairs(align(text))} == {"Ahmad Massoud", "Ahmad Massaod", "Massoud"}


@pytest.mark.parametrize(
    ("persian", "english"),
    [
        ("او در دانشگاه هامبورگ درس خواند.", "He studied at the University of Hamburg."),
        ("دبیر سازمان ملل گفت.", "The UN said so."),
        ("به آلمان رفت.", "She left for Germany."),
        ("جبهه مقاومت پیروز شد.", "The Resistance Front won."),
        ("عبد الله عبد الله آمد.", "They say Abdullah Abdullah came."),
        ("یحیی گل‌محمدی آمد.", "They say Yahya Gol-Mohammadi came."),
    ],
)
def test_one_link(persian: str, english: str) -> None:
    assert len(align(persian=persian, english=english).links) == 1


def test_the_article(article: str) -> None:
    found = pairs(align(article))
    by_persian: dict[str, set[str]] = {}
    for persian, english in found:
        by_persian.setdefault(persian, set()).add(english)
    assert by_persian["احمد مسعود"] == {"Ahmad Massoud", "Ahmad Massaod", "Massoud"}
    assert by_persian["امرالله صالح"] == {"Amrullah Saleh"}
    assert by_persian["ملا برادر"] == {"Mullah Baradar"}
    assert by_persian["ملا یعقوب"] == {"Mullah Yaqoob", "Mullah Yakoob"}
    assert by_persian["افغانستان انترنشنال"] == {"Afghan International News"}
    assert by_persian["طالبان"] == {"Taliban"}
    assert by_persian["روسیه"] == {"Russia"}
    assert by_persian["جبهه مقاومت"] == {"Resistance Front"}


def test_what_the_article_leaves_unlinked(article: str) -> None:
    alone = {frozenset(m.text for m in group.mentions) for group in align(article).unlinked_english}
    assert frozenset({"Maria Zakharova"}) in alone
    assert frozenset({"Makhdoom Alam"}) in alone
    assert frozenset({"Sirajuddin Haqqani"}) in alone
    assert frozenset({"Amir Mutaqqi", "Amir Muttaqi", "Muttaqi"}) in alone
    assert frozenset({"Ismail Khan", "Ismal Khan"}) in alone


def test_every_mention_is_in_one_place(article: str) -> None:
    found = align(article)
    groups = [link.persian + link.english for link in found.links]
    groups += [group.mentions for group in found.unlinked_persian + found.unlinked_english]
    mentions = list(itertools.chain.from_iterable(groups))
    assert len(mentions) == len(set(mentions))
    assert all(0 <= link.score <= 1 and link.persian and link.english for link in found.links)


def test_the_answer_is_the_same_again(article: str) -> None:
    assert align(article) == align(article)


def test_align_needs_both_sides() -> None:
    with pytest.raises(TypeError, match="together"):
        align(persian="احمد")


def test_a_glossary_comes_first_and_needs_no_capitals() -> None:
    glossary = NameRegister([("پرچم", "the banner project", "ORG")])
    found = align(persian="پرچم امروز آغاز شد.", english="Work on the banner project began.", glossary=glossary)
    assert pairs(found) == {("پرچم", "banner project")}


def test_a_register_is_read_and_not_changed() -> None:
    register = NameRegister()
    first = align(persian="جبهه مقاومت آمد.", english="The Resistance Front came.", register=register)
    assert len(register) == 0
    register.learn(first)
    assert register.english("جبهه مقاومت") == ("Resistance Front",)


PERSIAN = re.findall(
    r"\w+", "احمد مسعود شاه صالح امرالله یعقوب برادر ملا طالبان روسیه جبهه مقاومت کریمی ژیار در به گفت"
)
LATIN = re.findall(r"\w+", "Ahmad Massoud Shah Saleh Amrullah Yaqoob Baradar Taliban Russia Resistance Front Karimi")


class _Exhaustive:
    """The same index without one: every English unit is compared with every Persian one."""

    def __init__(self, forms: Sequence[Sequence[str]]) -> None:
        self._index = UnitIndex(forms)
        self._units = sorted({"".join(form[a:b]) for form in forms for a in range(len(form)) for b in (a + 1, a + 2)})
        self.places = self._index.places

    def matches(self, key: str) -> list[tuple[str, int]]:
        known = [unit for unit in self._units if self.places(unit)]
        return [(unit, evidence) for unit in known if (evidence := unit_evidence(key, unit)) >= LEAST]


def test_the_candidate_index_loses_no_match() -> None:
    index, exhaustive = (
        UnitIndex([latin_parts(word) for word in LATIN]),
        _Exhaustive([latin_parts(word) for word in LATIN]),
    )
    for word in PERSIAN:
        assert index.matches(word) == exhaustive.matches(word)


@given(
    st.lists(st.sampled_from(PERSIAN), max_size=12),
    st.lists(st.lists(st.sampled_from(LATIN), min_size=1, max_size=3), max_size=6),
)
def test_windows_agree_with_an_exhaustive_search(persian: list[str], english: list[list[str]]) -> None:
    text = " ".join(persian)
    words = persian_tokens(text, [Span(0, len(text), "fa")] if text else [])
    forms = list(dict.fromkeys(latin_parts(" ".join(name)) for name in english))
    found = {
        (w.start, w.end, w.form): w.evidence for w in sorted(project(words, forms, {}), key=lambda w: w.evidence)
    }
    for number, form in enumerate(forms):
        for start in range(len(words)):
            for end in range(start + 1, min(start + 3, len(words)) + 1):
                best = _plain_evidence([w.key for w in words[start:end]], form)
                if best is not None:
                    assert found.get((start, end, number), -(1 << 20)) >= best


def _plain_evidence(keys: list[str], form: tuple[str, ...]) -> int | None:
    """The evidence for a full match, word by word in the order given, tried in every way."""
    if len(keys) != len(form):
        return None
    values = [unit_evidence(key, unit) for key, unit in zip(keys, form, strict=True)]
    return sum(values) if all(value >= 56 for value in values) else None


def _exhaustively(text: str, monkeypatch: pytest.MonkeyPatch) -> Alignment:
    """The answer of `align` when every English unit is compared with every Persian one."""
    with monkeypatch.context() as patched:
        patched.setattr(projection, "UnitIndex", _Exhaustive)
        return align(text)


@pytest.mark.skipif(not projection.__file__.endswith(".py"), reason="compiled: nothing can be put in its place")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(st.lists(st.sampled_from(PERSIAN), min_size=1, max_size=8), max_size=3),
    st.lists(st.lists(st.sampled_from(LATIN), min_size=1, max_size=3), max_size=4),
)
def test_links_agree_with_an_aligner_that_compares_everything(
    monkeypatch: pytest.MonkeyPatch, persian: list[list[str]], english: list[list[str]]
) -> None:
    lines = [f"They say that {' '.join(name)} came." for name in english] + [" ".join(words) for words in persian]
    random.Random(len(lines)).shuffle(lines)
    text = "\n".join(lines)
    assert align(text) == _exhaustively(text, monkeypatch)


def test_time_is_linear() -> None:
    rng = random.Random(7)
    base = "احمد مسعود با امرالله صالح به روسیه رفت.\nAhmad Massoud and Amrullah Saleh went to Russia.\n"
    names = [f"Ka{rng.choice('bdrmn')}a{rng.choice('bdrmn')}i Sa{rng.choice('bdrmn')}ad" for _ in range(300)]
    text = base * 150 + "".join(f"They met {name} there.\n" for name in names)
    assert align(text).links


def test_the_lexicon_knows_a_title() -> None:
    assert "T" in persian_lexicon()["ملا"].lists
