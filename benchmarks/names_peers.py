"""Peers of name comparison: romanize with uroman, anyascii or ICU, then compare with rapidfuzz's ratio."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.peers import python_of
from benchmarks.predict_names import rows
from training.common import read_lines

__all__ = ["PEERS", "Prediction", "romanizer", "tasks", "words_of"]

PEERS = ("uroman", "anyascii", "ICU")
Prediction = dict[str, Any]

_ROMANIZE = """
import json, sys
words = json.load(sys.stdin)
if sys.argv[1] == "uroman":
    import uroman
    model = uroman.Uroman()
    write = lambda word: model.romanize_string(word, lcode="fas")
else:
    from anyascii import anyascii as write
json.dump([write(word) for word in words], sys.stdout)
"""
_PERSIAN = re.compile("[\u0620-\u06ff\u200c]+")
_ENGLISH = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_ALIKE = 70
"""Ratio from which a window of Persian words is taken for an English name."""


def words_of(texts: Iterable[str]) -> list[str]:
    """The distinct Persian words of some texts, sorted."""
    return sorted({word for text in texts for word in _PERSIAN.findall(text)})


def romanizer(peer: str, words: list[str]) -> Callable[[str], str] | None:
    """How a peer romanizes names made of ``words``, in lower case; None, with a word of why, when it does not run."""
    done = _icu(words) if peer == "ICU" else _python(peer, words)
    if isinstance(done, str):
        print(f"{peer}: left out ({done})")
        return None
    spelt = dict(zip(words, done, strict=True))
    return lambda name: " ".join(spelt[word].strip() for word in _PERSIAN.findall(name)).lower()


def _python(peer: str, words: list[str]) -> list[str] | str:
    done = subprocess.run(
        [python_of("romanizers"), "-c", _ROMANIZE, peer], input=json.dumps(words), capture_output=True, text=True
    )
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    found: list[str] = json.loads(done.stdout)
    return found


def _icu(words: list[str]) -> list[str] | str:
    command = shutil.which("uconv")
    if command is None:
        return "it is the command uconv: apt-get install icu-devtools"
    lines = "".join(f"{word}\n" for word in words)
    done = subprocess.run(
        [command, "-f", "utf-8", "-t", "utf-8", "-x", "Any-Latin; Latin-ASCII"],
        input=lines.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().removesuffix("\n").split("\n")


def tasks(spell: Callable[[str], str]) -> dict[str, Callable[[Path], list[Prediction]]]:
    """The four tasks, done by comparing romanizations."""
    from rapidfuzz import fuzz, process

    def ranked(path: Path) -> list[Prediction]:
        names = sorted({row[1] for row in rows(path)})
        lower = [name.lower() for name in names]
        found: list[Prediction] = []
        for persian in dict.fromkeys(row[0] for row in rows(path)):
            best = process.extract(spell(persian), lower, scorer=fuzz.ratio, limit=10)
            found.append({"persian": persian, "ranked": [names[number] for *_, number in best]})
        return found

    def compared(path: Path) -> list[Prediction]:
        return [{"score": fuzz.ratio(spell(row[0]), row[1].lower()) / 100} for row in rows(path)]

    def romanized(path: Path) -> list[Prediction]:
        return [{"persian": row[0], "ranked": [spell(row[0])]} for row in rows(path)]

    def linked(path: Path) -> list[Prediction]:
        passages = (json.loads(line) for line in read_lines(path) if line)
        return [{"id": passage["id"], "links": links(passage["text"], spell)} for passage in passages]

    return {"retrieval": ranked, "verify": compared, "romanize": romanized, "align": linked}


def links(text: str, spell: Callable[[str], str]) -> list[dict[str, list[list[int]]]]:
    """Every run of capitalized words with the windows of Persian words that are most like it."""
    from rapidfuzz import fuzz

    english: dict[str, list[list[int]]] = {}
    for match in _ENGLISH.finditer(text):
        english.setdefault(match[0], []).append([match.start(), match.end()])
    words = [(match.start(), match.end()) for match in _PERSIAN.finditer(text)]
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for name in english:
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + 1 + len(name.split())) + 1):
                place = (words[start][0], words[end - 1][1])
                alike = fuzz.ratio(spell(text[slice(*place)]), name.lower())
                if alike >= _ALIKE:
                    best[place] = max(best.get(place, (0.0, "")), (alike, name))
    return [{"persian": found, "english": english[name]} for name, found in _apart(best).items() if name in english]


def _apart(best: Mapping[tuple[int, int], tuple[float, str]]) -> dict[str, list[list[int]]]:
    """The windows that do not overlap, the likest first, by their English name."""
    found: dict[str, list[list[int]]] = {}
    taken: list[tuple[int, int]] = []
    for place, (_, name) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        if all(place[1] <= start or end <= place[0] for start, end in taken):
            taken.append(place)
            found.setdefault(name, []).append(list(place))
    return found
