"""`renja review` from end to end: copies in, a workbook and sentences out, answers kept."""

import csv
import io
import zipfile
from pathlib import Path
from shutil import rmtree

import openpyxl
import pytest

from flows.cli import main

Said = pytest.CaptureFixture[str]
PLAN = "Rencana Kerja Terintegrasi.docx"
WORKBOOK = "usulan-perubahan.xlsx"
DECISIONS = "keputusan.xlsx"


@pytest.fixture
def out(tmp_path: Path, capsys: Said) -> Path:
    """A plan of two actions."""
    folder = tmp_path / "rapat"
    folder.mkdir()
    (folder / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    (folder / "usulan.csv").write_text(
        "No,Kegiatan,Penanggung Jawab,Waktu\n"
        "1,Menyusun pedoman kurasi konten,Pustekkom,Maret 2017\n"
        "2,Melatih kurator daerah,LPMP Bali,April 2017\n",
        encoding="utf-8",
    )
    assert main(["build", str(folder), "--out", str(tmp_path / "hasil"), "--direct"]) == 0
    capsys.readouterr()
    return tmp_path / "hasil"


def copy(out: Path, name: str, old: str, new: str, without: str = "RK-") -> Path:
    """A copy of the plan in which words of the matrix are exchanged once, and parts with this name left out."""
    target = out.parent / name
    with zipfile.ZipFile(out / PLAN) as issued, zipfile.ZipFile(target, "w") as file:
        for part in issued.namelist():
            data = issued.read(part)
            if part == "word/document.xml":
                before, mark, matrix = data.decode().partition('w:name="RK_')
                data = (before + mark + matrix.replace(old, new, 1)).encode()
            if without not in part:
                file.writestr(part, data)
    return target


def review(capsys: Said, *words: str | Path) -> tuple[int, list[str], str]:
    code = main(["review", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err


def filled(workbook: Path, answer: str | None, sheet_name: str = "", head: str = "Keputusan") -> None:
    """Answer the first row of a sheet, the first one if it is not named."""
    book = openpyxl.load_workbook(workbook)
    sheet = book[sheet_name] if sheet_name else book.worksheets[0]
    column = next(cell.column for cell in sheet[3] if cell.value in (head, "Decision"))
    sheet.cell(4, column).value = answer
    data = io.BytesIO()
    book.save(data)
    workbook.write_bytes(data.getvalue())


def rows(workbook: Path) -> list[dict[str, str]]:
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    head = [str(cell.value) for cell in sheet[3]]
    return [
        dict(zip(head, ("" if c.value is None else str(c.value) for c in row), strict=True))
        for row in sheet.iter_rows(4)
    ]


def test_copies_become_a_workbook_with_contradictions_first(out: Path, capsys: Said) -> None:
    ani, budi = (copy(out, f"{n}.docx", "April 2017", new) for n, new in (("ani", "Mei 2017"), ("budi", "Juni 2017")))
    code, said, _ = review(capsys, out, ani, budi)
    assert (code, said[-1]) == (0, str(out / WORKBOOK))
    assert said[:2] == ["ani.docx: 1 usulan.", "budi.docx: 1 usulan."]
    assert [(row["Semula"], row["Usulan"], row["Bertentangan"]) for row in rows(out / WORKBOOK)] == [
        ("April 2017", "Juni 2017", "kelompok 1"), ("April 2017", "Mei 2017", "kelompok 1"),
    ]  # fmt: skip


def test_answers_and_earlier_copies_stay_when_another_copy_comes(out: Path, capsys: Said) -> None:
    review(capsys, out, copy(out, "ani.docx", "April 2017", "Mei 2017"))
    filled(out / WORKBOOK, "terima")
    review(capsys, out, copy(out, "budi.docx", "LPMP Bali", "LPMP NTB"), "--lang", "en")
    assert not (out / WORKBOOK).exists()
    found = {row["Proposed"]: row["Decision"] for row in rows(out / "proposed-changes.xlsx")}
    assert found == {"Mei 2017": "accept", "LPMP NTB": ""}


def test_copies_of_one_name_are_told_apart_by_their_folders_and_a_folder_may_be_named(out: Path, capsys: Said) -> None:
    for folder, month in (("ani", "Mei"), ("budi", "Juni")):
        (out.parent / "kembali" / folder).mkdir(parents=True)
        copy(out, f"kembali/{folder}/rencana.docx", "April 2017", f"{month} 2017")
    code, said, _ = review(capsys, out, out.parent / "kembali", out.parent / "kembali" / "ani" / "rencana.docx")
    assert (code, said[:2]) == (0, ["ani/rencana.docx: 1 usulan.", "budi/rencana.docx: 1 usulan."])


def test_a_copy_read_again_takes_the_place_of_what_it_said_before(out: Path, capsys: Said) -> None:
    review(capsys, out, copy(out, "ani.docx", "April 2017", "Mei 2017"))
    review(capsys, out, copy(out, "ani.docx", "April 2017", "Juli 2017"))
    assert [row["Usulan"] for row in rows(out / WORKBOOK)] == ["Juli 2017"]


def test_a_copy_without_mark_is_known_and_an_unedited_one_shows_nothing(out: Path, capsys: Said) -> None:
    code, said, _ = review(capsys, out, copy(out, "ani.docx", "a", "a", without="custom"))
    assert (code, said) == (0, ["ani.docx: tidak ada perubahan."])
    assert not (out / WORKBOOK).exists()


def test_what_cannot_be_read_is_told_in_a_sentence(out: Path, capsys: Said) -> None:
    broken = out.parent / "rusak.docx"
    broken.write_bytes(b"PK rusak")
    code, said, errors = review(capsys, out, broken)
    assert (code, said, errors) == (1, ["rusak.docx: tidak dibaca, karena berkasnya terpotong atau rusak."], "")


@pytest.mark.parametrize("case", ["no plan", "no file", "no words", "damaged workbook", "open workbook"])
def test_wrong_usage_is_one_sentence(out: Path, capsys: Said, case: str) -> None:
    ani = copy(out, "ani.docx", "April 2017", "Mei 2017")
    words: tuple[str | Path, ...] = (out, ani)
    if case == "no plan":
        rmtree(out / ".renja")
    elif case == "no file":
        words = (out, out / "tidak-ada.docx")
    elif case == "no words":
        words = (out,)
    elif case == "damaged workbook":
        (out / WORKBOOK).write_bytes(b"PK")
    else:
        (out / f".~lock.{WORKBOOK}#").write_text("")
    code, said, errors = review(capsys, *words)
    assert (code, said) == (2, [])
    assert len(errors.splitlines()) == 1


def test_documents_of_earlier_versions_are_compared_with_what_they_were(out: Path, capsys: Said) -> None:
    ani = copy(out, "ani.docx", "April 2017", "Mei 2017")
    inputs = out.parent / "rapat"
    text = (inputs / "usulan.csv").read_text(encoding="utf-8")
    (inputs / "usulan.csv").write_text(text.replace("LPMP Bali", "LPMP NTB"), encoding="utf-8")
    assert main(["build", str(inputs), "--out", str(out), "--direct"]) == 0
    capsys.readouterr()
    _, said, _ = review(capsys, out, ani)
    assert said[0] == "ani.docx: 1 usulan."


def built(out: Path, old: str = "", new: str = "") -> None:
    """Build again, with other words in the source."""
    source = out.parent / "rapat" / "usulan.csv"
    if old:
        source.write_text(source.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert main(["build", str(out.parent / "rapat"), "--out", str(out), "--direct"]) == 0


def items(out: Path) -> dict[str, dict[str, str]]:
    with (out / "tables" / "items.csv").open(encoding="utf-8", newline="") as file:
        return {row["action"]: row for row in csv.DictReader(file)}


def codes(out: Path) -> list[str]:
    with (out / "tables" / "problems.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["code"].startswith("proposal")]


@pytest.mark.parametrize(
    ("old", "new", "column", "value"),
    [
        ("April 2017", "Mei 2017", "end", "2017-05-31"),
        ("LPMP Bali", "LPMP Bali dan Pustekkom", "owners", "LPMP Bali; Pustekkom Kemdikbud"),
        ("Melatih kurator daerah", "Melatih kurator provinsi", "action", "Melatih kurator provinsi"),
    ],
)
def test_what_was_accepted_stands_in_the_next_plan_with_its_origin_and_reads_back_as_nothing(
    out: Path, capsys: Said, old: str, new: str, column: str, value: str
) -> None:
    ids = {row["item_id"] for row in items(out).values()}
    review(capsys, out, copy(out, "ani.docx", old, new))
    filled(out / WORKBOOK, "terima")
    built(out)
    assert value in {row[column] for row in items(out).values()}
    assert {row["item_id"] for row in items(out).values()} == ids
    assert codes(out) == ["proposal-applied"]
    capsys.readouterr()
    assert review(capsys, out, copy(out, "lain.docx", "a", "a"))[1][0] == "lain.docx: tidak ada perubahan."


def test_a_changed_source_raises_the_question_again_once_and_the_accepted_value_holds_meanwhile(
    out: Path, capsys: Said
) -> None:
    review(capsys, out, copy(out, "ani.docx", "April 2017", "Mei 2017"))
    filled(out / WORKBOOK, "terima")
    built(out, "LPMP Bali", "LPMP NTB")
    assert "Sumber berubah" not in openpyxl.load_workbook(out / DECISIONS).sheetnames
    capsys.readouterr()
    built(out, "April 2017", "Agustus 2017")
    assert "Ditanyakan lagi" in capsys.readouterr().out
    for change in (("", ""), ("LPMP NTB", "LPMP Bali")):
        built(out, *change)
        assert (items(out)["Melatih kurator daerah"]["end"], codes(out)) == ("2017-05-31", ["proposal-applied"])
        assert asked(out) == [("April 2017", "Mei 2017", "Agustus 2017", None)]


def test_the_answer_about_a_changed_source_settles_it_and_everything_can_be_undone(out: Path, capsys: Said) -> None:
    review(capsys, out, copy(out, "ani.docx", "April 2017", "Mei 2017"))
    filled(out / WORKBOOK, "terima")
    built(out, "April 2017", "Agustus 2017")
    for answer, end in (("pakai sumber", "2017-08-31"), ("usulan tetap berlaku", "2017-05-31")):
        filled(out / DECISIONS, answer, "Sumber berubah", "Jawaban")
        built(out)
        assert items(out)["Melatih kurator daerah"]["end"] == end
        assert asked(out)[0][3] == answer
    built(out, "Agustus 2017", "September 2017")
    assert [row[2:] for row in asked(out)] == [("September 2017", None), ("Agustus 2017", "usulan tetap berlaku")]
    filled(out / WORKBOOK, "tolak")
    built(out, "September 2017", "April 2017")
    assert (items(out)["Melatih kurator daerah"]["end"], codes(out)) == ("2017-04-30", [])


def asked(out: Path) -> list[tuple[object, ...]]:
    """What the workbook of decisions asks about sources: before, accepted, now, the answer."""
    sheet = openpyxl.load_workbook(out / DECISIONS)["Sumber berubah"]
    return [tuple(row[n].value for n in (4, 5, 6, 8)) for row in sheet.iter_rows(4)]


def test_a_workbook_that_cannot_be_read_stops_the_build_with_a_sentence(out: Path, capsys: Said) -> None:
    (out / WORKBOOK).write_bytes(b"PK")
    assert main(["build", str(out.parent / "rapat"), "--out", str(out), "--direct"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
