"""The kernel of archives: records in, their rows out. The library, the worker processes and Spark call it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Self

import msgspec

from persiantools.archive.records import Failure, Record
from persiantools.archive.result_rows import NormalizedRow, Row, raw_json, row_line
from persiantools.edits import Edits
from persiantools.errors import InputError, OptionError
from persiantools.names import align
from persiantools.normalizer import NormalizeOptions
from persiantools.normalizing import edits_of
from persiantools.spans import Span
from persiantools.splitter import LANGUAGES, split

__all__ = ["NOT_WANTED", "STEPS", "Job", "KernelOptions", "Outcome", "failure_of", "process", "work"]

STEPS = ("split", "normalize", "names")
"""What can be done with a record, in the order in which it is done."""

Outcome = bytes | Failure | None
"""A row (a line of JSON with its line break), why there is none, or None for a record that was not wanted."""

NOT_WANTED = None
"""The outcome of a record that was not asked for."""

_MOST_LETTERS = 1 << 15


class KernelOptions(msgspec.Struct, frozen=True):
    """What is done with each record.

    ``steps`` are some of `STEPS`; ``only`` keeps the records that have text in this language; ``record`` puts the
    original into the row: as an object, as a string of JSON (for tables), or not at all. A text of more than
    ``longest`` code points is a failure: spans, edits and the row of a text take about a hundred bytes for each of
    them, so this is what bounds a worker's memory.
    """

    steps: tuple[str, ...] = ("split", "normalize")
    only: str = ""
    record: str = "object"
    languages: tuple[str, ...] | None = None
    normalize: NormalizeOptions = NormalizeOptions()
    longest: int = 1_000_000

    def __post_init__(self) -> None:
        """Raise `OptionError` for a value that there is not."""
        _check("steps", self.steps, STEPS)
        _check("only", (self.only,) if self.only else (), LANGUAGES)
        _check("record", (self.record,), ("object", "text", "none"))
        if not self.steps:
            raise OptionError(f"steps are some of {', '.join(STEPS)}: name at least one")


class Job:
    """A record on its way through the steps, and its ``outcome`` once it is ``done``."""

    __slots__ = ("alignment", "done", "edits", "outcome", "raw", "record", "spans")

    def __init__(self, record: Record, raw: bytes | msgspec.UnsetType | None = msgspec.UNSET) -> None:
        """``raw`` is the original as JSON, or None for none, where it need not be made from the ``record``."""
        self.record, self.raw = record, raw
        self.spans: tuple[Span, ...] = ()
        self.edits = Edits()
        self.alignment: dict[str, Any] = {}
        self.outcome: Outcome = NOT_WANTED
        self.done = False

    def end(self, outcome: Outcome) -> Self:
        """Nothing more is to be done."""
        self.outcome, self.done = outcome, True
        return self


def process(batch: Sequence[Record], options: KernelOptions) -> list[Outcome]:
    """The outcome of each record of ``batch``, in their order.

    A record never raises: what goes wrong with it is its `Failure`. The same records give the same bytes, whatever
    came before them and whoever calls.

    >>> row, = process([Record("a.txt", 1, 0, "او می رود.")], KernelOptions(steps=("normalize",)))
    >>> import json
    >>> [edit["reason"] for edit in json.loads(row)["normalized"]["edits"]]
    ['verb prefix می before رود']
    """
    return [*work(map(Job, batch), options)]


def work(jobs: Iterable[Job], options: KernelOptions) -> Iterator[Outcome]:
    """The outcome of each of ``jobs``, in their order. Each step is done for some of them, then the next, so that its
    code and its tables stay near the processor: a tenth of the time is saved.
    """
    for some in _some(jobs):
        for step in (_split, _align, _normalize, _write):
            for job in some:
                if not job.done:
                    _do(step, job, options)
        yield from [job.outcome for job in some]


def _some(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Jobs with about as many letters in all: what is found of them is held until they are done."""
    held: list[Job] = []
    letters = 0
    for job in jobs:
        held.append(job)
        letters += len(job.record.text) + 1
        if letters > _MOST_LETTERS:
            yield held
            held, letters = [], 0
    yield held


def _do(step: Callable[[Job, KernelOptions], None], job: Job, options: KernelOptions) -> None:
    try:
        step(job, options)
    except InputError as error:
        job.end(failure_of(job.record, "too-deep", str(error)))
    except Exception as error:  # whatever it is, it is this record's: the others go on
        job.end(failure_of(job.record, "not-analyzed", f"{type(error).__name__}: {error}"))


def _split(job: Job, options: KernelOptions) -> None:
    text = job.record.text
    if len(text) > options.longest:
        reason = f"its text has {len(text):,} characters, more than the {options.longest:,} of --longest-text"
        job.end(failure_of(job.record, "too-long", reason))
        return
    job.spans = split(text, languages=options.languages)
    if options.only and not _has(job.spans, options.only):
        job.end(NOT_WANTED)


def _align(job: Job, options: KernelOptions) -> None:
    if "names" in options.steps:
        job.alignment = align(job.record.text, spans=job.spans).to_dict()


def _normalize(job: Job, options: KernelOptions) -> None:
    if "normalize" in options.steps:
        job.edits = edits_of(job.record.text, job.spans, options.normalize, options.languages)


def _write(job: Job, options: KernelOptions) -> None:
    record, steps = job.record, options.steps
    row = Row(
        record.source,
        record.line,
        record.offset if record.offset >= 0 else msgspec.UNSET,
        record.id,
        record.date,
        record.text,
        job.spans if "split" in steps else msgspec.UNSET,
        NormalizedRow.of(record.text, job.edits) if "normalize" in steps else msgspec.UNSET,
        **job.alignment,
    )
    raw = None if options.record == "none" else raw_json(record) if job.raw is msgspec.UNSET else job.raw
    job.end(row_line(row, raw, raw_as_text=options.record == "text"))


def failure_of(record: Record, code: str, reason: str) -> Failure:
    """The failure of ``record``."""
    return Failure(record.source, record.line, record.offset, code, reason)


def _has(spans: Sequence[Span], lang: str) -> bool:
    return any(span.lang == lang and span.kind == "text" for span in spans)


def _check(name: str, values: Sequence[str], known: Sequence[str]) -> None:
    unknown = [value for value in values if value not in known]
    if unknown:
        raise OptionError(f"{name}: {', '.join(unknown)} is not one of {', '.join(known)}")
