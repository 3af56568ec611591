"""Workbooks of Excel 5 to 2003, record by record."""

import io
import struct
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from tasks.model.blocks import Block, Cell, Note, Paragraph, Span, Table
from tasks.model.problem import Code
from tasks.reading.legacy.xls.records import rk_number
from tasks.reading.legacy.xls.workbook import read_xls
from tasks.reading.refusal import CannotReadError
from tests.reading.legacy.builders import compound, record, text16, u16, u32, xls
from tests.reading.packages import drawn

EXCEL_5 = 0x0500


def number(row: int, col: int, amount: float, style: int = 0) -> bytes:
    return record(0x203, u16(row, col, style), struct.pack("<d", amount))


def label(row: int, col: int, words: str, style: int = 0) -> bytes:
    return record(0x204, u16(row, col, style), text16(words))


def font(name: str = "Arial", weight: int = 400, flags: int = 0) -> bytes:
    return record(0x31, u16(200, flags, 0, weight, 0), bytes(4), text16(name, short=True))


def xf(font_number: int = 0, code: int = 0, colour: int = 0) -> bytes:
    return record(0xE0, u16(font_number, code), bytes(10), u32((1 if colour else 0) << 26), u16(colour))


def table(data: bytes) -> Table:
    found = read_xls(data)
    assert found.receipt.remainder == 0
    (block,) = [block for block in found.blocks if isinstance(block, Table)]
    return block


def cell(data: bytes) -> Cell:
    return table(data).cells[0]


def spans(found: Cell) -> tuple[Span, ...]:
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    return block.spans


def test_texts_and_numbers_stand_where_they_are() -> None:
    found = table(xls([label(2, 1, "Menyusun"), number(4, 3, 2.5)], name="Matriks {1}"))
    assert (found.locator, found.rows, found.cols, found.name) == ("sheet 'Matriks {1}', row 3", 3, 4, "Matriks {1}")
    assert [(c.row, c.col, c.text, c.value) for c in found.cells] == [
        (1, 2, "Menyusun", "Menyusun"),
        (3, 4, "2.5", 2.5),
    ]
    assert found.at.sheet == "Matriks {1}"


@pytest.mark.parametrize(
    ("code", "amount"), [(5 << 2 | 2, 5.0), (123 << 2 | 3, 1.23), ((1 << 30) - 1 << 2 | 2, -1.0), (0x3FF00000, 1.0)]
)
def test_packed_numbers(code: int, amount: float) -> None:
    assert rk_number(code) == amount


def test_many_packed_numbers_in_a_row() -> None:
    many = record(0xBD, u16(0, 1), u16(0), u32(1 << 2 | 2), u16(0), u32(2 << 2 | 2), u16(2))
    assert drawn(table(xls([many]))) == [["", "1", "2"]]


def test_shared_texts_run_on_into_the_next_record_in_another_width() -> None:
    head = u32(2, 2) + u16(6) + b"\0" + b"abc"
    rest = b"\1" + "déf".encode("utf-16-le") + u16(2) + b"\1" + "ŷz".encode("utf-16-le")
    data = xls([record(0xFD, u16(0, 0, 0), u32(0)), record(0xFD, u16(0, 1, 0), u32(1))],
               [record(0xFC, head), record(0x3C, rest)])  # fmt: skip
    assert drawn(table(data)) == [["abcdéf", "ŷz"]]
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python() == [["abcdéf", "ŷz"]]


def test_phonetic_hints_are_passed_over_and_struck_runs_are_marked() -> None:
    rich = u16(4) + b"\x0c" + u16(1) + u32(3) + b"abcd" + u16(2, 1) + b"xyz"
    shared = record(0xFC, u32(1, 1), rich + u16(1) + b"\0e")
    found = cell(xls([record(0xFD, u16(0, 0, 0), u32(0))], [font(), font(flags=8), xf(), shared]))
    assert (found.text, spans(found)) == ("abcd", (Span(2, 4, "struck"),))


def test_a_formula_shows_its_result() -> None:
    def formula(col: int, result: bytes) -> bytes:
        return record(0x06, u16(0, col, 0), result, u16(0), u32(0), u16(0))

    data = xls([
        formula(0, struct.pack("<d", 30)), formula(1, b"\0" * 6 + b"\xff\xff"), record(0x207, text16("teks")),
        formula(2, b"\1\0\1\0\0\0\xff\xff"), formula(3, b"\2\0\x07\0\0\0\xff\xff"), formula(4, b"\3\0\0\0\0\0\xff\xff"),
    ])  # fmt: skip
    assert [c.value for c in table(data).cells] == [30, "teks", True, "#DIV/0!"]


def test_a_result_may_run_on_into_the_next_record() -> None:
    formula = record(0x06, u16(0, 0, 0), b"\0" * 6 + b"\xff\xff", u16(0), u32(0), u16(0))
    data = xls([formula, record(0x207, u16(4), b"\0", b"ab"), record(0x3C, b"\0cd")])
    assert cell(data).text == "abcd"


def test_looks() -> None:
    before = [font(), font(weight=700), xf(), xf(1, 14, colour=13), record(0x22, u16(0))]
    found = cell(xls([number(0, 0, 42795, style=1)], before))
    assert (found.text, found.value, found.fill, found.bold) == ("01/03/2017", date(2017, 3, 1), "FFFF00", True)


def test_a_palette_of_its_own_and_days_since_1904() -> None:
    palette = record(0x92, u16(1), bytes((1, 2, 3, 0)))
    found = cell(xls([number(0, 0, 1, style=0)], [font(), xf(0, 14, colour=8), palette, record(0x22, u16(1))]))
    assert (found.value, found.fill) == (date(1904, 1, 2), "010203")


def test_own_formats() -> None:
    before = [font(), record(0x41E, u16(164), text16("000")), xf(code=164)]
    assert cell(xls([number(0, 0, 7)], before)).text == "007"


def test_hidden_rows_columns_and_sheets() -> None:
    row = record(0x208, u16(1, 0, 2, 0, 0, 0), u32(0x20))
    column = record(0x7D, u16(1, 1, 0, 0, 1))
    data = xls([column, row, *(label(r, c, "x") for r in range(2) for c in range(2))], state=2)
    found = table(data)
    assert [c.hidden for c in found.cells] == [False, True, True, True]
    assert found.hidden
    (problem,) = read_xls(data).problems
    assert (problem.code, problem.locator) == (Code.SHEET_HIDDEN, "sheet 'Lembar'")


def test_merged_cells_and_words_under_them() -> None:
    merged = record(0xE5, u16(2, 0, 1, 0, 1, 3, 3, 0, 200))
    data = xls([label(0, 0, "A"), label(0, 1, "tak tampak"), label(3, 0, "B"), merged])
    found = read_xls(data)
    assert drawn(table(data)) == [["A", "<"], ["^", "^"], ["", ""], ["B", "<"]]
    assert found.receipt.skipped == (("not shown", 10),)


def test_colours_without_words_are_cells() -> None:
    data = xls([label(0, 0, "A"), record(0xBE, u16(0, 1), u16(1, 0, 1), u16(3)), label(0, 4, "B")],
               [font(), xf(), xf(colour=10)])  # fmt: skip
    assert [(c.col, c.fill) for c in table(data).cells] == [(1, ""), (2, "FF0000"), (4, "FF0000"), (5, "")]


def drawing(kind: int, words: str, row: int) -> list[bytes]:
    anchor = struct.pack("<HHI", 0, 0xF010, 18) + u16(0, 1, 0, row, 0, 3, 0, row + 2, 0)
    shape = struct.pack("<HHI", 0xF, 0xF004, len(anchor)) + anchor
    return [
        record(0xEC, shape), record(0x5D, u16(0x15, 18, kind, 7), bytes(14)),
        record(0x1B6, bytes(10), u16(len(words), 0), bytes(4)), record(0x3C, b"\0" + words.encode()),
    ]  # fmt: skip


def test_comments_and_text_boxes() -> None:
    note = record(0x1C, u16(1, 0, 0, 7), text16("Ani"))
    found = read_xls(xls([label(1, 0, "A"), *drawing(0x19, "cek\nlagi", 0), *drawing(6, "KOTAK", 4), note]))
    _, box, comment = found.blocks
    assert isinstance(box, Paragraph)
    assert (box.locator, box.text) == ("sheet 'Lembar', row 5", "KOTAK")
    assert isinstance(comment, Note)
    assert (comment.locator, comment.text, comment.author, comment.anchor) == (
        "sheet 'Lembar', row 2, comment 1", "cek\nlagi", "Ani", "A",
    )  # fmt: skip
    assert found.receipt.remainder == 0


def test_a_comment_on_no_cell_stays_where_it_is_drawn() -> None:
    found = read_xls(xls([label(1, 0, "A"), *drawing(0x19, "cek", 3)]))
    assert [block.locator for block in found.blocks if isinstance(block, Paragraph)] == ["sheet 'Lembar', row 4"]


def test_headers_footers_and_links() -> None:
    address = "https://contoh.go.id/a\0".encode("utf-16-le")
    link = record(
        0x1B8, u16(0, 0, 0, 0), bytes(16), u32(2, 3), bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b"),
        u32(len(address)), address,
    )  # fmt: skip
    found = read_xls(xls([record(0x14, text16("&LRahasia")), record(0x15, text16("Hal &P")), label(0, 0, "A"), link]))
    header, grid, footer = found.blocks
    assert (header.locator, footer.locator) == ("sheet 'Lembar', header", "sheet 'Lembar', footer")
    assert isinstance(grid, Table)
    assert spans(grid.cells[0]) == (Span(0, 1, "link", target="https://contoh.go.id/a"),)
    assert found.receipt.remainder == 0


def test_a_password_is_told() -> None:
    with pytest.raises(CannotReadError) as caught:
        read_xls(xls([label(0, 0, "A")], [record(0x2F, bytes(6))]))
    assert caught.value.code is Code.FILE_ENCRYPTED


def test_excel_5_writes_in_a_code_page() -> None:
    row = [record(0x204, u16(0, 0, 0), u16(4), b"Caf\xe9"), record(0x1C, u16(0, 0, 5), b"catat")]
    found = read_xls(xls(row, [record(0x42, u16(1252))], version=EXCEL_5))
    grid, comment = found.blocks
    assert isinstance(grid, Table)
    assert isinstance(comment, Note)
    assert (grid.cells[0].text, comment.text) == ("Café", "catat")
    assert found.receipt.remainder == 0


def test_stray_cells_far_away_are_tables_of_their_own() -> None:
    found = read_xls(xls([label(0, 0, "A"), label(65_535, 255, "Z")])).blocks
    assert [(block.locator, block.rows) for block in found if isinstance(block, Table)] == [
        ("sheet 'Lembar', row 1", 1), ("sheet 'Lembar', row 65536", 1),
    ]  # fmt: skip


def test_cells_spread_over_too_large_an_area_are_refused() -> None:
    with pytest.raises(CannotReadError) as caught:
        read_xls(xls([label(row, 255, "x") for row in range(0, 60_000, 900)]))
    assert (caught.value.code, caught.value.cause) == (Code.FILE_REFUSED, "reading.table-too-large")


def test_a_sheet_that_is_listed_twice_is_read_once() -> None:
    data = xls([label(0, 0, "A")])
    at = data.index(b"\x85\0")
    length = int.from_bytes(data[at + 2 : at + 4], "little")
    entry = data[at : at + 4 + length]
    start = int.from_bytes(entry[4:8], "little") + len(entry)
    twice = (entry[:4] + u32(start) + entry[8:]) * 2
    assert len(read_xls(_with(data, at, len(entry), twice)).blocks) == 1


def _with(data: bytes, at: int, length: int, words: bytes) -> bytes:
    stream = data[512:]
    return compound({"Workbook": stream[: at - 512] + words + stream[at - 512 + length : 4000]})


def test_a_chart_inside_a_sheet_is_no_part_of_it() -> None:
    chart = [record(0x809, u16(0x600, 0x20, 0, 0)), label(0, 5, "sumbu"), record(0x0A)]
    assert drawn(table(xls([*chart, label(0, 0, "A")]))) == [["A"]]


@pytest.mark.parametrize("data", [compound({"Workbook": b""}), compound({"Lain": b"x"})])
def test_no_workbook(data: bytes) -> None:
    with pytest.raises(CannotReadError):
        read_xls(data)


def test_other_blocks_are_none() -> None:
    blocks: tuple[Block, ...] = read_xls(xls([])).blocks
    assert blocks == ()
