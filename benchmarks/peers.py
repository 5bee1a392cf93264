"""The peers that we measure beside, each group in an environment of its own, made on first use.

The environments lie under ``~/.cache/persiantools-benchmarks`` (or ``$PERSIANTOOLS_PEERS``); delete the folder and
they are made anew. hazm is a dependency of ours and runs in our own environment.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

__all__ = ["GROUPS", "folder_of", "python_of", "versions"]

GROUPS: dict[str, tuple[str, ...]] = {
    "shekar": ("shekar==1.7.0",),
    "rishe": ("rishe==0.5.1",),
    "parsivar": ("parsivar==0.2.3.1", "setuptools<81"),
    "negar": ("python-negar==1.4.3",),
    "languages": ("lingua-language-detector==2.1.1", "pycld2==0.42", "langdetect==1.0.9", "eldc==0.4.0"),
    "romanizers": ("uroman==1.3.1.1", "anyascii==0.3.3", "rapidfuzz>=3.9"),
}
"""Requirements by group; ICU is Debian's ``uconv``, where it is installed."""

PLACE = Path(os.environ.get("PERSIANTOOLS_PEERS", Path.home() / ".cache" / "persiantools-benchmarks"))


def folder_of(group: str) -> Path:
    """Where the environment of ``group`` lies."""
    return PLACE / group


def python_of(group: str) -> str:
    """The interpreter of a group's environment, made if it is not there; a peer that cannot be installed is left out
    with a word, and shows as one that does not run.
    """
    folder = folder_of(group)
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        for package in GROUPS[group]:
            done = subprocess.run(
                [python, "-m", "pip", "install", "--quiet", package], capture_output=True, text=True
            )
            if done.returncode:
                print(f"{package} cannot be installed here: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    return str(python)


def versions(python: str) -> dict[str, str]:
    """The distributions of an environment, with their versions."""
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "json"], capture_output=True, text=True, check=True
    )
    return {row["name"].lower(): row["version"] for row in json.loads(listed.stdout)}
