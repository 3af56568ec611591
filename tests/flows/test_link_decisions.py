"""Links are accepted and rejected in the workbook; changed texts make them suspect once."""

import csv
from pathlib import Path

import openpyxl
import pytest

from flows.cli import main
from tests.flows.test_decisions import HEADER, WORKBOOK, Build, column, table, told

__all__ = ["build"]
SHEET = "Keterkaitan"
MODULE = "1,Menyusun modul literasi digital,Pustekkom,Mei 2017,"
TRAINING = "2,Pelatihan literasi digital bagi pustakawan,LPMP Bali,April 2017,"
FAIR = "3,Lomba bercerita,LPMP Bali,Juni 2017,setelah no. 2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rapat"
    (folder / "documents" / "k1").mkdir(parents=True)
    (folder / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    write(folder, MODULE, TRAINING, FAIR)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


@pytest.fixture
def build(folder: Path, out: Path) -> Build:
    """Builds the plan; its links by the first words of both actions."""

    def run(*options: str) -> dict[str, dict[str, str]]:
        assert main(["build", str(folder), "--out", str(out), "--direct", *options]) == 0
        names = {row["item_id"]: row["action"].split()[0] for row in table(out, "items")}
        return {f"{names[row['from_item']]} {names[row['to_item']]}": row for row in table(out, "links")}

    return run


def write(folder: Path, *lines: str) -> None:
    head = "No,Kegiatan,Penanggung Jawab,Waktu,Ketergantungan"
    (folder / "documents" / "k1" / "usulan.csv").write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def rows(out: Path) -> list[dict[str, str]]:
    """The rows of the sheet of links, by header; none without the sheet."""
    book = openpyxl.load_workbook(out / WORKBOOK)
    if SHEET not in book.sheetnames:
        return []
    sheet = book[SHEET]
    headers = [str(cell.value) for cell in sheet[HEADER]]
    found = sheet.iter_rows(min_row=HEADER + 1, values_only=True)
    return [dict(zip(headers, (str(value or "") for value in row), strict=True)) for row in found if any(row)]


def answer(out: Path, first: str, word: str | None) -> None:
    """Answer the question of which what is waited for begins so."""
    book = openpyxl.load_workbook(out / WORKBOOK)
    sheet = book[SHEET]
    before = column(sheet, "Yang ditunggu")
    texts = [str(row[before - 1].value) for row in sheet.iter_rows()]
    number = 1 + next(n for n, text in enumerate(texts) if text.startswith(first))
    for header in ("Jawaban", *(("Oleh", "Tanggal") if word is None else ())):
        sheet.cell(number, column(sheet, header)).value = word
    book.properties.lastModifiedBy = "Ani"
    book.save(out / WORKBOOK)


def test_a_proposed_link_is_asked_about_with_both_texts_places_and_what_hangs_on_it(
    build: Build, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build()["Menyusun Pelatihan"]["status"] == "proposed"
    assert "1 keterkaitan dapat diterima atau ditolak" in capsys.readouterr().out
    (asked,) = rows(out)
    assert (asked["Yang menunggu"], asked["Yang ditunggu"]) == (TRAINING.split(",")[1], MODULE.split(",")[1])
    assert "Kurikulum → Pelatihan" in asked["Alasan"]
    assert "jadwalnya tidak tercapai" in asked["Alasan"]
    assert len(asked["Alasan"].split()) <= 20
    assert (asked["Ikut menunggu"], asked["Jawaban"], asked["Keadaan"]) == ("1", "", "Diusulkan")
    assert "k1/usulan.csv, baris 2" in asked["Pelaksana, waktu, sumber yang ditunggu"]


def test_answered_yes_it_binds_the_schedule_and_is_not_asked_about_again(build: Build, out: Path) -> None:
    build()
    assert told(out, "schedule-infeasible") == []
    answer(out, "Menyusun", "ya")
    held = build()["Menyusun Pelatihan"]
    assert (held["kind"], held["status"], held["verdict"]) == ("inferred", "accepted", "impossible")
    assert "✓ Ani, " in held["evidence"]
    assert held["evidence"].endswith("(keputusan.xlsx)")
    assert len(told(out, "schedule-infeasible")) == 1
    (decided,) = rows(out)
    assert (decided["No"], decided["Jawaban"], decided["Oleh"], decided["Keadaan"]) == ("", "ya", "Ani", "berlaku")


def test_answered_no_it_is_rejected_also_when_a_text_is_reworded(build: Build, folder: Path, out: Path) -> None:
    build()
    answer(out, "Menyusun", "Tidak.")
    assert build()["Menyusun Pelatihan"]["status"] == "rejected"
    write(folder, MODULE, TRAINING.replace("bagi pustakawan", "bagi para pustakawan"), FAIR)
    assert build()["Menyusun Pelatihan"]["status"] == "rejected"
    (decided,) = rows(out)
    assert decided["Jawaban"] == "tidak"
    build()
    assert build()["Menyusun Pelatihan"]["status"] == "rejected"


def test_an_emptied_cell_undoes_it_exactly(build: Build, out: Path) -> None:
    build()
    before = {path.name: path.read_bytes() for path in (out / WORKBOOK, *sorted((out / "tables").iterdir()))}
    for word in ("ya", "tidak"):
        answer(out, "Menyusun", word)
        build()
        answer(out, "Menyusun", None)
        build()
        after = {path.name: path.read_bytes() for path in (out / WORKBOOK, *sorted((out / "tables").iterdir()))}
        assert after == before


def test_a_ring_is_asked_about_link_by_link_and_cut_by_a_no(build: Build, folder: Path, out: Path) -> None:
    write(folder, MODULE + "setelah no. 3", TRAINING + "setelah no. 1", FAIR)
    build()
    assert len(told(out, "dependency-cycle")) == 1
    asked = rows(out)
    assert [("paling lemah" in row["Alasan"]) for row in asked] == [True, False, False]
    assert all("Saling menunggu" in row["Alasan"] for row in asked)
    answer(out, asked[0]["Yang ditunggu"], "tidak")
    links = build()
    assert told(out, "dependency-cycle") == []
    assert sorted(row["status"] for row in links.values()) == ["accepted", "accepted", "rejected"]


def test_an_accepted_link_that_closes_a_ring_is_told_and_stands(build: Build, folder: Path, out: Path) -> None:
    build()
    answer(out, "Menyusun", "ya")
    write(folder, MODULE + "menunggu no. 3", TRAINING, FAIR)
    assert build()["Menyusun Pelatihan"]["status"] == "accepted"
    (sentence,) = told(out, "decision-closes-ring")
    assert "saling menunggu" in sentence
    assert any("saling menunggu" in row["Keadaan"] for row in rows(out) if row["Jawaban"] == "ya")


def test_yes_and_no_in_two_files_counts_as_no_and_is_told(build: Build, folder: Path, out: Path) -> None:
    build()
    answer(out, "Menyusun", "ya")
    (folder / "decisions.xlsx").write_bytes((out / WORKBOOK).read_bytes())
    answer(out, "Menyusun", "tidak")
    assert build()["Menyusun Pelatihan"]["status"] == "rejected"
    (sentence,) = told(out, "link-decided-twice")
    assert "menunggu" in sentence


def test_an_unknown_answer_is_told_and_stays_in_its_cell(build: Build, out: Path) -> None:
    build()
    answer(out, "Menyusun", "mungkin")
    assert build()["Menyusun Pelatihan"]["status"] == "proposed"
    assert "'mungkin'" in told(out, "decision-not-understood")[0]
    assert rows(out)[0]["Jawaban"] == "mungkin"


def test_a_decision_holds_when_the_workbook_is_gone(build: Build, out: Path) -> None:
    build()
    answer(out, "Menyusun", "tidak")
    build()
    (out / WORKBOOK).write_bytes(b"PK\x03\x04 cut off")
    assert build()["Menyusun Pelatihan"]["status"] == "rejected"


def test_a_changed_text_makes_its_links_suspect_once(build: Build, folder: Path, out: Path) -> None:
    assert {row["suspect"] for row in build().values()} == {""}
    write(folder, MODULE, TRAINING.replace("bagi pustakawan", "bagi para pustakawan"), FAIR)
    assert {pair: row["suspect"] for pair, row in build().items()} == {
        "Menyusun Pelatihan": "",
        "Pelatihan Lomba": "from_item",
    }
    (sentence,) = told(out, "link-suspect")
    assert "teks yang ditunggu berubah" in sentence
    (out / "run.json").unlink()
    assert {row["suspect"] for row in build().values()} == {""}
    assert told(out, "link-suspect") == []


def test_a_decided_link_is_suspect_too(build: Build, folder: Path, out: Path) -> None:
    build()
    answer(out, "Menyusun", "tidak")
    build()
    write(folder, MODULE.replace("modul", "modul ajar"), TRAINING, FAIR)
    assert build()["Menyusun Pelatihan"]["suspect"] == "from_item"
    assert "periksa lagi" in rows(out)[0]["Keadaan"]


def test_damaged_memory_stops_no_run(build: Build, folder: Path, out: Path) -> None:
    build()
    (out / ".renja" / "memory.db").write_bytes(b"no database at all")
    write(folder, MODULE, TRAINING, FAIR.replace("bercerita", "mendongeng"))
    assert {row["suspect"] for row in build().values()} == {""}
    with (out / "tables" / "links.csv").open(encoding="utf-8", newline="") as lines:
        assert (csv.DictReader(lines).fieldnames or [])[-1] == "suspect"
