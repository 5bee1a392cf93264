"""How people are known to spell their names: Persian name words with the Latin spellings that were seen, and back."""

import functools
from collections import defaultdict

from persiantools.resources import load

__all__ = ["Attested", "attested"]


class Attested:
    """The pairs that were seen. Words are folded (`persiantools.names.fold`)."""

    def __init__(self, rows: bytes) -> None:
        """Read lines of a Persian word and its spellings, each with its cost."""
        self._rows = dict(line.split("\t", 1) for line in rows.decode().split("\n") if line)

    @functools.cached_property
    def _persian(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for persian, row in self._rows.items():
            for pair in row.split("\t"):
                found[pair[: pair.index(" ")]].append(persian)
        return dict(found)

    def spellings(self, persian: str) -> dict[str, int]:
        """Latin spellings of a Persian word, with a cost for the rarer ones (1/16 nat)."""
        pairs = (row.split(" ") for row in self._rows.get(persian, "").split("\t") if row)
        return {latin: int(cost) for latin, cost in pairs}

    def persian(self, latin: str) -> list[str]:
        """Persian words that somebody spells as the Latin one."""
        return self._persian.get(latin, [])

    def are_pair(self, persian: str, latin: str) -> bool | None:
        """Whether somebody spells the one as the other; None when one of them was never seen, so that nothing is
        known.
        """
        if persian not in self._rows or latin not in self._persian:
            return None
        return persian in self._persian[latin]


@functools.cache
def attested() -> Attested:
    """The pairs of the package, read on first use.

    >>> attested().are_pair("مسعود", "masood"), attested().are_pair("مسعود", "mahmoud")
    (True, False)
    """
    return Attested(load("attested")["spellings"])
