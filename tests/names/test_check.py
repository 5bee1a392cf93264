"""The editor's question, and the files of registers."""

from pathlib import Path

import pytest

from persiantools.errors import InputError
from persiantools.names import NameRegister, align, check_names
from persiantools.names.variants import are_variants


def kinds(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in check_names(text):
        found.setdefault(finding.kind, []).append(finding.mentions[0].text)
    return found


def test_consistent_names_are_no_finding() -> None:
    assert kinds("They met Ahmad Massoud. Massoud left.\nاحمد مسعود رفت.") == {}


def test_a_rare_spelling_is_found_with_its_better_one(article: str) -> None:
    spelling = [finding for finding in check_names(article) if finding.kind == "spelling"]
    by_text = {finding.mentions[0].text: finding for finding in spelling}
    assert by_text["Ahmad Massaod"].suggestion == "Ahmad Massoud"
    assert by_text["Mullah Yakoob"].suggestion == "Mullah Yaqoob"
    assert "×1" in by_text["Ahmad Massaod"].message


def test_a_glossary_decides_the_spelling() -> None:
    text = "They met Ahmad Massoud. Then Ahmad Massoud left, said Ahmad Masood."
    glossary = NameRegister([("احمد مسعود", "Ahmad Masood", "PER")])
    found = [f for f in check_names(text, glossary=glossary) if f.kind == "spelling"]
    assert [f.suggestion for f in found] == ["Ahmad Masood"]


def test_names_without_counterpart() -> None:
    found = kinds("They met Maria Zakharova.\nاحمد مسعود رفت.")
    assert found == {"no persian": ["Maria Zakharova"], "no english": ["احمد مسعود"]}


def test_findings_are_in_order_and_point_into_the_text(article: str) -> None:
    found = check_names(article, alignment=align(article))
    starts = [finding.mentions[0].start for finding in found]
    assert starts == sorted(starts)
    assert all(article[m.start : m.end] == m.text for finding in found for m in finding.mentions)


@pytest.mark.parametrize(
    ("one", "other"), [("karimi", "karami"), ("hamid", "habib"), ("hassan", "hussein"), ("ali", "alia")]
)
def test_no_variants(one: str, other: str) -> None:
    assert not are_variants(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("massoud", "massaod"), ("yaqoob", "yakoob"), ("qaffarzadeh", "ghaffarzada")]
)
def test_variants(one: str, other: str) -> None:
    assert are_variants(one, other)
    assert are_variants(other, one)


def test_a_register_file_reads_back(tmp_path: Path) -> None:
    register = NameRegister([("احمد مسعود", "Ahmad Massoud", "PER"), ("کابل", "Kabul", "LOC")])
    register.add("کابل", "Kabul", "LOC")
    register.save(tmp_path / "register.tsv")
    again = NameRegister.load(tmp_path / "register.tsv")
    assert list(again) == list(register)
    again.save(tmp_path / "again.tsv")
    assert (tmp_path / "again.tsv").read_bytes() == (tmp_path / "register.tsv").read_bytes()


def test_a_glossary_of_two_columns_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("# names\n\nکابل\tKabul\n", encoding="utf-8")
    assert NameRegister.load(path).english("كابل") == ("Kabul",)


@pytest.mark.parametrize("line", ["کابل", "کابل\t", "کابل\tKabul\tLOC\tmany"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text(f"کابل\tKabul\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        NameRegister.load(path)
