"""The public names: all there, and nothing loaded before it is needed."""

import subprocess
import sys

import pytest

import persiantools

HEAVY = (
    "hazm",
    "langdetect",
    "pycrfsuite",
    "bidi",
    "arabic_reshaper",
    "rapidfuzz",
    "numpy",
    "wcwidth",
    "persiantools.names",
)


@pytest.mark.parametrize("name", persiantools.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(persiantools, name).__doc__


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = persiantools.nonsense
    assert set(persiantools.__all__) <= set(dir(persiantools))


@pytest.mark.parametrize("what", ["import persiantools", "import persiantools.cli.main"])
def test_importing_loads_nothing_heavy(what: str) -> None:
    code = f"{what}; import sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
