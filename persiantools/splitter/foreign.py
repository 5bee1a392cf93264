"""The name of a language in Latin script that is neither English nor Finglish: langdetect's one place.

langdetect draws random numbers and keeps its profiles in a module-wide factory. Here it has a factory of its own with
a fixed seed, so that the same words get the same answer whatever was asked before, by us or by others.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

__all__ = ["SHORTEST_RUN", "foreign_language"]

SHORTEST_RUN = 5
"""Fewer words than this are not named: langdetect errs too often on them."""
_LEAST_PROBABILITY = 0.8
_LONGEST_TEXT = 1000
"""So many letters tell a language; of a longer run the first are read."""
_MOST_ROUNDS = 200
"""langdetect draws letters until it is sure, 20 to 60 times mostly; what it is not sure of then it never is."""
_LATIN = [
    "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl", "no",
    "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi",
]  # fmt: skip
"""Those of its languages that are written in Latin script."""


@lru_cache(maxsize=256)
def foreign_language(words: str) -> str:
    """The language of a run of words in Latin script, ``und`` where langdetect is not sure.

    >>> foreign_language("Der Hund läuft schnell durch den dunklen Wald")
    'de'
    >>> foreign_language("123")
    'und'
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.set_prior_map(dict.fromkeys(_LATIN, 1 / len(_LATIN)))
    detector.ITERATION_LIMIT = _MOST_ROUNDS
    detector.append(words[:_LONGEST_TEXT])
    try:
        best = detector.get_probabilities()
    except LangDetectException:
        return "und"
    return str(best[0].lang) if best and best[0].prob >= _LEAST_PROBABILITY else "und"


@cache
def _factory() -> Any:
    """With the profiles of `_LATIN` alone: the others only take time and memory."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.seed = 0
    factory.load_json_profile([Path(PROFILES_DIRECTORY, name).read_text(encoding="utf-8") for name in _LATIN])
    return factory
