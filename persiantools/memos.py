"""What was found out once and may be asked again, in bounded memory."""

from itertools import islice
from typing import TypeVar

__all__ = ["remember"]

Key = TypeVar("Key")
Found = TypeVar("Found")


def remember(memo: dict[Key, Found], key: Key, found: Found, most: int) -> Found:
    """Put ``found`` into ``memo`` under ``key``, and give it back. A memo of ``most`` entries first forgets the older
    half of them, so that what is asked often is soon there again and all else does not come back at once.

    >>> memo = {"a": 1, "b": 2, "c": 3, "d": 4}
    >>> remember(memo, "e", 5, most=4), memo
    (5, {'c': 3, 'd': 4, 'e': 5})
    """
    if len(memo) >= most:
        for old in [*islice(memo, most // 2)]:
            del memo[old]
    memo[key] = found
    return found
