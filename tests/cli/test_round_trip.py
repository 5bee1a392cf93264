"""``protect`` and ``restore`` as commands: through files, and through records."""

import json
from pathlib import Path

from tests.cli.command import run, text_of

TEXT = "احمد مسعود گفت: https://t.co/Ab12 @ali 5\nAhmad Massoud said so.\n"


def test_a_file_goes_there_and_back(tmp_path: Path) -> None:
    source, kept, out = tmp_path / "a.txt", tmp_path / "kept.json", tmp_path / "protected.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert run("protect", source, "--kept", kept, "--names", "-o", out).returncode == 0
    assert "t.co" not in out.read_text(encoding="utf-8")
    assert text_of("restore", out, "--kept", kept) == TEXT
    swapped = text_of("restore", out, "--kept", kept, "--target")
    assert swapped.startswith("Ahmad Massoud گفت") and "احمد مسعود said" in swapped


def test_records_hold_what_was_kept() -> None:
    record = {"id": 1, "text": TEXT}
    protected = json.loads(text_of("protect", "--field", "text", "--tags", "braces", stdin=json.dumps(record) + "\n"))
    assert protected["kept"] and "{1}" in protected["text"]
    assert json.loads(text_of("restore", "--field", "text", stdin=json.dumps(protected))) == record


def test_a_lost_tag_is_told_and_exits_1(tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    protected = text_of("protect", "--kept", kept, stdin="see https://t.co/Ab12 @ali")
    done = run("restore", "--kept", kept, stdin=protected.replace('<x id="1"/>', "").encode())
    assert done.returncode == 1 and b"tag 1 lost: https://t.co/Ab12" in done.stderr
    assert done.stdout == b"see  @ali"


def test_wrong_uses_are_answered(tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_text("[1]", encoding="utf-8")
    assert b"--kept FILE" in run("protect", stdin=b"x").stderr
    assert run("protect", "--kept", "k", "a", "b").returncode == 2
    assert run("protect", "--kept", tmp_path / "k", "--tags", "nope", stdin=b"x").returncode == 2
    assert run("restore", stdin=b"x").returncode == 2
    assert run("restore", "--kept", "nowhere.json", stdin=b"x").returncode == 3
    assert run("restore", "--kept", tmp_path / "kept.json", stdin=b"x").returncode == 3
    assert b"no field 'kept'" in run("restore", "--field", "text", stdin=b'{"text": "x"}').stderr


def test_bytes_that_are_no_text_come_back(tmp_path: Path) -> None:
    kept, out, data = tmp_path / "kept.json", tmp_path / "out", b"see https://t.co/\xff\xfe `a\x80b` @ali"
    assert run("protect", "--errors", "surrogateescape", "--kept", kept, "-o", out, stdin=data).returncode == 0
    assert run("restore", "--errors", "surrogateescape", "--kept", kept, out).stdout == data
