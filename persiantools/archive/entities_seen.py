"""Which of the names of an archive are one: Persian spellings that share a Latin one and sound alike."""

from collections.abc import Iterable

from persiantools.archive.names_seen import Seen
from persiantools.names import NameRegister, compare
from persiantools.names.fold import latin_words, persian_words

__all__ = ["merged"]

_SAME = 0.9


def merged(seen: Iterable[Seen], glossary: NameRegister | None = None) -> list[tuple[str, Seen]]:
    """Each pair with the name of its entity: the most frequent Persian spelling among those that are one.

    Spellings are one when they fold alike, or when both are pairs with the same Latin name, each with a score of
    `compare` of at least 0.9 or by the user's ``glossary``. Sorted: the most frequent entity first, its pairs by
    count.

    >>> both = Seen("احمد مسعود", "Ahmad Massoud", "PER", 2, "", "", ())
    >>> alone = Seen("احمد مسعود", "", "PER", 1, "", "", ())
    >>> [(name, pair.records) for name, pair in merged([alone, both])]
    [('احمد مسعود', 2), ('احمد مسعود', 1)]
    """
    pairs = list(seen)
    groups = _Groups()
    for pair in pairs:
        key = _persian(pair.persian)
        groups.join(key, key)
        if pair.english and _is_sure(pair, glossary):
            groups.join(key, f"={' '.join(latin_words(pair.english))}")
    return _named(pairs, groups)


def _named(pairs: list[Seen], groups: "_Groups") -> list[tuple[str, Seen]]:
    spellings: dict[str, dict[str, int]] = {}
    for pair in pairs:
        counts = spellings.setdefault(groups.root(_persian(pair.persian)), {})
        counts[pair.persian] = counts.get(pair.persian, 0) + pair.records
    names = {root: min(counts, key=lambda text: (-counts[text], text)) for root, counts in spellings.items()}
    totals = {root: sum(counts.values()) for root, counts in spellings.items()}

    def order(pair: Seen) -> tuple[object, ...]:
        root = groups.root(_persian(pair.persian))
        return -totals[root], names[root], -pair.records, pair

    return [(names[groups.root(_persian(pair.persian))], pair) for pair in sorted(pairs, key=order)]


def _persian(text: str) -> str:
    return " ".join(persian_words(text)) or text


def _is_sure(pair: Seen, glossary: NameRegister | None) -> bool:
    own = glossary.english(pair.persian) if glossary is not None else ()
    latin = latin_words(pair.english)
    return any(latin_words(name) == latin for name in own) or compare(pair.persian, pair.english).score >= _SAME


class _Groups:
    """A union of keys."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, key: str) -> str:
        self._parent.setdefault(key, key)
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        one, other = self.root(one), self.root(other)
        self._parent[max(one, other)] = min(one, other)
