"""Names that are known beforehand: those learnt in earlier passes, and a user's own glossary."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from persiantools.errors import InputError
from persiantools.names.fold import persian_words
from persiantools.names.types import Alignment, Mention
from persiantools.names.words import latin_parts

__all__ = ["NameRegister"]

_HEADER = "persian\tenglish\ttype\tcount"
_SURE = 0.5


class NameRegister:
    r"""Pairs of a Persian and an English name, with their type and how often they were seen.

    `align` reads a register and never changes it, so the results of one pass do not depend on the order of the
    passages; `learn` adds what a pass has found, for the next one. The file form is TSV: Persian, English, type,
    count; a glossary needs the first two columns only.

    >>> register = NameRegister([("محمد اشرف غنی", "Mohammad Ashraf Ghani", "PER")])
    >>> register.english("محمّد اشرف غني")
    ('Mohammad Ashraf Ghani',)
    """

    def __init__(self, pairs: Iterable[tuple[str, str, str]] = ()) -> None:
        """Start with ``pairs`` of Persian name, English name and type."""
        self._rows: dict[tuple[str, str], tuple[str, str, str, int]] = {}
        for persian, english, kind in pairs:
            self.add(persian, english, kind)

    def __len__(self) -> int:
        """Number of pairs."""
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[str, str, str, int]]:
        """The pairs with type and count, sorted by their folded names."""
        return iter([self._rows[key] for key in sorted(self._rows)])

    def add(self, persian: str, english: str, kind: str = "MISC", count: int = 1) -> None:
        """Add a pair, or count it once more. Names without letters are passed over."""
        key = (_persian_key(persian), _english_key(english))
        if all(key):
            known = self._rows.get(key, (persian, english, kind, 0))
            self._rows[key] = (*known[:3], known[3] + count)

    def learn(self, alignments: Alignment | Iterable[Alignment]) -> None:
        """Add the links of a pass that are more likely right than not, each by its longest spellings."""
        for alignment in (alignments,) if isinstance(alignments, Alignment) else alignments:
            for link in alignment.links:
                if link.score >= _SURE:
                    self.add(_longest(link.persian), _longest(link.english), link.type)

    def english(self, persian: str) -> tuple[str, ...]:
        """The English names known for a Persian one, the most frequent first."""
        key = _persian_key(persian)
        rows = sorted((-row[3], english, row[1]) for (name, english), row in self._rows.items() if name == key)
        return tuple(row[2] for row in rows)

    def names(self) -> Mapping[str, frozenset[str]]:
        """Folded Persian phrase → folded English names."""
        found: dict[str, set[str]] = {}
        for persian, english in self._rows:
            found.setdefault(persian, set()).add(english)
        return {persian: frozenset(english) for persian, english in found.items()}

    def save(self, path: str | Path) -> None:
        """Write the register as TSV, sorted, so that equal registers are equal files."""
        rows = ("\t".join((*row[:3], str(row[3]))) for row in self)
        Path(path).write_text("\n".join((_HEADER, *rows, "")), encoding="utf-8", newline="\n")

    @classmethod
    def load(cls, path: str | Path) -> "NameRegister":
        """Read a TSV file as `save` writes it, or a glossary of two columns.

        Blank lines, comments (``#``) and the header are passed over. Raises `InputError` for a file that cannot be
        read, a line with one column only, or a count that is no number.
        """
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"the names in {path} cannot be read ({error}): it must be a file in UTF-8") from error
        register = cls()
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip() and not line.startswith("#") and line.strip() != _HEADER:
                register.add(*_columns(line, f"{path}, line {number}"))
        return register


def _columns(line: str, where: str) -> tuple[str, str, str, int]:
    """Persian, English, type and count of one line; the last two may be missing."""
    persian, english, kind, count = ([column.strip() for column in line.split("\t")] + [""] * 4)[:4]
    if not (persian and english):
        raise InputError(f"{where}: expected a Persian and an English name with a tab between them")
    if count and not (count.isascii() and count.isdigit()):
        raise InputError(f"{where}: the count {count!r} is no whole number")
    return persian, english, kind or "MISC", int(count or 1)


def _persian_key(name: str) -> str:
    return " ".join(persian_words(name))


def _english_key(name: str) -> str:
    return " ".join(latin_parts(name))


def _longest(mentions: Iterable[Mention]) -> str:
    """The spelling with most words; of those the longest, then the first in code point order."""
    texts = {" ".join(mention.text.split()) for mention in mentions}
    return min(texts, key=lambda text: (-len(text.split()), -len(text), text))
