"""A set of words in a few bits each (a Bloom filter): what is in it is always found, and of what is not, one word in
a hundred is found too. Enough for evidence among other evidence, and a tenth of the size of the words.
"""

import hashlib
import struct
from collections.abc import Collection

__all__ = ["WordFilter"]

_BITS_A_WORD = 10
_PROBES = 6
_HASHES = struct.Struct("<II")


class WordFilter:
    """The set.

    >>> names = WordFilter.of(["smith", "taylor"])
    >>> "smith" in names, "smyth" in names
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
            for place in _places(word, len(bits) * 8):
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits))

    def __contains__(self, word: str) -> bool:
        """Whether ``word`` is in the set, or one of the few taken for members."""
        bits = self.bits
        return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(word, len(bits) * 8))


def _places(word: str, size: int) -> list[int]:
    """The bits of one word, by two hashes of it."""
    first, step = _HASHES.unpack(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return [(first + probe * step) % size for probe in range(_PROBES)]
