"""Everything that an editor may want to look at again in one text: its names, and what deceives a reader."""

from persiantools.deceptive import find_deceptive
from persiantools.names import Alignment, Finding, Mention, NameRegister, check_names
from persiantools.names.spelling import in_order

__all__ = ["findings_of"]


def findings_of(
    text: str, *, alignment: Alignment | None = None, glossary: NameRegister | None = None
) -> tuple[Finding, ...]:
    r"""What `check_names` and `find_deceptive` find in ``text``, in order.

    A deceptive stretch has one mention, in no language (``zxx``). ``alignment`` is the answer of `align` for the same
    text, where it is known already.

    >>> [finding.kind for finding in findings_of("p\u0430ypal")]
    ['lookalike']
    """
    deceptive = (
        Finding(one.kind, (Mention(one.start, one.end, text[one.start : one.end], "zxx"),), "", one.message)
        for one in find_deceptive(text)
    )
    return in_order((*check_names(text, alignment=alignment, glossary=glossary), *deceptive))
