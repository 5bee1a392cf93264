"""Train the ZWNJ model of the normalizer and write persiantools/data/normalizer.bin.

python -m training.normalizer [--data ../shared/data]

Three linear models in a row: letters around each gap of a word (`boundaries`), the whole parted word
(`segmentation`), two words with a space between them (`joining`); a fourth settles two readings of words in های
(`rivals`). What they see of the lexicon was counted without the sentences that they are fitted on, so that they learn
how far to trust it.
"""

from collections import Counter, defaultdict
from pathlib import Path

from persiantools.chars import ZWNJ
from persiantools.normalizer.letters import skeleton
from persiantools.normalizer.zwnj.boundaries import GapScorer, gaps, window_features
from persiantools.normalizer.zwnj.joining import NO_WORD, PREFIXES, context_features, is_case, pair_features
from persiantools.normalizer.zwnj.kinds import PLURALS
from persiantools.normalizer.zwnj.lexicon import NON_JOINING, RIGHT_ANY, STABLE, Lexicon
from persiantools.normalizer.zwnj.model import ZwnjModel
from persiantools.normalizer.zwnj.rivals import readings, rival_features
from persiantools.normalizer.zwnj.segmentation import Cuts, candidates, segmentation_features
from persiantools.normalizer.zwnj.storage import decode, encode
from training.common import arguments, hazm_data, read_lines, write_model
from training.normalizer_corpus import (
    BREAK,
    TIED,
    count_words,
    edited,
    folds,
    learn_stems,
    name_words,
    parts,
    read_hazm,
    unedited,
    with_ye_ezafe,
    words,
)
from training.normalizer_fit import Design, Row, fit_choice, fit_logistic
from training.normalizer_guess import ENCLITICS, guess
from training.normalizer_lexicon import Roles, build, count

FOLDS = 8
LEAST = 10
"""A feature of a gap that fewer gaps have is left out. With 3 the model is three times as large and no better on text
that was held back.
"""


def importance(n: int) -> float:
    """How much a word that occurs ``n`` times counts in training: less than its occurrences, or a few words rule."""
    return float(min(n, 50) ** 0.6)


def cuts_of(word: str) -> Cuts:
    """Where the ZWNJ of a word stand, as offsets in its letters."""
    found, at = [], 0
    for part in word.split(ZWNJ)[:-1]:
        at += len(part)
        found.append(at)
    return tuple(found)


Instance = tuple[str, float, Lexicon]
"""A word as it ought to be written, its weight, and the lexicon that knows nothing of where it stands."""


def fit_boundaries(instances: list[Instance]) -> dict[str, float]:
    """Weights of the letters around a gap."""
    totals: defaultdict[str, float] = defaultdict(float)
    for word, weight, _ in instances:
        totals[word] += weight
    rows: list[Row] = []
    labels, weights = [], []
    for word, weight in sorted(totals.items()):
        letters, cuts = word.replace(ZWNJ, ""), set(cuts_of(word))
        for at in gaps(letters):
            rows.append([(name, 1.0) for name in window_features(letters, at)])
            labels.append(at in cuts)
            weights.append(weight)
    return fit_logistic(Design(rows, LEAST), labels, weights, 1.0)


def fit_segmentation(instances: list[Instance], boundary: dict[str, float]) -> dict[str, float]:
    """Weights of the whole parted word."""
    rows: list[Row] = []
    sizes, chosen, weights = [], [], []
    gap_scores = GapScorer(boundary).scores
    for word, weight, lexicon in instances:
        letters, cuts = word.replace(ZWNJ, ""), cuts_of(word)
        scores = gap_scores(letters)
        ways = candidates(scores)
        if len(ways) == 1 or cuts not in ways:
            continue
        rows += [_row(letters, way, scores, lexicon) for way in ways]
        sizes.append(len(ways))
        chosen.append(ways.index(cuts))
        weights.append(weight)
    return fit_choice(Design(rows, 3), sizes, chosen, weights, 0.5)


def _row(letters: str, cuts: Cuts, scores: dict[int, float], lexicon: Lexicon) -> Row:
    inside, outside, names = segmentation_features(letters, cuts, scores, lexicon)
    return [("inside", inside), ("outside", outside), *((name, float(n)) for name, n in Counter(names).items())]


def fit_joining(parts_of: list[tuple[list[str], Lexicon]], loose: list[str], lexicon: Lexicon) -> dict[str, float]:
    """Weights of two words and their neighbours; of ``loose`` (unedited) lines only what is certain."""
    rows: list[Row] = []
    labels: list[bool] = []
    weights: list[float] = []

    def add(found: list[str], between: list[str], at: int, known: Lexicon, tied: bool, weight: float) -> None:
        left, right = found[at : at + 2]
        before = found[at - 1] if at and between[at - 1] != BREAK else NO_WORD
        after = found[at + 2] if at + 1 < len(between) and between[at + 1] != BREAK else NO_WORD
        names = pair_features(left, right, known) + context_features(before, left, right, after, known)
        rows.append([(name, 1.0) for name in names])
        labels.append(tied)
        weights.append(weight)

    for lines, known in parts_of:
        for found, between in map(parts, lines):
            for at, gap in enumerate(between):
                left, right = found[at : at + 2]
                if gap == BREAK or left[-1] in NON_JOINING or not is_case(left, right, known):
                    continue
                weight = LOOSE_STYLE if gap != TIED and right in ENCLITICS else 1.0
                add(found, between, at, known, gap == TIED, weight)
    for found, between in map(parts, loose):
        for at, gap in enumerate(between):
            left, right = found[at : at + 2]
            if gap == BREAK or left[-1] in NON_JOINING or not is_case(left, right, lexicon):
                continue
            if (
                (left in PREFIXES and lexicon.is_verb_tail(right))
                or right in ENCLITICS
                or right in PLURALS
                or (right == "ی" and left[-1] == "ه" and len(left) > 2)
            ):
                add(found, between, at, lexicon, True, 0.5)
    return fit_logistic(Design(rows, 4), labels, weights, 1.0)


LOOSE_STYLE = 0.3
"""What a space of the edited text weighs where its editors did not agree."""

GUESSED, NAMED = 0.3, 0.15
"""What an instance of unedited text and a word of a name weigh, where one of edited text weighs 1."""


def fit_rivals(
    parts_of: list[tuple[list[str], Lexicon]],
    boundary: dict[str, float],
    segmentation: dict[str, float],
    pairs: dict[str, float],
) -> dict[str, float]:
    """Weights of the words around a word in های."""
    rows: list[Row] = []
    labels: list[bool] = []
    for lines, lexicon in parts_of:
        model = ZwnjModel(lexicon, boundary, segmentation, pairs, {})
        leads: dict[str, float | None] = {}
        for line in lines:
            found = [NO_WORD, *words(line), NO_WORD]
            for before, word, after in zip(found, found[1:], found[2:], strict=False):
                letters = word.replace(ZWNJ, "")
                both = readings(letters)
                if both is None or cuts_of(word) not in both:
                    continue
                if letters not in leads:
                    leads[letters] = model.lead(letters)
                if (lead := leads[letters]) is not None:
                    names = rival_features(before.split(ZWNJ)[-1], after.split(ZWNJ)[0], lexicon)
                    rows.append([("lead", lead), *((name, 1.0) for name in names)])
                    labels.append(cuts_of(word) == both[1])
    return fit_logistic(Design(rows, 3), labels, [1.0] * len(rows), 2.0)


PREFIX_LIKE = ("می", "نمی")
"""Names that begin so say nothing about verbs."""


def train(
    lines: list[str], data: Path
) -> tuple[Lexicon, dict[str, float], dict[str, float], dict[str, float], dict[str, float]]:
    """The lexicon and the weights of the three models, from edited ``lines`` and what lies under ``data``."""
    hazm, loose = read_hazm(), unedited(data)
    lines = with_ye_ezafe(lines)
    elsewhere = Counter(part for line in loose for part in parts(line)[0])
    whole = count(lines)
    learn_stems(hazm, whole.words)
    roles = Roles.choose(whole)
    shares = list(folds(lines, FOLDS))
    known = []
    for share in shares:
        counts = count(share)
        known.append((counts, build(whole.without(counts), elsewhere, hazm, roles)))
    instances: list[Instance] = [
        (word, importance(n), lexicon) for counts, lexicon in known for word, n in sorted(counts.words.items())
    ]
    lexicon = build(whole, elsewhere, hazm, roles)
    for word, n in sorted(count_words(loose).items()):
        if (guessed := guess(word, lexicon)) is not None:
            instances.append((guessed, GUESSED * importance(n), known[0][1]))
    instances += [
        (word, NAMED, known[0][1])
        for word in sorted(name_words(data))
        if not (lexicon.words.get(word) or word.startswith(PREFIX_LIKE))
    ]
    boundary = fit_boundaries(instances)
    segmentation = fit_segmentation(instances, boundary)
    parts_of = [(share, lexicon) for share, (_, lexicon) in zip(shares, known, strict=True)]
    pairs = fit_joining(parts_of, loose, lexicon)
    rivals = fit_rivals(parts_of, boundary, segmentation, pairs)
    return lexicon, boundary, segmentation, pairs, rivals


def mark_stable(model: ZwnjModel) -> None:
    """Flag the words that the model leaves as they are, so that it need not look at them again."""
    lexicon = model.lexicon
    lexicon.words = {
        word: code if model.cut(word) else code | STABLE | lexicon.roles(word) & RIGHT_ANY
        for word, code in lexicon.words.items()
    }


def formal_forms() -> bytes:
    """Hazm's spoken words with their formal forms."""
    rows = {}
    for line in read_lines(hazm_data() / "iwords.dat"):
        spoken, _, formal = line.strip().partition(" ")
        if formal and skeleton(spoken) != skeleton(formal):
            rows[skeleton(spoken)] = skeleton(formal)
    return "\n".join(f"{spoken}\t{formal}" for spoken, formal in sorted(rows.items())).encode()


def main() -> None:
    """Train on all edited sentences and write the model. The settings were chosen on every tenth, held back."""
    data = arguments(__doc__ or "").data
    model = decode(encode(ZwnjModel(*train(edited(data), data))))
    mark_stable(model)
    write_model("normalizer", encode(model) | {"informal": formal_forms()}, CARD)


CARD = {
    "made_by": "training/normalizer.py",
    "what": "where Persian words have lost a ZWNJ: weights of four linear models and a lexicon of bucketed counts",
    "sources": [
        {"name": "Persian Dependency Treebank (UD_Persian-PerDT), training part", "licence": "CC BY-SA 4.0"},
        {"name": "ParsTwiNER, training part", "licence": "MIT"},
        {"name": "NTREX-128, fas and prs, rows for training", "licence": "CC BY-SA 4.0"},
        {"name": "hazm: words.dat, verbs.dat, iverbs.dat, iwords.dat", "licence": "MIT"},
        {"name": "name pairs (only as words that no ZWNJ parts)", "licence": "see the card of the names model"},
    ],
    "figures": {
        "perdt_dev deleted F1": 0.9734,
        "perdt_dev spaced F1": 0.9686,
        "perdt_dev clean, false": 26,
        "seraji_dev deleted F1": 0.931,
        "seraji_dev spaced F1": 0.9002,
        "wild_dev F1": 0.977,
    },
}


if __name__ == "__main__":
    main()
