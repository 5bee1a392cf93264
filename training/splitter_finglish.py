"""More Finglish than the chat lines have: Persian words spelt in Latin letters the ways that people spell them."""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

__all__ = ["romanized"]

_SPELLINGS: dict[str, tuple[tuple[str, float], ...]] = {
    "A": (("a", 0.66), ("aa", 0.34)),
    "u": (("oo", 0.5), ("u", 0.3), ("ou", 0.2)),
    "i": (("i", 0.85), ("ee", 0.15)),
    "e": (("e", 1.0),),
    "o": (("o", 0.95), ("u", 0.05)),
    "x": (("kh", 0.95), ("x", 0.05)),
    "q": (("gh", 0.85), ("q", 0.15)),
    "C": (("ch", 1.0),),
    "S": (("sh", 1.0),),
    "Z": (("zh", 0.7), ("j", 0.3)),
    "v": (("v", 0.9), ("w", 0.1)),
    "?": (("", 0.8), ("'", 0.2)),
    "^": (("", 1.0),),
    "_": (("", 1.0),),
}
"""How the phonemes of the pronunciation list are spelt, with the share of each spelling (seen in the chat lines)."""

_SPOKEN: tuple[tuple[re.Pattern[str], str, float], ...] = (
    (re.compile("An(?=$|[^aeiou])"), "un", 0.4),  # tehran, tehroon
    (re.compile("Am$"), "um", 0.2),  # tamam, tamoom
    (re.compile("(?<=.{3})ad$"), "e", 0.6),  # mikonad, mikone
    (re.compile("(?<=.{3})and$"), "an", 0.6),  # mikonand, mikonan
    (re.compile("(?<=.{3})id$"), "in", 0.3),  # konid, konin
    (re.compile("^mixAh"), "mixA", 0.7),  # mikhaham, mikham
    (re.compile("^rA$"), "ro", 0.4),
    (re.compile("e$"), "eh", 0.12),  # khaneh
)
"""Spoken forms of written ones and their share."""


def romanized(pronunciations: Path, counts: Mapping[str, int], existence: float = 0.2) -> dict[str, float]:
    """Spellings of the words that ``counts`` counts and of the rest of the list, with weights that add up to 1."""
    phonemes: dict[str, str] = json.loads(pronunciations.read_text(encoding="utf-8"))
    seen = Counter[str]()
    for word, count in counts.items():
        seen[word.replace("\u200c", "")] += count
    known = sum(seen[word] for word in phonemes)
    dice = random.Random(20)
    found: defaultdict[str, float] = defaultdict(float)
    for word, sounds in sorted(phonemes.items()):
        weight = (1 - existence) * seen[word] / known + existence / len(phonemes)
        tries = 3 + min(12, seen[word])
        for _ in range(tries):
            found[_spelt(sounds.replace(" ", ""), dice)] += weight / tries
    return dict(found)


def _spelt(sounds: str, dice: random.Random) -> str:
    for pattern, spoken, share in _SPOKEN:
        if dice.random() < share:
            sounds = pattern.sub(spoken, sounds)
    choice = {sound: _chosen(spellings, dice) for sound, spellings in _SPELLINGS.items()}
    return "".join(choice.get(sound, sound) for sound in sounds)


def _chosen(spellings: tuple[tuple[str, float], ...], dice: random.Random) -> str:
    return dice.choices([spelling for spelling, _ in spellings], [share for _, share in spellings])[0]
