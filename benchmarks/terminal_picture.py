"""Makes the picture of a terminal in the README: `persiantools split` and `check` on the example tweet.

python -m benchmarks.terminal_picture        needs Chromium; writes fixtures/pictures/terminal.png

The commands run on a pseudo-terminal that says it does bidi; their colours become HTML, which a browser draws.
"""

import os
import pty
import re
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from benchmarks.pictures import PICTURES
from benchmarks.processes import ROOT
from tests.export.browser import browser

TWEET = "fixtures/examples/tweet.txt"
COMMANDS = (("split", TWEET), ("normalize", "--diff", TWEET), ("check", TWEET))
STYLES = {1: "font-weight:bold", 2: "opacity:.7", 31: "color:#f47067", 32: "color:#6bc46d", 33: "color:#daaa3f",
          34: "color:#539bf5", 35: "color:#b083f0", 36: "color:#39c5cf"}  # fmt: skip
SGR = re.compile("\x1b\\[([0-9;]*)m")
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #22272e; color: #cdd9e5; padding: 14px 18px }}
body {{ font: 15px/1.55 "DejaVu Sans Mono", monospace }}
div {{ white-space: pre-wrap; unicode-bidi: plaintext }} .prompt {{ color: #768390 }}
</style>{}"""


def said(*command: str) -> str:
    """What a command writes to a terminal of 92 columns."""
    parent, child = pty.openpty()
    environment = os.environ | {
        "VTE_VERSION": "7600",
        "TERM": "xterm-256color",
        "COLUMNS": "92",
        "PYTHONPATH": str(ROOT),
    }
    run = [sys.executable, "-c", "from persiantools.cli.main import main; main()", *command]
    process = subprocess.Popen(run, stdout=child, stderr=child, cwd=ROOT, env=environment)
    os.close(child)
    found = b""
    while True:
        try:
            chunk = os.read(parent, 1 << 16)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        found += chunk
    process.wait()
    os.close(parent)
    return found.decode().replace("\r\n", "\n")


def html(text: str) -> str:
    """Coloured text as HTML, a block for each line."""
    return "".join(f"<div>{_line(line) or '&nbsp;'}</div>" for line in text.rstrip("\n").split("\n"))


def _line(line: str) -> str:
    pieces = SGR.split(line)
    found = [escape(pieces[0])]
    for codes, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        style = ";".join(STYLES[int(code)] for code in codes.split(";") if code and int(code) in STYLES)
        found.append(f'<span style="{style}">{escape(piece)}</span>' if style else escape(piece))
    return "".join(found)


def main() -> None:
    body = ""
    for command in COMMANDS:
        body += f'<div class="prompt">$ persiantools {escape(" ".join(command))}</div>'
        body += f"{html(said(*command))}<div>&nbsp;</div>"
    with tempfile.TemporaryDirectory() as folder, browser() as page:
        file = Path(folder) / "terminal.html"
        file.write_text(PAGE.format(body), encoding="utf-8")
        page.look(width=980, height=560)
        page.open(file)
        height = page.run("document.body.offsetHeight")
        page.look(width=980, height=int(height))
        page.picture(PICTURES / "terminal.png")


if __name__ == "__main__":
    main()
