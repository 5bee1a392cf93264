"""What must be found whole, what must not be taken for it, and that finding it is linear."""

import pytest

from persiantools.splitter import split
from persiantools.splitter.protected import find_protected
from tests.linear import assert_linear


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in find_protected(text)]


@pytest.mark.parametrize(
    "text",
    [
        "see you.so we go", "the end.In the morning", "a/b and/or AI/ML", "و/یا", "سلام!خوبی", "3rd 1st GPT-4o",
        "COVID-19",
        "F-16 و 56-year-old", "۵۰درصد سال۱۴۰۰", "# @ $ ` ~ /", "#123", "&#1588;", "C+ F- x", "a@b", "e.g. i.e. U.S.",
        "@علی", "$ 100abc", "((( ... )))", "x^", "v.", "www", "https", "http:/x",
    ],
)  # fmt: skip
def test_plain_text_is_not_protected(text: str) -> None:
    assert [one for one in found(text) if one[1] != "number"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دیدید؟https://t.co/Zz9", [("https://t.co/Zz9", "url")]),
        ("https://t.co/Zz9دیدید", [("https://t.co/Zz9", "url")]),
        ("(https://en.wikipedia.org/wiki/Foo_(bar)).", [("https://en.wikipedia.org/wiki/Foo_(bar)", "url")]),
        ("https://fa.wikipedia.org/wiki/تهران،", [("https://fa.wikipedia.org/wiki/تهران", "url")]),
        ("pic.twitter.com/WmbDaWgAvR t.me/abc", [("pic.twitter.com/WmbDaWgAvR", "url"), ("t.me/abc", "url")]),
        ("سایتwww.aaa.com.", [("www.aaa.com", "url")]),
        ("doi:10.1038/s41586 arXiv:1706.03762v5", [("doi:10.1038/s41586", "url"), ("arXiv:1706.03762v5", "url")]),
        ("به foo.bar+x@mail.example.org بنویس", [("foo.bar+x@mail.example.org", "email")]),
        ("RT @Ali_R_2023: x", [("@Ali_R_2023", "mention")]),
        ("#جنبش\u200cسبز_۱۴۰۱!", [("#جنبش\u200cسبز_۱۴۰۱", "hashtag")]),
        ("$AAPL $5.20", [("$AAPL", "cashtag"), ("$5.20", "number")]),
        (
            "👨\u200d👩\u200d👧 🏳️\u200d🌈 👍🏽",
            [("👨\u200d👩\u200d👧", "emoji"), ("🏳️\u200d🌈", "emoji"), ("👍🏽", "emoji")],
        ),
        ("🇮🇷🇦🇫 1️⃣ ❤️", [("🇮🇷🇦🇫", "emoji"), ("1️⃣", "emoji"), ("❤️", "emoji")]),
        ("-5°C و ۵۰٪ و ١٢٣", [("-5°C", "number"), ("۵۰٪", "number"), ("١٢٣", "number")]),
        ("۱۴۰۲/۰۵/۱۲ ساعت14:30الی", [("۱۴۰۲/۰۵/۱۲", "number"), ("14:30", "number")]),
        (
            "v3.12.1 3.11.0rc2 192.168.1.1",
            [("v3.12.1", "number"), ("3.11.0rc2", "number"), ("192.168.1.1", "number")],
        ),
        ("+98 912 345 6789", [("+98 912 345 6789", "number")]),
        ("C++ C# F# .NET Node.js", [(code, "code") for code in ("C++", "C#", "F#", ".NET", "Node.js")]),
        ("`pip install x==1` H2O", [("`pip install x==1`", "code"), ("H2O", "code")]),
        ("x^2 + y^2 = z^2", [("x^2 + y^2 = z^2", "code")]),
        (r"C:\Users\Ali\f.txt /usr/local/bin", [(r"C:\Users\Ali\f.txt", "code"), ("/usr/local/bin", "code")]),
    ],
)
def test_protected_is_found_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "unit",
    [".", "@", "#", "(", "1", "\u200d", "\u0301", "a", "a.", "a@", "`", "/", "a=", "1,", "-", "😀\u200d", "http://)",
     "$",
     "\\", "^", "+1 ", "A1", "#_", "ا\u200c", "🇮", "1\ufe0f", "«", '"', "ا ", "a ", "\u0600", "é'", "0 912 "],
)  # fmt: skip
def test_time_is_linear(unit: str) -> None:
    assert_linear(lambda length: split(unit * (length // len(unit))), 20_000, 160_000, slack=5)  # quadratic: 8
