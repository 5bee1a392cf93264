"""What the model knows about words: how often a word stands alone, begins or ends words with ZWNJ, is joined.

A word's knowledge is one integer of packed fields, so that 60,000 words cost a dictionary and nothing more. Counts
are kept as powers of two (`bucket`), which is all that the features look at.
"""

from collections.abc import Mapping, Sequence

from persiantools.memos import remember

__all__ = [
    "CONTEXT", "FIRST", "HAZM", "JOINED", "LAST", "LEFT_ANY", "LEFT_NAMED", "LEFT_SOME", "NON_JOINING", "PLAIN",
    "RIGHT_ANY", "RIGHT_NAMED", "RIGHT_SOME", "SEEN", "STABLE", "TWEETED", "Lexicon", "bucket", "may_be_verb",
]  # fmt: skip

NON_JOINING = frozenset("اآٱأإدذرزژوؤءةۀ")
"""Letters that never join the next one, so that a ZWNJ after them is not seen (Unicode Joining_Type R and U)."""

# Shifts of the three-bit fields.
PLAIN = 0  # bucket of the count as a whole word in edited text
SEEN = 3  # bucket of the count in all texts, unedited ones at half weight
HAZM = 6  # 0 not in hazm's lexicon, 1 there without a frequency, 2 … 4 by its frequency
FIRST = 9  # bucket of the count as a part of a ZWNJ word that others follow
LAST = 12  # bucket of the count as a part of a ZWNJ word that follows another
JOINED = 15  # bucket of the count of ZWNJ words that are written so when their ZWNJ is lost
TWEETED = 18  # bucket of the count in unedited texts, at most 5

_FIRST, _LAST = 7 << FIRST, 7 << LAST

# Flags.
RIGHT_NAMED = 1 << 21  # frequent enough as a last part to be a feature by itself
LEFT_NAMED = 1 << 22  # likewise as a first part
RIGHT_ANY = 1 << 23  # follows many different first parts: any left neighbour makes a case
LEFT_ANY = 1 << 24  # likewise as a first part
RIGHT_SOME = 1 << 25  # the right side of a known pair
LEFT_SOME = 1 << 26  # the left side of a known pair
CONTEXT = 1 << 27  # one of the most frequent words: a feature by itself as a neighbour
STABLE = 1 << 28  # the model leaves it as it is, and its other flags hold what `Lexicon.roles` adds


def bucket(count: float) -> int:
    """``count`` on a logarithmic scale: 0 for none, 1 for 1, 2 for 2 and 3, 3 for 4 to 7, … at most 6.

    >>> [bucket(n) for n in (0, 0.5, 1, 2, 3, 4, 31, 32, 1000)]
    [0, 0, 1, 2, 2, 3, 5, 6, 6]
    """
    return min(6, int(count).bit_length())


class Lexicon:
    """Words, ZWNJ words, pairs of neighbouring parts, and verb stems.

    ``words``: word → packed fields. ``forms``: ZWNJ word → (bucket, bucket of other ways to write the same letters,
    in hazm's lexicon). ``pairs``: ``"left right"`` → (bucket joined by ZWNJ, bucket parted by a space, in hazm's
    lexicon). Buckets are packed by three bits. ``present`` and ``past`` are verb stems.
    """

    __slots__ = ("_bases", "_tails", "forms", "pairs", "past", "present", "words")

    def __init__(
        self,
        words: Mapping[str, int],
        forms: Mapping[str, int],
        pairs: Mapping[str, int],
        present: frozenset[str],
        past: frozenset[str],
    ) -> None:
        """Keep the tables."""
        self.words = words
        self.forms = forms
        self.pairs = pairs
        self.present = present
        self.past = past
        self._bases: dict[str, str] = {}
        self._tails: dict[str, int] = {}

    def is_verb_tail(self, part: str) -> int:
        """What follows می in a verb: 1 a stem with an ending, 2 with a clitic after it, 0 anything else."""
        found = self._tails.get(part)
        if found is None:
            found = remember(self._tails, part, self._verb_tail(part), _MOST_KEPT)
        return found

    def _verb_tail(self, part: str) -> int:
        if self._is_inflected(part):
            return 1
        return 2 if any(part.endswith(c) and self._is_inflected(part[: -len(c)]) for c in _CLITICS) else 0

    def base(self, part: str) -> str:
        """The frequent last part of compounds that ``part`` is an inflected form of (خواهان of خواه), or an empty
        text.
        """
        found = self._bases.get(part)
        if found is None:
            found = remember(self._bases, part, self._stem(part), _MOST_KEPT)
        return found

    def _stem(self, part: str) -> str:
        for ending, restored in _BY_LETTER.get(part[-1:], ()):
            if part.endswith(ending):
                stem = part[: len(part) - len(ending)] + restored
                if len(stem) > 1 and self.words.get(stem, 0) & RIGHT_NAMED:
                    return stem
        return ""

    def attests(self, parts: Sequence[str]) -> bool:
        """Whether each of the ``parts`` is a word to be left as it is, and each ZWNJ between two of them needs no
        weighing: both were seen where they stand, or many words take the second, and the first is no such part.
        """
        known = self.words.get
        left = known(parts[0], 0)
        if not left & STABLE:
            return False
        for part in parts[1:]:
            right = known(part, 0)
            if not (right & STABLE and right & _LAST and (left & _FIRST or right & ~left & RIGHT_NAMED)):
                return False
            left = right
        return True

    def plural_after_heh(self, letters: str) -> bool:
        """Whether three ه in a row are no stretched letter but a known word in هه before ها (دهههای, of دهه).

        >>> Lexicon({"دهه": 1 << SEEN}, {}, {}, frozenset(), frozenset()).plural_after_heh("دهههای")
        True
        """
        stem, three, rest = letters.partition("ههه")
        return rest[:1] == "ا" and self.words.get(stem + three[:2], 0) >> SEEN & 7 > 0

    def roles(self, part: str) -> int:
        """The packed fields of ``part``; a form of a last part that many words take counts as one."""
        code = self.words.get(part, 0)
        if not code & (RIGHT_ANY | STABLE) and (base := self.base(part)) and self.words[base] & RIGHT_ANY:
            code |= RIGHT_ANY
        return code

    def _is_inflected(self, part: str) -> bool:
        for size in range(min(3, len(part) - 1) + 1):
            stem, ending = part[: len(part) - size], part[len(part) - size :]
            if (ending in _PRESENT_ENDINGS and stem in self.present) or (
                ending in _PAST_ENDINGS and stem in self.past
            ):
                return True
        return False


# Personal endings of written and spoken Persian: می‌روم، می‌ره، می‌رن، می‌گفتین.
_PRESENT_ENDINGS = frozenset(("م", "ی", "د", "یم", "ید", "ند", "ه", "ین", "ن"))
_PAST_ENDINGS = frozenset(("", "م", "ی", "یم", "ید", "ند", "ین", "ن", "ه"))
_PART_ENDINGS = (
    ("هایی", ""), ("های", ""), ("ها", ""), ("گانی", "ه"), ("گان", "ه"), ("گی", "ه"), ("انه", ""),
    ("انی", ""), ("ان", ""), ("تری", ""), ("ترین", ""), ("تر", ""), ("شان", ""),
    ("مان", ""), ("تان", ""), ("ند", ""), ("ی", ""),
    ("م", ""), ("ت", ""), ("ش", ""),
)  # fmt: skip
_BY_LETTER = {
    letter: [(ending, restored) for ending, restored in _PART_ENDINGS if ending[-1] == letter]
    for letter in sorted({ending[-1] for ending, _ in _PART_ENDINGS})
}
_CLITICS = ("شان", "شون", "تان", "تون", "مان", "مون", "ش", "ت", "م")


_MOST_KEPT = 1 << 14

_VERB_ENDINGS = ("م", "ی", "د", "ن", "ه")


def may_be_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether an uncommon word ends as a verb does."""
    return len(word) > 3 and word.endswith(_VERB_ENDINGS) and lexicon.words.get(word, 0) >> SEEN & 7 < 3
