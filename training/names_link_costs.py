"""Say what each cost of name linking does on passages held back: F1 of the pairs as it is, halved, and half as large
again; and how far the scores of links are to be trusted.

    python -m training.names_link_costs --data ../shared/data

The costs were set by hand; this is the check that none of them should be another. Of all of them only a lower
``LINKED_COST`` gains anything here (F1 .915 → .920 on 176 passages), and it brings strangers in. It writes nothing.
Takes a few minutes on one core.
"""

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from benchmarks.reliability import bins, table
from persiantools.names import assignment, decoding, linking, projection
from training.common import arguments
from training.names_link_passages import LinkPassage, Range, link_passages

COSTS: dict[ModuleType, str] = {
    decoding: "LINKED_COST UNLINKED_COST _STOP_WORD _HEAD_ADDED _GIVEN_NAME_ADDED _TITLED _OTHER_NAME _SURE",
    projection: "_INVERTED _SKIPPED _MISSING_BEFORE _MISSING_LAST _MISSING_MIDDLE",
    assignment: "_TIE _SPELLING",
}
SEEDS = tuple(range(5, 21))


def _touches(one: Range, others: Iterable[Range]) -> bool:
    """Whether a range shares half of its union with one of ``others``."""
    for other in others:
        inter = min(one[1], other[1]) - max(one[0], other[0])
        if 2 * inter >= max(one[1], other[1]) - min(one[0], other[0]):
            return True
    return False


class _Judged(NamedTuple):
    right: int
    found: int
    wanted: int
    scores: list[tuple[float, bool]]


def judged(passage: LinkPassage) -> _Judged:
    """Pairs found and right, found, to be found; and each link that touches a person, with whether it is right."""
    right = found = 0
    scores = []
    everybody = [place for sides in passage.people for side in sides for place in side]
    for link in linking.align(passage.text).links:
        persian = [(m.start, m.end) for m in link.persian]
        english = [(m.start, m.end) for m in link.english]
        pairs = [(p, e) for p in persian for e in english if _touches(p, everybody) or _touches(e, everybody)]
        good = sum(any(_touches(p, one) and _touches(e, other) for one, other in passage.people) for p, e in pairs)
        right, found = right + good, found + len(pairs)
        if pairs:
            scores.append((link.score, 2 * good > len(pairs)))
    return _Judged(right, found, sum(len(one) * len(other) for one, other in passage.people), scores)


def measured(passages: Sequence[LinkPassage]) -> tuple[str, list[tuple[float, bool]]]:
    results = [judged(passage) for passage in passages]
    right, found = sum(r.right for r in results), sum(r.found for r in results)
    wanted = sum(r.wanted for r in results)
    precision, recall = right / (found or 1), right / (wanted or 1)
    f1 = 2 * right / (found + wanted or 1)
    return f"{f1:.4f} (precision {precision:.3f}, recall {recall:.3f})", [
        s for result in results for s in result.scores
    ]


def main() -> None:
    data: Any = arguments(__doc__ or "").data
    passages = [passage for seed in SEEDS for passage in link_passages(data, seed)]
    figure, scores = measured(passages)
    print(f"{len(passages)} passages, pair F1 {figure}")
    print(table(bins([score for score, _ in scores], [right for _, right in scores])))
    for module, names in COSTS.items():
        for name in names.split():
            value = getattr(module, name)
            for other in (value // 2, value * 3 // 2):
                setattr(module, name, other)
                print(f"{name} {value} → {other}: {measured(passages)[0]}", flush=True)
            setattr(module, name, value)


if __name__ == "__main__":
    main()
