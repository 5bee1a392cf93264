"""What all training scripts share: where the corpora are, how they are read, how a model is written."""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from persiantools.resources import pack

DATA = Path(__file__).resolve().parent.parent / "persiantools" / "data"
"""The folder that the package ships."""


def arguments(description: str) -> argparse.Namespace:
    """The command line that every training script has: ``--data``, the folder of the corpora."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the corpora")
    return parser.parse_args()


def read_lines(path: Path) -> list[str]:
    r"""The lines of a UTF-8 file (only ``\n`` ends a line), without the line breaks."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def ntrex_train(data: Path, language: str) -> list[str]:
    """The rows of one NTREX-128 language that are marked for training."""
    rows = zip(read_lines(data / "ntrex/documents.txt"), read_lines(data / f"ntrex/{language}.txt"), strict=True)
    return [text for document, text in rows if document.endswith("\ttrain")]


def tagged_tweets(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The tweets of a ParsTwiNER file, each a list of (token, NER tag)."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = (line.split("\t") for line in block.split("\n") if "\t" in line)
        yield [(token, tag) for token, tag in rows]


def hazm_data() -> Path:
    """The folder of hazm's word lists (words.dat, verbs.dat, stopwords.dat), found without importing hazm."""
    spec = find_spec("hazm")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('training needs hazm\'s word lists: pip install -e ".[dev,train]"')
    return Path(spec.submodule_search_locations[0]) / "data"


def word_frequencies(language: str) -> dict[str, float]:
    """The words of wordfreq's smaller list of a language, and how often each is used (its share of all words)."""
    try:
        from wordfreq import get_frequency_dict
    except ImportError as error:
        raise SystemExit('training needs wordfreq\'s word lists: pip install -e ".[dev,train]"') from error
    return dict(get_frequency_dict(language, "small"))


def write_model(name: str, sections: Mapping[str, bytes], card: Mapping[str, Any]) -> None:
    """Write ``data/<name>.bin`` and its entry in the manifest: size, checksum and the data card."""
    blob = pack(sections)
    (DATA / f"{name}.bin").write_bytes(blob)
    path = DATA / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest[name] = {"bytes": len(blob), "sha256": hashlib.sha256(blob).hexdigest(), **card}
    path.write_text(json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{name}.bin: {len(blob):,} bytes")
