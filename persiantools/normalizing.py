"""Text in, normalized text out: the text is split, and the stages of edits follow each other.

Where it is asked for, a first stage unescapes HTML entities and takes away the furniture of tweets. Names play no
part here, so that what only normalizes loads nothing of them.
"""

from persiantools.edits import Edits, Normalized
from persiantools.normalizer import DEFAULT, NormalizeOptions, find_edits
from persiantools.normalizer.entities import find_entities
from persiantools.normalizer.furniture import find_furniture, touches_furniture
from persiantools.normalizer.informal import Suggestion, find_informal
from persiantools.spans import Span
from persiantools.splitter import split

__all__ = ["edits_of", "explain", "normalize", "suggest_formal"]


def explain(text: str, options: NormalizeOptions = DEFAULT) -> Normalized:
    """``text`` with the edits that normalize the Persian in it.

    >>> explain("او می رود.").to_dict()["edits"][0]["rule"]
    'zwnj'
    """
    return Normalized(text, edits_of(text, split(text), options))


def normalize(text: str, options: NormalizeOptions = DEFAULT) -> str:
    """``text`` with the Persian in it normalized, and all else unchanged.

    >>> normalize("این كتاب: https://t.co/Ab12")
    'این کتاب: https://t.co/Ab12'
    """
    return explain(text, options).text


def suggest_formal(text: str) -> tuple[Suggestion, ...]:
    """Formal forms for the spoken words in the Persian of ``text``: for a person to take, never applied.

    >>> [(word.start, word.end, word.formal) for word in suggest_formal("بگو اگه میای")]
    [(4, 7, 'اگر')]
    """
    return find_informal(text, split(text))


def edits_of(
    text: str, spans: tuple[Span, ...], options: NormalizeOptions, languages: tuple[str, ...] | None = None
) -> Edits:
    """The edits of every stage as edits of ``text``, whose spans are given: entities, tweet furniture, then the rules
    for Persian. What a stage leaves is split anew, for languages are told by what stands on a line.
    """
    first, now = Edits(), text
    if options.entities and (found := find_entities(text)):
        first, now = found, found.apply(text)
        spans = split(now, languages=languages)
    if touches_furniture(options) and (found := find_furniture(now, spans, options)):
        first = first.then(found)
        now = first.apply(text)
        spans = split(now, languages=languages)
    last = find_edits(now, spans, options)
    return first.then(last) if first else last
