"""Latin words that somebody has written before, which names are likely to be spelt like: of people, of places, of
English, and the surnames and given names of a census.
"""

from importlib.util import find_spec
from pathlib import Path

from persiantools.names.fold import LONGEST_WORD
from persiantools.names.word_filter import WordFilter
from training.mentions import lower_case_use
from training.name_pairs import WordPair

__all__ = ["known_words"]

LEAST_LETTERS = 3


def census() -> set[str]:
    """Names of the census of the United States of 1990, from the package ``names``."""
    spec = find_spec("names")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('training needs the census names of the package names: pip install -e ".[dev,train]"')
    folder = Path(spec.submodule_search_locations[0])
    lines = (line for path in sorted(folder.glob("dist.*")) for line in path.read_text("ascii").splitlines())
    return {line.split()[0].lower() for line in lines if line.strip()}


def known_words(people: list[WordPair], places: list[WordPair]) -> dict[str, bytes]:
    """The lists as sections of the model file, by the names in ``spelling_judge.KNOWN``."""
    words = {
        "people": {latin for _, latin, _ in people},
        "places": {latin for _, latin, _ in places},
        "english": set(lower_case_use()),
        "census": census(),
    }
    return {f"known.{kind}": WordFilter.of(_kept(found)).bits for kind, found in words.items()}


def _kept(words: set[str]) -> list[str]:
    return sorted(w for w in words if LEAST_LETTERS <= len(w) <= LONGEST_WORD and w.isascii() and w.isalpha())
