"""Defaults of the commands as a project's own file sets them: ``persiantools.toml``, or ``[tool.persiantools]``.

The nearest file counts, from the working folder upwards: in a folder ``persiantools.toml`` before a
``pyproject.toml`` with that table. A key is the long name of an option (``bidi = "terminal"``) and holds for all
commands that have it; in a table with a command's name it holds for that one. The table ``rules`` sets the rules of
the normalizer (``digits = "fa"``). What is given on the command line wins; file names are beside the file.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol, get_args, get_type_hints

from persiantools.errors import InputError, OptionError

__all__ = ["defaults_for", "find_settings"]

OWN, SHARED = "persiantools.toml", "pyproject.toml"
RULES = "rules"


class Parameter(Protocol):
    """What is asked of an option: its names on the command line, and the one in Python."""

    name: str | None
    opts: list[str]


class Command(Protocol):
    """What is asked of a command: its options, and the function that it calls."""

    params: list[Any]
    callback: Any


class Option(NamedTuple):
    """The name of an option in Python, and whether it takes a file."""

    name: str
    is_path: bool


def find_settings(folder: Path) -> tuple[Path, dict[str, Any]] | None:
    """The nearest file with settings, from ``folder`` upwards, and what it says; None where there is none.

    Raises `InputError` for a file that is not TOML.
    """
    for place in (folder, *folder.parents):
        if (own := place / OWN).is_file():
            return own, _read(own)
        if (shared := place / SHARED).is_file():
            table = _read(shared).get("tool", {}).get("persiantools")
            if table is not None:
                return shared, table
    return None


def defaults_for(
    commands: Mapping[str, Command], settings: Mapping[str, Any], file: Path
) -> dict[str, dict[str, Any]]:
    """The defaults of each command that has any, by the names its parameters have in Python.

    Raises `OptionError` for a key that is no option of any command, with the keys there are.
    """
    options = {name: _options(command) for name, command in commands.items()}
    found: dict[str, dict[str, Any]] = {name: {} for name in commands}
    rules = settings.get(RULES, {})
    for name, known in options.items():
        if rules and "set" in known:
            found[name]["settings"] = [f"{rule}={_word(value)}" for rule, value in rules.items()]
    tables = {key: value for key, value in settings.items() if key in commands and isinstance(value, dict)}
    for key, value in settings.items():
        if key != RULES and key not in tables:
            _set(found, options, key, value, file)
    for name, table in tables.items():
        for key, value in table.items():
            _set({name: found[name]}, {name: options[name]}, key, value, file)
    return {name: values for name, values in found.items() if values}


def _set(
    found: dict[str, dict[str, Any]], options: Mapping[str, Mapping[str, Option]], key: str, value: Any, file: Path
) -> None:
    owners = [name for name in found if key in options[name]]
    if not owners:
        known = sorted({option for name in found for option in options[name]})
        raise OptionError(f"{file}: there is no option {key!r} to set; there are {', '.join(known)}")
    for name in owners:
        option = options[name][key]
        found[name][option.name] = str(file.parent / value) if option.is_path else value


def _options(command: Command) -> dict[str, Option]:
    """The options of ``command`` by their long names, without those that no file should set."""
    hints = get_type_hints(command.callback)
    parameters: list[Parameter] = command.params
    return {
        long.removeprefix("--"): Option(
            str(parameter.name), Path in (hint := hints.get(str(parameter.name)), *get_args(hint))
        )
        for parameter in parameters
        for long in parameter.opts
        if long.startswith("--") and parameter.name not in ("help", "output")
    }


def _word(value: Any) -> str:
    """A rule's value as ``--set`` takes it: switches are ``on`` and ``off`` there, ``true`` and ``false`` in TOML."""
    return ("off", "on")[value] if isinstance(value, bool) else str(value)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{file} cannot be read as settings: {error}") from None
