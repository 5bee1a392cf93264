"""Put the real output of commands into the README, where ``<!-- output of: COMMAND -->`` stands before a block.

python -m benchmarks.readme
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(
    r"(<!-- output of: persiantools (?P<command>[^>]+) -->\n```text\n)(?P<output>.*?)(?P<end>```\n)", re.S
)
COMMAND = (sys.executable, "-c", "from persiantools.cli.main import main; main()")


def output_of(command: str) -> str:
    """What ``persiantools COMMAND`` prints, run from the root of the repository."""
    done = subprocess.run([*COMMAND, *shlex.split(command)], cwd=README.parent, capture_output=True, check=True)
    return done.stdout.decode()


def refreshed(text: str) -> str:
    """The README with the output that its commands have now."""
    return BLOCK.sub(lambda block: block[1] + output_of(block["command"]) + block["end"], text)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
