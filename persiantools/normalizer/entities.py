"""HTML entities as tweets carry them (&amp; &lt; &gt; &#39;): unescaped once, on request, as a stage of its own.

The edits come before splitting: join them with those of the unescaped text by `Edits.then`. ``&amp;lt;`` becomes
``&lt;``, and no more.
"""

import html
import re
from unicodedata import category

from persiantools.edits import Edit, Edits

__all__ = ["find_entities"]

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NEVER = ("Cc", "Cs", "Zl", "Zp")


def find_entities(text: str) -> Edits:
    """The edits that unescape the entities of ``text``; what is no entity of HTML 5 stays, and so does one for a
    control character or a line break, which would change what the lines are.

    >>> find_entities("الف &amp; ب &lt;3 &nosuch;").apply("الف &amp; ب &lt;3 &nosuch;")
    'الف & ب <3 &nosuch;'
    """
    found = []
    for match in _ENTITY.finditer(text):
        new = html.unescape(match.group())
        if new != match.group() and _may_stand(new):
            found.append(
                Edit(match.start(), match.end(), new, "entities", f"{match.group()} is HTML for one character")
            )
    return Edits(found)


def _may_stand(new: str) -> bool:
    """Whether ``new`` is neither a control, nor a line break, nor the sign that the entity named no character."""
    return new != "\ufffd" and all(category(char) not in _NEVER for char in new)
