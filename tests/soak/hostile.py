"""Hostile text: what people paste to break tools, in units to repeat and as a strategy to draw from."""

from hypothesis import strategies as st

from tests.strategies import chars

__all__ = ["UNITS", "hostile_texts"]

UNITS = {
    "one letter": "ک",
    "one Latin letter": "a",
    "ZWNJ": "\u200c",
    "combining marks": "\u064b",
    "Latin marks": "\u0301",
    "brackets": "(",
    "closed brackets": "«»",
    "quotes": '"',
    "emoji joiners": "👨\u200d",
    "dots": ".",
    "digits": "1",
    "at signs": "@",
    "hashes": "#",
    "hashtags": "#ا ",
    "ampersands": "&amp;",
    "slashes": "/",
    "links": "https://t.co/a ",
    "half links": "https://",
    "addresses": "a.b@",
    "overrides": "\u202e",
    "isolates": "\u2067ا\u2069",
    "open isolates": "\u2067",
    "line breaks": "\n",
    "carriage returns": "\r",
    "spaces": " ",
    "double spaces": "کتاب  ",
    "separators": "\u2028",
    "kashida": "ـ",
    "lone surrogates": "\ud800",
    "private use": "\ue000",
    "unassigned": "\U000e1000",
    "noncharacters": "\uffff",
    "NUL": "\x00",
    "look-alikes": "a\u0430",
    "names": "Ahmad Massoud ",
    "Persian names": "احمد مسعود ",
    "capitals": "A ",
    "both names": "Ali Karimi علی کریمی ",
    "words": "می رود ",
    "endings": "ها ",
    "half words": "کتاب\u200c",
    "Finglish": "salam ",
    "plurals": "کتابهای ",
    "tags": '<x id="1"/>',
    "scripts": "aا漢а",
    "retweets": "RT @a: ",
    "hyphens": "a-",
    "apostrophes": "a'",
}
"""Units that are repeated to a length: each has made some tool slow, or crash."""


def hostile_texts(longest: int = 60) -> st.SearchStrategy[str]:
    """Texts of hostile units, real words and any characters at all, lone surrogates too."""
    piece = st.one_of(
        st.sampled_from(sorted(UNITS.values())),
        st.sampled_from(
            ["احمد مسعود", "Ahmad Massoud", "مقامهای", "رفتهاند", " ", "، ", ". ", "\n", "Mullah ", "ملا "]
        ),
        chars,
    )
    return st.lists(piece, max_size=longest).map("".join)
