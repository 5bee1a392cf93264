"""PyPI's other ``persiantools``, installed over this package: the commands say so, and go on."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from sysconfig import get_path

import pytest

import persiantools

Run = Callable[..., "subprocess.CompletedProcess[str]"]

COMMAND = "from persiantools.cli.main import main; main()"
THEIRS = {
    "persiantools/__init__.py": "__version__ = '5.0.0'\n",
    "persiantools/digits.py": "def en_to_fa(number): ...\n",
    "persiantools-5.0.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: persiantools\nVersion: 5.0.0\n",
    "persiantools-5.0.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}
MEND = "pip uninstall --yes persiantools && pip install --force-reinstall --no-deps persian-english-tools"
TEXT = "او مي رود: https://t.co/Ab12 \u202eAli\n"


def _wheel(folder: Path) -> Path:
    path = folder / "persiantools-5.0.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as file:
        for name, text in THEIRS.items():
            file.writestr(name, text)
        file.writestr("persiantools-5.0.0.dist-info/RECORD", "".join(f"{name},,\n" for name in THEIRS))
    return path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this package is installed, and then pip installed the other one."""
    prefix = tmp_path_factory.mktemp("prefix")
    site = Path(get_path("purelib", vars={"base": str(prefix), "platbase": str(prefix)}))
    home = Path(persiantools.__path__[0])
    shutil.copytree(home, site / "persiantools", ignore=shutil.ignore_patterns("__pycache__"))
    ours = site / "persian_english_tools-0.dist-info"
    ours.mkdir()
    (ours / "METADATA").write_text("Metadata-Version: 2.1\nName: persian-english-tools\nVersion: 0\n")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--ignore-installed"]
    subprocess.run([*pip, "--prefix", str(prefix), str(_wheel(prefix))], check=True)
    return site


@pytest.fixture
def run(site: Path, tmp_path: Path) -> Run:
    """A Python program, in a process that finds both packages there."""

    def running(program: str, *args: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", program, *args], input=TEXT, capture_output=True, cwd=tmp_path, timeout=120,
            encoding="utf-8", env=os.environ | {"PYTHONPATH": str(site), "PYTHONUTF8": "1"},
        )  # fmt: skip

    return running


def test_the_other_one_has_replaced_what_is_imported(run: Run, site: Path) -> None:
    done = run("import persiantools as p; print(p.__version__, p.__file__)")
    assert done.stdout == f"5.0.0 {site / 'persiantools' / '__init__.py'}\n"


@pytest.mark.parametrize("command", ["normalize", "analyze", "check"])
def test_commands_warn_and_do_their_work(run: Run, command: str) -> None:
    with_it, without = run(COMMAND, command, "-"), subprocess.run(
        [sys.executable, "-c", COMMAND, command, "-"], input=TEXT, capture_output=True, encoding="utf-8"
    )  # fmt: skip
    assert with_it.stdout == without.stdout != "" and with_it.returncode == without.returncode
    assert "persiantools 5.0.0" in with_it.stderr and MEND in with_it.stderr
    assert MEND not in without.stderr


def test_help_is_there_too(run: Run) -> None:
    done = run(COMMAND, "--help")
    assert done.returncode == 0 and "normalize" in done.stdout and MEND in done.stderr


def test_doctor_says_how_to_mend_it_and_how_to_use_both(run: Run) -> None:
    done = run(COMMAND, "doctor")
    assert done.returncode == 1
    assert MEND in done.stdout and "other/bin/pip install persiantools" in done.stdout
    assert "all as in the manifest" in done.stdout


@pytest.mark.parametrize("command", ["doctor", "normalize"])
def test_what_its_uninstaller_leaves_is_answered(command: str) -> None:
    """A folder without an ``__init__``, which it takes with it; what else is on the path must not stand in."""
    left = "import sys, types, persiantools as p; left = types.ModuleType(p.__name__); left.__path__ = p.__path__; "
    program = left + "left.__spec__ = p.__spec__; sys.modules[p.__name__] = left; " + COMMAND
    done = subprocess.run(
        [sys.executable, "-c", program, command], input=TEXT, capture_output=True, encoding="utf-8"
    )  # fmt: skip
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert 'reinstall the package: pip install --force-reinstall "persian-english-tools"' in done.stderr
