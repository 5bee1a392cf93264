"""The page around the passages: style, script and font are inside it, and its policy forbids all else."""

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files

from persiantools.export.report.markup import content
from persiantools.export.report.section import Item, Section, section

__all__ = ["report_page"]

_SLOT = re.compile(r"\{\{(\w+)\}\}")


def report_page(items: Iterable[Item], title: str) -> str:
    """A page that shows ``items``; a browser needs nothing else for it, and fetches nothing.

    >>> page = report_page([], "<Report>")
    >>> "<title>&lt;Report&gt;</title>" in page, "http://" in page
    (True, False)
    """
    sections = [section(item, number) for number, item in enumerate(items)]
    style = _part("page.css").replace("FONT_DATA", _font())
    script = _part("page.js")
    slots = {
        "title": content(title),
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "files": _files(sections),
        "sections": "".join(one.html for one in sections),
    }
    # In one pass, so that a slot's name inside a text is text.
    return _SLOT.sub(lambda slot: slots[slot[1]], _part("page.html"))


def _policy(style: str, script: str) -> str:
    """A Content Security Policy: this style and this script by their hashes, the font inside, nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; font-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _files(sections: Sequence[Section]) -> str:
    """Links to the passages, where there are several."""
    if len(sections) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#f{number}"><bdi>{content(one.name)}</bdi> {_to_check(one.to_check)}</a></li>\n'
        for number, one in enumerate(sections)
    )
    return (
        f'<nav id="files" aria-label="Files"><details open><summary>{len(sections)} files</summary>'
        f"<ol>\n{rows}</ol></details></nav>"
    )


def _to_check(count: int) -> str:
    return f'<span class="count" title="to check">{count}</span>' if count else ""


def _font() -> str:
    return b64encode((files("persiantools.export") / "font" / "vazirmatn.woff2").read_bytes()).decode()


def _part(name: str) -> str:
    return (files("persiantools.export.report") / name).read_text(encoding="utf-8")
