"""The workbook of proposals: readable by a spreadsheet, and read back as it was filled in."""

import io
from dataclasses import replace

import openpyxl
import pytest

from tasks.memory.proposals.filled import ruled, verdict_of
from tasks.model.proposals import Change, Gathered, Part, Proposal, Ruled, Verdict
from tasks.reading.folder.decisions_file import read_filled
from tasks.rendering.catalogue import LANGUAGES, Catalogue, load
from tasks.rendering.proposals.sheet import field_name, proposals_file

EDIT = Proposal(
    Change.EDITED, "RK-A1", "time", "Maret 2017", "Mei 2017", "Ani", "2017-03-01T08:00:00Z", "",
    resolved=False, tracked=True, confidence=1.0, file="ani.docx", place="table 2, row 3", row="RJ-1/RK_A1",
)  # fmt: skip


def rows() -> list[Ruled]:
    others = (replace(EDIT, change=c, new=f"=1+{n}", comment="<a> & b", tracked=False) for n, c in enumerate(Change))
    return [
        Ruled(Gathered(EDIT, ("Ani",), ("ani.docx",), 1), "terima", Verdict.ACCEPTED, "Sekretaris", "rapat 3 Maret"),
        *(Ruled(Gathered(other, (), ("b.docx",)), "", None) for other in others),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_is_read_back_as_it_was_written(language: str) -> None:
    speak = load(language)
    data = proposals_file(rows(), {"RK-A1": "A.1 (RK-A1)"}, {"RK-A1": "Menyusun SOP"}, speak)
    assert data == proposals_file(rows(), {"RK-A1": "A.1 (RK-A1)"}, {"RK-A1": "Menyusun SOP"}, speak)
    back = ruled(read_filled(data))
    assert [(row.gathered.proposal, row.verdict, row.who, row.note) for row in back] == [
        (row.gathered.proposal, row.verdict, row.who, row.note) for row in rows()
    ]


def test_a_spreadsheet_offers_the_answers_and_shows_words_as_words() -> None:
    speak = load("id")
    sheet = openpyxl.load_workbook(io.BytesIO(proposals_file(rows(), {}, {}, speak))).worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"terima,tolak"'
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert sheet.cell(4, 2).value == "RK-A1"


def told(proposal: Proposal) -> list[str]:
    """The cells before, proposed and comment."""
    rows_ = [Ruled(Gathered(proposal, ("Ani",), ("ani.docx",)), "", None)]
    data = proposals_file(rows_, {"RK-A1": "A.1 (RK-A1)"}, {}, load("id"))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [str(sheet.cell(4, n).value or "") for n in (5, 6, 7)]


def test_the_workbook_says_what_accepting_comes_to() -> None:
    said = replace(EDIT, field="correction", old="", new="Waktu: Mei", parts=(Part("time", "Maret 2017", "Mei"),))
    assert told(said)[2] == "Bila diterima: waktu “Maret 2017” menjadi “Mei”."
    assert told(replace(said, parts=()))[2].startswith("Tidak dapat diterapkan")
    added = replace(EDIT, change=Change.ROW_ADDED, item="", field="", old="RK-A1", parts=(Part("action", "", "x"),))
    assert told(added)[::2] == ["sesudah A.1 (RK-A1)", "Bila diterima: menjadi kegiatan baru dalam rencana."]
    moved = replace(EDIT, change=Change.ROW_MOVED, field="group", old="", new="RK-A1")
    assert told(moved) == ["", "A.1 (RK-A1)", ""]
    assert told(EDIT)[2] == ""


@pytest.mark.parametrize("speak", [load(language) for language in LANGUAGES])
def test_answers_are_understood_in_the_words_of_the_list(speak: Catalogue) -> None:
    for verdict in Verdict:
        assert verdict_of(speak.text(f"reviewing.verdict.{verdict}")) == verdict
    assert verdict_of("mungkin") is None


def test_fields_have_names_and_columns_without_one_their_headers() -> None:
    speak = load("id")
    assert field_name("owners", speak) == "penanggung jawab"
    assert field_name("budget-written", speak) == "anggaran sebagaimana tertulis"
    assert field_name("Uraian dan pilihan", speak) == "Uraian dan pilihan"
    assert field_name("Konten dan e-Pembelajaran", speak) == "Konten dan e-Pembelajaran"
