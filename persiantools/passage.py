"""The one kernel: text in, passage out. The library, the command line and the batch engine all call it.

A text is split into spans by language; edits are found that normalize its Persian; names are found on both sides and
linked. All offsets are code points of the source text.
"""

from typing import Any

import msgspec

from persiantools.edits import Edits, Normalized
from persiantools.names import Alignment, NameLink, NameRegister, align
from persiantools.normalizer import NormalizeOptions
from persiantools.normalizing import edits_of
from persiantools.spans import Span
from persiantools.splitter import split

__all__ = ["SCHEMA", "Options", "Passage", "analyze"]

SCHEMA = 1
"""Version of the JSON form of a passage; it grows when a reader of the old form would misread the new one."""


class Options(msgspec.Struct, frozen=True):
    """What `analyze` does: ``languages`` are the tags to choose among, ``normalize`` holds the rules."""

    languages: tuple[str, ...] | None = None
    normalize: NormalizeOptions = NormalizeOptions()


DEFAULT = Options()


class Passage(msgspec.Struct, frozen=True):
    """One analyzed text.

    ``spans`` tile ``text``; ``edits`` normalize it; ``alignment`` holds the names: every mention stands in exactly
    one link or in one unlinked group. ``origin`` says where the text came from.
    """

    origin: str
    text: str
    spans: tuple[Span, ...]
    edits: Edits
    alignment: Alignment

    @property
    def names(self) -> tuple[NameLink, ...]:
        """The name links."""
        return self.alignment.links

    @property
    def normalized(self) -> Normalized:
        """The normalized text, with its edits."""
        return Normalized(self.text, self.edits)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, described in the README; ``schema`` is its version."""
        return {
            "schema": SCHEMA,
            "origin": self.origin,
            "text": self.text,
            "spans": [msgspec.to_builtins(span) for span in self.spans],
            "normalized": self.normalized.to_dict(),
            **self.alignment.to_dict(),
        }


def analyze(
    text: str, *, origin: str = "", options: Options = DEFAULT, glossary: NameRegister | None = None
) -> Passage:
    """Split, normalize and link the names of ``text``; the pairs of a ``glossary`` come before all others.

    >>> passage = analyze("Ahmad Massoud spoke. احمد مسعود گفت: مقامهای ارشد رفتهاند.")
    >>> [(span.lang, span.of(passage.text)) for span in passage.spans]
    [('en', 'Ahmad Massoud spoke. '), ('fa', 'احمد مسعود گفت: مقامهای ارشد رفتهاند.')]
    >>> [edit.reason for edit in passage.edits]
    ['plural های after مقام', 'ending اند after رفته']
    >>> [(link.persian[0].text, link.english[0].text) for link in passage.names]
    [('احمد مسعود', 'Ahmad Massoud')]
    """
    spans = split(text, languages=options.languages)
    edits = edits_of(text, spans, options.normalize, options.languages)
    return Passage(origin, text, spans, edits, align(text, spans=spans, glossary=glossary))
