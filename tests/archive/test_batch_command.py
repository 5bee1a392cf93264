"""``batch`` as a command: what people have goes in, shards come out, and nothing is lost on the way."""

import json
import signal
import time
import zipfile
from pathlib import Path

import pytest

from tests.archive.killing import archive, contents, ended, killed_and_resumed, started
from tests.cli.command import run

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "archives"
ARCHIVES = ("twitter.zip", "twitter_v2.jsonl", "telegram_account", "table.csv")
"""One of each kind; that each format is read right is tested where reading is."""


def rows(folder: Path) -> list[dict[str, object]]:
    return [
        json.loads(line) for part in sorted(folder.glob("part-*.jsonl")) for line in part.read_bytes().splitlines()
    ]


@pytest.mark.parametrize("name", ARCHIVES)
def test_archives_go_through(name: str, tmp_path: Path) -> None:
    path = FIXTURES / name
    named = ("--field", "متن") if name == "table.csv" else ()
    counted = run("batch", path, "-o", tmp_path / "x", "--dry-run", *named)
    assert counted.returncode == 0 and not (tmp_path / "x").exists()
    done = run("batch", path, "-o", tmp_path / "out", "--jobs", "1", *named)
    assert done.returncode == 0, done.stderr.decode()
    found = rows(tmp_path / "out")
    assert found and f"{len(found)} records" in counted.stdout.decode()
    assert all(row["text"] and row["spans"] and "normalized" in row and "record" in row for row in found)


def test_steps_languages_and_what_is_kept_are_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("احمد مسعود (Ahmad Massoud) می رود\nonly English\n", encoding="utf-8")
    options = ("--steps", "normalize,names", "--only", "fa", "--no-record", "--set", "letters=off")
    done = run("batch", path, "-o", tmp_path / "out", *options)
    assert done.returncode == 0 and b"read 2 = written 1 + skipped 1 + failed 0" in done.stderr
    [row] = rows(tmp_path / "out")
    assert set(row) == {"source", "line", "offset", "id", "date", "text", "normalized", "names", "unlinked"}
    assert row["names"]


def test_what_cannot_be_read_is_accounted_for(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    archive(source, 300)
    done = run("batch", source, "-o", tmp_path / "out")
    assert done.returncode == 1
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    counts = manifest["counts"]
    assert counts["read"] == counts["written"] + counts["skipped"] + counts["failed"] and counts["failed"] > 3
    letters = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_bytes().splitlines()]
    assert len(letters) == counts["failed"] and all(letter["code"] and letter["reason"] for letter in letters)
    data = source.read_bytes()
    assert all(data[letter["offset"] :].startswith((b"{", b"\xff")) for letter in letters)


def test_a_run_that_is_killed_again_and_again_ends_with_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    archive(source, 3000)
    assert ended(started(source, tmp_path / "alone", jobs=1, resume=False)) == 1
    folder = tmp_path / "killed"
    assert killed_and_resumed(source, folder, [(0.5, "P"), (1.0, "w"), (0.5, "P")]).startswith("P")
    assert contents(folder) == contents(tmp_path / "alone")


def test_an_interrupt_ends_with_a_whole_shard_and_says_how_to_go_on(tmp_path: Path) -> None:
    source, folder = tmp_path / "a.jsonl", tmp_path / "out"
    archive(source, 3000)
    process = started(source, folder, jobs=1, resume=False)
    while not (folder / "part-00000.jsonl").exists():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130 and b"--resume to go on" in said
    assert not list(folder.glob(".*.tmp"))
    assert ended(started(source, folder, jobs=2, resume=True)) == 1
    assert ended(started(source, tmp_path / "alone", jobs=2, resume=False)) == 1
    assert contents(folder) == contents(tmp_path / "alone")


def test_wrong_uses_are_answered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("سلام\n", encoding="utf-8")
    here = tmp_path / "a.txt"
    assert run("batch", tmp_path / "nowhere.txt", "-o", tmp_path / "o").returncode == 3
    assert run("batch", here, "-o", tmp_path / "o", "--steps", "cook").returncode == 2
    assert run("batch", here, "-o", tmp_path / "o", "--format", "xml").returncode == 2
    assert run("batch", here, "-o", tmp_path / "o", "--input-format", "xml").returncode == 2
    assert run("batch", here, "-o", here).returncode == 4
    assert run("batch", here, "-o", tmp_path / "out").returncode == 0
    again = run("batch", here, "-o", tmp_path / "out")
    assert again.returncode == 2 and b"--resume" in again.stderr
    assert run("batch", here, "-o", tmp_path / "out", "--resume").returncode == 0
    other = run("batch", here, "-o", tmp_path / "out", "--resume", "--only", "fa")
    assert other.returncode == 2 and b"same options" in other.stderr


def test_what_is_no_archive_is_said_before_the_work_begins(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("../../evil.jsonl", '{"text": "x"}')
    done = run("batch", FIXTURES / "plain.jsonl", tmp_path / "evil.zip", "-o", tmp_path / "out")
    assert done.returncode == 3 and b"leaves the archive's folder" in done.stderr
    assert not (tmp_path / "out").exists()


def test_long_records_and_texts_are_taken_where_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    text, record = {"id": "1", "text": "x" * 1_100_000}, {"id": "2", "text": "x", "more": "x" * (17 << 20)}
    source.write_text(f"{json.dumps(text)}\n{json.dumps(record)}\n")
    assert run("batch", source, "-o", tmp_path / "short", "--steps", "split").returncode == 1
    said = (tmp_path / "short" / "failures.jsonl").read_text()
    assert said.count("too-long") == 2 and "--longest-text" in said and "--longest-record" in said
    more = ("--longest-text", "2000000", "--longest-record", "20", "--steps", "split", "--no-record")
    assert run("batch", source, "-o", tmp_path / "long", *more).returncode == 0
    assert [row["id"] for row in rows(tmp_path / "long")] == ["1", "2"]


def test_parquet_comes_out_as_it_would_as_lines(tmp_path: Path) -> None:
    import pyarrow.parquet

    path = FIXTURES / "plain.jsonl"
    assert run("batch", path, "-o", tmp_path / "p", "--format", "parquet").returncode == 0
    assert run("batch", path, "-o", tmp_path / "l").returncode == 0
    table = pyarrow.parquet.read_table(tmp_path / "p" / "part-00000.parquet").to_pylist()
    for row, line in zip(table, rows(tmp_path / "l"), strict=True):
        assert row["text"] == line["text"] and row["normalized"] == line["normalized"]
        assert json.loads(row["record"]) == line["record"]
