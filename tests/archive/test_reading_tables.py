"""Tables: what Python's csv writes is read back, and what breaks the rules costs one row."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persiantools.archive.cells import Splitter
from persiantools.archive.lines import Line, lines
from persiantools.archive.options import Limits
from persiantools.archive.reading import read_archive
from persiantools.archive.records import Failure, Record
from persiantools.archive.rows import rows
from persiantools.archive.unpacking import Stream

LIMIT = 1 << 20
cell = st.text(st.sampled_from('ab"\n,\tسل\r'), max_size=8)


def rows_of(data: bytes, width: int, delimiter: str = ",", limit: int = LIMIT) -> list[list[str] | None]:
    stream = Stream(io.BytesIO(data), "x", Limits())
    return [row.cells for row in rows(lines(stream, limit), Splitter(delimiter, width), limit)]


def written(table: Sequence[Sequence[str]], delimiter: str, quoting: Literal[0, 1]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(table)
    return out.getvalue().encode()


@pytest.mark.parametrize("delimiter", [",", "\t"])
@given(
    st.lists(st.lists(cell, min_size=3, max_size=3), max_size=6), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
)
def test_what_csv_writes_is_read_back(delimiter: str, table: list[list[str]], quoting: Literal[0, 1]) -> None:
    assert rows_of(written(table, delimiter, quoting), 3, delimiter) == table


@given(st.lists(st.lists(st.sampled_from(["a", "سلام", "x y"]), min_size=3, max_size=3), max_size=6))
def test_a_row_with_a_lost_quote_costs_no_other(table: list[list[str]]) -> None:
    assert rows_of(b'"open,x,y\n' + written(table, ",", csv.QUOTE_ALL), 3) == [['"open', "x", "y"], *table]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ('1,"a",b', ["1", "a", "b"]),
        ('1,"a ""b"" c",b', ["1", 'a "b" c', "b"]),
        ('1,"Yes" he said,b', ["1", '"Yes" he said', "b"]),
        ('1,5" pipe,b', ["1", '5" pipe', "b"]),
        ('1,"open,b', ["1", '"open', "b"]),
        ("1,,", ["1", "", ""]),
        ('"","",""', ["", "", ""]),
        ('"1","a,b","c"', ["1", "a,b", "c"]),
        ("1,a", None),
        ("1,a,b,c", None),
    ],
)
def test_one_row(row: str, cells: list[str] | None) -> None:
    assert rows_of(row.encode(), 3) == [cells]


def test_rows_go_on_after_what_cannot_be_split(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b'id,text\n1,a\n2,"never closed\n3\n4,\xff\n5,"two\nlines"\n6,b\n')
    items = list(read_archive(file))
    assert [(item.line, item.text if isinstance(item, Record) else item.code) for item in items] == [
        (2, "a"),
        (3, '"never closed'),
        (4, "columns"),
        (5, "encoding"),
        (6, "two\nlines"),
        (8, "b"),
    ]


def test_columns_of_one_name_hide_none(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text,text\na,b\n")
    [item] = read_archive(file)
    assert isinstance(item, Record) and item.raw == {"text": "a", "text.2": "b"}


def test_quotes_that_never_close_are_looked_for_no_further_than_was_read() -> None:
    """Each line opens a quote that the next does not close: the lines looked at are a multiple of those read."""
    looked = 0
    count = 3000

    class Counting(Splitter):
        def goes_on(self, line: str) -> bool | None:
            nonlocal looked
            looked += 1
            return super().goes_on(line)

    numbered = [Line(number, number * 8, b'x","yyy') for number in range(1, count + 1)]
    found = list(rows(iter(numbered), Counting(",", 3), limit=800))
    assert len(found) == count
    assert looked < 4 * count


def test_a_cut_inside_a_row_of_several_lines_is_one_failure(tmp_path: Path) -> None:
    import gzip

    file = tmp_path / "a.csv.gz"
    file.write_bytes(gzip.compress(b'id,text\n1,a\n2,"' + b"more\n" * 4000)[:-9])
    first, last = read_archive(file)
    assert isinstance(first, Record) and isinstance(last, Failure) and last.code == "truncated" and last.line == 3
