"""Coverage-guided fuzzing of the laws, for as long as it is given.

    python -m tests.soak.fuzz [--minutes 10] [--laws NAME…] [--corpus FOLDER]

Needs atheris (``pip install -e '.[soak]'``). A text that breaks a law is printed and written to the corpus folder as
``crash-…``; put it into a test when it is mended. The bytes that the fuzzer grows are read as UTF-8 in which lone
surrogates may stand.
"""

import argparse
import sys
from pathlib import Path

from tests.soak.hostile import UNITS

SECONDS = 60
LONGEST = 400  # bytes: a longer text finds little more, and slowly


def text_of(data: bytes) -> str:
    """Any bytes as text."""
    return data.decode("utf-8", "surrogatepass") if _is_text(data) else data.decode("utf-8", "surrogateescape")


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def seed(folder: Path) -> None:
    """Texts to start from: the hostile units, and a passage with everything in it."""
    folder.mkdir(parents=True, exist_ok=True)
    passage = "Ahmad Massoud met Mullah Baradar. احمد مسعود با ملا برادر رفتهاند می رود https://t.co/A @a #ب"
    for number, text in enumerate((passage, *UNITS.values())):
        (folder / f"seed-{number:02}").write_bytes((text * 3).encode("utf-8", "surrogatepass"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--laws", nargs="*")
    parser.add_argument("--corpus", type=Path, default=Path(".fuzz"))
    chosen = parser.parse_args()
    try:
        import atheris
    except ImportError:
        sys.exit("fuzzing needs atheris: pip install -e '.[soak]'")
    with atheris.instrument_imports(include=["persiantools"]):
        from tests.soak.laws import LAWS

        laws = [LAWS[name] for name in chosen.laws or LAWS]
        for law in laws:  # modules and models are loaded on first use: before anything is watched
            law("گرم warm احمد مسعود Ahmad Massoud salam khoobi RT @a: &amp;")
    seed(chosen.corpus)

    def attempt(data: bytes) -> None:
        text = text_of(data)
        for law in laws:
            try:
                law(text)
            except BaseException:
                print(f"{law.__name__} is broken by {text!r}", file=sys.stderr)
                raise

    arguments = [sys.argv[0], f"-max_total_time={chosen.minutes * SECONDS:.0f}", f"-max_len={LONGEST}"]
    arguments += [f"-artifact_prefix={chosen.corpus}/", "-print_final_stats=1", str(chosen.corpus)]
    atheris.Setup(arguments, attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
