"""``persiantools doctor``: what is installed, whether it is whole, and who else uses the name."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version

from persiantools.cli.exits import ExitCode, answered
from persiantools.export.terminal import does_bidi
from persiantools.resources import damaged, manifest

__all__ = ["doctor", "doctor_warning", "our_version"]

OURS = "persian-english-tools"
THEIRS = "persiantools"
DEPENDENCIES = (
    "hazm",
    "arabic-reshaper",
    "python-bidi",
    "langdetect",
    "typer",
    "msgspec",
    "rapidfuzz",
    "python-crfsuite",
    "wcwidth",
)
MEND = (
    f"To mend it: pip uninstall --yes {THEIRS} && pip install --force-reinstall --no-deps {OURS}",
    f"To use both, give each its own environment: python -m venv other && other/bin/pip install {THEIRS}",
)


def our_version() -> str:
    """The installed version of this distribution."""
    try:
        return version(OURS)
    except PackageNotFoundError:
        return "not installed (running from its source folder)"


def doctor_warning() -> Iterator[str]:
    """What to say when PyPI's ``persiantools``, another project with the same import name, is installed too."""
    try:
        other = distribution(THEIRS)
    except PackageNotFoundError:
        return
    yield f"the package {THEIRS} {other.version} (Jalali dates) is installed here too, under the same import name;"
    yield "each overwrites files of the other. " + MEND[0]


@answered
def doctor() -> ExitCode:
    """Say which versions are installed, whether the data files are whole, what the terminal can do, what to mend.

    Exits 1 when something needs mending.
    """
    print(f"persiantools {our_version()} on Python {platform.python_version()}, {platform.platform()}")
    for name in DEPENDENCIES:
        print(f"  {name} {_installed(name)}")
    wrong = damaged()
    models = manifest()
    print(f"data files: {len(models)}, {sum(entry['bytes'] for entry in models.values()):,} bytes, " + _whole(wrong))
    bidi = "joins and reorders Persian itself" if does_bidi(os.environ) else "gets Persian in visual order"
    print(f"terminal: {'yes' if sys.stdout.isatty() else 'no (pipe or file)'}; if it is one, it {bidi}")
    conflict = list(doctor_warning())
    print("\n".join([*conflict, *MEND[1:]]) if conflict else f"no other package uses the name {THEIRS}")
    missing = [name for name in DEPENDENCIES if _installed(name) == "MISSING"]
    return ExitCode.FOUND if wrong or conflict or missing else ExitCode.DONE


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "MISSING"


def _whole(wrong: list[str]) -> str:
    if not wrong:
        return "all as in the manifest"
    return f"DAMAGED: {', '.join(wrong)} (pip install --force-reinstall --no-deps {OURS})"
