"""The rules of the normalizer as they are named on the command line: ``--set digits=fa``."""

from collections.abc import Sequence
from typing import Any, get_args, get_type_hints

import msgspec

from persiantools.errors import OptionError
from persiantools.normalizer import NormalizeOptions

__all__ = ["options_from", "rule_lines"]

SWITCH = {"on": True, "off": False}


def options_from(settings: Sequence[str], engine: str | None = None) -> NormalizeOptions:
    """The options that ``rule=value`` settings ask for. Raises `OptionError` for a rule or value that there is not.

    >>> options_from(["digits=fa", "kashida=off"]).kashida
    False
    """
    chosen: dict[str, Any] = {}
    for setting in [*settings, *([f"engine={engine}"] if engine else [])]:
        name, _, value = setting.partition("=")
        values = _values(name)
        if value not in values:
            raise OptionError(f"--set {setting}: {name} takes {' or '.join(values)}")
        chosen[name] = SWITCH.get(value, value)
    return NormalizeOptions(**chosen)


def rule_lines() -> list[tuple[str, str]]:
    """Each rule with its values, the default in brackets.

    >>> ("digits", "[keep] fa latin") in rule_lines()
    True
    """
    rows = []
    for field in msgspec.structs.fields(NormalizeOptions):
        default = {True: "on", False: "off"}.get(field.default, field.default)
        rows.append((field.name, " ".join(f"[{v}]" if v == default else v for v in _values(field.name))))
    return rows


def _values(rule: str) -> tuple[str, ...]:
    kind = get_type_hints(NormalizeOptions).get(rule)
    if kind is None:
        raise OptionError(f"there is no rule {rule!r}: `persiantools normalize --rules` lists them")
    return ("on", "off") if kind is bool else get_args(kind)
