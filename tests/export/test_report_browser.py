"""The report in a real browser: what a person clicks, presses and sees."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from persiantools.edits import Edits
from persiantools.export.findings import findings_of
from persiantools.export.report import Item, report_page
from persiantools.names import Alignment, Mention, NameLink
from persiantools.passage import Passage, analyze
from persiantools.spans import Span
from tests.export.browser import COMMAND, Page, browser

CHANGE = ".text .change"
PERSIAN = ".text p[lang=fa] .linked.per"
SHOWN = ".panel > ul > li:not([hidden])"
HOSTILE = (
    "</script><script>document.title = 'taken'</script> <img src=x onerror=\"document.title = 'taken'\"> "
    "\" onfocus=\"document.title='taken'\" autofocus x=\" <svg onload=document.title='taken'> \0 &lt;b&gt; {{script}}"
)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if COMMAND is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    with browser() as opened:
        yield opened


def open_texts(page: Page, folder: Path, *texts: str, origins: tuple[str, ...] = ()) -> None:
    """Open a report of ``texts`` in a window of its usual size."""
    items = []
    for number, text in enumerate(texts):
        passage = analyze(text, origin=origins[number] if origins else f"{number}.txt")
        items.append(Item(passage, findings_of(text, alignment=passage.alignment)))
    file = folder / "report.html"
    file.write_text(report_page(items, "Report"), encoding="utf-8", errors="surrogatepass")
    page.complaints.clear()
    page.requests.clear()
    page.look(width=1200, height=800)
    page.open(file)


def count(page: Page, selector: str) -> int:
    return int(page.run(f"$$({selector!r}).length"))


def text_of(page: Page, selector: str) -> str:
    return str(page.run(f"$({selector!r}).innerText"))


def texts_of(page: Page, selector: str) -> list[str]:
    return list(page.run(f"$$({selector!r}).map(one => one.textContent)"))


def rectangle(page: Page, paragraph: int, at: int) -> dict[str, float]:
    """Where the letter ``at`` of a paragraph's visible letters stands on the screen."""
    found: dict[str, float] = page.run(
        f"""(() => {{
          const [node, offset] = letters($$(".text p", file)[{paragraph}]).places.at({at}), range = new Range();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          return range.getBoundingClientRect().toJSON();
        }})()"""
    )
    return found


def test_it_asks_the_network_for_nothing_and_complains_of_nothing(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    assert [url for url in page.requests if not url.startswith(("file:", "data:font/"))] == []
    assert page.complaints == []
    assert page.run("[...document.fonts].every(font => font.status === 'loaded')")


def test_right_to_left_stands_from_right_to_left(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "تهران بزرگ است.\nTehran is large.\nتهران (Tehran) بزرگ است.")
    for paragraph, turned in ((0, True), (1, False), (2, True)):
        first, last = rectangle(page, paragraph, 0), rectangle(page, paragraph, -1)
        assert (first["left"] > last["right"]) is turned
        assert first["top"] == pytest.approx(last["top"], abs=12)
    inside = [rectangle(page, 2, at)["left"] for at in range(7, 13)]  # "Tehran" inside the Persian line
    assert inside == sorted(inside)


def test_the_views_show_the_original_the_changes_and_the_normalized_text(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "مقامهای ارشد")
    shown = {}
    for view in ("old", "both", "new"):
        page.mouse(f"#view input[value={view}]", click=True)
        shown[view] = text_of(page, ".text p").strip()
    assert shown == {"old": "مقامهای ارشد", "both": "مقامهایمقام\u200cهای ارشد", "new": "مقام\u200cهای ارشد"}


def test_what_was_and_what_is_are_two_words(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "مقامهای ارشد")
    widths = {}
    for view in ("old", "both"):
        page.mouse(f"#view input[value={view}]", click=True)
        widths[view] = page.run(
            "(range => { range.setStart($('.text del').firstChild, 6); range.setEnd($('.text del').firstChild, 7);"
            " return range.getBoundingClientRect().width; })(new Range())"
        )
    assert widths["both"] == pytest.approx(widths["old"], abs=0.1)  # or the last letter has joined the next word


def test_a_change_is_explained_where_the_mouse_or_the_focus_is(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "مقامهای ارشد")
    assert page.run("tip.hidden")
    page.mouse(CHANGE, click=False)
    said = text_of(page, "#tip")
    assert all(part in said for part in ("zwnj", "ZWNJ", "plural", "مقامهای", "→"))
    page.press("Escape")
    assert page.run("tip.hidden")
    page.mouse("h1", click=False)
    page.run("$('.text .change').focus()")
    assert text_of(page, "#tip") == said
    assert page.run("$('.text .change').getAttribute('aria-describedby')") == "tip"


def test_the_tip_stays_while_the_mouse_is_on_it(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "مقامهای ارشد")
    page.mouse(CHANGE, click=False)
    page.mouse("#tip dt", click=False)
    page.run("new Promise(done => setTimeout(done, 400))")
    assert not page.run("tip.hidden")
    page.mouse("h1", click=False)
    page.run("new Promise(done => setTimeout(done, 400))")
    assert page.run("tip.hidden")


def test_choosing_a_persian_name_shows_its_english_mentions(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    page.mouse(PERSIAN, click=True)
    chosen = texts_of(page, ".text .chosen")
    assert chosen[0] == "Ahmad Massoud" and "احمد مسعود" in chosen and "Ahmad Massaod" in chosen
    [entry] = texts_of(page, ".entry[open]")
    assert "1.00" in entry and "(equal)" in entry and "Ahmad Massaod" in entry
    assert "احمد مسعود" in text_of(page, "#said") and "Ahmad Massoud" in text_of(page, "#said")
    page.mouse(PERSIAN, click=True)
    assert count(page, ".chosen") == 0


def test_choosing_an_english_name_shows_its_persian_mentions(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    page.mouse(".text p[lang=en] .linked.loc", click=True)
    assert {"روسیه", "Russia"} <= set(texts_of(page, ".text .chosen"))
    page.press("Escape")
    assert count(page, ".chosen") == 0


def test_an_entry_leads_to_its_places_one_after_the_other(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    page.mouse(".entry[data-kind=PER] summary", click=True)
    assert "احمد مسعود" in texts_of(page, ".text .chosen")
    page.run("$$('.entry[open] .go').at(1).scrollIntoView()")
    tops = []
    for _ in range(5):
        page.run("$$('.entry[open] .go').at(1).click()")
        assert page.run("document.activeElement.textContent") == "Ahmad Massoud"
        tops.append(page.run("items().indexOf(document.activeElement)"))
    assert tops[:4] == sorted(set(tops)) and tops[4] == tops[0]


def test_what_is_to_be_checked_leads_to_it(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    page.mouse(".entry[data-kind=spelling] summary", click=True)
    page.mouse(".entry[data-kind=spelling] .go", click=True)
    assert page.run("document.activeElement.textContent") == "Ahmad Massaod"
    assert "Massaod ×1 beside Massoud" in text_of(page, "#tip")


def test_all_can_be_done_with_the_keyboard(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "تهران و کابل\nTehran and Kabul")
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.press("Enter")
    assert page.run("document.activeElement.id") == "main"
    for _ in range(6):
        page.press("Tab")
        if page.run("document.activeElement.matches('.text [data-entry]')"):
            break
    seen = [page.run("document.activeElement.textContent")]
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowRight", "End", "Home"):
        page.press(key)
        seen.append(page.run("document.activeElement.textContent"))
    # Leftwards is on in a Persian line and back in an English one.
    assert seen == ["تهران", "کابل", "Tehran", "Kabul", "Kabul", "Kabul", "تهران"]
    page.press("Enter")
    assert texts_of(page, ".text .chosen") == ["تهران", "Tehran"]
    assert count(page, '.text [tabindex="0"]') == 1


@pytest.mark.parametrize(
    ("wanted", "hits"), [("علي", 1), ("کتابها", 1), ("كتاب‌ها", 1), ("ALI", 1), ("۱۲", 2), ("nobody", 0)]
)
def test_search_finds_whichever_way_it_was_typed(page: Page, tmp_path: Path, wanted: str, hits: int) -> None:
    open_texts(page, tmp_path, "علی کتاب‌ها را در ۱۲ روز خواند.\nAli read 12 books.")
    page.run("find.focus()")
    page.type(wanted)
    assert text_of(page, "#hits") == f"{hits} in the text"
    assert page.run("CSS.highlights.get('hits').size") == hits
    page.press("Enter")
    assert text_of(page, "#hits") == (f"1 of {hits}" if hits else "0 in the text")


def test_search_and_types_narrow_the_lists(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    everything = count(page, SHOWN)
    page.run("find.focus()")
    page.type("مسعود")
    assert 0 < count(page, SHOWN) < everything
    assert all("مسعود" in entry for entry in texts_of(page, SHOWN))
    page.run("find.value = ''; search(); $('.choice select').value = 'LOC'")
    page.run("$('.choice select').dispatchEvent(new Event('change', {bubbles: true}))")
    panel = "[...$('.choice').parentElement.querySelectorAll('li:not([hidden]) summary')].map(one => one.textContent)"
    assert [name for name in page.run(panel) if "روسیه" not in name] == []


def test_of_many_files_one_is_shown(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "Tehran. تهران", "Kabul. کابل", "Oslo. اسلو")
    visible = "$$('.file').filter(one => one.offsetHeight).map(one => one.id)"
    assert page.run(visible) == ["f0"]
    page.mouse("#files li:nth-child(2) a", click=True)
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.run(visible) == ["f1"] and page.run("document.activeElement.textContent") == "1.txt"
    assert count(page, "#files a[aria-current=page]") == 1
    page.run("find.focus()")
    page.type("oslo")
    assert texts_of(page, "#files li:not([hidden]) bdi") == ["2.txt"]


def test_without_script_all_of_it_can_be_read(page: Page, tmp_path: Path) -> None:
    page.send("Emulation.setScriptExecutionDisabled", value=True)
    open_texts(page, tmp_path, "Tehran. تهران", "Kabul. کابل")
    page.send("Emulation.setScriptExecutionDisabled", value=False)
    shown = page.run("[...document.querySelectorAll('.file, .needs-script')].map(one => one.offsetHeight > 0)")
    assert shown.count(True) == 2
    assert page.run("document.querySelectorAll('.file')[1].innerText.includes('کابل')")


def test_a_hostile_text_stays_text(page: Page, tmp_path: Path) -> None:
    text = f"{HOSTILE}\nتهران \ud800 {HOSTILE}"
    open_texts(page, tmp_path, text, "b", origins=(HOSTILE, "b"))
    assert page.run("document.title") == "Report"
    assert page.complaints == [] and [url for url in page.requests if url.endswith("/x")] == []
    assert count(page, "script") == 1 and count(page, "img, svg, iframe, [onerror], [onfocus], [onload]") == 0
    assert text_of(page, ".text p").strip() == HOSTILE.replace("\0", "␀")
    assert text_of(page, "#files a") == text_of(page, "h2") == HOSTILE.replace("\0", "␀")
    for name in ("__proto__", '"]<b>', "\\"):
        page.run(f"find.value = {name!r}; search()")
    assert page.complaints == []


def test_an_override_does_not_reach_beyond_what_it_stands_in(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "abc \u202e def\nghi", "b", origins=("\u202eevil", "b"))
    for paragraph in (0, 1):
        assert rectangle(page, paragraph, 0)["left"] < rectangle(page, paragraph, -1)["left"]
    assert "⟨RLO⟩" in text_of(page, ".text p") and text_of(page, "h2") == "\u202eevil"
    name, number = (page.run(f"$('{one}').getBoundingClientRect().left") for one in ("#files bdi", "#files .count"))
    assert name < number


def contrasts(page: Page) -> list[Any]:
    """Every visible piece of text whose contrast is below 4.5 : 1 (WCAG 2.2, success criterion 1.4.3, level AA)."""
    found: list[Any] = page.run(
        """(() => {
          const channels = color => color.match(/[\\d.]+/g).map(Number);
          const linear = value => value / 255 <= .03928 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
          const ground = one => {
            for (; one; one = one.parentElement) {
              const found = channels(getComputedStyle(one).backgroundColor);
              if (found.length === 3 || found[3] === 1) return found;
            }
            return [255, 255, 255];
          };
          const ratio = one => {
            const both = [light(channels(getComputedStyle(one).color)), light(ground(one))];
            return (Math.max(...both) + .05) / (Math.min(...both) + .05);
          };
          const hasText = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          return $$("body *").filter(one => one.offsetHeight && !one.matches("script, option") && hasText(one))
            .filter(one => ratio(one) < 4.5).map(one => [one.outerHTML.slice(0, 80), ratio(one)]);
        })()"""
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_have_contrast_enough(page: Page, tmp_path: Path, article: str, scheme: str) -> None:
    open_texts(page, tmp_path, f"{article}\nuser \u202eadmin farda miam pishet", "b")
    page.look(width=1200, height=800, scheme=scheme)
    page.mouse("#view input[value=both]", click=True)
    page.mouse(PERSIAN, click=True)
    assert page.run("$$('body *').length") > 300
    assert contrasts(page) == []
    dark = page.run("getComputedStyle(document.body).backgroundColor") == "rgb(16, 18, 20)"
    assert dark is (scheme == "dark")


def test_the_reader_can_choose_the_theme(page: Page, tmp_path: Path) -> None:
    open_texts(page, tmp_path, "Tehran. تهران")
    page.run("$('#theme').value = 'dark'; $('#theme').dispatchEvent(new Event('change', {bubbles: true}))")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(16, 18, 20)"


def test_a_narrow_window_needs_no_scrolling_sideways(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, f"{article}\n{'x' * 500} {'ب' * 500}", "b")
    page.look(width=360, height=740)
    assert page.run("document.documentElement.scrollWidth") == 360
    page.mouse(PERSIAN, click=True)
    assert page.run("document.documentElement.scrollWidth") == 360


@pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (Debian: apt-get install poppler-utils)"
)
def test_it_prints_the_text_and_all_that_was_found(page: Page, tmp_path: Path, article: str) -> None:
    open_texts(page, tmp_path, article)
    page.pdf(tmp_path / "r.pdf")
    printed = subprocess.run(["pdftotext", tmp_path / "r.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert "Maria Zakharova" in printed and "(translated)" in printed and "How to read" not in printed


def test_it_is_quick_with_two_thousand_mentions(page: Page, tmp_path: Path) -> None:
    line = "Ahmad Massoud met احمد مسعود in Tehran.\n"
    text = line * 1000
    persian = tuple(
        Mention(at, at + 10, text[at : at + 10], "fa") for at in range(line.index("ا"), len(text), len(line))
    )
    english = tuple(Mention(at, at + 13, text[at : at + 13], "en") for at in range(0, len(text), len(line)))
    link = NameLink(persian, english, "PER", 0.99, "احمد = ahmad (equal)")
    passage = Passage("long.txt", text, (Span(0, len(text), "en"),), Edits(), Alignment((link,)))
    file = tmp_path / "long.html"
    file.write_text(report_page([Item(passage)], "Long"), encoding="utf-8")
    page.open(file)
    assert count(page, ".text .name") == 2000
    page.run("$('.text .name').click()")
    assert count(page, ".text .chosen") == 2000
    assert page.run("performance.getEntriesByName('ready').length") == 1
    # Reported, not asserted: milliseconds until the page answers, and until a choice among 2,000 mentions is drawn.
    ready = page.run("performance.getEntriesByName('ready')[0].startTime")
    drawn = page.run(
        "new Promise(done => { const t = performance.now(); $('.text .name').click();"
        " requestAnimationFrame(() => setTimeout(() => done(performance.now() - t))); })"
    )
    print(f"2,000 mentions: ready after {ready:.0f} ms, a choice drawn after {drawn:.0f} ms")
