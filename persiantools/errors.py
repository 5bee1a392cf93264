"""What can go wrong in persiantools: every error says what happened and what to do next.

A caller's mistake (an offset outside the text, an unknown language tag) raises one of these. Bad *text* never does:
any ``str`` has an answer.
"""

__all__ = ["InputError", "ModelError", "OffsetError", "OptionError", "OutputError", "PersianToolsError"]


class PersianToolsError(Exception):
    """Base of every error that persiantools raises on purpose.

    >>> issubclass(OffsetError, PersianToolsError)
    True
    """


class OffsetError(PersianToolsError, ValueError):
    """An offset lies outside the text, inside a unit that must not be cut, or edits overlap."""


class OptionError(PersianToolsError, ValueError):
    """An option has a value that is not one of those documented."""


class ModelError(PersianToolsError, RuntimeError):
    """A data file of the package is missing or damaged: reinstalling the distribution mends it."""


class InputError(PersianToolsError, ValueError):
    """An input cannot be read as what it is said to be (an encoding, a table, a record)."""


class OutputError(PersianToolsError, RuntimeError):
    """An output cannot be written: a full disk, no permission, a folder that another run has."""
