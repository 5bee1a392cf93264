"""Columns of texts where data people keep them: pandas, polars and Arrow, each in and out as itself.

No library is loaded here: whoever has a column of one has loaded it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from persiantools.errors import InputError
from persiantools.normalizing import normalize

__all__ = ["map_column"]


def map_column(column: Any, function: Callable[[str], Any] = normalize, *, dtype: Any = None) -> Any:
    r"""The answer of ``function`` to each text of a ``column``, as a column of the same library.

    A column is a pandas ``Series``, a polars ``Series`` or expression, a pyarrow ``Array`` or ``ChunkedArray``, or
    any iterable of texts (which gives a list). Missing values stay missing; index, name and chunks stay as they are.
    Answers that are records of this package, as those of `split`, become lists and dictionaries. ``dtype`` is the
    library's type of the answers: without one they are texts.

    Raises `InputError` for a value that is neither text nor missing; polars wraps it in an error of its own.

    >>> map_column(["او می رود", None])
    ['او می\u200cرود', None]
    >>> from persiantools.splitter import dominant_language
    >>> map_column(("سلام دنیا", "hello world"), dominant_language)
    ['fa', 'en']
    """

    def answers(values: Iterable[Any]) -> list[Any]:
        return list(_answers(values, function))

    library = type(column).__module__.partition(".")[0]
    if library == "pandas":
        return _of_pandas(column, answers, dtype)
    if library == "polars":
        return _of_polars(column, answers, dtype)
    if library == "pyarrow":
        return _of_arrow(column, answers, dtype)
    if isinstance(column, str):
        raise InputError("a column of texts is wanted, not one text: call the function itself")
    return answers(column)


def _answers(values: Iterable[Any], function: Callable[[str], Any]) -> Iterator[Any]:
    for row, value in enumerate(values):
        if isinstance(value, str):
            yield msgspec.to_builtins(function(str(value)))
        elif _is_missing(value):
            yield None
        else:
            raise InputError(f"a column of texts is wanted: row {row} holds {type(value).__name__}")


def _is_missing(value: Any) -> bool:
    """None, NaN (which alone differs from itself), or pandas' NA and NaT."""
    return (
        value is None
        or type(value).__name__ in ("NAType", "NaTType")
        or (isinstance(value, float) and value != value)
    )


def _of_pandas(column: Any, answers: Callable[[Iterable[Any]], list[Any]], dtype: Any) -> Any:
    pandas = sys.modules["pandas"]
    if dtype is None:
        dtype = object if isinstance(column.dtype, pandas.CategoricalDtype) else column.dtype
    return pandas.Series(answers(column), index=column.index, name=column.name, dtype=dtype)


def _of_polars(column: Any, answers: Callable[[Iterable[Any]], list[Any]], dtype: Any) -> Any:
    polars = sys.modules["polars"]
    wanted = polars.String if dtype is None else dtype

    def mapped(series: Any) -> Any:
        return polars.Series(series.name, answers(series), dtype=wanted)

    if isinstance(column, polars.Expr):
        return column.map_batches(mapped, return_dtype=wanted, is_elementwise=True)
    return mapped(column)


def _of_arrow(column: Any, answers: Callable[[Iterable[Any]], list[Any]], dtype: Any) -> Any:
    pyarrow = sys.modules["pyarrow"]
    wanted = pyarrow.string() if dtype is None else dtype
    if isinstance(column, pyarrow.ChunkedArray):
        chunks = [pyarrow.array(answers(chunk.to_pylist()), wanted) for chunk in column.chunks]
        return pyarrow.chunked_array(chunks, wanted)
    return pyarrow.array(answers(column.to_pylist()), wanted)
