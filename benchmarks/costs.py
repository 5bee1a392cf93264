"""What tools cost before they do anything: start-up to a first answer, memory with all loaded, size on disk.

    python -m benchmarks.costs [--runs 5]

Each start is a process of its own: the interpreter, the import, the construction and one short answer.
"""

import argparse
import sys
from typing import NamedTuple

from benchmarks.peers import python_of
from benchmarks.processes import Measured, installed_megabytes, run

__all__ = ["Cost", "costs"]

TEXT = "سلام به همه"
STARTS: dict[str, tuple[str | None, str, tuple[str, ...]]] = {
    "python itself": (None, "pass", ()),
    "import persiantools": (None, "import persiantools", ("persian-english-tools",)),
    "persiantools: split": (None, f"from persiantools import split; split({TEXT!r})", ()),
    "persiantools: normalize": (None, f"from persiantools import normalize; normalize({TEXT!r})", ()),
    "persiantools: analyze": (None, f"from persiantools import analyze; analyze({TEXT!r} + ' Ali')", ()),
    "hazm": (None, f"from hazm import Normalizer; Normalizer().normalize({TEXT!r})", ("hazm",)),
    "shekar": ("shekar", f"from shekar import Normalizer; Normalizer()({TEXT!r})", ("shekar",)),
    "rishe": ("rishe", f"from rishe import Normalizer; Normalizer().normalize({TEXT!r})", ("rishe",)),
    "parsivar": ("parsivar", f"from parsivar import Normalizer; Normalizer().normalize({TEXT!r})", ("parsivar",)),
    "lingua, 4 languages": (
        "languages",
        "from lingua import Language as L, LanguageDetectorBuilder as B; "
        "B.from_languages(L.PERSIAN, L.ENGLISH, L.ARABIC, L.URDU).build()"
        f".detect_multiple_languages_of({TEXT!r})",
        ("lingua-language-detector",),
    ),
    "uroman": ("romanizers", f"import uroman; uroman.Uroman().romanize_string({TEXT!r})", ("uroman",)),
}
"""Name → environment of the peer (ours where None), what is run, the distributions whose size is told."""


class Cost(NamedTuple):
    """One tool's start, and the size of it and of all that it requires, in MB (0 where it is told elsewhere)."""

    name: str
    start: Measured
    disk: float


def costs(runs: int = 5) -> list[Cost]:
    """The costs of all tools that run here."""
    found = []
    for name, (group, code, distributions) in STARTS.items():
        python = python_of(group) if group else sys.executable
        if measured := run([python, "-c", code], runs=runs):
            disk = installed_megabytes(python, distributions) if distributions else 0.0
            found.append(Cost(name, measured, disk))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    print(f"{'':26}{'wall s':>20}{'CPU s':>20}{'MB':>20}{'MB on disk':>12}")
    for name, start, disk in costs(parser.parse_args().runs):
        size = f"{disk:.1f}" if disk else ""
        print(f"{name:26}{start.wall!s:>20}{start.cpu!s:>20}{start.megabytes!s:>20}{size:>12}")


if __name__ == "__main__":
    main()
