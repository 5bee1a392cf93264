"""What an assignment of name parts amounts to, as a few integers that a logistic regression weighs."""

from collections.abc import Collection
from itertools import pairwise

from persiantools.names.attested import attested
from persiantools.names.parts import Part
from persiantools.names.skeleton import same_skeleton
from persiantools.names.transducer import HOPELESS, NATS
from persiantools.names.vocabulary import is_generic, is_light

__all__ = ["FEATURES", "features"]

_KNOTS = (-4, 0, 3, 6, 9, 12)
"""Where the effect of the weakest matched part may bend, in nats."""

FEATURES = (
    "constant",
    *(f"worst>{knot}" for knot in _KNOTS),
    *(f"total>{knot}" for knot in (0, 6, 12, 24)),
    "different",
    "second different",
    *(
        f"{side} {place}"
        for side in ("missing", "extra")
        for place in ("first", "middle", "last", "all", "generic", "light", "letter")
    ),
    "missing and extra",
    *(
        "variant",
        "initial",
        "letter",
        "nickname",
        "translated",
        "exonym",
        "acronym",
        "merged",
        "inverted, spelt",
        "inverted, translated",
    ),
    "one word",
    "one word>6",
    "generic only",
    "nothing alike",
    "exonym, all of it",
    "consonants differ",
    "each seen, not together",
    "known, other consonants",
)

_SPELT = frozenset(("equal", "variant", "merged", "nickname", "different", "attested"))
_WRITTEN = frozenset(("equal", "variant", "merged"))


def features(persian: tuple[str, ...], latin: tuple[str, ...], parts: tuple[Part, ...]) -> list[int]:
    """One integer for each of `FEATURES`; evidence in 1/16 nat, counts in sixteenths."""
    spelt = [part.evidence for part in parts if part.how in _SPELT]
    strong = spelt + [part.evidence for part in parts if part.how in ("exonym", "translated", "acronym", "letter")]
    alike = max(strong, default=0) > 0
    worst = min(spelt, default=6 * NATS if alike else HOPELESS)
    total = sum(strong)
    different = sum(value <= -2 * NATS for value in spelt)
    found = [NATS]
    found += [_above(worst, knot, 20) for knot in _KNOTS]
    found += [_above(total, knot, 36) for knot in (0, 6, 12, 24)]
    found += [NATS * (different > 0), NATS * (different > 1)]
    missing, extra = _lost(persian, parts, latin=False), _lost(latin, parts, latin=True)
    found += [NATS * n for n in missing + extra]
    found.append(NATS * (sum(missing[:4]) > 0 and sum(extra[:4]) > 0))
    hows = [part.how for part in parts]
    found += [
        NATS * min(2, hows.count(how))
        for how in ("variant", "initial", "letter", "nickname", "translated", "exonym", "acronym", "merged")
    ]
    inverted = _inversions(parts)
    found += [NATS * (inverted and "translated" not in hows), NATS * (inverted and "translated" in hows)]
    single = len([how for how in hows if how in _SPELT]) == 1
    found += [NATS * single, _above(worst, 6, 20) if single else 0]
    found.append(NATS * (not spelt and "exonym" not in hows))
    found.append(NATS * (not alike))
    found.append(NATS * (hows == ["exonym"]))
    written = [
        ("".join(persian[slice(*part.persian)]), "".join(latin[slice(*part.latin)]))
        for part in parts
        if part.how in _WRITTEN
    ]
    found.append(NATS * min(2, sum(not same_skeleton(*pair) for pair in written)))
    found.append(NATS * min(2, sum(attested().are_pair(*pair) is False for pair in written)))
    found.append(NATS * min(2, sum(_otherwise(*pair) for pair in written)))
    return found


def _otherwise(persian: str, latin: str) -> bool:
    """Whether one of the two is a known name that nobody spells with the consonants of the other."""
    known = attested()
    return _lacks(known.spellings(persian), latin) or _lacks(known.persian(latin), persian)


def _lacks(spellings: Collection[str], word: str) -> bool:
    """Whether there are spellings, and none has the consonants of ``word``."""
    return bool(spellings) and not any(same_skeleton(spelling, word) for spelling in spellings)


def _above(value: int, knot: int, top: int) -> int:
    return (
        max(0, min(value, top * NATS) - knot * NATS)
        if knot >= 0
        else max(knot * NATS * 2, min(value, top * NATS)) - knot * NATS
    )


def _lost(words: tuple[str, ...], parts: tuple[Part, ...], *, latin: bool) -> list[int]:
    """Counts of unmatched words: first, middle, last, the only ones; generic, light, single letters."""
    counts = [0] * 7
    how = "extra" if latin else "missing"
    places = [(part.latin if latin else part.persian)[0] for part in parts if part.how == how]
    content = [n for n in range(len(words)) if not is_light(words[n], latin=latin)]
    for place in places:
        word = words[place]
        if is_light(word, latin=latin):
            counts[5] += 1
        elif is_generic(word, latin=latin):
            counts[4] += 1
        elif len(word) == 1:
            counts[6] += 1
        elif len(content) == 1:
            counts[3] += 1
        else:
            counts[0 if place == content[0] else 2 if place == content[-1] else 1] += 1
    return [min(2, n) for n in counts]


def _inversions(parts: tuple[Part, ...]) -> bool:
    order = [part.latin[0] for part in parts if part.how not in ("missing", "extra")]
    return any(later < earlier for earlier, later in pairwise(order))
