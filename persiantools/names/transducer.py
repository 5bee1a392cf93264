"""How letters of one script are written in the other: a learned table of costs, and the cheapest way through it.

Every source letter writes one chunk of 0–4 target letters. What a chunk costs depends on the letter and on its left
and
right neighbours ("^" and "$" are the edges of the word), so خو, او and ای come out right without being units of
their own,
and a vowel that is not written has its place in the chunk of the consonant before it. Costs are integers, in
sixteenths of a nat (−16 ln P), so that sums are the same on every machine.
"""

import functools
from array import array

from persiantools.names.fold import PERSIAN_LETTERS
from persiantools.names.skeleton import unlike
from persiantools.resources import load

__all__ = [
    "HOPELESS",
    "NATS",
    "LetterModel",
    "Target",
    "Transducer",
    "Transliteration",
    "cheapest",
    "likeness",
    "transliteration",
]

NATS = 16
"""Cost units in one nat."""

LONGEST_CHUNK = 4
"""Target letters that one source letter may write (Vaughan: وان)."""

UNREACHABLE = 1 << 20
"""The cost of a pair that no way leads through, or none within the beam."""

_DROPPED = 8 * NATS  # a letter that writes nothing though training never saw that
_MISREAD = 10 * NATS  # a letter that writes one unexpected letter: a typing error costs, but is no veto
_STRAY = 6 * NATS
_RARE = 93  # what is missing from a stored table had P < .003 there
_COARSER = 32
_BEAM = 9 * NATS

HOPELESS = -10 * NATS
"""The likeness of words that have nothing to do with each other."""

LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
LATIN_VOWELS = "aeiouy"
PERSIAN_VOWELS = "اآویهئ"

Table = dict[str, int]


class Chunks(dict[str, int]):
    """Costs of chunks after the same two letters."""

    last = ""


class LetterModel:
    """A trigram model of the words of one script: how surprising a word is as a name."""

    def __init__(self, alphabet: str, costs: bytes) -> None:
        """Take one byte for each three letters; letter 0 is both edges of a word."""
        self._code = {letter: number for number, letter in enumerate(alphabet, 1)}
        self._costs = costs
        self._size = len(alphabet) + 1
        self._after: dict[str, Chunks] = {}

    def after(self, last: str) -> Chunks:
        """Costs of chunks after the two letters ``last`` (NUL is the edge of a word), as far as they were asked for;
        `add_after` has the others.
        """
        found = self._after.get(last)
        if found is None:
            found = self._after[last] = Chunks({"": 0})
            found.last = last
        return found

    def add_after(self, known: Chunks, chunk: str) -> int:
        """The cost of a ``chunk`` of at most `LONGEST_CHUNK` letters, put among those that are ``known``."""
        size, line = self._size, [self._code.get(letter, 0) for letter in known.last + chunk]
        steps = zip(line, line[1:], line[2:], strict=False)
        cost = known[chunk] = sum(self._costs[(one * size + two) * size + three] for one, two, three in steps)
        return cost

    def prefixes(self, word: str) -> list[int]:
        """Cost of each prefix of ``word``, in 1/16 nat; one number more, the last, counts the end of the word."""
        size, costs = self._size, self._costs
        before = last = total = 0
        found = [0]
        for letter in word:
            code = self._code.get(letter, 0)  # no letter of names, as the digit that ² folds to
            total += costs[(before * size + last) * size + code]
            found.append(total)
            before, last = last, code
        found.append(total + costs[(before * size + last) * size])
        return found


class Transducer:
    """Costs of writing source words as target words."""

    def __init__(self, sections: dict[str, bytes], prefix: str, alphabet: str, vowels: str) -> None:
        """Read the sections whose names begin with ``prefix``; of the target ``alphabet``."""
        keys = sections[f"{prefix}.contexts"].decode("utf-16-le")
        self._chunks = sections[f"{prefix}.vocabulary"].decode().split("\n")
        self._ids = array("H", sections[f"{prefix}.chunks"])
        self._costs = sections[f"{prefix}.costs"]
        self._places: dict[str, tuple[int, int]] = {}
        start = 0
        for number, count in enumerate(sections[f"{prefix}.counts"]):
            self._places[keys[3 * number : 3 * number + 3]] = (start, start + count)
            start += count
        self._floor: Table = {"": _DROPPED, **dict.fromkeys(alphabet, _MISREAD)}
        self._vowels = vowels
        self._by_class: dict[str, tuple[Table, Table]] = {}
        self._compiled: dict[str, Table] = {}

    def tables(self, word: str) -> list[Table]:
        """For each letter of ``word``, what it may write there and at what cost."""
        padded = f"^{word}$"
        return [self._table(padded[i : i + 3]) for i in range(len(word))]

    def _table(self, context: str) -> Table:
        table = self._compiled.get(context)
        if table is None:
            table = self._compiled[context] = self._compile(context)
        return table

    def _compile(self, context: str) -> Table:
        """The costs in one context: as stored, or, where training saw it too seldom, what is known of either half.
        Whatever is not stored there costs as with letters of the same classes, but more.
        """
        left, letter, right = tuple(context)
        coarse, raised = self._with_classes(self._class(left) + letter + self._class(right))
        halves = [left + letter + (right if right == "$" else "*"), (left if left == "^" else "*") + letter + right]
        table = coarse
        for key in [context] if context in self._places else halves:
            if stored := self._stored(key):
                table = {**(raised if table is coarse else self._raised(table)), **stored}
        return table

    def _with_classes(self, key: str) -> tuple[Table, Table]:
        """The costs of a letter between two classes of letters, and what they are where something is known in more
        detail.
        """
        known = self._by_class.get(key)
        if known is None:
            table = {**self._floor, **self._stored(key)}
            known = self._by_class[key] = table, self._raised(table)
        return known

    def _raised(self, table: Table) -> Table:
        """``table``, with chunks that have no better reason to be there made rare."""
        floor = self._floor
        return {chunk: cost if chunk in floor else max(cost + _COARSER, _RARE) for chunk, cost in table.items()}

    def _stored(self, key: str) -> Table:
        start, end = self._places.get(key, (0, 0))
        return {self._chunks[self._ids[place]]: self._costs[place] for place in range(start, end)}

    def _class(self, letter: str) -> str:
        if letter in "^$":
            return letter
        return "V" if letter in self._vowels else "C"


class Target:
    """A word that others may write, made ready: its chunks by place, and what it costs as a chance string."""

    def __init__(self, word: str, letters: LetterModel) -> None:
        """Take ``word``; it is cut into chunks as far as somebody asks."""
        self._word = word
        self.size = len(word)
        self.chunks: list[list[tuple[int, str]]] = [[]] * (self.size + 1)
        """The chunks that begin at each letter, each with its end; empty where nobody asked for them."""
        self.chance = letters.prefixes(word)

    def cut(self, start: int) -> list[tuple[int, str]]:
        """The chunks that begin at letter ``start``."""
        ends = range(start, min(start + LONGEST_CHUNK, self.size) + 1)
        found = self.chunks[start] = [(end, self._word[start:end]) for end in ends]
        return found


def cheapest(tables: list[Table], target: Target) -> int:
    """The cost of the cheapest way to write ``target``, one chunk a table; `UNREACHABLE` when none stays in
    the beam.
    """
    row = [(0, 0)]
    for table in tables:
        row = _in_beam(_reached(row, table, target), row[0][0], target.chance)
        if not row:
            return UNREACHABLE
    written, cost = row[-1]
    return cost if written == target.size else UNREACHABLE


def _reached(row: list[tuple[int, int]], table: Table, target: Target) -> list[int]:
    """One source letter further: cost by the number of target letters written. ``row`` has those that are in the
    beam before it.
    """
    reached = [UNREACHABLE] * (target.size + 1)
    chunks = target.chunks
    for start, so_far in row:
        for end, chunk in chunks[start] or target.cut(start):
            if chunk in table:
                cost = so_far + table[chunk]
                if cost < reached[end]:
                    reached[end] = cost
    return reached


def _in_beam(reached: list[int], first: int, chance: list[int]) -> list[tuple[int, int]]:
    """What is cheap enough from place ``first`` on to be followed, when at every place one more letter may stand than
    any chunk accounts for.
    """
    cost = least = UNREACHABLE
    row = []
    for end in range(first, len(reached)):
        cost += _STRAY
        if reached[end] < cost:
            cost = reached[end]
        over = cost - chance[end]
        if over < least:
            least = over
        if over <= -HOPELESS:
            row.append((end, cost))
    limit = _BEAM + least
    return [(end, cost) for end, cost in row if cost - chance[end] <= limit]


class Transliteration:
    """Both directions of the learned model, and the letter models they are measured against."""

    def __init__(self, sections: dict[str, bytes]) -> None:
        """Read both directions."""
        self.latin_letters = LetterModel(LATIN_LETTERS, sections["latin.letters"])
        self.persian_letters = LetterModel(PERSIAN_LETTERS, sections["persian.letters"])
        self.to_latin = Transducer(sections, "latin", LATIN_LETTERS, PERSIAN_VOWELS)
        self.to_persian = Transducer(sections, "persian", PERSIAN_LETTERS, LATIN_VOWELS)

    @functools.lru_cache(maxsize=1 << 13)  # noqa: B019 - there is one model, and it lives as long as the process
    def persian(self, word: str) -> list[Table]:
        """What the letters of a Persian word may write in Latin."""
        return self.to_latin.tables(word)

    @functools.lru_cache(maxsize=1 << 13)  # noqa: B019 - as above
    def latin(self, word: str) -> list[Table]:
        """What the letters of a Latin word may write in Persian."""
        return self.to_persian.tables(word)

    @functools.lru_cache(maxsize=1 << 13)  # noqa: B019 - as above
    def as_persian(self, word: str) -> Target:
        """A Persian word as what a Latin one may write."""
        return Target(word, self.persian_letters)

    @functools.lru_cache(maxsize=1 << 13)  # noqa: B019 - as above
    def as_latin(self, word: str) -> Target:
        """A Latin word as what a Persian one may write."""
        return Target(word, self.latin_letters)


@functools.cache
def transliteration() -> Transliteration:
    """The learned model, read on first use."""
    return Transliteration(load("transliteration"))


@functools.lru_cache(maxsize=1 << 17)
def likeness(persian: str, latin: str) -> int:
    """How much more the two folded words look like spellings of one name than like two names: a log-likelihood
    ratio in 1/16 nat, the mean of both directions. Below `HOPELESS` it is not computed further.

    >>> likeness("مسعود", "masood") > 0 > likeness("مسعود", "ahmad")
    True
    """
    if unlike(persian, latin):
        return HOPELESS
    known = transliteration()
    as_latin = known.as_latin(latin)
    there = as_latin.chance[-1] - cheapest(known.persian(persian), as_latin)
    if there <= HOPELESS:
        return HOPELESS
    as_persian = known.as_persian(persian)
    return max(HOPELESS, (there + as_persian.chance[-1] - cheapest(known.latin(latin), as_persian)) // 2)
