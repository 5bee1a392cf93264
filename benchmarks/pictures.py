"""Makes the pictures of the README: the report of the sample article in a browser.

python -m benchmarks.pictures        needs Chromium, as the tests of the report do; writes fixtures/pictures/
"""

import tempfile
from pathlib import Path

from benchmarks.processes import ROOT
from persiantools.export.findings import findings_of
from persiantools.export.report import Item, report_page
from persiantools.passage import analyze
from tests.export.browser import browser

ARTICLE = ROOT / "seeds" / "000_02bac0db7d26ebab.txt"
PICTURES = ROOT / "fixtures" / "pictures"
CHOSEN = "[...document.querySelectorAll('.text .name')].find(one => one.textContent === 'احمد مسعود').click()"


def main() -> None:
    passage = analyze(ARTICLE.read_text(encoding="utf-8"), origin=ARTICLE.name)
    item = Item(passage, findings_of(passage.text, alignment=passage.alignment))
    with tempfile.TemporaryDirectory() as folder, browser() as page:
        file = Path(folder) / "report.html"
        file.write_text(report_page([item], "Persian–English report"), encoding="utf-8")
        for scheme in ("light", "dark"):
            page.look(width=1240, height=820, scheme=scheme)
            page.open(file)
            page.run(CHOSEN)
            page.run("scrollTo(0, 0)")
            page.picture(PICTURES / f"report-{scheme}.png")
            _slim(PICTURES / f"report-{scheme}.png")


def _slim(file: Path) -> None:
    """Keep 64 colours: a page of text has no more, and the picture takes a third."""
    from PIL import Image

    Image.open(file).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
