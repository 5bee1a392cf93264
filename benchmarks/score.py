"""Every figure on the dev files, by the public scorers, from one command.

python -m benchmarks.score [--data ../shared/data] [--eval ../shared/eval] [zwnj damage split ident align …]

Predictions are made by the modules ``predict_*`` and written to a temporary folder in the form that each scorer
reads; a scorer knows nothing of the package.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


class Runner:
    """Runs predictors and scorers over the dev files and prints what the scorers say."""

    def __init__(self, data: Path, scorers: Path, folder: Path) -> None:
        self.data, self.scorers, self.folder = data, scorers, folder

    def predict(self, module: str, *args: str | Path) -> bytes:
        command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, args)]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout

    def printed(self, module: str, *args: str | Path) -> Path:
        """A file with what a predictor prints."""
        path = self.folder / "printed"
        path.write_bytes(self.predict(module, *args))
        return path

    def written(self, module: str, *args: str | Path) -> Path:
        """The file that a predictor, given its name last, writes."""
        path = self.folder / "written"
        self.predict(module, *args, path)
        return path

    def score(self, heading: str, scorer: str, *args: str | Path) -> None:
        print(f"\n{heading}", flush=True)
        subprocess.run([sys.executable, self.scorers / f"score_{scorer}.py", *map(str, args)], check=False)

    def zwnj(self) -> None:
        for corpus, gold in (("perdt", "text/perdt_dev.txt"), ("seraji", "text/seraji_dev.gold")):
            for damage in ("deleted", "spaced", "clean"):
                if (corpus, damage) != ("seraji", "clean"):
                    found = self.printed("predict_normalize", f"{corpus}-{damage}", "--data", self.data)
                    self.score(f"ZWNJ {damage}, {corpus}_dev", "zwnj", self.data / gold, found)
        rows = (self.data / "text/wild_dev.tsv").read_text(encoding="utf-8").strip().split("\n")
        gold_path = self.folder / "gold"
        gold_path.write_text("".join(line.split("\t")[2] + "\n" for line in rows), encoding="utf-8")
        self.score(
            "ZWNJ, wild_dev", "zwnj", gold_path, self.printed("predict_normalize", "wild", "--data", self.data)
        )

    def damage(self) -> None:
        own = Path(__file__).parent.parent / "fixtures/normalize/damage.jsonl"
        for task, cases in (("damage", self.data / "text/damage_dev.jsonl"), ("own-damage", own)):
            found = self.printed("predict_normalize", task, "--data", self.data)
            self.score(f"Damage with every rule on, {cases.name}", "damage", cases, found)

    def split(self) -> None:
        gold = self.data / "split/mixed_dev.jsonl"
        self.score("Language spans, mixed_dev", "split", gold, self.printed("predict_split", "mixed", gold))

    def ident(self) -> None:
        gold = self.data / "split/ident_dev.jsonl"
        self.score("Language identification, ident_dev", "ident", gold, self.printed("predict_split", "ident", gold))

    def align(self) -> None:
        for name in ("ntrex_dev", "persianate_dev"):
            gold = self.data / f"align/{name}.jsonl"
            self.score(f"Name links, {name}", "align", gold, self.written("predict_align", gold))

    def names(self) -> None:
        for task, name in (("retrieval", "dev"), ("verify", "verify_dev"), ("romanize", "romanize_dev")):
            gold = self.data / f"names/{name}.tsv"
            self.score(f"Names, {task}", "names", task, gold, self.written("predict_names", task, gold))

    def tagger(self) -> None:
        print("\nPersian NER, parstwiner_dev", flush=True)
        print(self.predict("predict_align", "--tweets", self.data / "tweets/parstwiner_dev.tsv").decode(), end="")

    def finglish(self) -> None:
        for name in ("pairs_dev", "sentences_dev"):
            gold = self.data / f"finglish/{name}.tsv"
            self.score(f"Finglish, {name}", "finglish", gold, self.printed("predict_finglish", gold))


TASKS = ("zwnj", "damage", "split", "ident", "align", "names", "tagger", "finglish")


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Score this package on the dev files.")
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {' '.join(TASKS)}; all when none is named")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    chosen = parser.parse_args(argv)
    unknown = set(chosen.tasks) - set(TASKS)
    if unknown:
        parser.error(f"no such task: {', '.join(sorted(unknown))} (there are {', '.join(TASKS)})")
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(chosen.data, chosen.eval, Path(folder))
        for task in chosen.tasks or TASKS:
            getattr(runner, task)()


if __name__ == "__main__":
    main()
