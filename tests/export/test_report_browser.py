"""The report in a real browser: what a reader clicks, presses, sees, and what the page never does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from persiantools.export.findings import findings_of
from persiantools.export.report import Item, report_page
from persiantools.passage import analyze
from tests.export.browser import COMMAND, Page, browser
from tests.export.test_report import HOSTILE

pytestmark = pytest.mark.skipif(COMMAND is None, reason="needs Chromium: apt-get install chromium")

LETTERS = """(selector => {
  const node = document.querySelector(selector), walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) for (let i = 0; i < walker.currentNode.data.length; i++) {
    const range = new Range(); range.setStart(walker.currentNode, i); range.setEnd(walker.currentNode, i + 1);
    const box = range.getBoundingClientRect();
    if (box.width > 0.1) found.push([walker.currentNode.data[i], box.left, box.top]);
  }
  return found;
})"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as opened:
        opened.look(width=1200, height=900)
        yield opened


def written(folder: Path, *texts: str) -> Path:
    items = []
    for number, text in enumerate(texts):
        passage = analyze(text, origin=f"text {number}.txt")
        items.append(Item(passage, findings_of(text, alignment=passage.alignment)))
    file = folder / "report.html"
    file.write_text(report_page(items, "Report"), encoding="utf-8")
    return file


@pytest.fixture
def opened(page: Page, tmp_path: Path, article: str) -> Iterator[Page]:
    page.complaints.clear()
    page.requests.clear()
    file = written(tmp_path, article)
    page.open(file)
    yield page
    assert page.complaints == []
    assert page.requests == [file.resolve().as_uri()]


def shown(page: Page, selector: str) -> bool:
    visible: bool = page.run(f"document.querySelector({selector!r}).offsetParent !== null")
    return visible


def test_persian_stands_from_right_to_left(opened: Page) -> None:
    letters = opened.run(f"{LETTERS}('.text p[dir=auto] bdi[lang=fa], .text [lang=fa]')")
    first_line = [(left, top) for _, left, top in letters if abs(top - letters[0][2]) < 4]
    assert len(first_line) > 10 and first_line[0][0] > first_line[-1][0]
    english = opened.run(f"{LETTERS}('.text [lang=en]')")
    first_line = [(left, top) for _, left, top in english if abs(top - english[0][2]) < 4]
    assert first_line[0][0] < first_line[-1][0]


def test_the_views_are_switched_with_the_mouse_and_what_they_show_changes(opened: Page) -> None:
    assert shown(opened, ".text ins") and not shown(opened, ".text del")
    opened.mouse("#view input[value=old]", click=True)
    assert shown(opened, ".text del") and not shown(opened, ".text ins")
    opened.mouse("#view input[value=both]", click=True)
    assert shown(opened, ".text del") and shown(opened, ".text ins")


def test_pointing_at_a_changed_word_says_what_changed_and_why(opened: Page) -> None:
    opened.mouse(".text ins", click=False)
    said = opened.run("document.querySelector('#tip').textContent")
    assert "ZWNJ" in said and "plural" in said and not opened.run("document.querySelector('#tip').hidden")
    opened.press("Escape")
    assert opened.run("document.querySelector('#tip').hidden")


def test_choosing_a_persian_name_marks_its_english_mentions_and_shows_the_evidence(opened: Page) -> None:
    opened.run("[...document.querySelectorAll('.text .name')].find(e => e.textContent === 'احمد مسعود').id = 'aim'")
    opened.mouse("#aim", click=True)
    marked = opened.run("[...document.querySelectorAll('.chosen')].map(e => e.textContent)")
    assert "احمد مسعود" in marked and "Ahmad Massoud" in marked and "Ahmad Massaod" in marked
    entry = opened.run("document.querySelector('.entry[open]').textContent")
    assert "مسعود = massaod" in entry and "Score" in entry
    assert opened.run("document.querySelector('#said').textContent").startswith("احمد مسعود")
    opened.press("Escape")
    assert opened.run("document.querySelectorAll('.chosen').length") == 0


def test_all_of_it_can_be_done_with_the_keyboard(opened: Page) -> None:
    opened.run("document.querySelector('.text [tabindex=\"0\"]').focus()")
    before = opened.run("document.activeElement.textContent")
    opened.press("ArrowRight")
    after = opened.run("document.activeElement.textContent")
    assert before != after and not opened.run("document.querySelector('#tip').hidden")
    opened.press("End")
    opened.press("Enter")
    assert opened.run("document.querySelectorAll('.chosen').length") > 0
    opened.run("document.querySelector('.skip').focus()")
    opened.press("Enter")
    assert opened.run("document.activeElement.id") == "main"


def test_what_is_searched_for_is_found_whatever_its_letters(opened: Page) -> None:
    opened.run("document.querySelector('#find').focus()")
    opened.type("مقام های".replace(" ", ""))
    assert opened.run("document.querySelector('#hits').textContent") == "1 in the text"
    opened.press("Enter")
    assert opened.run("document.querySelector('#hits').textContent") == "1 of 1"
    opened.run("find.value = ''; find.dispatchEvent(new Event('input', {bubbles: true}))")
    opened.type("massaod")
    assert opened.run("document.querySelector('#hits').textContent") == "1 in the text"


def test_hostile_text_runs_nothing_and_fetches_nothing(page: Page, tmp_path: Path) -> None:
    page.complaints.clear()
    page.requests.clear()
    file = written(tmp_path, *(f"{text} سلام Tehran تهران" for text in HOSTILE))
    page.run("globalThis.alert = () => { document.title = 'hurt' }")
    page.open(file)
    for number in range(len(HOSTILE)):
        page.run(f"location.hash = '#f{number}'")
        page.run("document.querySelectorAll('.text [tabindex]').forEach(one => one.click())")
    assert page.run("document.title") == "Report"
    assert page.complaints == [] and page.requests == [file.resolve().as_uri()]


def test_several_files_are_shown_one_at_a_time(page: Page, tmp_path: Path) -> None:
    page.open(written(tmp_path, "Tehran تهران", "Kabul کابل"))
    assert page.run("document.querySelectorAll('.file:not([hidden])').length") == 1
    page.mouse('#files a[href="#f1"]', click=True)
    assert "Kabul" in page.run("document.querySelector('.file:not([hidden])').textContent")
    assert page.run("document.querySelector('#files [aria-current]').textContent").startswith("text 1.txt")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(opened: Page, scheme: str) -> None:
    opened.look(width=1200, height=900, scheme=scheme)
    luminance = """(colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(v => v / 255)
      .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b })"""
    text, ground = (
        opened.run(f"{luminance}(getComputedStyle(document.body).{name})") for name in ("color", "backgroundColor")
    )
    light, dark = max(text, ground), min(text, ground)
    assert (light + 0.05) / (dark + 0.05) > 7
    assert (ground < 0.2) == (scheme == "dark")
    opened.look(width=1200, height=900)


def test_two_thousand_mentions_are_no_trouble(page: Page, tmp_path: Path, article: str) -> None:
    page.complaints.clear()
    lines = [line for line in article.splitlines() if line.strip()]
    page.open(written(tmp_path, "\n".join(lines * 40)))
    assert page.run("document.querySelectorAll('.text [data-entry]').length") > 2000
    page.run("document.querySelector('.text .name').click()")
    assert page.run("document.querySelectorAll('.chosen').length") > 1
    assert page.complaints == []
