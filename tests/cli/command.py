"""Runs the command as a process of its own, as a shell does."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-c", "from persiantools.cli.main import main; main()"]


def run(*args: str | Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``persiantools`` with ``args``; a traceback fails the test that caused it."""
    done = subprocess.run(
        [*COMMAND, *map(str, args)], input=stdin, capture_output=True, timeout=120, env={**os.environ, **env}
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def text_of(*args: str | Path, stdin: str = "") -> str:
    """Standard output of a run that must end well."""
    done = run(*args, stdin=stdin.encode())
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
