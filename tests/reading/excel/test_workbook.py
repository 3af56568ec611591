"""Workbooks to tables: values, merges, hidden parts, colours, strays."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

import tasks.reading.excel.grid as sheet_grid
import tasks.reading.excel.packing as packing
from tasks.model.blocks import CellValue, Paragraph, Span, Table
from tasks.model.problem import Code, problem
from tasks.model.receipt import Receipt
from tasks.reading.contents import Contents
from tasks.reading.excel.workbook import read_workbook
from tasks.reading.refusal import CannotReadError
from tests.builders import workbook
from tests.reading.packages import PATHOLOGIES, R, drawn, package, relationships, sheet

CORNERS = [["c11", "c12", "c13"], ["c21", "c22", "c23"], ["c31", "c32", "c33"]]


def opened(name: str) -> Contents:
    return read_workbook((PATHOLOGIES / "xlsx" / f"{name}.xlsx").read_bytes())


def first(name: str) -> Table:
    return only(opened(name))


def only(book: Contents) -> Table:
    found = book.blocks[0]
    assert isinstance(found, Table)
    return found


def values(table: Table, row: int) -> list[CellValue]:
    return [cell.value for cell in table.cells if cell.row == row]


def test_rows_and_columns_keep_their_numbers_under_title_rows() -> None:
    found = first("X01_title")
    assert found.row_locator(5) == "sheet 'Renja', row 5"
    assert drawn(found)[4] == ["", "No", "Kegiatan", "Target", "Satuan", "Biaya"]
    assert values(found, 7) == [2, "Keg1", 10, "orang", 1_000_000]


def test_the_first_used_row_is_grid_row_one() -> None:
    found = only(read_workbook(sheet('<row r="7"><c r="B7"><v>1</v></c></row>')))
    assert (found.first_row, found.rows, found.cols, found.locator) == (7, 1, 2, "sheet 'Lembar 1', row 7")


def test_merged_areas_are_spans() -> None:
    assert drawn(first("X02_merged")) == [
        ["No", "Kegiatan", "Waktu", "<", "Biaya"],
        ["^", "^", "Mulai", "Selesai", "^"],
        ["1", "KgA", "Jan", "Mar", "5"],
        ["^", "KgB", "Apr", "Jun", "6"],
    ]


def test_hidden_rows_columns_and_sheets_are_flagged() -> None:
    book = opened("X03_hidden")
    hidden = {cell.text for cell in only(book).cells if cell.hidden}
    assert hidden == {"v13", "v23", "v33", "v43", "v31", "v32", "v34"}
    assert [p.locator for p in book.problems] == ["sheet 'Tersembunyi'", "sheet 'SangatTersembunyi'"]
    assert [block.hidden for block in book.blocks if isinstance(block, Table)] == [False, True, True]


def test_a_filter_hides_rows() -> None:
    assert {cell.row for cell in first("X10_filter").cells if cell.hidden} == {4}


def test_rows_and_columns_without_height_or_width_are_hidden() -> None:
    rows = '<row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2" ht="10.5"><c r="A2"><v>1</v></c>'
    columns = '<cols><col min="2" max="2" width="0"/></cols>'
    found = only(read_workbook(sheet(rows + '<c r="B2"><v>1</v></c></row>', before=columns)))
    assert [cell.hidden for cell in found.cells] == [True, False, True]


def test_rows_folded_away_are_hidden() -> None:
    assert [(cell.text, cell.hidden) for cell in first("X18_zero").cells] == [
        ("h", False), ("ZEROHT", False), ("GROUPED", True),
    ]  # fmt: skip


def test_tables_beside_and_below_one_another_keep_their_places() -> None:
    assert drawn(first("X04_multi")) == [
        ["T1a", "T1b", "", "T2a", "T2b"], ["1", "2", "", "3", "4"], ["5", "6", "", "7", "8"], [""] * 5, [""] * 5,
        ["T3a", "T3b", "T3c", "", ""], ["x", "y", "z", "", ""],
    ]  # fmt: skip


def test_a_formula_without_result_shows_itself_and_is_named() -> None:
    book = opened("X05_formula")
    assert drawn(only(book))[3:] == [["Jumlah", "=SUM(B2:B3)"], ["x", "=B2*2"]]
    assert only(book).cells[-3].value is None
    assert book.problems == (problem(Code.FORMULA_NOT_CALCULATED, "", "sheet 'Sheet'", cells="B4, B5"),)


def test_of_many_formulas_without_result_the_first_are_named() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>B{n}</f></c></row>' for n in range(1, 30))
    (found,) = read_workbook(sheet(rows)).problems
    assert dict(found.details)["cells"] == ", ".join([*(f"A{n}" for n in range(1, 11)), "…"])


def test_a_copy_of_a_shared_formula_without_result_is_no_empty_cell() -> None:
    rows = '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1</f></c></row>'
    rows += '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
    assert drawn(only(read_workbook(sheet(rows)))) == [["=B1"], ["=…"]]


def test_a_formula_may_result_in_no_text() -> None:
    rows = '<row r="1"><c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c><c r="B1"><v>0</v></c></row>'
    book = read_workbook(sheet(rows))
    assert (drawn(only(book)), book.problems) == ([["", "0"]], ())


def test_a_formula_shows_its_result() -> None:
    found = only(read_workbook(sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')))
    assert (found.cells[0].text, found.cells[0].value) == ("2", 2)


def test_dates_are_dates_with_the_text_of_their_format() -> None:
    cells = [cell for cell in first("X06_dates").cells if cell.row == 2]
    assert [(cell.text, cell.value) for cell in cells] == [
        ("12 March 2018", date(2018, 3, 12)),
        ("2018-04-05 13:30", datetime(2018, 4, 5, 13, 30)),  # noqa: DTZ001
        ("12 Maret 2018", date(2018, 3, 12)),
        ("30:00", 1.25),
    ]


def test_the_other_epoch() -> None:
    assert values(first("X06b_1904"), 2) == [date(2018, 3, 12)]


def test_numbers_keep_their_value_and_lose_separators() -> None:
    cells = [(cell.text, cell.value) for cell in first("X07_numbers").cells if cell.row == 2]
    assert cells == [
        ("007", "007"),
        ("25%", 0.25),
        ("1500000", 1_500_000),
        ("0.3", 0.3),
        ("1.500.000", "1.500.000"),
    ]


def test_ticks_and_coloured_cells_without_text() -> None:
    found = first("X09_marks")
    assert drawn(found)[2] == ["MarkB", "", "x", "", "✓"]
    assert [(cell.col, cell.fill) for cell in found.cells if cell.row == 4] == [(1, ""), (2, "00B050"), (3, "00B050")]


def test_struck_text_is_flagged_run_by_run() -> None:
    cells = first("X12_rich").cells
    assert cells[0].text == "baris1\nbaris2"
    assert [block.spans for cell in cells[1:3] for block in cell.blocks if isinstance(block, Paragraph)] == [
        (Span(11, 17, "struck"),),
        (Span(0, 10, "struck"),),
    ]


@pytest.mark.parametrize("name", ["X13_dim", "X13b_nor", "X16_strict"])
def test_wrong_dimension_missing_references_and_strict_namespaces(name: str) -> None:
    assert drawn(first(name)) == CORNERS


def test_errors_and_truth_values_are_shown() -> None:
    assert drawn(first("X14_err"))[1] == ["TRUE", "#REF!", "c23"]


def test_a_stray_cell_in_the_last_corner_is_a_table_apart() -> None:
    near, far = [block for block in opened("X15_huge").blocks if isinstance(block, Table)]
    assert (near.rows, near.cols, drawn(near)) == (1, 1, [["a"]])
    assert (far.rows, far.locator) == (1, "sheet 'Sheet', row 1048576")


@pytest.mark.parametrize(
    "beyond", ['<row r="1048577"><c><v>9</v></c></row>', '<row r="2"><c r="XFE2"><v>9</v></c></row>']
)
def test_cells_outside_of_a_worksheet_are_left_out(beyond: str) -> None:
    book = read_workbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + beyond))
    assert (drawn(only(book)), dict(book.receipt.skipped)) == ([["1"]], {"cut": 1})


def test_a_sheet_that_no_cut_makes_small_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_grid, "MAX_CELLS", 10)
    with pytest.raises(CannotReadError):
        read_workbook(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))


def test_a_merge_over_the_whole_row_ends_where_the_words_end() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'
    found = only(read_workbook(sheet(rows, '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>')))
    assert (found.cols, drawn(found)) == (2, [["1", "<"], ["1", "2"]])


def test_a_text_box_stands_behind_the_table_with_its_row() -> None:
    box = opened("X17_textbox").blocks[1]
    assert box == Paragraph("sheet 'Sheet', row 2", "XLBOX")


def test_a_link_is_marked_with_its_address() -> None:
    cells = first("X11_comments").cells
    assert [block.spans for cell in cells for block in cell.blocks if isinstance(block, Paragraph)] == [
        (), (Span(0, 6, "link", target="https://contoh.go.id/"),),
    ]  # fmt: skip


def links(*areas: str) -> bytes:
    """A sheet of three cells, these areas of which lead to an address."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 4))
    xml = "".join(f'<hyperlink ref="{area}" r:id="rId1"/>' for area in areas)
    with zipfile.ZipFile(io.BytesIO(sheet(rows, f'<hyperlinks xmlns:r="{R}">{xml}</hyperlinks>'))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    target = relationships(("hyperlink", "https://contoh.go.id")).replace("/></", ' TargetMode="External"/></')
    return package({**parts, "xl/worksheets/_rels/sheet1.xml.rels": target})


def test_a_link_may_cover_an_area_and_a_cell_has_one() -> None:
    cells = only(read_workbook(links("A2:XFD1048576", "A2", "B9"))).cells
    assert [[span.kind for block in cell.blocks for span in getattr(block, "spans", ())] for cell in cells] == [
        [], ["link"], ["link"],
    ]  # fmt: skip


def test_no_number_of_links_keeps_the_reader_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST_LINKED", 20)
    with pytest.raises(CannotReadError):
        read_workbook(links(*["A1:C3"] * 9))


def test_columns_may_be_said_to_be_hidden_again_and_again() -> None:
    hidden = "".join(f'<col min="{a}" max="{b}" hidden="1"/>' for a, b in [(2, 2), (2, 3), (3, 4), (9, 99999)])
    cells = "".join(f'<c r="{name}1"><v>1</v></c>' for name in "ABCDEI")
    found = only(read_workbook(sheet(f'<row r="1">{cells}</row>', before=f"<cols>{hidden}</cols>")))
    assert [cell.hidden for cell in found.cells] == [False, True, True, True, False, True]


def test_tables_tell_where_they_are() -> None:
    found = [block.at for block in opened("X03_hidden").blocks if isinstance(block, Table)]
    assert [(at.part, at.path, at.sheet, at.hidden) for at in found] == [
        ("xl/worksheets/sheet1.xml", "t1", "Tampak", False),
        ("xl/worksheets/sheet2.xml", "t1", "Tersembunyi", True),
        ("xl/worksheets/sheet3.xml", "t1", "SangatTersembunyi", True),
    ]


def test_words_under_a_merged_cell_are_not_shown() -> None:
    rows = '<row r="1"><c r="A1"><v>12</v></c><c r="B1"><v>345</v></c><c r="C1" t="s"><v>0</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    book = read_workbook(sheet(rows, merged, shared="<si><t>isi</t></si>"))
    assert drawn(only(book)) == [["12", "<", "<"]]
    assert book.receipt == Receipt(9, 2, (("not shown", 6), ("reference", 1)))


def test_areas_that_cover_one_another_hide_no_words() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:A1"/><mergeCell ref="B1:C1"/></mergeCells>'
    assert {cell.text for cell in only(read_workbook(sheet(rows, merged))).cells} == {"1", "2"}


def test_a_name_with_braces_does_not_break_the_places() -> None:
    (found,) = read_workbook(workbook({"a{b}": "x"})).blocks
    assert found.locator == "sheet 'a{b}', row 1"


def test_shared_strings_leave_phonetic_hints_out() -> None:
    shared = "<si><r><t>isi</t></r><rPh><t>bunyi</t></rPh></si>"
    found = only(read_workbook(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=shared)))
    assert found.cells[0].text == "isi"


def test_control_characters_are_unescaped() -> None:
    inline = '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D__x000A_b_x0007_</t></is></c></row>'
    assert only(read_workbook(sheet(inline))).cells[0].text == "a\nb"


@pytest.mark.parametrize(
    ("fill", "seen"),
    [
        ('<patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill>', "92D050"),
        ('<patternFill patternType="solid"><fgColor indexed="10"/></patternFill>', "FF0000"),
        ('<patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill>', ""),
        ('<patternFill patternType="solid"><fgColor rgb="FF000000" tint="0.5"/></patternFill>', "808080"),
        ('<patternFill patternType="none"/>', ""),
        ('<patternFill patternType="solid"><fgColor theme="4"/></patternFill>', ""),
    ],
)
def test_the_colour_that_a_person_sees(fill: str, seen: str) -> None:
    styles = f'<fills><fill>{fill}</fill></fills><cellXfs><xf fillId="0"/></cellXfs>'
    found = only(read_workbook(sheet('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', styles=styles)))
    assert found.cells[0].fill == seen


def test_the_same_date_in_the_sample(sample: Path) -> None:
    path = sample / "documents" / "Kelompok 5" / "Rencana Pelatihan per Provinsi.xlsx"
    cells = [c for t in read_workbook(path.read_bytes()).blocks if isinstance(t, Table) for c in t.cells]
    assert {(c.text, c.value) for c in cells if c.number_format == "mmm-yy"} >= {("Sep-17", date(2017, 9, 1))}


def test_what_the_builder_writes_is_read() -> None:
    (found,) = read_workbook(workbook({"Matriks": "No | Waktu | <\n1 | Mei / Juni | 7\n^ | x | y"})).blocks
    assert isinstance(found, Table)
    assert drawn(found) == [["No", "Waktu", "<"], ["1", "Mei\nJuni", "7"], ["^", "x", "y"]]
