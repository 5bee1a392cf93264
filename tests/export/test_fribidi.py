"""Visual order against FriBidi, which terminals and office programs use: the same characters in the same order.

An emoji sequence is one sign for us. FriBidi turns its parts round, so each is given to both as one character.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persiantools.export.bidi import visual

FRIBIDI = shutil.which("fribidi")
pytestmark = pytest.mark.skipif(FRIBIDI is None, reason="needs fribidi (Debian: apt-get install libfribidi-bin)")

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "display" / "lines.txt"
PICTURE = "[\u2600-\u27bf\U0001f1e6-\U0001faff]"
SEQUENCE = re.compile(f"{PICTURE}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{PICTURE})+|[0-9]\ufe0f\u20e3")
BREAKS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def both(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Lines of ``texts`` in visual order, as we and as FriBidi have them."""
    lines = [SEQUENCE.sub("☺", line) for text in texts for line in BREAKS.split(text)]
    done = subprocess.run(
        [str(FRIBIDI), "--nopad", "--nobreak", "--reordernsm", "--clean"],
        input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True,
        check=True,
    )
    theirs = done.stdout.decode().split("\n")[:-1]
    return list(zip(map(visual, lines), theirs, strict=True))


def test_the_fixture_is_the_same() -> None:
    pairs = both(FIXTURE.read_text(encoding="utf-8").splitlines())
    assert len(pairs) > 10
    for ours, theirs in pairs:
        assert ours == theirs


LETTERS = st.sampled_from("ابپتجچخدرزژسشصعغفقکكگلمنوهةیيئءآأإۀۆێەڕڵۊڼټډړږځڅښڤڭٹڈڑںہھےۓݐݓ")
UNITS = st.one_of(
    st.builds(str.__add__, LETTERS, st.sampled_from(["", "", "", "\u0651", "\u064b", "\u0670", "\u0651\u064e"])),
    st.sampled_from([*"abcXYZ0189۰۱۹٠١ .,:;!؟،؛-()[]{}«»<>'/+%٪ـ", "\u200c", "\u200f", "لا", "لًا"]),
)


@settings(max_examples=25)
@given(st.lists(st.lists(UNITS, max_size=30).map("".join), min_size=20, max_size=60))
def test_any_mixture_of_scripts_is_the_same(lines: list[str]) -> None:
    for ours, theirs in both(lines):
        assert ours == theirs


def test_all_development_lines_are_the_same(shared_data: Path) -> None:
    names = [
        "text/perdt_dev.txt",
        "text/seraji_dev.txt",
        *(f"ntrex/{one}.txt" for one in ["fas", "prs", "arb", "pus", "urd", "ckb"]),
    ]
    texts = [line for name in names for line in (shared_data / name).read_text(encoding="utf-8").splitlines()]
    for name in ("text/damage_dev", "split/mixed_dev", "align/ntrex_dev", "align/persianate_dev"):
        rows = (shared_data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        texts += [json.loads(row)["text"] for row in rows if row.strip()]
    tweets = (shared_data / "tweets" / "parstwiner_dev.tsv").read_text(encoding="utf-8").strip().split("\n\n")
    texts += [" ".join(row.split("\t")[0] for row in tweet.split("\n")) for tweet in tweets]
    pairs = both(texts)
    assert len(pairs) > 10_000
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
