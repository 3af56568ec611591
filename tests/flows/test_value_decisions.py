"""Where sources disagree people choose a value in the workbook; it holds from run to run, and is undone."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from flows.cli import main
from tests.flows.test_decisions import HEADER, WORKBOOK, table

SHEET = "Nilai"
HEAD = "No,Kegiatan,Penanggung Jawab,Waktu,Anggaran"
ROW = "Menyusun modul literasi digital,Pustekkom,Mei 2017"
Build = Callable[[], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rapat"
    for group, budget in (("k1", "Rp 2 miliar"), ("k2", "Rp 3 miliar")):
        (folder / "documents" / group).mkdir(parents=True)
        lines = [HEAD, f"1,{ROW},{budget}", ""]
        (folder / "documents" / group / "usulan.csv").write_text("\n".join(lines), encoding="utf-8")
    (folder / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


@pytest.fixture
def build(folder: Path, out: Path) -> Build:
    def run() -> None:
        assert main(["build", str(folder), "--out", str(out), "--direct"]) == 0

    return run


def rows(out: Path) -> list[dict[str, str]]:
    sheet = openpyxl.load_workbook(out / WORKBOOK)[SHEET]
    headers = [str(cell.value) for cell in sheet[HEADER]]
    found = sheet.iter_rows(min_row=HEADER + 1, values_only=True)
    return [dict(zip(headers, (str(value or "") for value in row), strict=True)) for row in found if any(row)]


def answer(out: Path, word: str, who: str = "Ani") -> None:
    book = openpyxl.load_workbook(out / WORKBOOK)
    sheet = book[SHEET]
    headers = [cell.value for cell in sheet[HEADER]]
    for header, told in (("Jawaban", word), ("Oleh", who if word else "")):
        sheet.cell(HEADER + 1, headers.index(header) + 1).value = told or None
    book.save(out / WORKBOOK)


def codes(out: Path) -> list[str]:
    return [row["code"] for row in table(out, "problems")]


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "tables").iterdir()}


def test_both_values_are_offered_with_their_sources(build: Build, out: Path) -> None:
    build()
    (row,) = rows(out)
    assert (row["Nilai 1"], row["Nilai 2"]) == ("Rp\u00a02.000.000.000", "Rp\u00a03.000.000.000")
    assert "k1/usulan.csv" in row["Nilai menurut sumber"]
    assert "k2/usulan.csv" in row["Nilai menurut sumber"]
    (check,) = [
        one for one in openpyxl.load_workbook(out / WORKBOOK)[SHEET].data_validations.dataValidation if one.formula1
    ]
    assert check.formula1 == f"$G{HEADER + 1}:$H{HEADER + 1}"
    assert not check.showErrorMessage


@pytest.mark.parametrize(("word", "cell"), [("Rp\u00a03.000.000.000", "3000000000"), ("Rp 2,5 miliar", "2500000000")])
def test_what_is_chosen_holds_and_is_told_as_settled(build: Build, out: Path, word: str, cell: str) -> None:
    build()
    answer(out, word)
    for _ in range(2):
        build()
        assert [row["budget"] for row in table(out, "items")] == [cell]
        (conflict,) = table(out, "conflicts")
        assert (conflict["chosen"], conflict["settled_by"], conflict["settled_why"]) == (cell, "Ani", WORKBOOK)
        assert "fields-conflict" not in codes(out)
        assert rows(out)[0]["Jawaban"] == word


def test_an_answer_that_is_cleared_is_undone(build: Build, out: Path) -> None:
    build()
    before = tables(out)
    answer(out, "Rp 3 miliar")
    build()
    assert tables(out) != before
    answer(out, "")
    build()
    assert tables(out) == before


def test_what_is_no_value_is_told_and_stays_open(build: Build, out: Path) -> None:
    build()
    answer(out, "terserah")
    build()
    assert [row["budget"] for row in table(out, "items")] == ["2000000000"]
    assert {"fields-conflict", "proposal-not-applied"} <= set(codes(out))


def test_a_choice_lasts_when_files_are_renamed_and_rows_reworded(build: Build, out: Path, folder: Path) -> None:
    build()
    answer(out, "Rp 3 miliar")
    build()
    source = folder / "documents" / "k2" / "usulan.csv"
    text = source.read_text(encoding="utf-8").replace("modul literasi", "modul-modul literasi")
    source.unlink()
    (folder / "documents" / "k2" / "lain.csv").write_text(text, encoding="utf-8")
    build()
    assert [row["budget"] for row in table(out, "items")] == ["3000000000"]


def test_a_date_is_chosen_in_the_words_of_the_sheet(build: Build, out: Path, folder: Path) -> None:
    for group, month in (("k1", "Mei 2017"), ("k2", "Juni 2017")):
        line = f"1,Menyusun modul literasi digital,Pustekkom,paling lambat {month},"
        text = "\n".join([HEAD, line, ""])
        (folder / "documents" / group / "usulan.csv").write_text(text, encoding="utf-8")
    build()
    (row,) = rows(out)
    answer(out, row["Nilai 2"])
    build()
    assert [row["end"] for row in table(out, "items")] == ["2017-06-30"]
