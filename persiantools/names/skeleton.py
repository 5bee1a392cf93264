"""Rough consonant skeletons: the classes of consonants that survive every spelling convention.

ق is k, q or gh, so all of them are "K"; vowels, h, w, y, v and their Persian letters are left out. Letters of two
readings (c, g, ث) give two skeletons.
"""

__all__ = ["skeletons", "unlike"]

_CLASSES = {
    **dict.fromkeys("بپbp", "B"),
    **dict.fromkeys("فf", "F"),
    **dict.fromkeys("تطدtd", "T"),
    **dict.fromkeys("سصشزژجچظضذszj", "S"),
    **dict.fromkeys("کگقخغkqx", "K"),
    **dict.fromkeys("رr", "R"),
    **dict.fromkeys("لl", "L"),
    **dict.fromkeys("منmn", "N"),
    **dict.fromkeys("ثcg", "?"),
}
_READINGS = {"ث": "ST", "c": "SK", "g": "SK"}

_BITS = {"R": 1, "L": 2, "N": 4, "B": 8}
"""Classes that hardly ever appear or vanish between two spellings of one name."""


def skeletons(word: str) -> list[str]:
    """The consonant classes of a folded word of either script, in every reading, at most 8.

    >>> skeletons("مسعود"), skeletons("massoud"), skeletons("george")
    (['NST'], ['NST'], ['SRS', 'SRK', 'KRS', 'KRK'])
    """
    found = [""]
    last = ""
    for letter in word.replace("ph", "f").replace("ck", "k"):
        classes = _CLASSES.get(letter, "")
        if letter != last and classes:
            readings = _READINGS.get(letter, classes)
            found = [start + reading for start in found for reading in readings][:8]
        last = letter
    return list(dict.fromkeys(found))


def _bits(word: str) -> int:
    found = 0
    for letter in word:
        found |= _BITS.get(_CLASSES.get(letter, ""), 0)
    return found


def unlike(persian: str, latin: str) -> bool:
    """Whether two folded words differ in so many steady consonants that comparing them letter by letter is idle.

    >>> unlike("مسعود", "karim"), unlike("مسعود", "masood")
    (True, False)
    """
    if len(persian) > 2 * len(latin) + 1 or len(latin) > 3 * len(persian) + 2:
        return True
    return (_bits(persian) ^ _bits(latin)).bit_count() >= 2
