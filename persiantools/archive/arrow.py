"""pyarrow, which is installed with the extra ``archive`` and imported when Parquet is read or written."""

from typing import Any

from persiantools.errors import InputError

__all__ = ["pyarrow", "pyarrow_json", "pyarrow_parquet"]

_INSTALL = "Parquet needs one more package: pip install 'persian-english-tools[archive]'"


def pyarrow() -> Any:
    """The module ``pyarrow``. Raises `InputError` where it is not installed."""
    try:
        import pyarrow as arrow
    except ModuleNotFoundError:
        raise InputError(_INSTALL) from None
    return arrow


def pyarrow_parquet() -> Any:
    """The module ``pyarrow.parquet``. Raises `InputError` where it is not installed."""
    try:
        import pyarrow.parquet as parquet
    except ModuleNotFoundError:
        raise InputError(_INSTALL) from None
    return parquet


def pyarrow_json() -> Any:
    """The module ``pyarrow.json``. Raises `InputError` where it is not installed."""
    try:
        import pyarrow.json as json
    except ModuleNotFoundError:
        raise InputError(_INSTALL) from None
    return json
