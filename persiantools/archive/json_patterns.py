"""Patterns that go through JSON in bytes, strings and their escapes heeded; none of them ever steps back."""

import re

__all__ = ["FLAT", "SCALAR", "SHALLOW", "SPACE", "STRING"]

SPACE = re.compile(rb"[ \t\r\n]*+")
_IN_STRING = rb'[^"\\]*+(?:\\.[^"\\]*+)*+'
_IN_CONTAINER = rb'[^"\[\]{}]*+(?:"' + _IN_STRING + rb'"[^"\[\]{}]*+)*+'
STRING = re.compile(_IN_STRING, re.DOTALL)
FLAT = re.compile(_IN_CONTAINER, re.DOTALL)


def _nested(depth: int) -> bytes:
    """What may stand in a container that nests at most ``depth`` deep."""
    inside = _nested(depth - 1) if depth else b""
    return _IN_CONTAINER + (rb"(?:[\[{]" + inside + rb"[\]}]" + _IN_CONTAINER + rb")*+" if depth else b"")


SHALLOW = re.compile(rb"[\[{]" + _nested(6) + rb"[\]}]", re.DOTALL)  # most posts: one match is all it takes
SCALAR = re.compile(rb'[^ \t\r\n,:"\[\]{}]*+')
