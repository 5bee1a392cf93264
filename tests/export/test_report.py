"""The report's HTML: text stays text, nothing is lost, and its policy names exactly what it holds."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.deceptive import find_deceptive
from persiantools.edits import Edit, Edits
from persiantools.export.findings import findings_of
from persiantools.export.report import Item, report_page
from persiantools.names import Alignment, Mention, NameLink, Unlinked
from persiantools.passage import Passage, analyze
from persiantools.spans import Span
from tests.cli.command import run
from tests.strategies import edits_of, texts

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" ' onfocus='alert(1)'",
    "--><!-- ]]> <![CDATA[ </style></title></textarea>",
    "&lt;b&gt; &amp; &#60;i&#62; &nbsp",
    "{{script}} {{policy}} {{title}} FONT_DATA",
    "a\0b\x01\x7f\x85\ud800\ufffe\u2028\u2029\r\nc\rd\fe\v",
    "\u202eabc\u202c \u2067 \u2066",
]
VOID = {"meta", "input"}
ALLOWED = re.compile(
    "html|head|meta|title|style|body|a|header|h[123]|fieldset|legend|label|input|div|output|select|option|nav|details|"
    "summary|ol|ul|li|span|main|p|kbd|section|bdi|aside|dl|dt|dd|del|ins|button|b|i|script"
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Reader(HTMLParser):
    """Reads a page strictly: what is open is closed, and only known elements and attributes stand in it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.in_text = False
        self.old, self.new, self.everything = "", "", ""
        self.count: dict[str, int] = {}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert ALLOWED.fullmatch(tag), tag
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("style", "src", "srcdoc")], attrs
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag == "p":
            self.in_text = ("dir", "auto") in attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.in_text = self.in_text and tag != "p"

    def handle_data(self, data: str) -> None:
        self.everything += data
        if self.in_text:
            self.old += data * ("ins" not in self.open)
            self.new += data * ("del" not in self.open)


def page_of(text: str, *, origin: str = "a.txt", title: str = "Report") -> str:
    passage = analyze(text, origin=origin)
    return report_page([Item(passage, findings_of(text, alignment=passage.alignment))], title)


def flat(text: str) -> str:
    """``text`` without line breaks; a control character and the picture that a page shows of it are the same."""
    return re.sub("[\u2400-\u2421\ufffd]", "?", CONTROL.sub("?", re.sub("[\r\n]", "", text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_a_name_or_a_title_is_markup(text: str) -> None:
    reader = Reader(page_of(f"{text} سلام Tehran تهران", origin=text, title=text))
    assert reader.count["script"] == reader.count["style"] == reader.count["title"] == 1
    assert "?" in flat(text) or find_deceptive(text) or text in reader.everything


@given(texts)
def test_a_page_can_be_written_for_any_text(text: str) -> None:
    Reader(page_of(text, origin=text, title=text)).everything.encode()


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Any text with any edits and any names: what stands in a page must not depend on how they meet."""
    text = draw(texts.filter(bool))
    bounds = sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=4))) if len(text) > 1 else []
    starts = [0, *bounds]
    spans = tuple(
        Span(start, end, draw(st.sampled_from(["fa", "en", "zxx", "ps"])), draw(st.sampled_from(["text", "url"])))
        for start, end in zip(starts, [*bounds, len(text)], strict=True)
    )
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    mentions = [
        Mention(start, end, text[start:end], draw(st.sampled_from(["fa", "en"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    links = tuple(
        NameLink((one,), (two,), "PER", 0.5, "a = b (equal)")
        for one, two in zip(mentions[:2], mentions[2:], strict=False)
    )
    alone = tuple(Unlinked((one,), "LOC") for one in mentions[2 * len(links) :])
    return Passage(
        "x", text, spans, draw(edits_of(len(text))), Alignment(links, alone if len(mentions) < 3 else (), ())
    )


@given(passages())
def test_each_view_holds_all_of_its_text(passage: Passage) -> None:
    reader = Reader(report_page([Item(passage)], "t"))
    assert flat(reader.old) == flat(passage.text)
    assert flat(reader.new) == flat(passage.normalized.text)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    page = page_of("سلام")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#x27;", "'").split("; "))
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert rules.pop(f"{tag}-src") == f"'sha256-{digest}'"
    assert rules.pop("font-src") == "data:" and rules.pop("require-trusted-types-for") == "'script'"
    assert set(rules.values()) == {"'none'"} and "default-src" in rules


def test_the_script_never_parses_text() -> None:
    script = re.search(r"<script>(.*)</script>", page_of(""), re.S)
    assert script is not None
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(", script[1])


def test_an_edit_is_shown_with_its_word_and_what_cannot_be_seen_by_name(article: str) -> None:
    page = page_of(article)
    assert '<del><bdi>مقامهای</bdi></del> → <ins><bdi>مقام<b class="inv">ZWNJ</b>های</bdi></ins>' in page
    assert "plural <bdi>های</bdi> after <bdi>مقام</bdi>" in page


def test_what_deceives_a_reader_is_spelt_out() -> None:
    page = page_of("user \u202eadmin")
    assert "\u202e" not in page and "⟨RLO⟩" in page


def test_an_edit_that_takes_in_a_line_break_keeps_both_lines() -> None:
    text = "یک\nدو"
    passage = Passage("x", text, (Span(0, 5, "fa"),), Edits([Edit(2, 3, " ", "join")]), Alignment())
    page = report_page([Item(passage)], "t")
    assert page.count('<p dir="auto"') == 1 and "یک\nدو" in page and "یک دو" in page


def test_the_command_writes_a_page_and_answers_what_it_cannot_read(tmp_path: Path) -> None:
    good, page = tmp_path / "a.txt", tmp_path / "r.html"
    good.write_text("Tehran. تهران", encoding="utf-8")
    done = run("report", tmp_path / "no.txt", "-o", page)
    assert done.returncode == 3 and b"no.txt" in done.stderr and not page.exists()
    done = run("report", tmp_path / "no.txt", good, "-o", page)
    assert done.returncode == 3 and b"no.txt" in done.stderr and page.exists()
    assert run("report", good, "-o", tmp_path / "none" / "r.html").returncode == 4
    done = run("report", good, good, "-o", page, "--title", "دو متن")
    assert (done.returncode, done.stdout) == (0, b"")
    reader = Reader(page.read_text(encoding="utf-8"))
    assert reader.count["section"] == 2 and reader.count["nav"] == 1 and "دو متن" in reader.everything
