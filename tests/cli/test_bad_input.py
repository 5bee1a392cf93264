"""Bad input is answered: a message that says what to do next, an exit code, never a traceback."""

import signal
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from tests.cli.command import COMMAND, run

READING = ["analyze", "split", "normalize", "align", "show"]


@pytest.mark.parametrize("command", READING)
def test_a_missing_file(command: str) -> None:
    done = run(command, "nowhere.txt")
    assert done.returncode == 3
    assert b"there is no file nowhere.txt" in done.stderr


@pytest.mark.parametrize("command", READING)
def test_an_empty_file_and_no_input(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run(command, tmp_path / "empty.txt").returncode == 0
    assert run(command).returncode == 0


def test_a_folder(tmp_path: Path) -> None:
    done = run("normalize", tmp_path)
    assert done.returncode == 3
    assert b"is a folder: name the files in it" in done.stderr


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="needs a file that even root cannot read: /proc/self/mem"
)
def test_an_unreadable_file() -> None:
    done = run("normalize", "/proc/self/mem")
    assert done.returncode == 3
    assert b"/proc/self/mem cannot be read" in done.stderr


def test_bytes_that_are_not_utf8_are_named_with_their_offset(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("سلام ".encode() + b"\xd3\xe1\xc7\xe3")
    done = run("normalize", file)
    assert done.returncode == 3
    assert b"byte 0xd3 at offset 9" in done.stderr
    assert b"--encoding cp1256" in done.stderr


def test_the_encoding_can_be_chosen(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("او را در كتابخانه دیدند".replace("ی", "ي").encode("cp1256"))
    read = run("normalize", "--encoding", "cp1256", file)
    assert read.stdout.decode() == "او را در کتابخانه دیدند"
    text = "این كتاب است".encode("utf-16")
    assert b"--encoding utf-16" in run("normalize", "-", stdin=text).stderr
    assert run("normalize", "--encoding", "utf-16", "-", stdin=text).stdout.decode() == "این کتاب است"
    done = run("normalize", "--encoding", "klingon", file)
    assert done.returncode == 3 and b"unknown encoding: klingon" in done.stderr


def test_bad_bytes_can_be_replaced_or_carried_through() -> None:
    text = "این كتاب ".encode() + b"\xff!"
    assert run("normalize", "--errors", "replace", stdin=text).stdout == "این کتاب \ufffd!".encode()
    assert run("normalize", "--errors", "surrogateescape", stdin=text).stdout == "این کتاب ".encode() + b"\xff!"


def test_an_unknown_way_to_treat_errors_is_refused() -> None:
    done = run("normalize", "--errors", "hope", stdin=b"\xff")
    assert done.returncode == 2
    assert b"strict, replace, ignore or surrogateescape" in done.stderr


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "bom.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "این كتاب است".encode())
    assert run("split", "--only", "fa", file).stdout.decode() == "این كتاب است\n"
    assert run("normalize", "--in-place", file).returncode == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + "این کتاب است".encode()


def test_a_closed_pipe_ends_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "split", "--format", "tsv"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write("سلام hello\n".encode() * 20_000)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupt_ends_with_its_code() -> None:
    # A test run in the background of a shell ignores interrupts, and so would its children.
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        [*COMMAND, "normalize"], bufsize=0, stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=listening
    ) as process:
        assert process.stdin
        process.stdin.write(b"a\n" * 100_000)  # more than a pipe holds: now it is reading
        time.sleep(0.5)  # until it waits for more
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=30)
        finally:
            process.kill()
        assert process.stderr and process.stderr.read() == b""
    assert process.returncode == 130


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_the_locale_does_not_matter(locale: str) -> None:
    done = run(
        "normalize", "-", stdin="این كتاب است".encode(), LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.stdout.decode() == "این کتاب است"


def test_messages_survive_a_locale_that_cannot_show_them() -> None:
    done = run("normalize", "نیست.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 3 and b"there is no file" in done.stderr


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    done = run("normalize", "-o", tmp_path / "no" / "where.txt", stdin=b"x")
    assert done.returncode == 4
    assert b"cannot be written" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "normalize"], input=b"x", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert b"cannot be written: No space left on device" in done.stderr


def test_a_wrong_option_is_a_usage_error() -> None:
    assert run("normalize", "--nonsense").returncode == 2
    assert run("split", "--format", "xml").returncode == 2
    done = run("normalize", "--set", "digits=roman")
    assert done.returncode == 2 and b"digits takes keep or fa or latin" in done.stderr
    done = run("normalize", "--set", "speed=on")
    assert done.returncode == 2 and b"normalize --rules" in done.stderr


def test_records_that_are_none_are_named_with_their_line() -> None:
    done = run("normalize", "--field", "text", stdin=b'{"text": "x"}\nnot json\n')
    assert done.returncode == 3 and b"-:2 is not JSON" in done.stderr
    done = run("normalize", "--field", "text", stdin=b'{"body": "x", "id": 3}\n')
    assert done.returncode == 3 and b"no text in a field 'text' (fields with text: body)" in done.stderr
    assert b"-:1 is not a JSON object" in run("normalize", "--field", "text", stdin=b"[1]\n").stderr
    deep = b"[" * 100_000
    assert run("normalize", "--field", "text", stdin=deep).returncode == 3


def test_one_bad_file_does_not_keep_the_others_from_being_done(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("این كتاب", encoding="utf-8")
    bad.write_bytes(b"\xff\xfe\x00")
    done = run("normalize", "--in-place", bad, "nowhere.txt", good)
    assert done.returncode == 3 and good.read_text(encoding="utf-8") == "این کتاب"
    assert b"bad.txt is not utf-8" in done.stderr and b"2 of 3 inputs could not be read" in done.stderr
    whole = tmp_path / "whole.txt"
    assert run("normalize", "-o", whole, good, bad).returncode == 3 and not whole.exists()
