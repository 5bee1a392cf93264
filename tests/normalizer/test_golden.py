"""The golden cases of fixtures/normalize: each says what becomes of a text, and why."""

import json
from pathlib import Path

import pytest

from persiantools.normalizer import NormalizeOptions, find_edits
from persiantools.spans import Span

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "normalize"


def _cases() -> list[pytest.param]:  # type: ignore[valid-type]
    found = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        if path.stem != "damage":
            for line in path.read_text(encoding="utf-8").splitlines():
                case = json.loads(line)
                found.append(pytest.param(case, id=f"{path.stem}: {case['label']}"))
    return found


def _normalized(text: str, options: NormalizeOptions) -> str:
    return find_edits(text, [Span(0, len(text), "fa")], options).apply(text)


@pytest.mark.parametrize("case", _cases())
def test_the_text_becomes_what_is_expected_and_stays_so(case: dict[str, object]) -> None:
    options = NormalizeOptions(**case.get("options", {}))  # type: ignore[arg-type]
    got = _normalized(str(case["source"]), options)
    assert got == case["expect"], case["why"]
    assert _normalized(got, options) == got
