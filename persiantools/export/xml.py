"""Text as XML: what XML 1.0 cannot hold is replaced, everything else comes back as it went in."""

import re

__all__ = ["attribute", "content"]

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def content(text: str) -> str:
    r"""``text`` as the content of an element.

    Control characters, lone surrogates, U+FFFE and U+FFFF, which no XML 1.0 document may hold (its production
    ``Char``), become U+FFFD, the replacement character.

    >>> content("a<b & \x00\u200c")
    'a&lt;b &amp; �\u200c'
    """
    return _ILLEGAL.sub("\ufffd", text).translate(_TEXT)


def attribute(text: str) -> str:
    """``text`` as the value of an attribute, quotation marks included.

    >>> attribute('say "x"')
    '"say &quot;x&quot;"'
    """
    return f'"{_ILLEGAL.sub(chr(0xFFFD), text).translate(_VALUE)}"'
