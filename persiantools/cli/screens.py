"""The screen that a command writes text for people to."""

import os
import shutil
import sys
from pathlib import Path

from persiantools.cli.parameters import Bidi
from persiantools.export.terminal import Screen, does_bidi

__all__ = ["screen_for"]


def screen_for(bidi: Bidi, output: Path | None) -> Screen:
    """The terminal on standard output, or a plain page 100 columns wide where there is none (a file, a pipe)."""
    terminal = output is None and sys.stdout.isatty()
    visual = bidi is Bidi.terminal or (bidi is Bidi.auto and terminal and not does_bidi(os.environ))
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(
        shutil.get_terminal_size((100, 24)).columns if terminal else 100, "visual" if visual else "isolate", colour
    )
