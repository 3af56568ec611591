"""The workbook of decisions: what stands in it, that it is a sound workbook, and that hostile text does no harm."""

import io
import re
import zipfile

import openpyxl
import pytest
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from tasks.memory.decisions.filled import answers
from tasks.model.decision_keys import pair_of
from tasks.model.decisions import (
    Answer,
    Doubt,
    Grounds,
    LinkAnswer,
    LinkQuestion,
    LinkRuling,
    Remark,
    Review,
    Ruling,
    Side,
    SourceCase,
    SourceRuling,
    Standing,
    Synonym,
)
from tasks.reading.folder.decisions_file import read_filled
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.decisions.sheets import decisions_file, decisions_name

A = Side(
    "Menyusun modul literasi digital", "Pustekkom; LPMP", "Kota Ambon", "2017-03-01", "2017-03-31", "Maret 2017",
    group="K1", file="kel 1/Matriks.docx", locator="table 1, row 2", prints=("a",),
)  # fmt: skip
B = Side("Penyusunan modul literasi", file="RTL.xlsx", locator="sheet 'R', row 7", prints=("b",))
DOUBT = Doubt(A, B, Grounds(("modul", "literasi"), ("object", "act"), (), ("owner_silent",)), 0.873, 3)
ANSWER = Answer(A, B, Ruling.SAME, "ya", Remark("Ani", "2017-02-20", "cek"), Standing.HOLDS)
REVIEW = Review((DOUBT, DOUBT), (ANSWER,), (Synonym("sabak", "tapak", True, "setuju", examples=("x = y",)),))


def sheets(review: Review = REVIEW, language: str = "id") -> list[Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(decisions_file(review, load(language), {})), rich_text=True)
    return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]


def row(sheet: Worksheet, number: int) -> list[str]:
    return [str(cell.value or "") for cell in sheet[number]]


def test_a_question_shows_both_texts_offices_times_places_and_the_reason() -> None:
    number, first, about, second, other, why, chance, hangs, *answer, key = row(sheets()[0], 4)
    assert (number, first, second, chance, hangs) == ("1", A.action, B.action, "87%", "3")
    assert about == "Pustekkom, LPMP\nKota Ambon\nMaret 2017\n[kel 1/Matriks.docx, tabel 1, baris 2]"
    assert other == "(pelaksana tidak disebut)\nbelum ditetapkan\n[RTL.xlsx, lembar 'R', baris 7]"
    assert why == "objek sama “modul literasi”, tindakan sama; hanya satu menyebut pelaksana"
    assert answer == ["", "", ""]
    assert pair_of(key) == (A, B)


CASES = (
    SourceCase("RK-A1", "time", "Maret 2017", "Mei 2017", "2017-08-01/2017-08-31", "Ani, 2017-03-01", "Menyusun SOP"),
    SourceCase("RK-A1", "budget", "Rp 1", "Rp 2", "5000000", ruling=SourceRuling.TAKEN, remark=Remark("Budi")),
    SourceCase("RK-A2", "end", "", "Mei 2017", "2017-08-31", word="entahlah"),
    SourceCase("RK-A2", "owners", "LPMP", "BPMP", "LPMP Bali; PAUD"),
    SourceCase("RK-A3", "row", "Mencetak SOP", "", "Menyusun SOP"),
)


def test_changed_sources_are_asked_about_with_what_they_said_what_was_accepted_and_what_they_say_now() -> None:
    told = sheets(Review(sources=CASES))[-1]
    assert told.title == "Sumber berubah"
    assert row(told, 4)[3:8] == ["waktu", "Maret 2017", "Mei 2017", "Agustus 2017", "Ani, 2017-03-01"]
    assert [row(told, n)[6] for n in (5, 6, 7)] == [
        "Rp\u00a05.000.000",
        "31 Agustus 2017",
        "•\u00a0LPMP Bali\n•\u00a0PAUD",
    ]
    assert row(told, 8)[3:7] == ["baris", "Mencetak SOP", "baris dihapus", "Menyusun SOP"]
    assert [row(told, n)[8] for n in (4, 5, 6)] == ["", "pakai sumber", "entahlah"]
    assert "Sumber berubah" not in [sheet.title for sheet in sheets()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_about_sources_are_read_back_as_they_were_written(language: str) -> None:
    back = answers(read_filled(decisions_file(Review(sources=CASES), load(language), {})), "k.xlsx")
    assert [(case.about, case.ruling, case.word) for case in back.sources] == [
        (case.about, case.ruling, case.word or (case.ruling and back.sources[n].word) or "")
        for n, case in enumerate(CASES)
    ]
    assert [dict(found.details)["answer"] for found in back.problems] == ["entahlah"]


def test_links_are_asked_about_with_what_speaks_for_them_and_what_hangs_on_them() -> None:
    asked = LinkQuestion(A, B, "inferred", "proposed", "guideline → training: modul literasi", "impossible", 0.61, 4)
    number, after, about, before, _, why, chance, hangs, *answer, standing, key = row(links(asked), 4)
    assert (number, after, before, chance, hangs) == ("1", B.action, A.action, "61%", "4")
    assert about.startswith("(pelaksana tidak disebut)")
    assert why == "Pedoman → Pelatihan; sama-sama menyebut “modul literasi”; bila ya, jadwalnya tidak tercapai"
    assert answer == ["", "", "", ""]
    assert standing == "Diusulkan"
    assert pair_of(key) == (A, B)


def test_a_link_of_a_ring_names_the_ring_and_whether_it_is_the_one_to_cut() -> None:
    told = {
        weakest: row(links(LinkQuestion(A, B, "explicit", "accepted", "setelah no. 1", "", 0.9, 0, ring, weakest)), 4)[
            5
        ]
        for weakest, ring in ((True, ("RK-2", "RK-1")), (False, tuple(f"RK-{n}" for n in range(1, 9))))
    }
    assert told[True] == "Saling menunggu A.2 → A.1 → A.2; bukti ini paling lemah: “setelah no. 1”"
    assert told[False] == "Saling menunggu A.1 → A.2 → A.3 → … → A.8 → A.1: “setelah no. 1”"


@pytest.mark.parametrize("evidence", ["", "kata " * 50, "a → b: " + "kata " * 50])
def test_a_reason_has_no_more_than_twenty_words(evidence: str) -> None:
    for ring in ((), tuple(f"RK-{n}" for n in range(30))):
        asked = LinkQuestion(A, B, "inferred", "proposed", evidence, "impossible", 0.5, 0, ring)
        assert len(row(links(asked), 4)[5].split()) <= 20


def test_decided_links_stand_below_the_open_ones_with_what_became_of_them() -> None:
    asked = LinkQuestion(A, B, "inferred", "accepted", "x", "", 0.98, 0)
    told = LinkAnswer(B, A, LinkRuling.REJECTED, "tidak", Remark("Ani", "2017-02-20", "cek"), Standing.SUSPECT)
    sheet = links(asked, told)
    assert row(sheet, 4)[12] == "Berlaku"
    assert row(sheet, 5)[8:12] == ["tidak", "Ani", "cek", "2017-02-20"]
    assert "periksa lagi" in row(sheet, 5)[12]
    assert pair_of(row(sheet, 5)[13]) == (B, A)
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"ya,tidak"'


def links(asked: LinkQuestion, *told: LinkAnswer) -> Worksheet:
    """The sheet of links of a review."""
    names = {f"RK-{n}": f"A.{n} (RK-{n})" for n in range(1, 9)}
    data = decisions_file(Review(links=(asked,), link_answers=told), load("id"), names)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Keterkaitan"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_words_that_differ_are_marked() -> None:
    first, second = (sheets()[0].cell(4, column).value for column in (2, 4))
    assert isinstance(first, CellRichText)
    assert isinstance(second, CellRichText)
    assert [[run.text for run in cell if isinstance(run, TextBlock) and run.font.b] for cell in (first, second)] == [
        ["Menyusun", " digital"],
        ["Penyusunan"],
    ]


def test_decisions_and_words_stand_on_sheets_of_their_own() -> None:
    _, decided, glossary = sheets()
    assert row(decided, 4)[4:9] == ["sama", "Ani", "cek", "2017-02-20", "berlaku"]
    assert row(glossary, 4)[:4] == ["sabak", "tapak", "x = y", "setuju"]
    assert [sheet.title for sheet in sheets(Review())] == ["Pertanyaan", "Sudah diputuskan"]


def test_answers_are_chosen_from_a_list_and_the_header_stays_in_sight() -> None:
    sheet = sheets()[0]
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1, choice.allow_blank) == ("I4:I5", '"sama,beda,keluarga"', True)
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:L5"
    assert sheet.column_dimensions["L"].hidden
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", False)
    assert sheet.print_title_rows == "$3:$3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_are_well_formed_and_the_same_review_gives_the_same_bytes(language: str) -> None:
    data = decisions_file(REVIEW, load(language), {})
    assert decisions_file(REVIEW, load(language), {}) == data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        roots = {name: etree.fromstring(parts.read(name)) for name in parts.namelist()}
    order = [etree.QName(child).localname for child in roots["xl/worksheets/sheet1.xml"]]
    assert order == [
        "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells", "dataValidations",
        "pageMargins", "pageSetup", "headerFooter",
    ]  # fmt: skip
    assert decisions_name(load(language)) in {"keputusan.xlsx", "decisions.xlsx"}


@pytest.mark.parametrize("text", ["=1+1", "<b>&\"'", "a\x00\x0bb\ud800", "_x0041_", "kata " * 8000, "", "  a  b  "])
def test_no_text_is_a_formula_or_breaks_the_file(text: str) -> None:
    nasty = Side(text, owners=text, file=text, locator="row 2", prints=("a",))
    review = Review((Doubt(nasty, B, Grounds((text,), ("object",)), 0.5, 2, text, Remark(text, text, text)),))
    sheet = sheets(review)[0]
    assert {cell.data_type for line in sheet.iter_rows(min_row=4) for cell in line} <= {"s", "n"}
    assert all(
        len(re.sub("_x005F", "", str(cell.value or ""))) <= 32_767 for line in sheet.iter_rows() for cell in line
    )
    pair_of(str(sheet.cell(4, 12).value))
