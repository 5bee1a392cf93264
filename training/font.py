"""Make the two files of persiantools/export/font/ from Vazirmatn: for pages (woff2) and for pictures (ttf).

python -m training.font FOLDER      FOLDER is the unpacked npm package `vazirmatn` 33.0.3 (SIL Open Font License 1.1)

The page's file has the letters, marks and signs of Arabic script alone: Latin is drawn in the reader's own font. The
picture's file has Latin too, because a picture is drawn with one font. Both keep the shaping tables of their letters.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

FONT = Path(__file__).resolve().parent.parent / "persiantools" / "export" / "font"
ARABIC = [
    "0020",
    "00A0",
    "00AB",
    "00BB",
    "0600-06FF",
    "0750-077F",
    "200B-200F",
    "2010-2027",
    "202A-202E",
    "2030-203A",
    "2066-2069",
    "FDFC",
]
LATIN = ["0020-024F", "02BB-02BC", "1E00-1EFF", "20A0-20BF", "2100-2122", "2190-2193", "2212", "FFFD"]


def main(folder: Path) -> None:
    """Write both files and a copy of the licence."""
    source = folder / "fonts" / "ttf" / "Vazirmatn-Regular.ttf"
    _write(source, FONT / "vazirmatn.woff2", _code_points(ARABIC), flavor="woff2")
    _write(source, FONT / "vazirmatn.ttf", _code_points([*ARABIC, *LATIN]), flavor=None)
    (FONT / "OFL.txt").write_bytes((folder / "OFL.txt").read_bytes())


def _code_points(ranges: list[str]) -> list[int]:
    found: list[int] = []
    for item in ranges:
        first, _, last = item.partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def _write(source: Path, target: Path, wanted: list[int], *, flavor: str | None) -> None:
    # Hinting is for screens of the past; the time of making must not be in the file, or no two runs would agree.
    options = Options(
        flavor=flavor, hinting=False, layout_features=["*"], recalc_timestamp=False, name_IDs=[0, 1, 2, 13, 14]
    )
    font = load_font(source, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    save_font(font, target, options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
