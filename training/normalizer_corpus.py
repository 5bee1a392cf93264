"""What the normalizer learns from: edited sentences, unedited ones, hazm's word lists."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from persiantools.chars import ZWNJ
from persiantools.normalizer.letters import WORD, skeleton
from persiantools.normalizer.zwnj.lexicon import Lexicon
from training.common import hazm_data, ntrex_train, read_lines, tagged_tweets

SPACE, TIED, BREAK = " ", ZWNJ, "#"
"""What stands between two neighbouring parts: one space, a ZWNJ, or anything else."""

VERB_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند", "ید", "یدم", "یدی", "یدیم", "یدند")
"""Personal endings of the present, and of the past of regular verbs."""

HEH_HAMZA = "ه\u0654"

HAZM_CLASSES = (0, 1, 1000, 300_000)
"""A word of hazm's lexicon is of class 1 when it has no frequency, and one higher for each bound that it reaches."""

SPOKEN_PRESENT = (
    "گ",
    "ر",
    "د",
    "ش",
    "شن",
    "ذار",
    "زار",
    "ا",
    "اد",
    "یا",
    "یاد",
    "ار",
    "یار",
    "شین",
    "نداز",
    "خوا",
    "خا",
    "وفت",
    "فت",
    "یفت",
)
"""Present stems of spoken verbs that hazm's list of informal verbs lacks: می‌گه، می‌ره، می‌ده، می‌یاد، می‌افته …"""

SPOKEN_PAST = ("ذاشت", "زاشت", "نداخت", "ومد", "یومد", "تونس", "دونس", "خواس", "فتاد", "وفتاد")
"""Past stems of spoken verbs: می‌ذاشت، می‌نداخت، نمی‌یومد …"""


def words(line: str) -> list[str]:
    """The words of a line as the models see them."""
    return [skeleton(match.group()) for match in WORD.finditer(line)]


def parts(line: str) -> tuple[list[str], list[str]]:
    """The parts of a line and what stands between each and the next."""
    found: list[str] = []
    between: list[str] = []
    pieces = WORD.split(line)
    for gap, word in zip(pieces[0::2], pieces[1::2], strict=False):
        pieces_of_word = [part for part in skeleton(word).split(ZWNJ) if part]
        if found and pieces_of_word:
            between.append(SPACE if gap == " " else BREAK)
        between += [TIED] * (len(pieces_of_word) - 1)
        found += pieces_of_word
    return found, between


@dataclass
class Hazm:
    """hazm's word lists: class of each word, ZWNJ words, verb stems."""

    classes: dict[str, int] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)


def read_hazm() -> Hazm:
    """Hazm's lexicon and verbs, without importing hazm."""
    folder, found = hazm_data(), Hazm()
    for line in read_lines(folder / "words.dat"):
        word, frequency, _ = line.split("\t")
        word = skeleton(word)
        if ZWNJ in word:
            found.forms.add(word)
        elif " " not in word:
            grade = sum(int(frequency) >= bound for bound in HAZM_CLASSES)
            found.classes[word] = max(found.classes.get(word, 0), grade)
    for line in read_lines(folder / "verbs.dat"):
        past, _, present = line.strip().partition("#")
        found.past |= {past} - {""}
        found.present |= {present} - {""}
    for line in read_lines(folder / "iverbs.dat"):
        found.present |= set(re.split(r"[ \t]", line)[1:2])
    found.present = _spoken(found.present) | set(SPOKEN_PRESENT)
    found.past = _spoken(found.past) | set(SPOKEN_PAST)
    found.present |= {stem + "ان" for stem in found.present if len(stem) > 1}
    found.past |= {
        stem + ending
        for stem in found.present
        if len(stem) > 2
        for ending in ("ید", "د")
        if ending == "ید" or stem.endswith("ان")
    }
    found.present |= {stem + "ی" for stem in found.present if stem[-1] in "او"}
    return found


def learn_stems(hazm: Hazm, words: Iterable[str]) -> None:
    """Add to ``hazm`` the stems of verbs that it lacks but that stand after می with two endings or more."""
    lexicon = Lexicon({}, {}, {}, frozenset(hazm.present), frozenset(hazm.past))
    endings: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        prefix, _, tail = word.partition(ZWNJ)
        if prefix.endswith("می") and tail and ZWNJ not in tail and not lexicon.is_verb_tail(tail):
            for ending in VERB_ENDINGS:
                if tail.endswith(ending) and len(tail) > len(ending) + 1:
                    endings[tail[: -len(ending)]].add(ending)
    found = {stem for stem, seen in endings.items() if len(seen) > 1}
    hazm.present |= found
    hazm.past |= {stem + "ید" for stem in found}


def _spoken(stems: set[str]) -> set[str]:
    """``stems`` and how they are spoken: خوان is خون, رسان is رسون, آور after می is اور or یار."""
    rounded = {re.sub("وا?ن|ان", "ون", stem) if stem.endswith(("ان", "اند", "انست")) else stem for stem in stems}
    return stems | rounded | {"ا" + stem[1:] for stem in stems if stem[0] == "آ"}


def edited(data: Path) -> list[str]:
    """The sentences of the Persian Dependency Treebank whose ZWNJ are right."""
    return [line for line in read_lines(data / "text/perdt_train.txt") if line]


def with_ye_ezafe(lines: list[str]) -> list[str]:
    """``lines``, and again every fourth of those with the ezafe خانهٔ, written as خانه‌ی: the treebank has one of the
    two ways only.
    """
    marked = [line for line in lines if HEH_HAMZA in line]
    return lines + [line.replace(HEH_HAMZA, "ه" + ZWNJ + "ی") for line in marked[::4]]


def name_words(data: Path) -> set[str]:
    """Words of names, most of which no ZWNJ parts."""
    rows = (line.split("\t")[0] for line in read_lines(data / "names/train.tsv"))
    return {word for row in rows for word in words(row) if len(word) > 3}


def unedited(data: Path) -> list[str]:
    """Tweets and translated news in which many a ZWNJ is lost."""
    tweets = [" ".join(token for token, _ in tweet) for tweet in tagged_tweets(data / "tweets/parstwiner_train.tsv")]
    return [*tweets, *ntrex_train(data, "fas"), *ntrex_train(data, "prs")]


def count_words(lines: Iterable[str]) -> Counter[str]:
    """How often each word occurs."""
    return Counter(word for line in lines for word in words(line))


def folds(items: list[str], number: int) -> Iterator[list[str]]:
    """Every ``number``-th item, from each start."""
    return (items[start::number] for start in range(number))
