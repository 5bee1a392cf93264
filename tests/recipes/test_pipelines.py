"""The package inside spaCy and Hugging Face datasets, and around a translator."""

from collections.abc import Iterator

from persiantools import NameRegister, align, check_tags, normalize, protect, restore, split

TEXT = "Ahmad Massoud met Mullah Baradar. احمد مسعود با ملا برادر دیدار کرد: https://t.co/Ab12"


def test_names_are_spans_of_a_spacy_document() -> None:
    import spacy
    from spacy.tokens import Doc

    Doc.set_extension("name_links", getter=lambda doc: align(doc.text).links, force=True)
    doc = spacy.blank("xx")(TEXT)
    link = doc._.name_links[0]
    spans = [
        doc.char_span(one.start, one.end, label=link.type, alignment_mode="expand")
        for one in (*link.persian, *link.english)
    ]
    assert [span.text for span in spans] == ["احمد مسعود", "Ahmad Massoud"]


def test_a_data_set_is_mapped_in_batches() -> None:
    import datasets

    datasets.disable_progress_bars()
    rows = datasets.Dataset.from_dict({"text": ["او می رود", "مقامهای ارشد", "hello"]})
    found = rows.map(lambda batch: {"text": [normalize(text) for text in batch["text"]]}, batched=True)
    assert found["text"][:] == ["او می\u200cرود", "مقام\u200cهای ارشد", "hello"]


def translated(text: str, dictionary: dict[str, str]) -> str:
    """A translator that knows a few words and, as real ones do, rewrites tags and drops the last one."""
    for persian, english in dictionary.items():
        text = text.replace(persian, english)
    head, _, tail = text.replace('<x id="1"/>', "< x id = «۱» / >").rpartition("<x ")
    return head + tail.partition(">")[2]


def pieces(text: str) -> Iterator[str]:
    """The Persian text of ``text`` with what stands inside it, line by line."""
    for line in text.splitlines():
        if any(span.lang == "fa" for span in split(line)):
            yield line


def test_a_translation_keeps_names_and_links_or_says_so() -> None:
    text = "Not this.\nاحمد مسعود گفت: https://t.co/Ab12 @ali_r2\n"
    [line] = pieces(text)
    glossary = NameRegister([("احمد مسعود", "Ahmad Massoud", "PER")])
    safe = protect(line, names=True, glossary=glossary)
    answer = translated(safe.text, {"گفت": "said"})
    assert [(one.kind, one.text) for one in check_tags(answer, safe.kept)] == [("lost", "@ali_r2")]
    assert restore(answer, safe.kept, target=True) == "Ahmad Massoud said: https://t.co/Ab12 "
