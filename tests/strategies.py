"""Random texts and random edits for the properties."""

from hypothesis import settings
from hypothesis import strategies as st

from persiantools.edits import Edit, Edits

NASTY = (
    "\u200c\u200d\u200e\u200f\u202e\u202c\u2066\u2069\ufeff\u00ad"  # joiners and bidi controls
    "\u064b\u0651\u0670\u0301\ufe0f\U0001f3fd\U000e0001"  # marks, variation selector, skin tone, tag
    "\ud800\udfff\x00\r\n\u2028\u0085\t \u00a0"  # lone surrogates, breaks, spaces
    "سلاممیرودكيیکآۀ۰۱٢٪﷼ـ،؟»«"  # Persian with Arabic letters
    "abcXYZ09@#$/.:-_'\"()[]{}<>&;`\\"
    "😀🏳🌈👨👩👧🇮🇷1⃣é漢字Жאᄀ\u1100\u1161\uac00"
)

chars = st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=[]))
texts = st.text(chars, max_size=60)


def examples(count: int) -> settings:
    """So many examples for a test, and as many times more or fewer as the profile has of a hundred."""
    return settings(max_examples=max(1, count * settings().max_examples // 100))


@st.composite
def edits_of(draw: st.DrawFn, length: int, rule: str = "r") -> Edits:
    """Sorted, disjoint edits of a text of ``length`` code points; touching ones and pure insertions among them."""
    bounds = sorted(draw(st.lists(st.integers(0, length), max_size=10)))
    found = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=False):
        new = draw(st.text(st.sampled_from("xyz\u200c"), max_size=3))
        found.append(Edit(start, end, new, rule, draw(st.sampled_from(["", "why", rule]))))
    return Edits(found)
