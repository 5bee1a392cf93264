"""What is built: the same bytes each time, the package with its models and nothing else in the wheel."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = {".py", ".typed", ".bin", ".json", ".html", ".css", ".js", ".ttf", ".woff2", ".txt"}


def _build(folder: Path) -> dict[str, Path]:
    """The sdist and the wheel made from it, by suffix."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return _build(tmp_path_factory.mktemp("dist"))


def test_two_builds_are_the_same_bytes(built: dict[str, Path], tmp_path: Path) -> None:
    def digests(paths: dict[str, Path]) -> dict[str, str]:
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in paths.values()}

    assert digests(_build(tmp_path)) == digests(built)


def test_the_wheel_holds_the_package_its_models_and_nothing_else(built: dict[str, Path]) -> None:
    names = [name for name in zipfile.ZipFile(built[".whl"]).namelist() if ".dist-info/" not in name]
    assert {Path(name).parts[0] for name in names} == {"persiantools"}
    source = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "persiantools").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert set(names) == source
    assert {Path(name).suffix for name in names} <= FILES


def test_the_sdist_can_be_tested_and_built(built: dict[str, Path]) -> None:
    with tarfile.open(built[".gz"]) as archive:
        tops = {Path(name).parts[1] for name in archive.getnames() if len(Path(name).parts) > 1}
    assert {
        "persiantools",
        "tests",
        "fixtures",
        "seeds",
        "pyproject.toml",
        "README.md",
        "Makefile",
        "LICENSE",
    } <= tops


def test_what_the_optional_build_compiles_is_there() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    compiled = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]["include"]
    assert compiled and all((ROOT / name).is_file() for name in compiled)
