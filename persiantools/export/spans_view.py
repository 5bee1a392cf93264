"""A text as it stands, with its spans coloured and labelled, for people at a terminal."""

import re
from collections.abc import Iterator, Sequence

from persiantools.chars import lines
from persiantools.export.terminal import Screen, printable, width
from persiantools.spans import Span

__all__ = ["spans_view"]

_COLOURS = {"fa": "green", "en": "blue", "ar": "yellow", "ps": "magenta", "ur": "cyan", "ckb": "red"}
_COLOURS["fa-Latn"] = _COLOURS["fa"]
_WORD = re.compile(r"\s*\S+")


def spans_view(text: str, spans: Sequence[Span], screen: Screen) -> str:
    r"""``text`` line by line, each of its ``spans`` after a label (its language, or its kind where it is no text),
    broken into rows that fit the screen.

    >>> print(spans_view("hi 12", [Span(0, 3, "en"), Span(3, 5, "zxx", "number")], Screen()))
    en:hi number:12
    """
    shown: list[str] = []
    waiting = list(reversed(spans))
    for _, end in lines(text):
        of_line = []
        while waiting and waiting[-1].start < end:
            of_line.append(waiting.pop())
        shown += _rows(text, of_line, screen)
    return "\n".join(shown)


def _rows(text: str, spans: Sequence[Span], screen: Screen) -> Iterator[str]:
    """The spans of one line in rows of the screen."""
    row: list[str] = []
    used = 0
    for span in spans:
        label = span.kind if span.kind != "text" else span.lang if span.lang != "zxx" else ""
        head, colour = f"{label}:" if label else "", _COLOURS.get(span.lang, "bold")
        for number, piece in enumerate(_pieces(head + span.of(text).strip(), used, screen.columns)):
            if number and row:
                yield " ".join(row)
                row, used = [], 0
            if piece:
                body = piece.removeprefix(head)
                row.append(
                    screen.paint(piece[: len(piece) - len(body)], "dim") + screen.paint(screen.piece(body), colour)
                )
                used += width(printable(piece)) + 1
                head = ""
    yield " ".join(row)


def _pieces(text: str, used: int, columns: int) -> Iterator[str]:
    """``text`` in pieces: the first for the rest of a row of which ``used`` columns are taken (empty where no word
    has room), each other for a row of its own.
    """
    piece = ""
    for word in _WORD.findall(text):
        size = width(printable(word))
        if used + size > columns:
            yield piece
            piece, used, word = "", 0, word.lstrip()
            size = width(printable(word))
        piece, used = piece + word, used + size
    yield piece
