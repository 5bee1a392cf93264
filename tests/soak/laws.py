"""What holds for any text whatever: each law is a function that raises when its text breaks it.

The tests try them on what Hypothesis draws, the fuzzer on what it grows.
"""

from collections.abc import Callable

from persiantools import (
    Mention,
    align,
    check_names,
    dominant_language,
    explain,
    find_deceptive,
    find_names,
    normalize,
    protect,
    restore,
    romanize,
    split,
    suggest_formal,
    suggest_persian,
    to_persian,
)
from persiantools.normalizer import NormalizeOptions
from persiantools.spans import check_tiling

__all__ = ["LAWS", "Law"]

Law = Callable[[str], None]

EVERYTHING = NormalizeOptions(
    digits="fa",
    number_marks="fa",
    quotes=True,
    repeats=True,
    diacritics="strip_outside_arabic",
    heh_ezafe="hamza",
    demonstrative="apart",
)
FIRST_STAGE = NormalizeOptions(entities=True, links="mask", handles="drop", retweet="drop", attribution="drop")
_LONGEST_NAME = 200


def spans_tile(text: str) -> None:
    """Spans are a partition, and the same every time."""
    spans = split(text)
    check_tiling(spans, len(text))
    assert split(text) == spans
    assert dominant_language(text)


def edits_explain(text: str) -> None:
    """The normalized text is what the edits make, they can be undone, and a second pass finds nothing."""
    for options in (NormalizeOptions(), EVERYTHING):
        found = explain(text, options)
        assert found.edits.apply(text) == found.text
        assert found.edits.invert(text).apply(found.text) == text
        assert normalize(found.text, options) == found.text
    first = explain(text, FIRST_STAGE)
    assert first.edits.apply(text) == first.text


def edits_keep_to_persian(text: str) -> None:
    """No edit reaches out of a Persian span."""
    persian = [span for span in split(text) if span.lang == "fa" and span.kind == "text"]
    for edit in explain(text).edits:
        assert any(span.start <= edit.start and edit.end <= span.end for span in persian), edit


def names_stand_where_they_say(text: str) -> None:
    """Each mention is in one link or group, and is the text at its offsets."""
    found = align(text)
    groups: list[tuple[Mention, ...]] = [
        mentions for link in found.links for mentions in (link.persian, link.english)
    ]
    groups += [group.mentions for group in (*found.unlinked_persian, *found.unlinked_english)]
    places = [(mention.start, mention.end) for mentions in groups for mention in mentions]
    assert len(places) == len(set(places))
    for mention in (*(one for mentions in groups for one in mentions), *find_names(text)):
        assert text[mention.start : mention.end] == mention.text
    assert all(0 <= link.score <= 1 for link in found.links)
    check_names(text, alignment=found)


def what_is_protected_comes_back(text: str) -> None:
    """Tags stand for what they replaced, in any text."""
    protected = protect(text, names=True)
    assert restore(protected.text, protected.kept) == text


def lists_are_given(text: str) -> None:
    """What suggests and reports answers any text."""
    assert all(text[word.start : word.end] for word in suggest_formal(text))
    assert all(text[one.start : one.end] for one in find_deceptive(text))
    suggest_persian(text)
    romanize(text[:_LONGEST_NAME])
    to_persian(text[:_LONGEST_NAME])


LAWS: dict[str, Law] = {
    law.__name__: law
    for law in (
        spans_tile,
        edits_explain,
        edits_keep_to_persian,
        names_stand_where_they_say,
        what_is_protected_comes_back,
        lists_are_given,
    )
}
"""The laws by name."""
