"""The editor's question: are the names of a passage spelled one way, and does each stand in both languages?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from persiantools.names.compare import score
from persiantools.names.index import CandidateIndex
from persiantools.names.linking import align
from persiantools.names.register import NameRegister
from persiantools.names.types import Alignment, Mention
from persiantools.names.variants import are_variants
from persiantools.names.words import latin_parts
from persiantools.spans import Span

__all__ = ["Finding", "check_names"]

_SAME = 0.5


class Finding(msgspec.Struct, frozen=True):
    """One thing that an editor may want to change."""

    kind: str
    """``spelling``: a rarer spelling of a name; ``no english``, ``no persian``: a name without counterpart;
    ``shared``: one English spelling for two Persian names."""
    mentions: tuple[Mention, ...]
    """Where; for ``spelling`` the mentions to change."""
    suggestion: str
    """What to write instead; empty when there is nothing to suggest."""
    message: str
    """The finding in words."""


def check_names(
    text: str,
    *,
    spans: Sequence[Span] | None = None,
    register: NameRegister | None = None,
    glossary: NameRegister | None = None,
    alignment: Alignment | None = None,
) -> tuple[Finding, ...]:
    """What is inconsistent about the names of ``text``, in order of the first mention.

    ``alignment`` is the answer of `align` for the same text, when it is known already.

    >>> found = check_names("Massoud said no. Ahmad Massoud, they say, met Baradar. Ahmad Massaod left.")
    >>> [(f.mentions[0].text, f.suggestion) for f in found if f.kind == "spelling"]
    [('Ahmad Massaod', 'Ahmad Massoud')]
    """
    if alignment is None:
        alignment = align(text, spans=spans, register=register, glossary=glossary)
    preferred = {tuple(english.lower().split()) for _, english, *_ in glossary or ()}
    found = [*_spellings(alignment, preferred), *_shared(alignment)]
    for group in alignment.unlinked_persian:
        name = group.mentions[0].text
        found.append(Finding("no english", group.mentions, "", f"{name} stands in the Persian only"))
    for group in alignment.unlinked_english:
        name = group.mentions[0].text
        found.append(Finding("no persian", group.mentions, "", f"{name} stands in the English only"))
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """``findings`` by their first mention."""
    return tuple(sorted(findings, key=lambda finding: (finding.mentions[0], finding.kind)))


def _spellings(alignment: Alignment, preferred: set[tuple[str, ...]]) -> Iterator[Finding]:
    groups = [link.english for link in alignment.links] + [group.mentions for group in alignment.unlinked_english]
    favoured = {word for name in preferred for word in name}
    for mentions in groups:
        counts = Counter(word for mention in mentions for word in _words(mention))
        better = _better(counts, favoured)
        wrong: dict[str, list[Mention]] = {}
        for mention in mentions:
            if any(word in better for word in _words(mention)):
                wrong.setdefault(mention.text, []).append(mention)
        for text, places in wrong.items():
            yield _misspelt(text, places, better, counts)


def _misspelt(text: str, places: Sequence[Mention], better: dict[str, str], counts: "Counter[str]") -> Finding:
    changed = " ".join(_cased(word, better.get(word.lower(), "")) for word in text.split())
    rare = next(word for word in text.split() if word.lower() in better)
    usual = _cased(rare, better[rare.lower()])
    message = f"{rare} ×{counts[rare.lower()]} beside {usual} ×{counts[usual.lower()]}"
    return Finding("spelling", tuple(places), changed, message)


def _words(mention: Mention) -> list[str]:
    return mention.text.lower().split()


def _better(counts: "Counter[str]", favoured: set[str]) -> dict[str, str]:
    """For each rarer spelling of a word the one to prefer: the glossary's, the most frequent, the first."""
    order = {word: number for number, word in enumerate(counts)}
    ranked = sorted(counts, key=lambda word: (word not in favoured, -counts[word], order[word]))
    better: dict[str, str] = {}
    chosen: list[str] = []
    for word in ranked:
        usual = next((other for other in chosen if _same_word(word, other)), None)
        if usual is None:
            chosen.append(word)
        else:
            better[word] = usual
    return better


def _same_word(one: str, other: str) -> bool:
    return are_variants("".join(latin_parts(one)), "".join(latin_parts(other)))


def _cased(word: str, other: str) -> str:
    """``other`` with the capitals that ``word`` has: first letters, and those after a hyphen."""
    if not other:
        return word
    if word.isupper():
        return other.upper()
    return "-".join(part[:1].upper() + part[1:] for part in other.split("-")) if word[:1].isupper() else other


def _shared(alignment: Alignment) -> Iterator[Finding]:
    """Persian names that are written in English as another Persian name of the passage is."""
    spellings = sorted({mention.text for link in alignment.links for mention in link.english})
    owner = {mention.text: link for link in alignment.links for mention in link.english}
    index = CandidateIndex(spellings)
    for group in alignment.unlinked_persian:
        name = group.mentions[0].text
        for number in index.candidates(name):
            link = owner[spellings[number]]
            if score(name, spellings[number]) >= _SAME and len(name.split()) == len(spellings[number].split()):
                mentions = tuple(m for m in link.english if m.text == spellings[number])
                message = f"{spellings[number]} may mean {link.persian[0].text} and {name}"
                yield Finding("shared", group.mentions + mentions, "", message)
                break
