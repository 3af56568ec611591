"""The plan as a workbook, read back."""

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.exchange.workbook.build import workbook_file, workbook_name
from tasks.rendering.view.items import rows_of_plan
from tasks.rendering.view.summary import summary_view
from tests.rendering.plans import MEETING, item, late, link, plan, record

NASTY = 'a & b < c > "d"\nbaris dua\x00\x0b'
FULL = plan(
    [
        item("A.2", action="=1+1", budget="1500; USD 60", fund_sources="APBN", slack_months="3", owners="B; C"),
        item("A.10", action=NASTY, budget="700", levels="central; province", on_critical_path="yes"),
        item("B.1", start="", end="", owners="", levels="", group="K2", programme=""),
    ],
    [record("A.2"), record("A.2", record_id="R9", inferred="owners: head of the document"), record("A.10")],
    [link("A.2", "A.10", confidence="0.90", lag="P14D"), link("B.1", "A.10", status="proposed", kind="inferred")],
    [{"item_id": "RK-A2", "field": "end", "values": "2017-04-30 (a.docx, row 2); 2017-06-30 (b.docx, row 3)"}],
    [problem(Code.OWNER_MISSING, item="RK-B1", action="Menyusun"), late("RK-A10", "RK-A2")],
    [{"file": "K1/a.docx", "group": "K1", "status": "read", "blocks": "40", "records": "2"}],
)


def sheets(what: Plan = FULL, language: str = "id") -> list[Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(workbook_file(what, load(language))))
    return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    header = [str(cell.value) for cell in sheet[3]]
    return [{h: cell.value for h, cell in zip(header, line, strict=True)} for line in sheet.iter_rows(min_row=4)]


def test_the_sheets_and_the_name() -> None:
    assert [sheet.title for sheet in sheets()] == [
        "Kegiatan", "Keterkaitan", "Perlu diputuskan", "Anggaran", "Sumber",
    ]  # fmt: skip
    assert [sheet.title for sheet in sheets(language="en")] == ["Actions", "Links", "To settle", "Budget", "Sources"]
    assert [workbook_name(load(one)) for one in LANGUAGES] == [
        "Rencana Kerja Terintegrasi.xlsx", "Integrated Work Plan.xlsx",
    ]  # fmt: skip


def test_an_activity_has_real_days_and_sums_by_currency_and_stands_in_order() -> None:
    found = rows(sheets()[0])
    assert [row["Nomor"] for row in found] == ["A.2", "A.10", "B.1"]
    first, second, third = found
    assert (first["Mulai"], first["Selesai"]) == (
        datetime.fromisoformat("2017-04-01"),
        datetime.fromisoformat("2017-06-30"),
    )
    assert (first["Anggaran (IDR)"], first["Anggaran (USD)"], first["Kelonggaran (bulan)"]) == (1500, 60, 3)
    assert (first["Kegiatan"], first["Penanggung jawab"]) == ("=1+1", "B; C")
    assert first["Disimpulkan"] == "Penanggung jawab: dari kepala dokumen"
    assert first["Sumber"] == "K1/Matriks.docx, tabel 1, baris 2\nK1/Matriks.docx, tabel 1, baris 2"
    assert second["Kegiatan"] == 'a & b < c > "d"\nbaris dua'
    assert (second["Menunggu"], second["Jalur kritis"]) == ("A.2, (B.1)", "ya")
    assert second["Tingkat pemerintahan"] == "Pusat, Provinsi"
    assert [third[name] for name in ("Mulai", "Selesai", "Anggaran (IDR)", "Penanggung jawab")] == [None] * 4


@pytest.mark.parametrize(
    "budgets, headers",
    [
        (("USD 5",), ["Anggaran (USD)"]),
        (("5", "USD 5"), ["Anggaran (USD)", "Anggaran (IDR)"]),
        ((), ["Anggaran (USD)"]),
    ],
)
def test_only_currencies_that_are_stated_have_a_column_that_of_the_meeting_first(
    budgets: tuple[str, ...], headers: list[str]
) -> None:
    what = plan([item(f"A.{n}", budget=one) for n, one in enumerate(budgets)], meeting=replace(MEETING, currency="USD"))
    for sheet in (sheets(what)[0], sheets(what)[3]):
        assert [cell.value for cell in sheet[3] if str(cell.value).startswith("Anggaran (")] == headers


def test_a_link_has_both_ends_its_basis_and_its_lag() -> None:
    first, second = rows(sheets()[1])
    assert (first["Nomor prasyarat"], first["Nomor yang menunggu"], first["Status"]) == ("A.2", "A.10", "Berlaku")
    assert (first["Jeda"], first["Keyakinan"], first["Bukti"]) == ("14 hari", 0.9, "“setelah pedoman terbit”")
    assert (second["Status"], second["Dasar"], second["Jeda"]) == ("Diusulkan", "Disimpulkan", None)


def test_matters_are_errors_then_warnings_then_sources_that_disagree() -> None:
    found = rows(sheets()[2])
    assert [(row["Jenis"], row["Nomor"]) for row in found] == [
        ("Jadwal tidak mungkin dipenuhi", "A.10"), ("Penanggung jawab belum ada", "B.1"),
        ("Perbedaan antarsumber", "A.2"),
    ]  # fmt: skip
    assert [row["Tingkat"] for row in found] == ["kesalahan", "perlu dilengkapi", "perlu dilengkapi"]
    assert found[-1]["Yang perlu diputuskan"].startswith("Waktu selesai:\n•\u00a030 April 2017 (a.docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sums_of_every_division_are_the_total_and_those_of_the_plan(language: str) -> None:
    speak = load(language)
    sheet = sheets(language=language)[3]
    *lines, total = ([cell.value for cell in line] for line in sheet.iter_rows(min_row=4))
    assert total == [speak.text("summary.total"), None, 3, 3, 2, 2200, 60]
    for division in {line[0] for line in lines}:
        held = [line for line in lines if line[0] == division]
        assert [sum(int(str(line[n] or 0)) for line in held) for n in (4, 5, 6)] == total[4:]
    told = summary_view(rows_of_plan(FULL), speak)
    shares = {share.name: share.items for share in (*told.levels, *told.funds, *told.programmes, *told.working_groups)}
    assert shares == {str(line[1]): str(line[2]) for line in lines}


def test_sources_are_counted() -> None:
    assert rows(sheets()[4]) == [
        {
            "Nomor": "1", "Kelompok kerja": "K1 – Kebijakan", "Berkas": "K1/a.docx", "Keadaan": "Dipakai",
            "Bagian yang dibaca": 40, "Baris kegiatan": 2,
        }
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [plan(), FULL])
def test_the_same_plan_gives_the_same_bytes_and_every_sheet_is_set_up(what: Plan, language: str) -> None:
    assert workbook_file(what, load(language)) == workbook_file(what, load(language))
    for sheet in sheets(what, language):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$3:$3"
        assert str(sheet.freeze_panes).endswith("4")
        assert {cell.data_type for line in sheet.iter_rows(min_row=4) for cell in line} <= {"s", "n", "d"}


def test_two_thousand_activities_stand_in_it() -> None:
    sheet = sheets(plan(item(f"A.{n}") for n in range(1, 2001)))[0]
    assert (sheet.max_row, sheet.auto_filter.ref) == (2003, "A3:AB2003")
