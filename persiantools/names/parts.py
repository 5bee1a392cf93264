"""Which part of a Persian name meets which part of an English one: the cheapest joint assignment.

Parts may stand in any order (family names first, جبهه مقاومت "Resistance Front"), one word may meet several that are
written apart (عبد الله, Abdullah), and what has no counterpart costs. An exact search over few words: names have at
most `MOST_WORDS`.
"""

import functools
from typing import NamedTuple

from persiantools.names.skeleton import same_skeleton
from persiantools.names.transducer import HOPELESS, NATS, likeness, transliteration
from persiantools.names.vocabulary import exonyms, generics, is_generic, is_light, letter_names, nicknames

__all__ = ["Part", "align_parts"]

_UNMATCHED = -5 * NATS
_UNMATCHED_LIGHT = -NATS // 4
_UNMATCHED_GENERIC = -2 * NATS
_TRANSLATED = 6 * NATS
_EXONYM = 10 * NATS
_LETTER = 3 * NATS
_INITIAL = NATS
_SHORTENED = -2 * NATS
_INVERTED = -NATS // 2
_LONGEST_PHRASE = 5
_JOINED = {(1, 1), (1, 2), (1, 3), (2, 1), (3, 1)}


class Part(NamedTuple):
    """One part of the assignment: word ranges of both names (empty on one side when unmatched), and its evidence."""

    how: str
    persian: tuple[int, int]
    latin: tuple[int, int]
    evidence: int


def align_parts(persian: tuple[str, ...], latin: tuple[str, ...]) -> tuple[Part, ...]:
    """The assignment of all words of both folded names with the highest evidence (1/16 nat)."""
    return _Search(persian, latin).best()


class _Search:
    """Exact search: Persian words from left to right, with the set of Latin words already used."""

    def __init__(self, persian: tuple[str, ...], latin: tuple[str, ...]) -> None:
        self._persian, self._latin = persian, latin
        self._options = [self._starting_at(start) for start in range(len(persian))]
        self._lost_latin = [_unmatched(word, latin=True) for word in latin]
        self._lost_persian = [_unmatched(word, latin=False) for word in persian]
        self._memo: dict[tuple[int, int, int], tuple[int, tuple[Part, ...]]] = {}

    def best(self) -> tuple[Part, ...]:
        return self._from(0, 0, -1)[1]

    def _starting_at(self, start: int) -> list[tuple[int, int, Part]]:
        """Every way to match words from ``start`` on: Persian words taken, mask of Latin words taken, the part."""
        found = []
        for length in range(1, min(_LONGEST_PHRASE, len(self._persian) - start) + 1):
            words = self._persian[start : start + length]
            phrase = " ".join(words)
            translated = phrase in exonyms() or phrase in generics()
            for at in range(len(self._latin)):
                for width in range(1, min(_LONGEST_PHRASE, len(self._latin) - at) + 1):
                    if not (translated or (length, width) in _JOINED or width == 1):
                        continue
                    match = _match(words, self._latin[at : at + width])
                    if match is not None:
                        how, evidence = match
                        part = Part(how, (start, start + length), (at, at + width), evidence)
                        found.append((length, ((1 << width) - 1) << at, part))
        return found

    def _from(self, start: int, used: int, last: int) -> tuple[int, tuple[Part, ...]]:
        """Highest evidence of the Persian words from ``start`` on, given the Latin words used and the last of
        them.
        """
        if start == len(self._persian):
            lost = [n for n in range(len(self._latin)) if not used >> n & 1]
            extra = tuple(Part("extra", (start, start), (n, n + 1), self._lost_latin[n]) for n in lost)
            return sum(self._lost_latin[n] for n in lost), extra
        key = (start, used, last)
        if key in self._memo:
            return self._memo[key]
        cost = self._lost_persian[start]
        total, rest = self._from(start + 1, used, last)
        best = (total + cost, (Part("missing", (start, start + 1), (0, 0), cost), *rest))
        for length, mask, part in self._options[start]:
            if used & mask:
                continue
            total, rest = self._from(start + length, used | mask, part.latin[0])
            total += part.evidence + (_INVERTED if part.latin[0] < last else 0)
            if total > best[0]:
                best = total, (part, *rest)
        self._memo[key] = best
        return best


def _unmatched(word: str, *, latin: bool) -> int:
    if is_light(word, latin=latin):
        return _UNMATCHED_LIGHT
    if len(word) == 1 or is_generic(word, latin=latin):
        return _UNMATCHED_GENERIC
    return _UNMATCHED


@functools.lru_cache(maxsize=1 << 16)
def _match(persian: tuple[str, ...], latin: tuple[str, ...]) -> tuple[str, int] | None:
    """How the words match, with the evidence for it; None when they cannot be one part."""
    phrase, english = " ".join(persian), " ".join(latin)
    if english in exonyms().get(phrase, ()):
        return "exonym", _EXONYM
    if english in generics().get(phrase, ()):
        return "translated", _TRANSLATED
    if len(latin) == 1 and len(persian) > 1 and _spelt_out(persian, latin[0]):
        return "acronym", _LETTER * len(persian)
    if (len(persian), len(latin)) not in _JOINED:
        return None
    if len(persian) == len(latin) == 1:
        return _match_words(persian[0], latin[0])
    if _digits(persian) or _digits(latin):
        return None
    evidence = likeness("".join(persian), "".join(latin))
    return ("merged", evidence - NATS) if evidence > NATS else None


def _match_words(persian: str, latin: str) -> tuple[str, int]:
    """One word against one word; never None, so that two names of one word always meet."""
    if persian.isdigit() or latin.isdigit():
        return ("equal", 4 * NATS) if persian == latin else ("different", HOPELESS)
    if len(latin) == 1:
        if latin in letter_names().get(persian, ""):
            return "letter", _LETTER
        if _may_begin(persian, latin):
            return "initial", _INITIAL
    evidence = likeness(persian, latin)
    if evidence < 2 * NATS:
        longer = max((likeness(persian, full) for full in _related().get(latin, ())), default=HOPELESS) + _SHORTENED
        if longer > max(evidence, 0):
            return "nickname", longer
    if evidence <= -2 * NATS:
        return "different", evidence
    return ("equal" if evidence >= 4 * NATS and same_skeleton(persian, latin) else "variant"), evidence


@functools.cache
def _related() -> dict[str, tuple[str, ...]]:
    """A given name or short form → the full names it may be short for, and its own short forms."""
    found: dict[str, set[str]] = {}
    for short, names in nicknames().items():
        for name in names:
            found.setdefault(short, set()).add(name)
            found.setdefault(name, set()).add(short)
    return {name: tuple(sorted(others)) for name, others in found.items()}


def _may_begin(persian: str, letter: str) -> bool:
    """Whether a Persian word may begin with this Latin letter when spelt in Latin."""
    first = transliteration().persian(persian)[0]
    return any(chunk.startswith(letter) and cost < 4 * NATS for chunk, cost in first.items())


def _spelt_out(persian: tuple[str, ...], latin: str) -> bool:
    """اف بی آی = FBI: each Persian word names the letter at its place."""
    names = letter_names()
    return len(persian) == len(latin) and all(
        letter in names.get(word, "") for word, letter in zip(persian, latin, strict=True)
    )


def _digits(words: tuple[str, ...]) -> bool:
    return any(word.isdigit() for word in words)
