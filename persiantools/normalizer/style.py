"""House style where several writings are right: the ezafe of words in silent heh, and آنها or آن‌ها.

Nothing here changes unless a style is asked for.
"""

import re

from persiantools.chars import ZWNJ
from persiantools.normalizer.changes import Change
from persiantools.normalizer.letters import LETTERS, MARKS
from persiantools.normalizer.options import NormalizeOptions
from persiantools.normalizer.zwnj.kinds import PLURALS

__all__ = ["style_changes"]

HAMZA_ABOVE = "\u0654"

# Compiled where they are first used, for most texts keep their style.
_END = f"(?![{LETTERS}{MARKS}\u0640\u200c])"
_YE = f"(?<=ه)\u200cی{_END}"
_HAMZA = f"(?<=[{LETTERS}])(?:(?<=ه)\u0654|\u06c0){_END}"
_DEMONSTRATIVE = (
    f"(?<![{LETTERS}\u200c])(?:آن|این)(\u200c?)(?:{'|'.join(sorted(PLURALS, key=len, reverse=True))}){_END}"
)


def style_changes(line: str, options: NormalizeOptions) -> list[Change]:
    r"""What the styles that were asked for change in ``line``.

    >>> [c[:3] for c in style_changes("آنها", NormalizeOptions(demonstrative="apart"))] == [(2, 2, "\u200c")]
    True
    """
    return sorted([*_heh_ezafe(line, options), *_demonstratives(line, options)])


def _heh_ezafe(line: str, options: NormalizeOptions) -> list[Change]:
    reason = "the style of the ezafe after silent heh"
    if options.heh_ezafe == "hamza":
        found = [(m.start(), m.end(), HAMZA_ABOVE, "style", reason) for m in re.finditer(_YE, line)]
        return found + [(m.start(), m.end(), "ه" + HAMZA_ABOVE, "style", reason) for m in re.finditer("\u06c0", line)]
    if options.heh_ezafe == "ye":
        new = {HAMZA_ABOVE: ZWNJ + "ی", "\u06c0": "ه" + ZWNJ + "ی"}
        return [(m.start(), m.end(), new[m.group()], "style", reason) for m in re.finditer(_HAMZA, line)]
    return []


def _demonstratives(line: str, options: NormalizeOptions) -> list[Change]:
    if options.demonstrative == "keep":
        return []
    wanted = ZWNJ if options.demonstrative == "apart" else ""
    return [
        (m.start(1), m.end(1), wanted, "style", "the style of ها after آن and این")
        for m in re.finditer(_DEMONSTRATIVE, line)
        if m.group(1) != wanted
    ]
