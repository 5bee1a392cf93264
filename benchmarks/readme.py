"""Put the real output of commands into the README, where ``<!-- output of: COMMAND -->`` stands before a block.

python -m benchmarks.readme
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(
    r"(<!-- output of: persiantools (?P<command>[^>]+) -->\n```text\n)(?P<output>.*?)(?P<end>```\n)", re.S
)
COMMAND = (
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(README.parent)!r}); from persiantools.cli.main import main; main()",
)


def output_of(commands: str) -> str:
    """What ``COMMAND && persiantools COMMAND`` prints, to a reader at the root of the repository. What it writes goes
    into a folder of its own, which is removed. 1 is an answer too: a check has found something.
    """
    printed = ""
    with TemporaryDirectory() as folder:
        for name in ("fixtures", "seeds"):
            (Path(folder) / name).symlink_to(README.with_name(name))
        for command in commands.split(" && persiantools "):
            done = subprocess.run([*COMMAND, *shlex.split(command)], cwd=folder, capture_output=True, check=False)
            if done.returncode > 1:
                raise RuntimeError(f"persiantools {command}: {done.stderr.decode()}")
            printed += done.stdout.decode()
    return printed


def refreshed(text: str) -> str:
    """The README with the output that its commands have now."""
    return BLOCK.sub(lambda block: block[1] + output_of(block["command"]) + block["end"], text)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
