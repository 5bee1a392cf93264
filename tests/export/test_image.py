"""Pictures of text: Persian is joined and stands on the right, whatever is drawn stays inside."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from PIL import Image

from persiantools.errors import OptionError
from persiantools.export.image import LARGEST, draw
from tests.cli.command import run
from tests.strategies import texts


def picture(text: str, **chosen: int) -> Any:
    return Image.open(io.BytesIO(draw(text, **chosen)))


def ink(image: Any) -> tuple[int, int, int, int]:
    """The box of all that is drawn."""
    box: tuple[int, int, int, int] = image.point(lambda shade: 255 - shade).getbbox()
    return box


def test_persian_stands_on_the_right_and_english_on_the_left() -> None:
    left, _, right, _ = ink(picture("سلام", width=400, size=20))
    assert left > 200 and right <= 400 - 18
    left, _, right, _ = ink(picture("hello", width=400, size=20))
    assert left >= 18 and right < 200


def test_letters_are_joined_and_a_zwnj_parts_them() -> None:
    def columns(text: str) -> list[bool]:
        image = picture(text, width=300, size=40)
        return [image.crop((x, 0, x + 1, image.height)).getextrema()[0] < 128 for x in range(image.width)]

    def stretches(text: str) -> int:
        drawn = columns(text)
        return sum(now and not before for before, now in zip([False, *drawn], drawn, strict=False))

    assert stretches("مسم") == 1 and stretches("مس\u200cم") == 2


def test_mixed_text_is_in_reading_order() -> None:
    one, two = picture("سلام ABC", width=400), picture("ABC سلام", width=400)
    assert ink(one)[0] > 200 and ink(two)[2] < 200


def test_long_lines_are_wrapped_and_nothing_leaves_the_picture() -> None:
    short, long = picture("واژه", width=300), picture("واژه " * 60, width=300)
    assert long.height > 5 * short.height
    for text in ("کتاب" * 200, "w" * 500, "\u064b" * 300):
        left, top, right, _ = ink(picture(text, width=300)) or (0, 0, 0, 0)
        assert left >= 0 and right <= 300 and top >= 0


@example("\u2029")
@example("a\u2028b")
@given(texts)
@settings(max_examples=60)
def test_any_text_can_be_drawn(text: str) -> None:
    assert picture(text, width=300).width == 300


def test_what_cannot_be_drawn_is_answered(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="pixels high"):
        draw("x\n" * LARGEST)
    with pytest.raises(OptionError, match="pixels wide"):
        draw("x", width=LARGEST + 1)
    assert run("show", "--image", tmp_path / "a.png", "a", "b").returncode == 2
    assert run("show", "--image", tmp_path / "no" / "a.png", stdin=b"x").returncode == 4


def test_the_command_writes_a_picture(tmp_path: Path) -> None:
    assert run("show", "--image", tmp_path / "a.png", "--width", "500", stdin="سلام".encode()).returncode == 0
    with Image.open(tmp_path / "a.png") as drawn:
        assert drawn.size[0] == 500
