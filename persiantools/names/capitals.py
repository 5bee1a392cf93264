"""English names: what a capital letter says at its place, and when it says nothing.

Mid-sentence a capital makes a name word; at the start of a sentence and in headlines only words that are not in daily
use count, or words that bear a capital elsewhere in the passage.
"""

from collections.abc import Iterable
from typing import NamedTuple

from persiantools.names.latin_form import NAME, OPENER, OTHER, is_common
from persiantools.names.lexicon import word_set
from persiantools.names.words import LatinLine

__all__ = ["ReadLine", "class_line", "known_names", "read_line"]

_CAPITALIZED = 0.8
_FEWEST_WORDS = 4


class ReadLine(NamedTuple):
    """A line, and what its capitals are worth."""

    line: LatinLine
    shouting: bool
    """Whether it is in capitals throughout."""
    headline: bool
    """Whether its capitals say nothing: shouting, or title case."""
    label: int
    """How many words at its start stand before a colon, at most three: "Also Read: …"."""


def read_line(line: LatinLine) -> ReadLine:
    """The line, read."""
    long, capital, letters, loud = map(sum, zip(*[form.tally for form in line.forms], strict=True))
    shouting = letters >= _FEWEST_WORDS and loud >= _CAPITALIZED * letters
    title_case = long >= _FEWEST_WORDS and capital >= _CAPITALIZED * long and not line.closed
    label = next((at for at in range(1, min(4, len(line.forms))) if ":" in line.gaps[at]), 0)
    return ReadLine(line, shouting, shouting or title_case, label)


def class_line(read: ReadLine, known: frozenset[str]) -> str:
    """The class of each word of one line (see `latin_form`).

    ``known`` are words and pairs of words that stand with a capital mid-sentence somewhere in the passage.
    """
    line, shouting, headline, label = read
    forms = line.forms
    if len(forms) == 1 and forms[0].text == "RT":
        return OTHER  # before a handle; in a sentence RT is a broadcaster
    if headline:
        classes = [form.weak for form in forms]
    else:
        classes = [form.strong for form in forms]
        for at in line.opening | set(range(label)):
            classes[at] = forms[at].weak
    for at, kind in enumerate(classes):
        if kind in (NAME, OPENER):
            classes[at] = _in_passage(line, at, kind, known, labels=at < label, shouting=shouting)
    return "".join(classes)


def _in_passage(line: LatinLine, at: int, kind: str, known: frozenset[str], *, labels: bool, shouting: bool) -> str:
    """The class of a word with a capital, given the other capitals of the passage."""
    key = line.forms[at].key
    if labels and kind == NAME and key in word_set("english.frequent"):
        kind = OPENER
    if kind == OPENER:
        return NAME if key in known or _pair(line, at) in known else OPENER
    return OTHER if shouting and key not in known and is_common(key) else NAME


def known_names(lines: Iterable[ReadLine]) -> frozenset[str]:
    """Words with a capital that only a name explains: mid-sentence, outside headlines, and, when they are also plain
    words, on their own. Pairs of such words, joined by a space, count too.
    """
    found: set[str] = set()
    for line, _, headline, label in lines:
        if headline:
            continue
        for at, form in enumerate(line.forms):
            if form.strong != NAME or at < label or at in line.opening:
                continue  # "Also Read:" has its own capitals
            if not (is_common(form.key) and _in_company(line, at)):
                found.add(form.key)
            if pair := _pair(line, at):
                found.add(pair)
            if line.gaps[at + 1] == " & " and at + 1 < len(line.forms):
                found.add(f"{form.key} and {line.forms[at + 1].key}")
    return frozenset(found)


def _pair(line: LatinLine, at: int) -> str:
    """The word joined to the capital after it; empty when there is none."""
    if line.gaps[at + 1] != " " or at + 1 == len(line.forms) or not line.forms[at + 1].capital:
        return ""
    return f"{line.forms[at].key} {line.forms[at + 1].key}"


def _in_company(line: LatinLine, at: int) -> bool:
    """Whether a word stands beside another capital or after "of", so that the whole may be the name."""
    before = line.forms[at - 1]
    return (before.capital and at - 1 not in line.opening) or before.key == "of" or bool(_pair(line, at))
