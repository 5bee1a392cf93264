"""What the normalizer does: one documented field a rule."""

from typing import Literal

import msgspec

__all__ = ["DEFAULT", "NormalizeOptions", "Treatment"]

Treatment = Literal["keep", "drop", "mask"]
"""What happens to one kind of tweet furniture: it stays, goes with a space beside it, or its name takes its place."""


class NormalizeOptions(msgspec.Struct, frozen=True):
    """The rules and their switches.

    On by default is what restores the writing that was meant; off is what changes a writer's choice. The house style
    follows the orthography of the Academy of Persian Language and Literature (دستور خط فارسی) as it stood before the
    revision of 1401 (2022): می stands apart; تر and ترین do, save in بهتر، مهتر، کهتر، بیشتر and کمتر; ها may be
    joined or apart, and must be apart after a silent heh, for one: where it has lost its ZWNJ that is restored. (Told
    by descriptions of the rules; the booklet itself was not at hand.) Where two writings are right the text stays.

    >>> NormalizeOptions(digits="fa").digits
    'fa'
    """

    letters: bool = True
    """Arabic yeh, kaf and heh, presentation forms and ligatures become Persian letters; a letter with a combining
    madda or hamza becomes the one letter that it is. Hamza carriers (أ ؤ ئ), ة, ﷼ and ﷺ stay."""

    kashida: bool = True
    """Tatweel inside words goes (ســلام); a single هـ (the Hijri year) and a tatweel by itself stay."""

    invisibles: bool = True
    """Invisible characters without effect go: soft hyphens, zero-width spaces, joiners, marks between letters of one
    direction, embeddings and isolates without partner. Balanced isolates and overrides stay."""

    zwnj: bool = True
    """Lost ZWNJ are restored, inside words and in place of spaces."""

    stray_zwnj: bool = True
    """ZWNJ go that are doubled, at the edge of a word, or in the middle of a part of a word."""

    spaces: bool = True
    """Runs of spaces and unusual spaces inside a line become one space."""

    punctuation: bool = True
    """Commas, semicolons and question marks between Persian words become Persian, and marks are spaced: none before,
    one after, none inside brackets and guillemets. Numbers, times, emoticons and dots in a row stay."""

    run_together: bool = True
    """Two words that were copied without their space are parted where the evidence is strong (اینکتاب)."""

    after_non_joining: Literal["join", "zwnj"] = "join"
    """What a space before an ending becomes after a letter that never joins (کار ها): nothing (کارها), or a ZWNJ. A
    ZWNJ that stands there already stays."""

    heh_ezafe: Literal["keep", "hamza", "ye"] = "keep"
    """The ezafe of words in silent heh: as it is, all as خانهٔ (the Academy's choice), or all as خانه‌ی."""

    demonstrative: Literal["keep", "apart", "joined"] = "keep"
    """آنها and اینها: as they are, all as آن‌ها, or all as آنها. Both are right by the Academy."""

    digits: Literal["keep", "fa", "latin"] = "keep"
    """Digits of Persian text, and of plain numbers, dates and times in lines with Persian: as they are, ۰–۹, or 0–9.
    Versions, addresses, codes and links are never touched."""

    number_marks: Literal["keep", "fa", "latin"] = "keep"
    """Decimal and thousands marks of the same numbers where both are certain (1,234.5): as they are,
    ٬ and ٫, or , and ."""

    quotes: bool = False
    """Straight and curly quotation marks that pair up inside one line become «»."""

    diacritics: Literal["keep", "strip", "strip_outside_arabic"] = "keep"
    """Vowel signs: kept, taken out, or taken out except in fully vocalised words (quoted Arabic)."""

    repeats: bool = False
    """A letter written three times or more (عااالی) is written once or twice, whichever the lexicon knows."""

    engine: Literal["own", "hazm"] = "own"
    """``hazm`` runs hazm's Normalizer inside the same spans instead of all rules above."""

    entities: bool = False
    """HTML entities (&amp; &lt; &#39;) are unescaped once, in the whole text, before all other rules."""

    links: Treatment = "keep"
    """URLs and pic.twitter.com links; the mask is ``[link]``."""

    handles: Treatment = "keep"
    """@handles; the mask is ``[handle]``."""

    retweet: Treatment = "keep"
    """``RT @handle:`` at the start of a line; the mask is ``[RT]``."""

    attribution: Treatment = "keep"
    """A line such as ``— Name (@handle) January 24, 2022``; the mask is ``[attribution]``."""


DEFAULT = NormalizeOptions()
"""The options that are used when none are given."""
