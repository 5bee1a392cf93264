"""``persiantools normalize``: the Persian of each input put right, all else left as it is."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from persiantools.chars import lines, visible
from persiantools.cli.exits import ExitCode, warn
from persiantools.cli.inputs import BOM, STDIN, Source
from persiantools.cli.job import Job, on_texts
from persiantools.cli.outputs import encoded, json_line, replace_file
from persiantools.cli.parameters import Form, Settings
from persiantools.edits import Normalized
from persiantools.errors import OptionError
from persiantools.export.terminal import Screen

__all__ = ["normalize"]

Rules = Annotated[bool, typer.Option("--rules", help="List the rules with their values, the defaults in brackets.")]
Engine = Annotated[
    str | None,
    typer.Option(
        metavar="own|hazm", help="hazm: let hazm's Normalizer do it, inside the same spans.", show_default=False
    ),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show the changed lines, before and after, invisible characters named.")
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when something would change.")]
Suggest = Annotated[
    bool, typer.Option("--suggest", help="List spoken words with their formal forms (اگه → اگر) and change nothing.")
]
InPlace = Annotated[bool, typer.Option("--in-place", help="Rewrite the files that change, each in one step.")]


@on_texts()
def normalize(
    job: Job,
    diff: Diff = False,
    check: Check = False,
    in_place: InPlace = False,
    suggest: Suggest = False,
    settings: Settings = None,
    rules: Rules = False,
    engine: Engine = None,
) -> ExitCode:
    """Normalize the Persian of each input: lost ZWNJ, Arabic letters, kashida, spaces, punctuation.

    English, other languages, links, handles, hashtags, numbers, emoji and code stay as they are. With --field the
    records come out with that field normalized; with --format json or jsonl, every edit with its offsets and reason.
    """
    from persiantools.cli.rules import options_from, rule_lines
    from persiantools.cli.suggestions import suggestions
    from persiantools.normalizing import explain

    if rules:
        return job.write(f"{name:20}{values}\n" for name, values in rule_lines())
    _refuse_contradictions(job, in_place=in_place)
    options = options_from(settings or [], engine)
    screen = job.screen()
    if suggest:
        return job.write_each(lambda source: suggestions(source, job, screen))
    results = ((source, explain(source.text, options)) for source in job.sources())
    if check:
        return _check(results)
    if in_place:
        return _rewrite(results, job.encoding)
    if diff:
        return job.write(_diff(source, normalized, screen) for source, normalized in results)
    return job.write(_shown(source, normalized, job) for source, normalized in results)


Results = Iterable[tuple[Source, Normalized]]


def _refuse_contradictions(job: Job, *, in_place: bool) -> None:
    if in_place and (job.output is not None or job.field is not None):
        raise OptionError("--in-place rewrites whole text files: leave out --output and --field")
    if in_place and (not job.files or any(str(file) == STDIN for file in job.files)):
        raise OptionError("--in-place needs the names of files: standard input has no place")


def _check(results: Results) -> ExitCode:
    code = ExitCode.DONE
    for source, normalized in results:
        if normalized.edits:
            warn(f"{source.origin}: {len(normalized.edits)} edits (--diff shows them)")
            code = ExitCode.FOUND
    return code


def _rewrite(results: Results, encoding: str) -> ExitCode:
    for source, normalized in results:
        if normalized.edits:
            text = (BOM if source.bom else "") + normalized.text
            replace_file(Path(source.origin), encoded(text, encoding))
    return ExitCode.DONE


def _shown(source: Source, normalized: Normalized, job: Job) -> str:
    if job.form is Form.tsv:
        raise OptionError("normalize has no tsv form: use --format jsonl")
    if job.form is not Form.text:
        found: dict[str, Any] = {"origin": source.origin, "normalized": normalized.to_dict()}
        return job.json(job.units(source.text).convert(found))
    if source.record is not None:
        return json_line({**source.record, source.field: normalized.text})
    return normalized.text


def _diff(source: Source, normalized: Normalized, screen: Screen) -> str:
    """The changed lines; edits never add or remove a line, so line by line is all the comparison there is."""
    rows = []
    pairs = zip(_lines(source.text), _lines(normalized.text), strict=True)
    for number, (before, after) in enumerate(pairs, 1):
        if before != after:
            rows.append(screen.paint(f"{source.origin}:{number}", "bold"))
            rows.append(screen.paint(f"- {screen.piece(visible(before))}", "red"))
            rows.append(screen.paint(f"+ {screen.piece(visible(after))}", "green"))
    return "".join(f"{row}\n" for row in rows)


def _lines(text: str) -> Iterator[str]:
    return (text[start:end].rstrip("\r\n") for start, end in lines(text))
