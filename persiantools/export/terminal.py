"""How mixed text is put on a screen: isolated for terminals that do bidi, in visual order for those that do not."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec

from persiantools.chars import LINE_BREAK, lines
from persiantools.export.bidi import visual

__all__ = ["Order", "Screen", "does_bidi", "printable", "width"]

Order = Literal["visual", "isolate", "plain"]
"""Right-to-left text: ``visual``, turned by us; ``isolate``, by the screen, each piece isolated; ``plain``, as is."""

FSI, PDI = "\u2068", "\u2069"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WORD = re.compile(r"\s*\S+|\s+")


def does_bidi(environment: Mapping[str, str]) -> bool:
    """Whether the terminal that ``environment`` (``os.environ``) describes joins and reorders Arabic script itself.

    Those that do: VTE 0.58 and later (GNOME Terminal, Tilix, Terminator, xfce4-terminal …), Konsole, mlterm, mintty,
    Apple's Terminal. Those that do not, or only when told to: xterm, Alacritty, foot, Ghostty, the Linux console,
    Windows Terminal, WezTerm and iTerm2 by default, and kitty, which turns single words (its setting ``force_ltr``
    stops that). A terminal multiplexer hides what is behind it and does no bidi itself. Sources: the survey of the
    freedesktop terminal working group (terminal-wg.pages.freedesktop.org/bidi, "Prior Work"), VTE's reference
    (``set_enable_bidi``, since 0.58), mintty's wiki (CtrlSeqs), and the trackers of those that do not (alacritty 663,
    kitty 2109, wezterm 784, microsoft/terminal 538).

    >>> does_bidi({"VTE_VERSION": "7600"}), does_bidi({"TERM": "xterm"}), does_bidi({"TERM": "tmux-256color"})
    (True, False, False)
    """
    if "TMUX" in environment or environment.get("TERM", "").startswith(("screen", "tmux")):
        return False
    version = environment.get("VTE_VERSION", "")
    modern_vte = version.isdecimal() and int(version) >= 5800
    named = environment.get("TERM_PROGRAM") in {"Apple_Terminal", "mintty", "mlterm"}
    return modern_vte or named or bool({"MLTERM", "KONSOLE_VERSION"} & environment.keys())


def printable(text: str) -> str:
    r"""``text`` on one line and without control characters: nothing in it can steer a terminal.

    >>> printable("a\nb\x1b[31mc")
    'a⏎b␛[31mc'
    """
    return _UNPRINTABLE.sub(_picture, LINE_BREAK.sub("⏎", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def width(text: str) -> int:
    """Columns that printable ``text`` takes: 0 for combining marks, 2 for wide characters and emoji sequences.

    >>> width("می"), width("日本"), width("e\u0301"), width("👩\u200d💻")
    (2, 4, 1, 2)
    """
    return len(text) if text.isascii() else max(0, _measure(text))


class Screen(msgspec.Struct, frozen=True):
    """Where text for people goes: how many columns it has, and who turns right-to-left text round.

    ``colour`` says whether it takes colours.
    """

    columns: int = 100
    order: Order = "isolate"
    colour: bool = False

    def piece(self, text: str, columns: int | None = None) -> str:
        """``text`` on one line, cut to ``columns`` with an ellipsis, to stand inside a left-to-right row."""
        shown = printable(text)
        if columns is not None and width(shown) > columns:
            shown = _cut(shown, columns - 1) + "…"
        if not _RTL.search(shown):
            return shown
        return visual(shown) if self.order == "visual" else f"{FSI}{shown}{PDI}" if self.order == "isolate" else shown

    def paragraphs(self, text: str) -> str:
        """``text`` line by line; lines are wrapped before they are reordered, so that reading goes on downwards."""
        if self.order != "visual":
            return text
        return "\n".join(
            visual(row) for start, end in lines(text) for row in self._rows(LINE_BREAK.sub("", text[start:end]))
        )

    def paint(self, text: str, style: str) -> str:
        """``text`` in a colour or weight (``bold dim red green yellow blue magenta cyan``), where colours are on."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def _rows(self, line: str) -> Iterator[str]:
        row, used = "", 0
        for word in _WORD.findall(line):
            size = width(printable(word))
            if row and used + size > self.columns:
                yield row
                word = word.lstrip()
                row, used, size = "", 0, width(printable(word))
            row, used = row + word, used + size
        yield row


_STYLES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36}


def _cut(text: str, columns: int) -> str:
    """The longest start of ``text`` that fits, not cut before a combining mark or a joiner."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > columns:
            while index and (unicodedata.combining(text[index]) or text[index - 1] == "\u200d"):
                index -= 1
            return text[:index]
    return text


@cache
def _measure_function() -> Callable[[str], int]:
    from wcwidth import wcswidth

    return wcswidth


def _measure(text: str) -> int:
    return _measure_function()(text)
