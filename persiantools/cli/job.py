"""What every command on texts shares: the parameters, said once, and the reading and writing that they ask for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from inspect import Parameter, signature
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from persiantools.cli.exits import ExitCode, answered
from persiantools.cli.inputs import Source, read_sources
from persiantools.cli.outputs import json_line, write
from persiantools.cli.parameters import (
    Bidi,
    BidiOption,
    Encoding,
    Errors,
    Field,
    Files,
    Form,
    FormOption,
    Output,
    Unit,
    UnitOption,
)
from persiantools.cli.screens import screen_for
from persiantools.export.terminal import Screen
from persiantools.export.units import Units

__all__ = ["Job", "on_texts"]


class Job(msgspec.Struct, frozen=True):
    """One run of a command: what it reads, and how it writes."""

    files: Sequence[Path] = ()
    output: Path | None = None
    form: Form = Form.text
    offsets: Unit = Unit.codepoint
    field: str | None = None
    encoding: str = "utf-8"
    errors: str = "strict"
    bidi: Bidi = Bidi.auto

    def sources(self, files: Sequence[Path] | None = None) -> Iterator[Source]:
        """The texts of the inputs, or of the ``files`` named here; see `read_sources`."""
        wanted = self.files if files is None else files
        return read_sources(wanted, encoding=self.encoding, errors=self.errors, field=self.field)

    def screen(self) -> Screen:
        """Where text for people goes."""
        return screen_for(self.bidi, self.output)

    def units(self, text: str) -> Units:
        """Offsets of ``text`` in the unit asked for."""
        return Units(text, self.offsets.value)

    def json(self, value: Any) -> str:
        """``value`` as JSON: over many lines for ``json``, on one for ``jsonl``."""
        return json_line(value, indent=1 if self.form is Form.json else None)

    def write(self, pieces: Iterable[str]) -> ExitCode:
        """Write ``pieces`` in order; the command is done."""
        write(pieces, self.output)
        return ExitCode.DONE

    def write_each(self, answer: Callable[[Source], str]) -> ExitCode:
        """Write the ``answer`` to each text."""
        return self.write(answer(source) for source in self.sources())


_FIRST: dict[str, tuple[Any, Any]] = {
    "files": (Files, None),
    "output": (Output, None),
    "form": (FormOption, Form.text),
}
_LAST: dict[str, tuple[Any, Any]] = {
    "offsets": (UnitOption, Unit.codepoint),
    "field": (Field, None),
    "encoding": (Encoding, "utf-8"),
    "errors": (Errors, "strict"),
    "bidi": (BidiOption, Bidi.auto),
}


def on_texts(without: Iterable[str] = ()) -> Callable[[Callable[..., ExitCode]], Callable[..., None]]:
    """Make a command of a function of a `Job`: it gets the parameters of all, and then those the function has of its
    own. ``without`` names what the command has no use for (``form``, ``offsets`` …).
    """
    unused = frozenset(without)

    def decorate(command: Callable[..., ExitCode]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = {
            name: (hints[name], parameter.default)
            for name, parameter in list(signature(command).parameters.items())[1:]
        }
        parameters = {name: said for name, said in {**_FIRST, **own, **_LAST}.items() if name not in unused}

        def run(*_: Any, **given: Any) -> ExitCode:
            shared = {name: given.pop(name) for name in parameters if name in given and name not in own}
            return command(Job(**shared | {"files": tuple(shared.get("files") or ())}), **given)

        run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
        run.__annotations__ = {name: hint for name, (hint, _) in parameters.items()}
        kind = Parameter.KEYWORD_ONLY
        made = [Parameter(name, kind, default=value, annotation=hint) for name, (hint, value) in parameters.items()]
        run.__signature__ = signature(run).replace(parameters=made)  # type: ignore[attr-defined]
        return answered(run)

    return decorate
