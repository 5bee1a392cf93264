"""A set of words in two bytes each (a Bloom filter): what is in it is always found, and of what is not, one word in
two thousand is found too. Enough for evidence among other evidence, and a fifth of the size of the words.
"""

import hashlib
import struct
from collections.abc import Collection

__all__ = ["Hashed", "WordFilter", "hashed"]

_BITS_A_WORD = 16
_PROBES = 8
_HASHES = struct.Struct("<II")

Hashed = tuple[int, int]
"""A word's two hashes."""


class WordFilter:
    """The set.

    >>> names = WordFilter.of(["smith", "taylor"])
    >>> hashed("smith") in names, hashed("smyth") in names
    (True, False)
    """

    def __init__(self, bits: bytes) -> None:
        """Take the bits that `of` made."""
        self.bits = bits

    @classmethod
    def of(cls, words: Collection[str]) -> "WordFilter":
        """The set of ``words``. The order of the words does not matter."""
        bits = bytearray(max(1, len(words) * _BITS_A_WORD // 8))
        for word in words:
            for place in _places(hashed(word), len(bits) * 8):
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits))

    def __contains__(self, word: Hashed) -> bool:
        """Whether the `hashed` word is in the set, or one of the few taken for members."""
        bits = self.bits
        size = len(bits) * 8
        place, step = word
        for _ in range(_PROBES):
            at = place % size
            if not bits[at >> 3] >> (at & 7) & 1:
                return False
            place += step
        return True


def hashed(word: str) -> Hashed:
    """Two hashes of a word, by which it is looked for in any number of sets."""
    first, step = _HASHES.unpack(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return first, step


def _places(word: Hashed, size: int) -> list[int]:
    """The bits of one word."""
    first, step = word
    return [(first + probe * step) % size for probe in range(_PROBES)]
