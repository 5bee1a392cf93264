"""Persian for the Finglish of a file, a line each, as score_finglish.py reads it.

python -m benchmarks.predict_finglish PAIRS.tsv > PREDICTIONS.txt
python -m benchmarks.predict_finglish PAIRS.tsv --peer FOLDER   the peer: `finglish` 1.5.1, installed in FOLDER by pip
"""

import argparse
import subprocess
import sys
import venv
from pathlib import Path

PEER = "finglish==1.5.1"
PEER_CODE = """
import contextlib, sys
with contextlib.redirect_stdout(sys.stderr):  # it says what it loads
    from finglish import f2p
for line in sys.stdin:
    print(f2p(line.rstrip("\\n")))
"""


def ours(lines: list[str]) -> list[str]:
    from persiantools.finglish import best_persian

    return [best_persian(line) for line in lines]


def peer(lines: list[str], folder: Path) -> list[str]:
    """What the peer answers, run in a virtual environment of its own."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
    text = "".join(line + "\n" for line in lines)
    done = subprocess.run([python, "-c", PEER_CODE], input=text, text=True, capture_output=True, check=True)
    return done.stdout.split("\n")[: len(lines)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Persian for the Finglish of a file")
    parser.add_argument("pairs", type=Path, help="tab-separated: Finglish, anything else")
    parser.add_argument("--peer", type=Path, help="folder of the peer's virtual environment; made when it is missing")
    asked = parser.parse_args()
    rows = asked.pairs.read_text(encoding="utf-8").strip().split("\n")
    lines = [row.split("\t")[0] for row in rows]
    sys.stdout.write("".join(line + "\n" for line in (peer(lines, asked.peer) if asked.peer else ours(lines))))


if __name__ == "__main__":
    main()
