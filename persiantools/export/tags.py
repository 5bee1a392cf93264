"""How the numbered tags of protected text are written, and recognised again after a machine has handled them.

Every form begins with a bracket that occurs in it once, and no part of it can be cut across a tag that stands in its
middle. So once all that looks like a tag (`look_alikes`) has been replaced by tags, whatever is read as one is one.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["FORMS", "Form", "TagForm", "look_alikes"]

Form = Literal["x", "braces", "brackets"]

_NUMBER = r"([0-9۰-۹٠-٩]{1,9})"
_GAP = r"[^\S\r\n]{0,3}"
_OPEN, _CLOSE = "(?:<|&lt;)", "(?:>|&gt;)"
_QUOTE = "(?:[\"'“”„«»‹›]|&quot;|&#39;)?"
_X = f"{_OPEN}{_GAP}[xX]{_GAP}[iI][dD]{_GAP}={_GAP}{_QUOTE}{_GAP}{_NUMBER}{_GAP}{_QUOTE}{_GAP}/?{_GAP}{_CLOSE}"
_X_END = f"{_OPEN}{_GAP}/{_GAP}[xX]{_GAP}{_CLOSE}"


class TagForm(NamedTuple):
    """One way to write tags.

    ``written`` is filled with the number; ``read`` recognises a tag, its number in group 1; ``alike`` are the shapes
    that may not stand in protected text unless they are tags.
    """

    written: str
    read: re.Pattern[str]
    alike: tuple[re.Pattern[str], ...]


def _form(written: str, tag: str, end: str = "") -> TagForm:
    shapes = tuple(re.compile(shape) for shape in (tag, end) if shape)
    return TagForm(written, re.compile(f"{tag}(?:{_GAP}{end})?" if end else tag), shapes)


FORMS: dict[Form, TagForm] = {
    "x": _form('<x id="{}"/>', _X, _X_END),
    "braces": _form("{{{}}}", rf"\{{{_GAP}{_NUMBER}{_GAP}\}}"),
    "brackets": _form("⟦{}⟧", f"⟦{_GAP}{_NUMBER}{_GAP}⟧"),
}
"""The forms by name: ``<x id="1"/>``, ``{1}``, ``⟦1⟧``.

Read are also what translation makes of them: up to three spaces between the parts, other quotation marks or none,
Persian and Arabic digits, capitals, ``<`` and ``>`` escaped for HTML, and an empty element written with its end
(``<x id="1"></x>``).
"""


def look_alikes(text: str, form: Form) -> Iterator[tuple[int, int]]:
    """Where ``text`` has something that would be read as a tag, or as the end of one.

    >>> list(look_alikes('a <X ID=7> b', "x"))
    [(2, 10)]
    """
    for shape in FORMS[form].alike:
        yield from (match.span() for match in shape.finditer(text))
