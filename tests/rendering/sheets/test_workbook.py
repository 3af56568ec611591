"""Workbooks as bytes: types of cells, texts that look like formulas, totals, what is printed."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tasks.rendering.sheets.cell_xml import letter
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.sheets.workbook import workbook

_LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


def opened(sheet: Sheet) -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(workbook([sheet], "&P"))).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def of(rows: Sequence[Sequence[Cell]], *styles: Style, total: Sequence[Cell] = (), printed: int = 0) -> Sheet:
    columns = [Column(f"Kolom {n}", 20, style) for n, style in enumerate(styles)]
    return Sheet("L", "Judul", "Pengantar", columns, rows, total=total, kept=1, printed=printed)


def test_days_and_numbers_are_days_and_numbers() -> None:
    row: tuple[Cell, ...] = (date(2017, 2, 28), 1_250_000, Decimal("0.85"), "kata")
    cells = opened(of([row], Style.DATE, Style.NUMBER, Style.SHARE, Style.TEXT))[4]
    assert [cell.value for cell in cells] == [datetime.fromisoformat("2017-02-28"), 1_250_000, 0.85, "kata"]
    assert [cell.number_format for cell in cells] == ["d\\ mmm\\ yyyy", "#,##0", "0%", "General"]


def test_what_no_cell_holds_exactly_is_a_text() -> None:
    cells = opened(of([(10**15, date(1899, 5, 1), 10**15 - 1)], Style.NUMBER, Style.DATE, Style.NUMBER))[4]
    assert [cell.value for cell in cells] == ["1000000000000000", "1899-05-01", 10**15 - 1]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+62 811", "-Menyusun"])
def test_a_text_like_a_formula_stays_a_text_when_its_cell_is_opened(text: str) -> None:
    cells = opened(of([(text, text, "aman")], Style.TEXT, Style.QUIET, Style.TEXT))[4]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        (text, "s", True), (text, "s", True), ("aman", "s", False),
    ]  # fmt: skip


@given(_LINES)
def test_words_come_back_as_they_were(text: str) -> None:
    raw = zipfile.ZipFile(io.BytesIO(workbook([of([(text,)], Style.TEXT)], "&P"))).read("xl/worksheets/sheet1.xml")
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cell = etree.fromstring(raw).find(f".//{space}row[@r='4']/{space}c")
    assert cell is not None
    assert "".join(str(found) for found in cell.itertext()).replace("_x005F_", "_") == text.replace("_x005F_", "_")


def test_the_total_stands_below_the_filter_and_what_is_printed_is_named() -> None:
    sheet = opened(of([("a", 1), ("b", 2)], Style.TEXT, Style.NUMBER, total=("Jumlah", 3), printed=1))
    assert sheet.auto_filter.ref == "A3:B5"
    assert [cell.value for cell in sheet[6]] == ["Jumlah", 3]
    assert all(cell.font.b for cell in sheet[6])
    assert sheet.print_area == "'L'!$A$1:$A$6"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "B4"


@given(st.integers(0, 16_383))
def test_columns_have_their_letters(column: int) -> None:
    assert letter(column) == get_column_letter(column + 1)
