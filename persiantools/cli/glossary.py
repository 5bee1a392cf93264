"""``persiantools glossary``: the names of many bilingual files as terms, for people and for translation tools."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from persiantools.cli.aligned import aligned
from persiantools.cli.doctor import our_version
from persiantools.cli.exits import ExitCode
from persiantools.cli.job import Job, on_texts
from persiantools.cli.outputs import json_line
from persiantools.cli.parameters import EnglishFile, GlossaryOption, PersianFile

if TYPE_CHECKING:
    from persiantools.export.glossary import Term

__all__ = ["glossary"]

SCHEMA = 1


class Kind(StrEnum):
    """The forms of a glossary."""

    tsv = "tsv"
    csv = "csv"
    omegat = "omegat"
    tbx = "tbx"
    tbx2019 = "tbx2019"
    tmx = "tmx"
    json = "json"


class Language(StrEnum):
    """The language that is translated from."""

    fa = "fa"
    en = "en"


KindOption = Annotated[
    Kind,
    typer.Option(
        "--format", "-f", help="tbx is ISO 30042:2008, which tools read; tbx2019 its later edition; tmx 1.4b."
    ),
]
SourceOption = Annotated[
    Language, typer.Option("--source", help="The language translated from, in omegat, tbx and tmx.")
]
ContextsOption = Annotated[
    int, typer.Option("--contexts", min=0, max=1000, help="Contexts of each side that a term keeps.")
]


@on_texts(without=["form", "offsets", "bidi"])
def glossary(
    job: Job,
    kind: KindOption = Kind.tsv,
    source: SourceOption = Language.fa,
    contexts: ContextsOption = 3,
    persian: PersianFile = None,
    english: EnglishFile = None,
    glossary: GlossaryOption = None,
) -> ExitCode:
    """Collect the names that the inputs name in both languages: spellings, the preferred one, type, counts, contexts.

    Inputs are mixed passages, or one parallel text in two files (--persian and --english). Preferred is the most
    frequent spelling; of a person one that is more than a single word. What is written can be read with --glossary:
    its preferred pairs are then your names.
    """
    from persiantools.export.glossary import Glossary

    found = Glossary(contexts)
    for one in aligned(job, persian, english, glossary):
        origins = (one.persian.origin, one.english.origin)
        found.add(one.alignment, one.persian.text, one.english.text, origins=origins)
    return job.write(_written(kind, source)(found.terms()))


def _written(kind: Kind, source: Language) -> "Callable[[Iterable[Term]], Iterator[str]]":
    """What writes terms in this form."""
    from functools import partial

    from persiantools.export.glossary_tables import comma_separated, omegat, tab_separated
    from persiantools.export.tbx import tbx
    from persiantools.export.tmx import tmx

    writers: dict[Kind, Callable[..., Iterator[str]]] = {
        Kind.tsv: tab_separated,
        Kind.csv: comma_separated,
        Kind.omegat: partial(omegat, source=source.value),
        Kind.tbx: partial(tbx, source=source.value),
        Kind.tbx2019: partial(tbx, edition="2019", source=source.value),
        Kind.tmx: partial(tmx, source=source.value, version=our_version()),
        Kind.json: _as_json,
    }
    return writers[kind]


def _as_json(terms: "Iterable[Term]") -> Iterator[str]:
    yield json_line({"schema": SCHEMA, "terms": [term.to_dict() for term in terms]}, indent=1)
