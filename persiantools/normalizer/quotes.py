"""Quotation marks that pair up inside one line become «»; off unless asked for.

Left alone: a mark without its partner, a straight mark that measures (۵" and 6'), apostrophes, and lines in which the
marks nest or cannot be told apart.
"""

import re

from persiantools.normalizer.changes import Change

__all__ = ["quote_changes"]

_CURLY = re.compile('“([^“”„«»"\n]*)”|„([^“”„«»"\n]*)[“”]')
_STRAIGHT = re.compile('"([^"“”„«»\n]*)"')
_MEASURE = re.compile('[0-9۰-۹٠-٩]"')
_PERSIAN = re.compile("[\u0600-\u06ff]")


def quote_changes(line: str) -> list[Change]:
    """The marks of ``line`` that change.

    >>> [change[:3] for change in quote_changes('گفت "سلام" و رفت')]
    [(4, 5, '«'), (9, 10, '»')]
    >>> quote_changes('نمایشگر 27" و "نو')
    []
    """
    found = [*_CURLY.finditer(line)]
    if line.count('"') % 2 == 0 and not _MEASURE.search(line):
        found += _STRAIGHT.finditer(line)
    changes: list[Change] = []
    for match in found:
        if _PERSIAN.search(match.group()):
            reason = "a pair of quotation marks around Persian"
            changes += [
                (match.start(), match.start() + 1, "«", "quotes", reason),
                (match.end() - 1, match.end(), "»", "quotes", reason),
            ]
    return sorted(changes)
