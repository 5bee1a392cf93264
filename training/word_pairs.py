"""Which English word translates which Persian one, learnt from parallel sentences (IBM model 1, both directions)."""

import collections
import re
from collections.abc import Iterable, Sequence

from persiantools.names.fold import persian_words

Sentence = list[str]
Table = dict[str, dict[str, float]]
_ROUNDS = 8
_SMALLEST = 1e-4
_PLURALS = ("هایی", "های", "ها")
_PERSIAN = re.compile("[\u0621-\u06ff\u200c]+")
_ENGLISH = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


def persian_sentence(line: str) -> Sentence:
    """Folded words without plural endings."""
    found = []
    for token in _PERSIAN.findall(line):
        for word in persian_words(token):
            if word in _PLURALS:
                continue
            ending = next((e for e in _PLURALS if word.endswith(e) and len(word) > len(e) + 2), "")
            found.append(word.removesuffix(ending))
    return found


def english_sentence(line: str) -> Sentence:
    return [re.sub(r"'s$", "", word.lower().replace("’", "'")) for word in _ENGLISH.findall(line)]


def word_table(pairs: Sequence[tuple[Sentence, Sentence]]) -> Table:
    """P(target word | source word); the source "" stands for words without a counterpart."""
    table: Table = {}
    for source, target in pairs:
        for word in {*source, ""}:
            table.setdefault(word, {}).update(dict.fromkeys(target, 1.0))
    for _ in range(_ROUNDS):
        counts: Table = {}
        for source, target in pairs:
            for aim in target:
                shares = [(word, table[word].get(aim, 0.0)) for word in [*source, ""]]
                total = sum(share for _, share in shares)
                for word, share in shares:
                    row = counts.setdefault(word, {})
                    row[aim] = row.get(aim, 0.0) + share / total
        table = {word: _normalized(row) for word, row in counts.items()}
    return table


def _normalized(row: dict[str, float]) -> dict[str, float]:
    total = sum(row.values())
    return {aim: value / total for aim, value in row.items() if value / total > _SMALLEST}


def translations(
    pairs: Sequence[tuple[Sentence, Sentence]], least: float, skipped: Iterable[str]
) -> list[tuple[str, str]]:
    """Pairs that both directions agree on and that stand together more than once, sorted."""
    there, back = word_table(pairs), word_table([(target, source) for source, target in pairs])
    together = collections.Counter(
        (word, aim) for source, target in pairs for word in set(source) for aim in set(target)
    )
    left_out = set(skipped)
    return sorted(
        (word, aim)
        for word, row in there.items()
        for aim, value in row.items()
        if word
        and aim not in left_out
        and together[word, aim] > 1
        and value * back.get(aim, {}).get(word, 0.0) >= least
    )
