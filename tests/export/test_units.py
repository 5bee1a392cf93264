"""Offsets in other units, against what encoding the text says."""

from hypothesis import given

from persiantools.export.units import Units
from tests.strategies import texts


@given(texts)
def test_units_agree_with_encoding(text: str) -> None:
    utf16, utf8 = Units(text, "utf16"), Units(text, "byte")
    for offset in range(len(text) + 1):
        head = text[:offset]
        assert utf16.of(offset) == len(head.encode("utf-16-le", "surrogatepass")) // 2
        assert utf8.of(offset) == len(head.encode("utf-8", "surrogatepass"))
        assert Units(text, "codepoint").of(offset) == offset


def test_only_offsets_are_converted() -> None:
    value = {"schema": 1, "spans": [{"start": 1, "end": 2, "score": 1}], "deep": {"rows": [{"start": 2, "end": 2}]}}
    assert Units("😀b", "utf16").convert(value) == {
        "schema": 1,
        "spans": [{"start": 2, "end": 3, "score": 1}],
        "deep": {"rows": [{"start": 3, "end": 3}]},
    }
