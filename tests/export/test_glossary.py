"""Terms from texts: what is one name is one term, what is not stays apart, and one spelling is preferred."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from persiantools.export.glossary import Glossary, Term
from persiantools.names import Alignment, Mention, NameLink, align

PERSIAN = ("احمد مسعود", "مسعود", "احمد شاه مسعود", "کابل")
ENGLISH = ("Ahmad Massoud", "Ahmad Massaod", "Massoud", "Kabul")


def link(persian: Iterable[str], english: Iterable[str], kind: str = "PER") -> NameLink:
    """A link whose mentions stand where it does not matter."""
    return NameLink(
        tuple(Mention(0, len(name), name, "fa") for name in persian),
        tuple(Mention(0, len(name), name, "en") for name in english),
        kind,
        0.9,
        "",
    )


def terms_of(*texts: list[NameLink]) -> tuple[Term, ...]:
    glossary = Glossary()
    for links in texts:
        glossary.add(Alignment(tuple(links)), "x", "x")
    return glossary.terms()


def preferred(term: Term) -> tuple[str, str]:
    return term.persian[0].text, term.english[0].text


def test_father_and_son_and_namesakes_of_one_text_stay_apart() -> None:
    father, son = link(["احمد شاه مسعود"], ["Ahmad Shah Massoud"]), link(["احمد مسعود"], ["Ahmad Massoud"])
    assert len(terms_of([father], [son])) == 2
    assert len(terms_of([son, son])) == 2
    assert [term.texts for term in terms_of([son, son], [son, son])] == [2, 2]


def test_a_name_of_several_texts_is_one_term() -> None:
    [term] = terms_of(
        [link(["احمد مسعود"], ["Ahmad Massoud"])],
        [link(["احمد مسعود"], ["Ahmad Masood", "Ahmad Masood"])],
        [link(["احمد مسعود", "مسعود"], ["Ahmad Massoud", "Ahmad Massoud"])],
    )
    assert preferred(term) == ("احمد مسعود", "Ahmad Massoud")
    assert {one.text: one.count for one in term.english} == {"Ahmad Massoud": 3, "Ahmad Masood": 2}
    assert (term.texts, term.count) == (3, 9)


def test_other_names_of_a_country_are_one_term_too() -> None:
    [term] = terms_of(
        [link(["آمریکا"], ["United States"], "LOC")],
        [link(["ایالات متحده"], ["United States"], "LOC")],
        [link(["ایالات متحده"], ["US"], "LOC")],
    )
    assert {one.text for one in term.persian} == {"آمریکا", "ایالات متحده"}


def test_preferred_is_the_most_frequent_then_the_fuller_then_the_longer() -> None:
    def best(*english: str, kind: str = "ORG") -> str:
        return preferred(terms_of([link(["ف"], english, kind)])[0])[1]

    assert best("A B C", "A B", "A B") == "A B"
    assert best("A", "A B") == "A B"
    assert best("Massaod", "Massoudi") == "Massoudi"
    assert best("b", "a") == "a"
    assert best("Taliban", "Taliban", "Taliban Movement") == "Taliban"
    assert best("Massoud", "Massoud", "Massoud", "Ahmad Massoud", kind="PER") == "Ahmad Massoud"
    assert best("Massoud", kind="PER") == "Massoud"


def test_white_space_in_a_name_is_one_space() -> None:
    assert preferred(terms_of([link(["احمد\n مسعود"], ["Ahmad\t\tMassoud"])])[0]) == ("احمد مسعود", "Ahmad Massoud")


def test_contexts_say_where_and_keep_to_the_line() -> None:
    text = "\nFirst line.\nYesterday Ahmad Massoud\tspoke. احمد مسعود گفت\nand more"
    glossary = Glossary()
    glossary.add(align(text), text, origins=("a", "b"))
    [term] = glossary.terms()
    assert [(one.origin, one.line, one.lang, one.name) for one in term.contexts] == [
        ("a", 3, "fa", "احمد مسعود"), ("b", 3, "en", "Ahmad Massoud"),
    ]  # fmt: skip
    assert term.contexts[1].text == "Yesterday Ahmad Massoud spoke. احمد مسعود گفت"
    none = Glossary(contexts=0)
    none.add(align(text), text)
    assert none.terms()[0].contexts == ()


def test_long_lines_are_cut_at_words() -> None:
    text = "word " * 50 + "Ahmad Massoud " + "word " * 50 + "احمد مسعود گفت"
    glossary = Glossary()
    glossary.add(align(text), text)
    shown = next(one.text for one in glossary.terms()[0].contexts if one.lang == "en")
    assert shown.startswith("…word") and shown.endswith("word…") and len(shown) < 100


@given(st.lists(st.lists(st.tuples(st.sampled_from(PERSIAN), st.sampled_from(ENGLISH)), max_size=3), max_size=5))
def test_every_mention_is_counted_once_and_the_order_is_settled(texts: list[list[tuple[str, str]]]) -> None:
    links = [[link([persian], [english]) for persian, english in text] for text in texts]
    terms = terms_of(*links)
    assert sum(term.count for term in terms) == 2 * sum(map(len, texts))
    assert sum(term.texts for term in terms) == sum(map(len, texts))
    assert terms == terms_of(*links)
