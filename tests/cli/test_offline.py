"""No command opens a connection: each is run where any socket to elsewhere ends the process."""

import subprocess
import sys
from pathlib import Path

import pytest

from persiantools.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
MIXED = (
    "Ahmad Massoud met Mullah Baradar.\nاحمد مسعود با ملا برادر دیدار کرد. salam khoobi? Guten Tag allerseits hier\n"
)
GUARDED = """
import os, socket, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        if event == "socket.connect" and arguments[0].family == socket.AF_UNIX:
            return  # processes of one machine may talk to each other
        os.write(2, b"a connection was asked for: " + event.encode())
        os._exit(77)

sys.addaudithook(refuse)
from persiantools.cli.main import main
main()
"""
ARGUMENTS: dict[str, list[str]] = {
    "analyze": ["{text}"],
    "split": ["--suggest", "{text}"],
    "normalize": ["--engine", "hazm", "{text}"],
    "align": ["{text}"],
    "check": ["{text}"],
    "romanize": ["{name}"],
    "protect": ["--names", "--kept", "{folder}/kept.json", "{text}"],
    "report": ["-o", "{folder}/report.html", "{text}"],
    "restore": ["--kept", "{kept}", "{text}"],
    "show": ["{text}"],
    "batch": ["-o", "{folder}/out", "{text}"],
    "doctor": [],
}


def test_every_command_is_among_those_tried() -> None:
    names = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert names == set(ARGUMENTS)


def test_the_guard_guards() -> None:
    code = GUARDED.replace(
        "from persiantools.cli.main import main\nmain()", "socket.create_connection(('127.0.0.1', 9))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 77


@pytest.mark.parametrize("command", ARGUMENTS)
def test_a_command_opens_no_connection(command: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(MIXED, encoding="utf-8")
    (tmp_path / "name.txt").write_text("احمد مسعود\n", encoding="utf-8")
    (tmp_path / "nothing.json").write_text("[]", encoding="utf-8")
    places = {
        "kept": tmp_path / "nothing.json",
        "text": tmp_path / "text.txt",
        "name": tmp_path / "name.txt",
        "folder": tmp_path,
    }
    arguments = [command, *(one.format(**places) for one in ARGUMENTS[command])]
    done = subprocess.run([sys.executable, "-c", GUARDED, *arguments], capture_output=True, timeout=120, cwd=ROOT)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert b"connection" not in done.stderr and b"Traceback" not in done.stderr
