"""Text as HTML: whatever the text holds, it stays text.

Every character that means something to a parser is escaped, and what HTML cannot carry (controls, lone surrogates) is
shown as a picture of itself, so that nothing is lost without a trace.
"""

import re
from html import escape

from persiantools.chars import INVISIBLE_NAMES

__all__ = ["attribute", "content", "prose", "visible_content"]

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\r\n"}
_PICTURES = {**_CONTROLS, 0x7F: "␡", **dict.fromkeys(range(0x80, 0xA0), "\ufffd")}
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile(f"[{''.join(INVISIBLE_NAMES)}]")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN = re.compile(f"[{_RTL}](?:[{_RTL}\u200c\u200d ]*[{_RTL}])?")


def content(text: str) -> str:
    r"""``text`` as the content of an element, or as a quoted attribute.

    >>> content("<b>'a'\0")
    '&lt;b&gt;&#x27;a&#x27;␀'
    """
    return escape(_SURROGATE.sub("\ufffd", text.translate(_PICTURES)))


def attribute(name: str, *values: str) -> str:
    """An attribute with a space before it; none where there is no value.

    >>> attribute("data-name", "a", 'b"'), attribute("data-name")
    (' data-name="a b&quot;"', '')
    """
    return f' {name}="{content(" ".join(values))}"' if values else ""


def visible_content(text: str) -> str:
    r"""`content` in which each invisible character is a small label with its short name.

    >>> visible_content("می\u200cرود")
    'می<b class="inv">ZWNJ</b>رود'
    """
    pieces, at = list[str](), 0
    for match in _INVISIBLE.finditer(text):
        pieces += (content(text[at : match.start()]), f'<b class="inv">{INVISIBLE_NAMES[match[0]]}</b>')
        at = match.end()
    return "".join(pieces) + content(text[at:])


def prose(text: str) -> str:
    """An English sentence with Persian words in it, each run of them isolated: the sentence keeps its order.

    >>> prose("ending اند after رفته")
    'ending <bdi>اند</bdi> after <bdi>رفته</bdi>'
    """
    pieces, at = list[str](), 0
    for match in _RTL_RUN.finditer(text):
        pieces += (visible_content(text[at : match.start()]), f"<bdi>{visible_content(match[0])}</bdi>")
        at = match.end()
    return "".join(pieces) + visible_content(text[at:])
