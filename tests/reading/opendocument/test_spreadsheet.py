"""OpenDocument spreadsheets to tables: places, repeats, values, looks, what is anchored to cells."""

from datetime import date, datetime, time
from typing import Any

import pytest

import tasks.reading.opendocument.sheet as limits
import tasks.reading.worksheets.bands as sheet_bands
from tasks.model.blocks import CellValue, Note, Paragraph, Span, Table
from tasks.model.problem import Code
from tasks.reading.opendocument.spreadsheet import read_spreadsheet
from tasks.reading.refusal import CannotReadError
from tests.reading.opendocument.files import (
    cell,
    document,
    flat,
    only_table,
    opened,
    p,
    properties,
    row,
    sheet,
    style,
)
from tests.reading.packages import drawn

EMPTY = "<table:table-cell/>"


WITHOUT_WORDS = '<table:table-cell office:value-type="date" office:date-value="2018-03-12"/>'


def typed(kind: str, attribute: str, stored: str, words: str, more: str = "") -> str:
    return cell(words, f'office:value-type="{kind}" office:{attribute}="{stored}" {more}')


def first(found: Any) -> tuple[str, CellValue]:
    (only,) = only_table(found).cells
    return only.text, only.value


def repeated(kind: str, times: int) -> str:
    return f'table:number-{kind}-repeated="{times}"'


def test_the_first_used_row_is_grid_row_one_and_columns_count_from_a() -> None:
    found = only_table(sheet(row(EMPTY, attributes=repeated("rows", 6)) + row(EMPTY, cell("a"))))
    assert (found.first_row, found.rows, found.cols, found.locator) == (7, 1, 2, "sheet 'Lembar 1', row 7")
    assert (found.at.part, found.at.path, found.at.sheet) == ("content.xml", "s1/t1", "Lembar 1")


def test_a_million_empty_rows_and_columns_cost_nothing() -> None:
    blank = f"<table:table-cell {repeated('columns', 16_384)}/>"
    found = only_table(sheet(row(cell("a")) + row(blank, attributes=repeated("rows", 1_048_575))))
    assert (found.rows, found.cols, len(found.cells)) == (1, 1, 1)


def test_repeated_cells_and_rows_stand_at_each_place() -> None:
    twice = cell("x", repeated("columns", 2))
    found = only_table(sheet(row(twice, cell("y"), attributes=repeated("rows", 2)) + row(cell("z"))))
    assert drawn(found) == [["x", "x", "y"], ["x", "x", "y"], ["z", "", ""]]


def test_a_stray_cell_far_below_is_a_table_apart() -> None:
    blank = row(EMPTY, attributes=repeated("rows", 1_048_574))
    far = row(f"<table:table-cell {repeated('columns', 16_383)}/>", cell("b"))
    tables = [block for block in sheet(row(cell("a")) + blank + far).blocks if isinstance(block, Table)]
    assert [(t.rows, t.locator) for t in tables] == [
        (1, "sheet 'Lembar 1', row 1"),
        (1, "sheet 'Lembar 1', row 1048576"),
    ]


def test_a_sheet_that_no_cut_makes_small_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_bands, "MAX_CELLS", 10)
    with pytest.raises(CannotReadError, match=r"reading\.table-too-large"):
        sheet(row(cell("a"), *[EMPTY] * 20, cell("b")))


def test_words_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 1_000)
    with pytest.raises(CannotReadError, match=r"reading\.table-too-large"):
        sheet(row(cell("a", repeated("columns", 16_384)), attributes=repeated("rows", 1_048_576)))


def test_cells_beyond_the_last_column_are_cut() -> None:
    found = sheet(row(f"<table:table-cell {repeated('columns', 16_384)}/>", cell("jauh")) + row(cell("a")))
    assert drawn(only_table(found)) == [["a"]]
    assert dict(found.receipt.skipped) == {"cut": 4}


def test_merged_areas_are_spans_and_what_they_cover_is_not_shown() -> None:
    wide = cell("a", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
    hidden = f"<table:covered-table-cell>{p('gaib')}</table:covered-table-cell>"
    gap = "<table:covered-table-cell/>"
    found = sheet(row(wide, hidden, cell("b")) + row(gap, gap, cell("c")))
    assert drawn(only_table(found)) == [["a", "<", "b"], ["^", "^", "c"]]
    assert dict(found.receipt.skipped) == {"not shown": 4}


def test_a_merge_over_the_whole_row_ends_where_the_words_end() -> None:
    found = only_table(sheet(row(cell("a", 'table:number-columns-spanned="16384"')) + row(cell("b"), cell("c"))))
    assert drawn(found) == [["a", "<"], ["b", "c"]]


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        (typed("float", "value", "1500000", "1.500.000"), ("1500000", 1_500_000)),
        (typed("float", "value", "0.25", "0,25"), ("0.25", 0.25)),
        (typed("currency", "value", "7", "Rp7,00"), ("7", 7)),
        (typed("percentage", "value", "0.5", "50,00%"), ("50%", 0.5)),
        (typed("float", "value", "1", "TRUE"), ("TRUE", True)),
        (typed("float", "value", "1e400", "besar sekali"), ("besar sekali", "besar sekali")),
        (typed("float", "value", "rusak", "3"), ("3", "3")),
        (typed("boolean", "boolean-value", "true", "BENAR"), ("BENAR", True)),
        (typed("date", "date-value", "2018-03-12", "12/03/18"), ("12/03/18", date(2018, 3, 12))),
        (
            typed("date", "date-value", "2018-04-05T13:30:00.123456789", "5 Apr"),
            ("5 Apr", datetime(2018, 4, 5, 13, 30)),  # noqa: DTZ001
        ),
        (typed("date", "date-value", "2018-13-45", "entah"), ("entah", "entah")),
        (typed("time", "time-value", "PT08H30M00S", "08:30"), ("08:30", time(8, 30))),
        (typed("time", "time-value", "PT30H00M00S", "30:00"), ("30:00", 1.25)),
        (typed("time", "time-value", "selamanya", "lama"), ("lama", "lama")),
        (typed("string", "string-value", "disimpan", "tampak"), ("tampak", "tampak")),
        ('<table:table-cell office:value-type="float" office:value="5"/>', ("5", 5)),
        (
            '<table:table-cell office:value-type="date" office:date-value="2018-03-12"/>',
            ("12/03/2018", date(2018, 3, 12)),
        ),
        ('<table:table-cell office:value-type="time" office:time-value="PT1H2M3S"/>', ("1:02:03", time(1, 2, 3))),
        (cell("tanpa jenis"), ("tanpa jenis", "tanpa jenis")),
    ],
)
def test_values_and_their_text(made: str, seen: tuple[str, CellValue]) -> None:
    assert first(sheet(row(made))) == seen


def test_several_paragraphs_are_lines_and_flags_stay_with_their_words() -> None:
    struck = style("T1", "text", properties("text", 'style:text-line-through-style="solid"'))
    second = p('b <text:span text:style-name="T1">c</text:span>')
    words = f"<table:table-cell>{p('a')}{second}</table:table-cell>"
    (only,) = only_table(sheet(row(words), struck)).cells
    (block,) = only.blocks
    assert isinstance(block, Paragraph)
    assert (block.text, block.spans) == ("a\nb c", (Span(4, 5, "struck"),))


def test_the_look_of_a_cell_and_where_it_comes_from() -> None:
    styles = (
        style("hijau", "table-cell", properties("table-cell", 'fo:background-color="#00b050"'))
        + style("coret", "table-cell", properties("text", 'style:text-line-through-style="solid"'))
        + style("tebal", "table-cell", properties("text", 'fo:font-weight="bold"'))
        + style("simbol", "table-cell", properties("text", 'style:font-name="Wingdings"'))
    )
    columns = '<table:table-column table:default-cell-style-name="tebal"/><table:table-column/>'
    found = only_table(
        sheet(
            row(cell("a"), cell("b", 'table:style-name="coret"'), cell("ü", 'table:style-name="simbol"'))
            + row(EMPTY, '<table:table-cell table:style-name="hijau"/>', cell("c"))
            + row(EMPTY, cell("d"), attributes='table:default-cell-style-name="hijau"'),
            styles,
            columns,
        )
    )
    looks = {(c.row, c.col): c for c in found.cells}
    assert (looks[1, 1].bold, looks[1, 2].bold, looks[1, 3].text) == (True, False, "✓")
    assert [s.kind for b in looks[1, 2].blocks if isinstance(b, Paragraph) for s in b.spans] == ["struck"]
    assert {place: c.fill for place, c in looks.items() if c.fill} == {
        (2, 2): "00B050",
        (3, 1): "00B050",
        (3, 2): "00B050",
    }


def test_colours_reach_no_further_than_the_words() -> None:
    styles = style("hijau", "table-cell", properties("table-cell", 'fo:background-color="#00b050"'))
    green = f'<table:table-cell table:style-name="hijau" {repeated("columns", 16_000)}/>'
    rows = row(EMPTY, EMPTY, cell("a")) + row(green, attributes=repeated("rows", 2)) + row(cell("b"))
    found = only_table(sheet(rows + row(green, attributes=repeated("rows", 1_000_000)), styles))
    assert (found.rows, found.cols, sum(c.fill != "" for c in found.cells)) == (4, 3, 6)


def test_hidden_rows_columns_and_sheets() -> None:
    styles = style("t", "table", properties("table", 'table:display="false"'))
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = row(cell("a"), cell("b")) + row(cell("c"), attributes='table:visibility="filter"')
    found = sheet(rows, styles, columns, attributes='table:style-name="t"')
    assert [c.hidden for c in only_table(found).cells] == [False, True, True]
    assert only_table(found).hidden
    assert [(p.code, p.locator) for p in found.problems] == [(Code.SHEET_HIDDEN, "sheet 'Lembar 1'")]


def test_a_formula_without_result_shows_itself() -> None:
    formula = '<table:table-cell table:formula="of:=SUM([.B2:.B3];[Lain.A1])"/>'
    found = sheet(row(EMPTY, formula))
    assert first(found) == ("=SUM(B2:B3;Lain.A1)", None)
    assert [(p.code, p.locator, dict(p.details)) for p in found.problems] == [
        (Code.FORMULA_NOT_CALCULATED, "sheet 'Lembar 1'", {"cells": "B1"})
    ]


def test_a_formula_whose_result_is_no_text_is_calculated() -> None:
    empty = '<table:table-cell table:formula="of:=T(1)" office:value-type="string" office:string-value=""/>'
    assert sheet(row(cell("a"), empty)).problems == ()


def test_comments_and_boxes_stand_behind_the_table() -> None:
    about = "<dc:creator>Ani</dc:creator><dc:date>2018-03-12</dc:date>"
    remark = f"<office:annotation>{about}<text:p>cek</text:p></office:annotation>"
    box = f"<draw:frame><draw:text-box>{p('kotak')}</draw:text-box></draw:frame>"
    shapes = f"<table:shapes><draw:rect>{p('bebas')}</draw:rect></table:shapes>"
    found = sheet(shapes + row(f"<table:table-cell>{remark}{p('a')}{box}</table:table-cell>"))
    table, *boxes, note = found.blocks
    assert isinstance(table, Table)
    assert isinstance(note, Note)
    assert [(b.locator, b.text) for b in boxes if isinstance(b, Paragraph)] == [
        ("sheet 'Lembar 1', row 1", "kotak"),
        ("sheet 'Lembar 1', row 1", "bebas"),
    ]
    assert (note.locator, note.author, note.date, note.text, note.anchor, note.at.path) == (
        "sheet 'Lembar 1', row 1, comment 1",
        "Ani",
        "2018-03-12",
        "cek",
        "a",
        "s1/A1",
    )


def test_rows_of_other_tables_are_none_of_the_worksheet() -> None:
    inner = f"<table:table>{row(cell('dalam'))}</table:table>"
    links = f"<table:dde-links><table:dde-link>{inner}</table:dde-link></table:dde-links>"
    body = f'<table:table table:name="A">{row(cell("a"))}</table:table>{links}'
    found = opened("spreadsheet", body)
    assert [drawn(block) for block in found.blocks if isinstance(block, Table)] == [[["a"]]]


def test_a_name_with_braces_does_not_break_the_places() -> None:
    assert only_table(sheet(row(cell("a")), name="a{b}")).locator == "sheet 'a{b}', row 1"


def test_a_flat_file_gives_the_same_blocks() -> None:
    body = f'<table:table table:name="A">\n  {row(cell("a"))}\n</table:table>'
    found = read_spreadsheet(flat("spreadsheet", body))
    assert found.receipt.remainder == 0
    assert found.blocks == read_spreadsheet(document("spreadsheet", body)).blocks


def test_a_text_is_no_spreadsheet() -> None:
    with pytest.raises(CannotReadError, match=r"reading\.broken"):
        read_spreadsheet(document("text", p("a")))
