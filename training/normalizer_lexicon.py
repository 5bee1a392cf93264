"""Counts of words and pairs, and the lexicon of packed buckets made from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from persiantools.chars import ZWNJ
from persiantools.normalizer.zwnj import lexicon as fields
from persiantools.normalizer.zwnj.lexicon import Lexicon, bucket
from training.normalizer_corpus import SPACE, TIED, Hazm, parts, words

NAMED_FROM = 5  # a part is a feature by itself from so many different ZWNJ words on
ANY_FROM = 8  # a part makes a case with any neighbour from so many different partners on
LEAST_TIED = 0.08  # … unless fewer of its uses beside a word than this are tied
CONTEXT_WORDS = 150


@dataclass
class Counts:
    """What was counted in edited sentences; those of a fold can be taken away again."""

    words: Counter[str] = field(default_factory=Counter)
    tied: Counter[tuple[str, str]] = field(default_factory=Counter)
    parted: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, line: str) -> None:
        """Count one line."""
        self.words.update(words(line))
        found, between = parts(line)
        for left, right, gap in zip(found, found[1:], between, strict=False):
            if gap in (TIED, SPACE):
                (self.tied if gap == TIED else self.parted)[left, right] += 1

    def without(self, other: "Counts") -> "Counts":
        """These counts less those of ``other``."""
        return Counts(self.words - other.words, self.tied - other.tied, self.parted - other.parted)


def count(lines: Iterable[str]) -> Counts:
    """The counts of ``lines``."""
    counts = Counts()
    for line in lines:
        counts.add(line)
    return counts


@dataclass(frozen=True)
class Roles:
    """Which parts speak for themselves, chosen once on all training sentences."""

    flags: dict[str, int]

    @classmethod
    def choose(cls, counts: Counts) -> "Roles":
        """Choose by the number of different words and partners of each part."""
        flags: defaultdict[str, int] = defaultdict(int)
        lefts, rights = Counter[str](), Counter[str]()
        for word in counts.words:
            *first, last = word.split(ZWNJ)
            lefts.update(first)
            rights.update([*first[1:], last] if first else [])
        befores: dict[str, set[str]] = defaultdict(set)
        afters: dict[str, set[str]] = defaultdict(set)
        for left, right in counts.tied:
            afters[left].add(right)
            if not left.endswith("می"):
                befores[right].add(left)
        loose_left, loose_right = Counter[str](), Counter[str]()
        for (left, right), n in counts.parted.items():
            loose_left[left] += n
            loose_right[right] += n
        tied_left, tied_right = Counter[str](), Counter[str]()
        for (left, right), n in counts.tied.items():
            tied_left[left] += n
            tied_right[right] += n
        befores = {p: v for p, v in befores.items() if tied_right[p] >= LEAST_TIED * (tied_right[p] + loose_right[p])}
        afters = {p: v for p, v in afters.items() if tied_left[p] >= LEAST_TIED * (tied_left[p] + loose_left[p])}
        for table, least, flag in (
            (rights, NAMED_FROM, fields.RIGHT_NAMED),
            (lefts, NAMED_FROM, fields.LEFT_NAMED),
            ({part: len(found) for part, found in befores.items()}, ANY_FROM, fields.RIGHT_ANY),
            ({part: len(found) for part, found in afters.items()}, ANY_FROM, fields.LEFT_ANY),
        ):
            for part, number in table.items():
                if number >= least:
                    flags[part] |= flag
        frequent = Counter(part for word, n in counts.words.items() for part in word.split(ZWNJ) for _ in range(n))
        for part, _ in sorted(frequent.items(), key=lambda item: (-item[1], item[0]))[:CONTEXT_WORDS]:
            flags[part] |= fields.CONTEXT
        return cls(dict(flags))


def build(counts: Counts, unedited: Counter[str], hazm: Hazm, roles: Roles) -> Lexicon:
    """The lexicon of these counts."""
    forms, joined = _forms(counts, hazm)
    pairs = _pairs(counts, hazm)
    return Lexicon(
        _words(counts, unedited, hazm, roles, joined, pairs),
        forms,
        pairs,
        frozenset(hazm.present),
        frozenset(hazm.past),
    )


def _forms(counts: Counts, hazm: Hazm) -> tuple[dict[str, int], Counter[str]]:
    tied = {word: n for word, n in counts.words.items() if ZWNJ in word}
    joined = Counter[str]()
    for word, n in tied.items():
        joined[word.replace(ZWNJ, "")] += n
    forms = {
        word: bucket(n := tied.get(word, 0))
        | bucket(joined[word.replace(ZWNJ, "")] - n) << 3
        | (word in hazm.forms) << 6
        for word in {*tied, *hazm.forms}
    }  # fmt: skip
    return forms, joined


def _pairs(counts: Counts, hazm: Hazm) -> dict[str, int]:
    listed = {pair for word in hazm.forms for pair in pairwise(word.split(ZWNJ))}
    return {
        f"{left} {right}": bucket(counts.tied[left, right]) | bucket(counts.parted[left, right]) << 3
        | ((left, right) in listed) << 6
        for left, right in {*counts.tied, *listed}
    }  # fmt: skip


def _words(
    counts: Counts, unedited: Counter[str], hazm: Hazm, roles: Roles, joined: Counter[str], pairs: dict[str, int]
) -> dict[str, int]:
    plain = Counter({word: n for word, n in counts.words.items() if ZWNJ not in word})
    first, last = Counter[str](), Counter[str]()
    for word, n in counts.words.items():
        if ZWNJ in word:
            found = word.split(ZWNJ)
            for part in found[:-1]:
                first[part] += n
            for part in found[1:]:
                last[part] += n
    lefts = {pair.partition(" ")[0] for pair in pairs}
    rights = {pair.partition(" ")[2] for pair in pairs}
    known = {*plain, *first, *last, *joined, *lefts, *rights, *roles.flags}
    known |= {word for word, n in unedited.items() if n > 1} | {w for w, grade in hazm.classes.items() if grade > 1}
    return {
        word: bucket(plain[word]) << fields.PLAIN
        | bucket(plain[word] + unedited[word] // 2) << fields.SEEN
        | hazm.classes.get(word, 0) << fields.HAZM
        | bucket(first[word]) << fields.FIRST
        | bucket(last[word]) << fields.LAST
        | bucket(joined[word]) << fields.JOINED
        | min(5, bucket(unedited[word])) << fields.TWEETED
        | (word in rights) * fields.RIGHT_SOME
        | (word in lefts) * fields.LEFT_SOME
        | roles.flags.get(word, 0)
        for word in sorted(known - {""})
    }
