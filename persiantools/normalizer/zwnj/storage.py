"""The ZWNJ model as bytes: sections of one data file, written by training and read on first use."""

import sys
from array import array
from collections.abc import Mapping
from functools import cache
from typing import Any

from persiantools.normalizer.zwnj.lexicon import Lexicon
from persiantools.normalizer.zwnj.model import ZwnjModel
from persiantools.resources import load

__all__ = ["decode", "encode", "load_model"]

SCALE = 64
"""Weights are kept as sixteen-bit integers of this many to the unit."""

_TABLES = ("words", "forms", "pairs")
_WEIGHTS = ("boundary", "whole", "pair", "rival")
_SETTINGS = ("keep", "doubt", "tie_doubt", "care")


def encode(model: ZwnjModel) -> dict[str, bytes]:
    """The sections of ``model``; the same for the same model."""
    lexicon = model.lexicon
    sections: dict[str, bytes] = {}
    for name in _TABLES:
        _put(sections, name, getattr(lexicon, name), "I")
    for name in _WEIGHTS:
        rounded = {feature: round(weight * SCALE) for feature, weight in getattr(model, name).items()}
        _put(sections, name, {feature: weight for feature, weight in rounded.items() if weight}, "h")
    sections["stems"] = "\n\n".join("\n".join(sorted(s)) for s in (lexicon.present, lexicon.past)).encode()
    sections["settings"] = _packed("h", [round(getattr(model, name) * SCALE) for name in _SETTINGS])
    return sections


def decode(sections: Mapping[str, bytes]) -> ZwnjModel:
    """The model of these sections."""
    present, past = (frozenset(part.split("\n")) for part in sections["stems"].decode().split("\n\n"))
    words, forms, pairs = (_get(sections, name, "I") for name in _TABLES)
    boundary, whole, pair, rival = (_get(sections, name, "h", SCALE) for name in _WEIGHTS)
    keep, doubt, tie_doubt, care = (value / SCALE for value in _unpacked("h", sections["settings"]))
    lexicon = Lexicon(words, forms, pairs, present, past)
    return ZwnjModel(lexicon, boundary, whole, pair, rival, keep=keep, doubt=doubt, tie_doubt=tie_doubt, care=care)


@cache
def load_model() -> ZwnjModel:
    """The model that the package ships, read once."""
    return decode(load("normalizer"))


def _put(sections: dict[str, bytes], name: str, table: Mapping[str, int], kind: str) -> None:
    keys = sorted(table)
    sections[f"{name}.keys"] = "\n".join(keys).encode()
    sections[f"{name}.values"] = _packed(kind, [table[key] for key in keys])


def _get(sections: Mapping[str, bytes], name: str, kind: str, scale: int = 1) -> dict[str, Any]:
    """A table: of integers, or of floats where there is a ``scale``. Equal values are one object: there are few."""
    keys = sections[f"{name}.keys"].decode().split("\n")
    values = _unpacked(kind, sections[f"{name}.values"])
    shared = {value: value if scale == 1 else value / scale for value in set(values)}
    return dict(zip(keys, map(shared.__getitem__, values), strict=True))


def _packed(kind: str, values: list[int]) -> bytes:
    """Little-endian integers of ``array`` type ``kind``."""
    packed = array(kind, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(kind: str, data: bytes) -> "array[int]":
    values = array(kind)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values
