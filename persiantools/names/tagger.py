"""How likely each Persian word begins or continues a name, by a conditional random field over its context.

The model was trained on tagged tweets and on news whose names were found through their English translation
(``training/mentions_tagger.py``). Probabilities are rounded
to 1/16 nat of log odds, so that later sums are whole numbers.
"""

import functools
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from persiantools.names.lexicon import persian_lexicon
from persiantools.names.words import PersianWord, persian_key
from persiantools.resources import load

__all__ = ["TYPES", "Tagged", "features", "tag", "tag_words"]

NATS = 16
TYPES = ("PER", "LOC", "ORG", "MISC")
_TYPE_OF = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "POG": "ORG", "EVE": "MISC"}
_LONGEST = 120  # words of one sequence: a line without end is cut, so that memory stays bounded
_CLIP = 7.0
_NEAR = 1e-4


class Tagged(NamedTuple):
    """What the model says of one word."""

    name: int
    """Log odds of being part of a name, in 1/16 nat."""
    begins: int
    """Log probability of beginning the name, given that it is part of one, in 1/16 nat."""
    parts: int
    """Log probability of not continuing a name that the word before began, in 1/16 nat."""
    types: tuple[int, int, int, int]
    """Probability of each of `TYPES`, in thousandths."""


_PLAIN = Tagged(round(-_CLIP * NATS), 0, 0, (0, 0, 0, 0))


@functools.lru_cache(maxsize=1 << 14)
def _word_features(word: str) -> tuple[str, ...]:
    """What a word says by itself, as strings "kind=value"."""
    key = persian_key(word)
    if not key or not "\u0621" <= key[0] <= "\u06cc":
        return ("w=#" if word[:1].isdigit() else "w=@" if word.isascii() and word.isalpha() else f"w={word[:2]}",)
    known = persian_lexicon()[key]
    found = [f"w={key}"]
    found += [f"s{n}={key[-n:]}" for n in (1, 2, 3) if len(key) > n]
    found += [f"p{n}={key[:n]}" for n in (1, 2, 3) if len(key) > n]
    found += [
        f"c={known.coarse}",
        f"C={known.fine}",
        f"lp={known.speech}",
        f"pf={known.frequency}",
    ]
    if known.lists:
        found.append(f"g={known.lists}")
    return tuple(found)


_NEXT = ("c", "g", "C", "lp", "s2")
_SECOND = ("c", "g")


class _Seen(NamedTuple):
    """What a word says by itself, and as the first or second word before or after another one."""

    own: tuple[str, ...]
    second_after: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    second_before: tuple[str, ...]
    cluster: str


@functools.lru_cache(maxsize=1 << 14)
def _seen(word: str) -> _Seen:
    own = _word_features(word)
    kinds = [feature.split("=", 1)[0] for feature in own]
    near = (own[0], *(feature for kind, feature in zip(kinds, own, strict=True) if kind in _NEXT))
    second = [feature for kind, feature in zip(kinds, own, strict=True) if kind in _SECOND]
    cluster = next((feature for kind, feature in zip(kinds, own, strict=True) if kind == "c"), "")
    return _Seen(
        own,
        tuple(f"2:{feature}" for feature in second),
        tuple(f"1:{feature}" for feature in near),
        tuple(f"-1:{feature}" for feature in near),
        tuple(f"-2:{feature}" for feature in second),
        cluster,
    )


_EDGE = _Seen((), ("2:^",), ("1:^",), ("-1:^",), ("-2:^",), "")


def features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word of a sentence; signs and numbers count as words."""
    seen = [_EDGE, _EDGE, *map(_seen, words), _EDGE, _EDGE]
    found = []
    for further, left, word, right, beyond in zip(seen, seen[1:], seen[2:], seen[3:], seen[4:], strict=False):
        here = [*word.own, *further.second_before, *left.before, *right.after, *beyond.second_after]
        if left is not _EDGE and right is not _EDGE:
            here.append(f"cc={left.cluster}{right.cluster}")
        found.append(here)
    return found


@functools.cache
def _model_bytes() -> bytes:
    """The model as CRFsuite reads it: it keeps a pointer into these bytes, so they must live as long as it does."""
    return load("tagger")["crf"]


@functools.cache
def _model() -> Any:
    import pycrfsuite

    model = pycrfsuite.Tagger()
    model.open_inmemory(_model_bytes())
    return model


def tag_words(words: Sequence[str]) -> list[str]:
    """The most likely tag of each word: ``B-PER``, ``I-PER``, … or ``O``, as in the training corpus."""
    tags: list[str] = _model().tag(features(words))
    return tags


def tag(words: Sequence[PersianWord]) -> list[Tagged]:
    """What the model says of each word, line by line."""
    found: list[Tagged] = []
    for sequence in _sequences(words):
        tokens: list[str] = []
        places = []
        for word in sequence:
            tokens += (sign.encode("utf-8", "replace").decode() for sign in word.signs)  # no lone surrogates
            places.append(len(tokens))
            tokens.append(word.text)
        found += _marginals(tokens, places)
    return found


def _sequences(words: Sequence[PersianWord]) -> Iterator[list[PersianWord]]:
    sequence: list[PersianWord] = []
    for word in words:
        if sequence and (word.opens or len(sequence) >= _LONGEST):
            yield sequence
            sequence = []
        sequence.append(word)
    if sequence:
        yield sequence


def _marginals(tokens: Sequence[str], places: Sequence[int]) -> list[Tagged]:
    """What the model says of the tokens at ``places``."""
    model = _model()
    model.set(features(tokens))
    marginal, labels = model.marginal, _labels().names
    return [
        _PLAIN if marginal("O", at) > 1 - _NEAR else _tagged([marginal(label, at) for label in labels])
        for at in places
    ]


class _Labels(NamedTuple):
    """The labels of names in the order of the model, and the places of those that begin or continue one, by type."""

    names: list[str]
    begins: list[int]
    inside: list[int]
    types: list[list[int]]


@functools.cache
def _labels() -> _Labels:
    names = [label for label in _model().labels() if label[2:] in _TYPE_OF]
    places = range(len(names))
    return _Labels(
        names,
        [at for at in places if names[at][0] == "B"],
        [at for at in places if names[at][0] != "B"],
        [[at for at in places if _TYPE_OF[names[at][2:]] == kind] for kind in TYPES],
    )


def _tagged(probabilities: Sequence[float]) -> Tagged:
    """The model's opinion of one word, by `_labels`."""
    labels = _labels()
    begins = sum([probabilities[at] for at in labels.begins], 0.0)
    inside = sum([probabilities[at] for at in labels.inside], 0.0)
    name = begins + inside
    odds = max(-_CLIP, min(_CLIP, math.log((name + _NEAR) / (1 - name + _NEAR))))
    start = math.log(min(1.0, max(0.02, begins / max(name, 1e-3))))
    parted = math.log(max(0.02, 1 - inside))
    types = [round(1000 * sum([probabilities[at] for at in kind], 0.0)) for kind in labels.types]
    return Tagged(round(NATS * odds), round(NATS * start), round(NATS * parted), tuple(types))  # type: ignore[arg-type]
