"""One function over the columns of pandas, polars and Arrow, and what each does with its own kinds of nothing."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from persiantools import dominant_language, map_column, split
from persiantools.errors import InputError

TEXTS = ["او می رود", None, "مقامهای ارشد", "hello world"]
WANTED = ["او می\u200cرود", None, "مقام\u200cهای ارشد", "hello world"]


@pytest.mark.parametrize(
    "column", [[1], "one text", [b"bytes"], pd.Series([1, 2]), pl.Series([1.5]), pa.array([True])]
)
def test_what_is_no_column_of_texts_is_refused(column: Any) -> None:
    with pytest.raises(InputError, match="a column of texts is wanted"):
        map_column(column)


@pytest.mark.parametrize("dtype", ["object", "string", "string[pyarrow]", "category"])
def test_pandas(dtype: str) -> None:
    column = pd.Series(TEXTS, index=[9, 7, 5, 3], name="text", dtype=dtype)
    found = map_column(column)
    assert found.index.tolist() == [9, 7, 5, 3] and found.name == "text"
    assert found.isna().tolist() == [False, True, False, False]
    assert found.dropna().tolist() == [text for text in WANTED if text]
    assert found.dtype == (object if dtype == "category" else column.dtype)
    assert map_column(column, len, dtype="Int64").dropna().tolist() == [9, 12, 11]


def test_pandas_assigns_a_column() -> None:
    frame = pd.DataFrame({"text": TEXTS}).assign(text=lambda table: map_column(table["text"]))
    assert frame["text"].tolist() == WANTED


def test_polars_series_and_expressions() -> None:
    frame = pl.DataFrame({"text": TEXTS})
    assert map_column(frame["text"]).to_list() == WANTED
    lazy = frame.lazy().with_columns(
        map_column(pl.col("text")), map_column(pl.col("text"), dominant_language).alias("lang")
    )
    for found in (lazy.collect(), lazy.collect(engine="streaming")):
        assert found["text"].to_list() == WANTED
        assert found["lang"].to_list() == ["fa", None, "fa", "en"]
    assert lazy.collect_schema()["lang"] == pl.String
    categories = pl.Series("c", TEXTS, dtype=pl.Categorical)
    assert map_column(categories).to_list() == WANTED


def test_polars_takes_records_with_their_type() -> None:
    span = pl.Struct(
        {"start": pl.Int64, "end": pl.Int64, "lang": pl.String, "kind": pl.String, "confidence": pl.Float64}
    )
    found = pl.DataFrame({"text": TEXTS}).select(
        map_column(pl.col("text"), split, dtype=pl.List(span)).alias("spans")
    )
    assert found.explode("spans").unnest("spans")["lang"].to_list() == ["fa", None, "fa", "en"]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_arrow(kind: pa.DataType) -> None:
    column = pa.array(TEXTS, pa.string()).cast(kind)
    assert map_column(column) == pa.array(WANTED, pa.string())
    chunked = pa.chunked_array([column, column[:2]])
    found = map_column(chunked)
    assert found.num_chunks == 2 and found.to_pylist() == WANTED + WANTED[:2]
    assert map_column(column, len, dtype=pa.int64()).to_pylist() == [9, None, 12, 11]


def test_empty_columns_keep_their_type() -> None:
    assert map_column(pa.chunked_array([], pa.string())).type == pa.string()
    assert map_column(pl.Series("x", [], dtype=pl.String)).dtype == pl.String
    assert map_column(pd.Series([], dtype="string")).dtype == "string"
    assert map_column(()) == []
