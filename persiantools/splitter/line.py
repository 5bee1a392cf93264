"""One line: protected stretches, words, their languages, blocks of one language, spans."""

from persiantools.spans import Span
from persiantools.splitter.deciding import Decision, decide, probability
from persiantools.splitter.protected import Protected, find_protected
from persiantools.splitter.tiling import Block, tile
from persiantools.splitter.words import WORD, Word

__all__ = ["split_line"]


def split_line(line: str, offset: int = 0, only: frozenset[str] | None = None) -> list[Span]:
    """The spans of one line, its line break included; ``offset`` is added to each bound.

    >>> [(span.start, span.end, span.lang) for span in split_line("متن text", 10)]
    [(10, 14, 'fa'), (14, 18, 'en')]
    """
    protected = find_protected(line)
    words = _words(line, protected)
    decisions = decide(line, words, only) if words else []
    return tile(line, _blocks(line, words, decisions, protected), offset)


def _words(line: str, protected: list[Protected]) -> list[Word]:
    """The words outside of what is protected, and the hashtags, each of which counts as one word."""
    if not protected:
        return [Word(match.start(), match.end(), match.lastindex or 0) for match in WORD.finditer(line)]
    found: list[Word] = []
    at = 0
    for start, end, kind in [*protected, Protected(len(line), len(line), "text")]:
        found += [Word(match.start(), match.end(), match.lastindex or 0) for match in WORD.finditer(line, at, start)]
        if kind == "hashtag" and (first := WORD.search(line, start, end)):
            found.append(Word(start + 1, end, first.lastindex or 0))
        at = end
    return found


def _blocks(line: str, words: list[Word], decisions: list[Decision], protected: list[Protected]) -> list[Block]:
    """Words of one language in a row as one block each, with what is protected in its place."""
    blocks: list[Block] = []
    pending = iter(protected)
    shield = next(pending, None)
    margins = 0.0
    for word, (lang, margin) in zip(words, decisions, strict=True):
        while shield and shield.end <= word.start:
            blocks.append(_shielded(shield))
            shield = next(pending, None)
        if shield and shield.start < word.start:
            blocks.append(Block(shield.start, shield.end, lang, shield.kind, probability(margin)))
            shield = next(pending, None)
        elif blocks and blocks[-1].kind == "text" and blocks[-1].lang == lang:
            margins += margin
            blocks[-1] = Block(blocks[-1].start, word.end, lang, "text", probability(margins))
        else:
            margins = margin
            blocks.append(Block(word.start, word.end, lang, "text", probability(margin)))
    while shield:
        blocks.append(_shielded(shield))
        shield = next(pending, None)
    return blocks


def _shielded(stretch: Protected) -> Block:
    """What is protected as a block: without words, but for a hashtag of letters that no script is known for."""
    return Block(stretch.start, stretch.end, "und" if stretch.kind == "hashtag" else "zxx", stretch.kind, 1.0)
