"""The order of the rules on one line: what is rare or asked for first, then words and gaps, until nothing changes."""

from collections.abc import Callable
from functools import lru_cache

from persiantools.chars import LINE_BREAK
from persiantools.edits import Edit, Edits
from persiantools.normalizer.apart import TO_BE, tied_verbs
from persiantools.normalizer.changes import Change, to_edits
from persiantools.normalizer.diacritics import diacritic_changes
from persiantools.normalizer.digits import digit_changes
from persiantools.normalizer.hazm_engine import hazm_changes
from persiantools.normalizer.invisibles import ANY_INVISIBLE, stray_invisibles
from persiantools.normalizer.line import LineNormalizer
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.quotes import quote_changes
from persiantools.normalizer.repeats import repeat_changes
from persiantools.normalizer.style import style_changes
from persiantools.normalizer.zwnj.storage import load_model

__all__ = ["SpanNormalizer", "span_normalizer"]

Stage = Callable[[str], list[Change]]

_NONE = Edits()
_FORMS_OF_TO_BE = (TO_BE, "ن" + TO_BE)
_MOST_ROUNDS = 6
"""No line is known that needs more than three."""


class SpanNormalizer:
    """The rules of one set of options, for the Persian spans of any text."""

    def __init__(self, options: NormalizeOptions) -> None:
        """Load the model if ZWNJ are to be restored."""
        self._hazm = options.engine == "hazm"
        model = load_model() if (options.zwnj or options.repeats) and not self._hazm else None
        self._words = LineNormalizer(options, model if options.zwnj else None)
        self._before: list[Stage] = []
        if options.invisibles:
            self._before.append(stray_invisibles)
        if options.run_together:
            self._before.append(tied_verbs)
        if options.heh_ezafe != "keep" or options.demonstrative != "keep":
            self._before.append(lambda line: style_changes(line, options))
        if options.digits != "keep":
            self._before.append(lambda line: digit_changes(line, options))
        if options.quotes:
            self._before.append(quote_changes)
        # What the word rules take out (a kashida) may bring together what these rules look for.
        self._looks_again = options.repeats or options.quotes or options.diacritics != "keep"
        mode = options.diacritics
        if mode != "keep":
            self._before.append(lambda line: diacritic_changes(line, mode))
        if options.repeats and model is not None:
            lexicon = model.lexicon
            self._before.append(lambda line: repeat_changes(line, lexicon))

    def edits(self, text: str, start: int, end: int) -> list[Edit]:
        """The edits of the span ``[start, end)`` of ``text``, each line decided alone."""
        chunk = text[start:end]
        found: list[Edit] = []
        at = start
        for line in LINE_BREAK.split(chunk) if "\n" in chunk or "\r" in chunk else (chunk,):
            stop = at + len(line)
            if line:
                self._line(line, at, _beside(text, at - 1), _beside(text, stop), found)
            at = stop + (2 if text.startswith("\r\n", stop) else 1)
        return found

    def _line(self, line: str, at: int, left: str, right: str, found: list[Edit]) -> None:
        """Add the edits of ``line``, which begins at offset ``at``, to ``found``."""
        edits, unsure = self._round(line, left, right)
        for _ in range(_MOST_ROUNDS):
            if not unsure:
                break
            more, unsure = self._round(to_edits(edits).apply(line), left, right)
            if not more:
                break
            edits = [(e.start, e.end, e.new, e.rule, e.reason) for e in to_edits(edits).then(to_edits(more))]
        found += [Edit(a + at, b + at, new, rule, reason) for a, b, new, rule, reason in edits]

    def _may_find_more(self, line: str, changes: list[Change]) -> bool:
        """Whether the ``changes`` of the word rules in ``line`` may concern the rules that came before them."""
        if self._looks_again or ANY_INVISIBLE.search(line):
            return True
        return TO_BE in line and any(line.startswith(_FORMS_OF_TO_BE, end) for _, end, _, _, _ in changes)

    def _round(self, line: str, left: str, right: str) -> tuple[list[Change], bool]:
        """The changes of all rules, once, and whether another round may find more."""
        if self._hazm:
            changes = hazm_changes(line)
            return changes, bool(changes)
        edits, now = _NONE, line
        for stage in self._before:
            if changes := stage(now):
                edits = edits.then(to_edits(changes))
                now = edits.apply(line)
        changes, unsure = self._words.changes(now, left, right)
        if not edits:
            return changes, unsure or (bool(changes) and self._may_find_more(now, changes))
        both = edits.then(to_edits(changes))
        return [(e.start, e.end, e.new, e.rule, e.reason) for e in both], True


@lru_cache(8)
def span_normalizer(options: NormalizeOptions) -> SpanNormalizer:
    """The rules of ``options``, with what they remember; kept for the options used last."""
    return SpanNormalizer(options)


def _beside(text: str, at: int) -> str:
    """What stands at offset ``at`` outside a span: ``n`` a line's end, ``a`` a letter or digit, ``e`` the rest."""
    if at < 0 or at >= len(text) or text[at] in "\n\r":
        return "n"
    return "a" if text[at].isalnum() else "e"
