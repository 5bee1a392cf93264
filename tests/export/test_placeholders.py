"""Protecting text from translation: back it comes, whatever it is, and what went wrong on the way is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persiantools.errors import OptionError
from persiantools.export.placeholders import PROTECTED_KINDS, Kept, check_tags, protect, restore
from persiantools.export.tags import FORMS
from persiantools.names import NameRegister
from tests.soak.hostile import hostile_texts

TAGLIKE = st.sampled_from(
    ['<x id="1"/>', '<x id="', "<x", "/>", '"', "1", "۲", "{1}", "{", "}",
     "⟦1⟧", "⟦", "⟧", "< X ID = «2» / >", " ", "\n",
     "https://t.co/A", "@ali", "#ب", "12", "5", "😀", "احمد مسعود", "Ahmad Massoud",
     "<x id=<x id=\"1\"/>", "</x>", "&lt;", "/x&gt;", "&quot;"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(TAGLIKE, max_size=12).map("".join), hostile_texts(20))


@pytest.mark.parametrize("form", FORMS)
@given(text=TEXTS, names=st.booleans())
@settings(max_examples=300)
def test_what_is_protected_comes_back(form: str, text: str, names: bool) -> None:
    protected = protect(text, names=names, form=form)  # type: ignore[arg-type]
    assert restore(protected.text, protected.kept) == text
    assert check_tags(protected.text, protected.kept) == ()
    assert "".join(kept.text for kept in protected.kept) or not protected.kept


def test_only_what_is_meant_to_be_is_put_aside() -> None:
    text = "او 5 کتاب از https://t.co/Ab12.5 و @ali_r2 و a@b.com #کتاب گرفت 😀 و رفت"
    protected = protect(text)
    assert [kept.kind for kept in protected.kept] == ["number", "url", "mention", "email", "hashtag"]
    assert protected.text.startswith('او <x id="1"/> کتاب از <x id="2"/> و <x id="3"/>')
    assert [kept.text for kept in protect(text, kinds={"emoji"}).kept] == ["😀"]
    assert "emoji" not in PROTECTED_KINDS


def test_names_come_back_as_the_other_language_writes_them() -> None:
    text = "Ahmad Massoud spoke. احمد مسعود گفت که اشرف غنی رفت."
    protected = protect(text, names=True)
    persian = {kept.text: kept.target for kept in protected.kept if kept.kind == "name"}
    assert persian["احمد مسعود"] == "Ahmad Massoud" and persian["Ahmad Massoud"] == "احمد مسعود"
    assert persian["اشرف غنی"].startswith("Ashraf")
    number = 1 + [kept.text for kept in protected.kept].index("احمد مسعود")
    assert restore(f'said <x id="{number}"/>', protected.kept, target=True) == "said Ahmad Massoud"
    assert restore(f'said <x id="{number}"/>', protected.kept) == "said احمد مسعود"


@pytest.mark.parametrize(
    "mangled",
    ['<x id="1"/>', "<X ID=1>", "< x id = «۱» / >", "<x id=“1” />", "<x id='١'/>", '<x id="01"/>', '<x id="1"></x>',
     '<x id="1"/> </x>', "&lt;x id=&quot;1&quot;/&gt;", "&lt;x id=1&gt;&lt;/x&gt;"],
)  # fmt: skip
def test_what_translators_do_to_tags_is_understood(mangled: str) -> None:
    kept = [Kept("@ali", "mention")]
    assert restore(f"به {mangled} گفت", kept) == "به @ali گفت"
    assert check_tags(mangled, kept) == ()


def test_other_brackets_are_no_tags() -> None:
    kept = [Kept("@ali", "mention")]
    for text in ("<x id=1", "<y id=1/>", '<x  name="1"/>', "{1}", "x id=1/>", '<x\nid="1"/>'):
        assert restore(text, kept) == text


def test_lost_doubled_and_invented_tags_are_told() -> None:
    kept = protect("a@b.com https://t.co/A @ali 7").kept
    found = check_tags('<x id="3"/> <x id="1"/> <x id="1"/> <x id="9"/> <x id="4"/>', kept)
    assert [(one.kind, one.number, one.text) for one in found] == [
        ("doubled", 1, "a@b.com"), ("reordered", 1, "a@b.com"), ("lost", 2, "https://t.co/A"), ("unknown", 9, ""),
    ]  # fmt: skip
    assert restore('<x id="9"/>', kept) == '<x id="9"/>'
    assert check_tags("anything", ()) == ()


def test_a_glossary_says_how_names_come_back() -> None:
    text = "Ahmad Masood spoke. احمد مسعود گفت که یونس قانونی رفت. Yunus Qanooni"
    known = NameRegister([("احمد مسعود", "Ahmad Massoud", "PER"), ("یونس قانونی", "Yonus Qanuni", "PER")])
    kept = {one.text: one.target for one in protect(text, names=True, glossary=known).kept}
    assert kept["احمد مسعود"] == "Ahmad Massoud" and kept["یونس قانونی"] == "Yonus Qanuni"
    alone = protect("یونس قانونی رفت.", names=True, glossary=known).kept
    assert [one.target for one in alone] == ["Yonus Qanuni"]
    english = protect("Then Yonus Qanuni left.", names=True, glossary=known).kept
    assert [one.target for one in english] == ["یونس قانونی"]


def test_a_form_that_is_none_is_refused() -> None:
    with pytest.raises(OptionError, match="braces"):
        protect("x", form="y")  # type: ignore[arg-type]
