"""The kernel of archives: records in, their rows out. The library, the worker processes and Spark call it."""

from collections.abc import Callable, Sequence

import msgspec

from persiantools.archive.records import Failure, Record
from persiantools.archive.result_rows import NormalizedRow, Row, raw_json, row_line
from persiantools.errors import InputError, OptionError
from persiantools.names import align
from persiantools.normalizer import NormalizeOptions
from persiantools.normalizing import edits_of
from persiantools.spans import Span
from persiantools.splitter import LANGUAGES, split

__all__ = ["NOT_WANTED", "STEPS", "KernelOptions", "Outcome", "failure_of", "process", "work"]

STEPS = ("split", "normalize", "names")
"""What can be done with a record, in the order in which it is done."""

Outcome = bytes | Failure | None
"""A row (a line of JSON with its line break), why there is none, or None for a record that was not wanted."""

NOT_WANTED = None
"""The outcome of a record that was not asked for."""


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


def process(batch: Sequence[Record], options: KernelOptions) -> list[Outcome]:
    """The outcome of each record of ``batch``, in their order.

    A record never raises: what goes wrong with it is its `Failure`. The same records give the same bytes, whatever
    came before them and whoever calls.

    >>> row, = process([Record("a.txt", 1, 0, "او می رود.")], KernelOptions(steps=("normalize",)))
    >>> import json
    >>> [edit["reason"] for edit in json.loads(row)["normalized"]["edits"]]
    ['verb prefix می before رود']
    """
    return [_outcome(record, raw_json, options) for record in batch]


def work(record: Record, raw: bytes | None, options: KernelOptions) -> Outcome:
    """The outcome of one record whose original is JSON already."""
    return _outcome(record, lambda _: raw, options)


def _outcome(record: Record, original: Callable[[Record], bytes | None], options: KernelOptions) -> Outcome:
    if len(record.text) > options.longest:
        reason = f"its text has {len(record.text):,} characters, more than the {options.longest:,} of --longest-text"
        return failure_of(record, "too-long", reason)
    try:
        row = _row(record, options)
        if row is None:
            return NOT_WANTED
        raw = None if options.record == "none" else original(record)
        return row_line(row, raw, raw_as_text=options.record == "text")
    except InputError as error:
        return failure_of(record, "too-deep", str(error))
    except Exception as error:  # whatever it is, it is this record's: the others go on
        return failure_of(record, "not-analyzed", f"{type(error).__name__}: {error}")


def failure_of(record: Record, code: str, reason: str) -> Failure:
    """The failure of ``record``."""
    return Failure(record.source, record.line, record.offset, code, reason)


def _row(record: Record, options: KernelOptions) -> Row | None:
    """What the steps found, or None when the record has no text in the language asked for."""
    text, steps = record.text, options.steps
    spans = split(text, languages=options.languages)
    if options.only and not _has(spans, options.only):
        return None
    alignment = align(text, spans=spans).to_dict() if "names" in steps else {}
    return Row(
        record.source,
        record.line,
        record.offset if record.offset >= 0 else msgspec.UNSET,
        record.id,
        record.date,
        text,
        spans if "split" in steps else msgspec.UNSET,
        NormalizedRow.of(text, edits_of(text, spans, options.normalize, options.languages))
        if "normalize" in steps
        else msgspec.UNSET,
        **alignment,
    )


def _has(spans: Sequence[Span], lang: str) -> bool:
    return any(span.lang == lang and span.kind == "text" for span in spans)


def _check(name: str, values: Sequence[str], known: Sequence[str]) -> None:
    unknown = [value for value in values if value not in known]
    if unknown:
        raise OptionError(f"{name}: {', '.join(unknown)} is not one of {', '.join(known)}")
