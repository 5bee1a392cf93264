"""Make ``data/names.bin``: the tables of words that names hold besides names, and the exonyms.

The tables under ``training/tables`` were written by hand for this project; territories and cities in fa and fa-AF are
CLDR's. Run: ``python -m training.names_tables --data ../shared/data``.
"""

from pathlib import Path

from training.common import arguments, read_lines, write_model

TABLES = Path(__file__).resolve().parent / "tables"


def table(name: str) -> list[str]:
    """The rows of one table without its comment lines, sorted."""
    return sorted({line for line in read_lines(TABLES / f"{name}.tsv") if line and not line.startswith("#")})


def cldr(data: Path) -> list[str]:
    """Persian and English names of territories and cities, two columns."""
    rows = (line.split("\t") for line in read_lines(data / "names/cldr.tsv"))
    return [f"{row[0]}\t{row[1]}" for row in rows]


def main() -> None:
    data = arguments(__doc__ or "").data
    sections = {name: table(name) for name in ("generic", "titles", "letters", "nicknames", "light")}
    sections["exonyms"] = sorted({*cldr(data), *table("exonyms")})
    write_model(
        "names",
        {name: "\n".join(rows).encode() for name, rows in sections.items()},
        {
            "made_by": "training/names_tables.py",
            "what": "translated words, titles, names of Latin letters, short forms of given names, exonyms",
            "sources": [
                {"name": "tables written for this project", "licence": "MIT"},
                {"name": "CLDR", "licence": "Unicode-3.0"},
            ],
            "figures": {name: len(rows) for name, rows in sections.items()},
        },
    )


if __name__ == "__main__":
    main()
