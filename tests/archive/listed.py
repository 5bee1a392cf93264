"""Records from a list, as an archive that is read: what the engine's tests run on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from persiantools.archive.engine import Plan, run
from persiantools.archive.kernel import KernelOptions
from persiantools.archive.manifest import Counts, Manifest
from persiantools.archive.records import Failure, Item, Record

TEXTS = (
    "او می رود و كتاب ها را مي خواند",
    "Ahmad Massoud spoke. احمد مسعود گفت",
    "😀 @ali https://t.co/Ab12",
    "no Persian",
)
NASTY = ("\x00سلام\x00", "lone \ud800 مقامهای", "", "\u2028رفتهاند\r\n", "ا" * 5000, "<" * 3000)


def records(count: int) -> list[Record | Failure]:
    """``count`` items, an ordinary text or a nasty one; each tenth could not be read."""
    texts = [*TEXTS, *NASTY]
    found: list[Record | Failure] = []
    for number in range(count):
        if number % 10 == 7:
            found.append(Failure("list", number + 1, number * 100, "json", "no object"))
        else:
            text = texts[number % len(texts)] + f" {number}"
            found.append(Record("list", number + 1, number * 100, text, str(number), "", {"n": number, "t": text}))
    return found


class Listed:
    """A list that is read as an archive; its positions are numbers of items."""

    def __init__(self, items: Sequence[Record | Failure]) -> None:
        self._items = items
        self._at = 0

    def items(self, position: Any) -> Iterator[Item]:
        self._at = position or 0
        for item in self._items[self._at :]:
            self._at += 1
            yield item

    def position(self) -> int:
        return self._at


class Watching:
    """Remembers what it saw, and wants to stop after ``shards`` shards."""

    def __init__(self, shards: int = -1) -> None:
        self.shards = shards
        self.counts: list[Counts] = []

    def saw(self, counts: Counts) -> None:
        self.counts.append(counts)

    def wants_stop(self) -> bool:
        self.shards -= 1
        return self.shards == 0


def worked(
    items: Sequence[Record | Failure],
    folder: Path,
    plan: Plan | None = None,
    *,
    resume: bool = False,
    watch: Watching | None = None,
) -> Manifest:
    """The manifest of a run over ``items``."""
    wanted = Manifest({"test": 1}, [{"path": "list", "bytes": len(items), "sample": "0" * 64}])
    plan = plan or Plan(KernelOptions(), shard_size=50, jobs=1)
    return run(Listed(items), plan, folder, wanted, watch or Watching(), resume=resume)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of ``folder`` by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
