"""Latin words that somebody has written before, which names are likely to be spelt like: of people, of places, of
English, the surnames and given names of a census, and names that people bear in other countries.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from persiantools.names.fold import LONGEST_WORD, latin_words
from persiantools.names.word_filter import WordFilter
from training.mentions import lower_case_use
from training.name_pairs import WordPair

__all__ = ["known_words"]

LEAST_LETTERS = 3
WORLDWIDE = 3
"""Locales that a name must be at home in to be one of many countries."""


def census() -> set[str]:
    """Names of the census of the United States of 1990, from the package ``names``."""
    spec = find_spec("names")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('training needs the census names of the package names: pip install -e ".[dev,train]"')
    folder = Path(spec.submodule_search_locations[0])
    lines = (line for path in sorted(folder.glob("dist.*")) for line in path.read_text("ascii").splitlines())
    return {line.split()[0].lower() for line in lines if line.strip()}


def by_country() -> Counter[str]:
    """Names of people in how many locales of the package ``faker``, folded; names in other scripts have no letters
    left.
    """
    spec = find_spec("faker")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('training needs the names of the package faker: pip install -e ".[dev,train]"')
    folder = Path(spec.submodule_search_locations[0]) / "providers" / "person"
    found: Counter[str] = Counter()
    for locale in sorted(path.name for path in folder.iterdir() if (path / "__init__.py").exists()):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        lists = (getattr(provider, key) for key in dir(provider) if "first_name" in key or "last_name" in key)
        found.update({word for names in lists for name in _strings(names) for word in latin_words(name)})
    return found


def _strings(names: object) -> Iterator[str]:
    """The names of one of the package's lists: some are tuples, some dictionaries with weights, some methods."""
    if isinstance(names, Iterable):
        yield from (name for name in names if isinstance(name, str))


def known_words(people: list[WordPair], places: list[WordPair]) -> dict[str, bytes]:
    """The lists as sections of the model file, by the names in ``spelling_judge.KNOWN``."""
    countries = by_country()
    words = {
        "people": {latin for _, latin, _ in people},
        "places": {latin for _, latin, _ in places},
        "english": set(lower_case_use()),
        "census": census(),
        "world": set(countries),
        "worldwide": {name for name, locales in countries.items() if locales >= WORLDWIDE},
    }
    return {f"known.{kind}": WordFilter.of(_kept(found)).bits for kind, found in words.items()}


def _kept(words: set[str]) -> list[str]:
    return sorted(w for w in words if LEAST_LETTERS <= len(w) <= LONGEST_WORD and w.isascii() and w.isalpha())
