"""One line: protected stretches, runs of one script, pieces of one language, spans."""

from persiantools.spans import Span
from persiantools.splitter.deciding import Piece, decide, decide_persian, probability
from persiantools.splitter.protected import Protected, find_protected
from persiantools.splitter.tiling import Block, tile
from persiantools.splitter.words import OTHER_LETTER, PLAIN, Run, runs

__all__ = ["pieces_of", "split_line"]


def split_line(line: str, offset: int = 0, only: frozenset[str] | None = None) -> list[Span]:
    """The spans of one line, its line break included; ``offset`` is added to each bound.

    >>> [(span.start, span.end, span.lang) for span in split_line("متن text", 10)]
    [(10, 14, 'fa'), (14, 18, 'en')]
    """
    plain = PLAIN.fullmatch(line) is not None
    protected = [] if plain else find_protected(line)
    if protected or not (plain or OTHER_LETTER.search(line) is None):
        return tile(line, _blocks(pieces_of(line, protected, only), protected), offset)
    pieces = decide_persian(line, only)
    if len(pieces) == 1:
        return [Span(offset, offset + len(line), pieces[0].lang, "text", probability(pieces[0].margin))]
    return tile(line, _blocks(pieces, protected), offset)


def pieces_of(
    line: str, protected: list[Protected], only: frozenset[str] | None = None, whole: bool = False
) -> list[Piece]:
    """The words outside of what is protected, and the hashtags, as pieces of one language."""
    if not protected:
        found = runs(line, 0, len(line))
    else:
        found, at = [], 0
        for start, end, kind in protected:
            found += runs(line, at, start)
            if kind == "hashtag" and (letters := runs(line, start, end)):
                found.append(Run(start + 1, end, letters[0].script, hashtag=True))
            at = end
        found += runs(line, at, len(line))
    return decide(line, found, only, whole) if found else []


def _blocks(pieces: list[Piece], protected: list[Protected]) -> list[Block]:
    """Pieces of one language in a row as one block each, with what is protected in its place."""
    blocks: list[Block] = []
    pending = iter(protected)
    shield = next(pending, None)
    margin = 0.0
    for start, end, lang, _, speaks in pieces:
        while shield and shield.end <= start:
            blocks.append(_shielded(shield))
            shield = next(pending, None)
        if shield and shield.start < start:
            blocks.append(Block(shield.start, shield.end, lang, shield.kind, probability(speaks)))
            shield = next(pending, None)
            continue
        joins = bool(blocks) and blocks[-1].kind == "text" and blocks[-1].lang == lang
        margin = margin + speaks if joins else speaks
        begin = blocks.pop().start if joins else start
        blocks.append(Block(begin, end, lang, "text", probability(margin)))
    while shield:
        blocks.append(_shielded(shield))
        shield = next(pending, None)
    return blocks


def _shielded(stretch: Protected) -> Block:
    """What is protected as a block: without words, but for a hashtag of letters that no script is known for."""
    return Block(stretch.start, stretch.end, "und" if stretch.kind == "hashtag" else "zxx", stretch.kind, 1.0)
