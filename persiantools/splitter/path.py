"""The languages of consecutive words of one script: a best path with a price for each change.

Each word has a log-probability for each language; a change of language between two words costs `SWITCH` nats, less
where the text itself shows a seam: at a quotation mark or bracket, at the end of a sentence or clause, where words of
another script or something protected stands between. So one word that looks foreign follows its neighbours, and a
run of them does not.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from operator import add, itemgetter, sub

from persiantools.memos import remember

__all__ = ["AT_QUOTE", "best_path", "changes", "follow_neighbours", "pays", "switch_cost", "switch_costs"]

SWITCH = 4.2
AT_CLAUSE = 3.2
AT_SENTENCE = 2.4
AT_QUOTE = 1.6
INSIDE_TOKEN = 9.0
LONE_WORD = 7.0
LOAN = 18.0
LONGEST_LOAN = 5
USUAL = 1.5
"""How much more (in nats) a line begins in the usual language of its script, Persian or English, than in another."""

_QUOTE = re.compile("[\"“”„«»‹›‘’()\\[\\]{}<>'`]")
_SENTENCE = re.compile("[.!?؟۔…]")
_PLAIN = re.compile(r"[\s\u200c\u200d\u200e\u200f_ـ-]*")


_SHORT_GAP, _MOST_GAPS = 8, 1024
"""The prices of so many gaps are remembered, of those no longer than this."""


def switch_cost(gap: str) -> float:
    """The price, in nats, of a change of language at ``gap``, the text between two words.

    >>> switch_cost(" ") > switch_cost("، ") > switch_cost(". ") > switch_cost(" «")
    True
    """
    return _known_costs[gap]


def switch_costs(between: Iterable[str]) -> list[float]:
    """The `switch_cost` of each of the texts between two words.

    >>> switch_costs([" ", " "]) == [switch_cost(" ")] * 2
    True
    """
    return list(map(_known_costs.__getitem__, between))


class _Costs(dict[str, float]):
    """The prices of gaps that were seen before."""

    def __missing__(self, gap: str) -> float:
        cost = _cost(gap)
        return remember(self, gap, cost, _MOST_GAPS) if len(gap) <= _SHORT_GAP else cost


def _cost(gap: str) -> float:
    if _QUOTE.search(gap):
        return AT_QUOTE
    if _SENTENCE.search(gap):
        return AT_SENTENCE
    if _PLAIN.fullmatch(gap):
        return SWITCH if any(map(str.isspace, gap)) else INSIDE_TOKEN
    return AT_CLAUSE


_known_costs = _Costs()


def changes(gains: Sequence[float], costs: Sequence[float]) -> bool:
    """Whether the best path may leave the usual language, where ``gains`` say by how much each word prefers its best
    other language and ``costs`` has the price of each gap. It is asked of a path that may change between the other
    languages for nothing: where even that one stays, the best path does.

    >>> changes([-3.0, 2.0, 3.0, -4.0], [4.8, 4.8, 4.8]), changes([-3.0, 2.0, 3.0, -4.0], [1.6, 4.8, 1.6])
    (False, True)
    """
    usual, other = 0.0, gains[0] - USUAL
    for gain, cost in zip(gains[1:], costs, strict=True):
        if other > usual + cost:
            usual = other - cost
        elif other < usual - cost:
            other = usual - cost
        other += gain
    return usual > 0.0 or other > 0.0


def pays(gains: Sequence[float], cost: float) -> bool:
    """Whether some change of language could pay: ``gains`` say by how much each word prefers its best other language
    to the usual one, and each change costs ``cost`` or more. A run inside the line needs two changes, one at an end
    of it one, the whole line none.

    >>> pays([-3.0, 2.0, 3.0, -4.0], 3.0), pays([-3.0, 4.0, 3.0, -4.0], 3.0), pays([-3.0, 2.0, 3.0], 3.0)
    (False, True, True)
    """
    speaks = sum([gain for gain in gains if gain > 0.0])
    if speaks <= min(USUAL, cost):
        return False
    sums = list(accumulate(gains, initial=0.0))
    total = sums[-1]
    if total > USUAL or max(sums) > cost or total - min(sums) > cost:
        return True
    return speaks > 2 * cost and max(map(sub, sums, accumulate(sums, min))) > 2 * cost


def best_path(scores: Sequence[tuple[float, ...]], costs: Sequence[float]) -> list[int]:
    """The languages, as places in each word's ``scores``, whose scores less the costs of changes are greatest;
    ``costs`` has one price for each gap between two words. The first language is the usual one. Of equal paths it
    takes the one that changes least, then the one whose languages come first.

    >>> best_path([(-0.1, -2.5), (-1.4, -0.3), (-0.2, -1.8)], [3.0, 3.0])
    [0, 0, 0]
    >>> best_path([(-0.1, -2.5), (-5.0, -0.1), (-5.0, -0.1)], [3.0, 3.0])
    [0, 1, 1]
    """
    leading = {0, *map(tuple.index, scores, map(max, scores))}
    chosen = sorted(leading) if len(leading) < 3 else _worth_trying(leading, scores, min(costs, default=SWITCH))
    if len(chosen) == 1:
        return [0] * len(scores)
    rows = scores if len(chosen) == len(scores[0]) else list(map(itemgetter(*chosen), scores))
    path = _path_of_two(rows, costs) if len(chosen) == 2 else _path(rows, costs)
    return list(map(chosen.__getitem__, path))


def _worth_trying(leading: set[int], scores: Sequence[tuple[float, ...]], cost: float) -> list[int]:
    """The usual language and those of the ``leading`` ones for which a change from it could pay."""
    columns = list(zip(*scores, strict=True))
    return [at for at in sorted(leading) if at == 0 or pays(list(map(sub, columns[at], columns[0])), cost)]


def _path(scores: Sequence[tuple[float, ...]], costs: Sequence[float]) -> list[int]:
    """The best path of any number of languages."""
    totals = [score - (USUAL if place else 0.0) for place, score in enumerate(scores[0])]
    places = list(range(len(totals)))
    origins: list[list[int]] = []
    for row, cost in zip(scores[1:], costs, strict=True):
        best = max(totals)
        from_best = best - cost
        if min(totals) < from_best:
            winner = totals.index(best)
            origins.append([place if totals[place] >= from_best else winner for place in places])
            totals = [total if total >= from_best else from_best for total in totals]
        else:
            origins.append(places)
        totals = list(map(add, totals, row))
    path = [totals.index(max(totals))]
    for origin in reversed(origins):
        path.append(origin[path[-1]])
    return path[::-1]


def _path_of_two(scores: Sequence[tuple[float, ...]], costs: Sequence[float]) -> list[int]:
    """What `_path` finds where there are two languages, in a few comparisons a word."""
    first, second = scores[0]
    second -= USUAL
    origins: list[tuple[int, int]] = []
    for (of_first, of_second), cost in zip(scores[1:], costs, strict=True):
        if first >= second:
            stays = second >= first - cost
            origins.append((0, 1 if stays else 0))
            second = (second if stays else first - cost) + of_second
            first += of_first
        else:
            stays = first >= second - cost
            origins.append((0 if stays else 1, 1))
            first = (first if stays else second - cost) + of_first
            second += of_second
    place = 0 if first >= second else 1
    path = [place]
    for origin in reversed(origins):
        place = origin[place]
        path.append(place)
    return path[::-1]


def follow_neighbours(path: list[int], scores: Sequence[Sequence[float]]) -> list[int]:
    """``path`` without two kinds of runs that are mostly loans and names: a single word in a language of its own that
    speaks for it by less than `LONE_WORD` nats, and up to `LONGEST_LOAN` words of the usual language between two runs
    of one other, less than `LOAN`: Pashto, Urdu and Sorani share more words with Persian than with each other.

    >>> follow_neighbours([0, 0, 1, 0], [(-0.1, -3.0), (-0.1, -3.0), (-4.0, -0.1), (-0.1, -3.0)])
    [0, 0, 0, 0]
    >>> follow_neighbours([1, 0, 0], [(-8.0, -0.1), (-0.1, -3.0), (-0.1, -3.0)])
    [1, 0, 0]
    """
    if len(path) < 3:
        return path
    found = list(path)
    start = 0
    for place, same in groupby(path):
        end = start + sum(1 for _ in same)
        near = found[max(start - 1, 0) : start] + path[end : end + 1]
        if near:
            rows = scores[start:end]
            best = near[0] if near[0] == near[-1] else max(near, key=lambda other: sum([row[other] for row in rows]))
            speaks = sum([row[place] - row[best] for row in rows])
            loan = place == 0 and len(near) == 2 and near[0] == near[1] and end - start <= LONGEST_LOAN
            if speaks < (LOAN if loan else LONE_WORD if end - start == 1 else 0.0):
                found[start:end] = [best] * (end - start)
        start = end
    return found
