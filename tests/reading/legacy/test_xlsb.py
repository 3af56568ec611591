"""Binary workbooks, record by record, held against another reader."""

import io
import struct

import pytest
from python_calamine import CalamineWorkbook

from tasks.model.blocks import Note, Paragraph, Span, Table
from tasks.model.problem import Code
from tasks.reading.legacy.xlsb.records import read_records
from tasks.reading.legacy.xlsb.workbook import read_xlsb
from tasks.reading.refusal import CannotReadError
from tests.reading.legacy.builders import part, u16, u32, wide, xlsb
from tests.reading.packages import drawn, package

START = ((129, b""), (148, u32(0, 2, 0, 4)), (145, b""))


def row(number: int, hidden: bool = False) -> tuple[int, bytes]:
    return 0, u32(number, 0) + u16(0) + bytes((0, 0x10 if hidden else 0, 0)) + u32(0)


def cell(kind: int, col: int, data: bytes, style: int = 0) -> tuple[int, bytes]:
    return kind, u32(col, style) + data


def sheet(*records: tuple[int, bytes], after: tuple[tuple[int, bytes], ...] = ()) -> bytes:
    return part(*START, *records, (146, b""), *after, (130, b""))


def strings(*texts: bytes) -> bytes:
    return part((159, u32(len(texts), len(texts))), *((19, text) for text in texts), (160, b""))


def styles() -> bytes:
    """The second font is struck and bold, the second fill yellow; the second look has both and shows days."""

    def font(weight: int, flags: int) -> bytes:
        return u16(200, flags, weight, 0) + bytes(4) + bytes(8) + b"\0" + wide("Arial")

    def fill(pattern: int, colour: bytes) -> bytes:
        return u32(pattern) + colour + bytes(8) + bytes(48)

    yellow = bytes((2 << 1 | 1, 0, 0, 0, 0xFF, 0xFF, 0, 0xFF))
    return part(
        (278, b""), (611, u32(2)), (43, font(400, 0)), (43, font(700, 8)), (612, b""),
        (603, u32(2)), (45, fill(0, bytes(8))), (45, fill(1, yellow)), (604, b""),
        (617, u32(2)), (47, u16(0, 0, 0, 0, 0) + bytes(6)), (47, u16(0, 14, 1, 1, 0) + bytes(6)), (618, b""),
    )  # fmt: skip


def table(data: bytes) -> Table:
    found = read_xlsb(data)
    assert found.receipt.remainder == 0
    return next(block for block in found.blocks if isinstance(block, Table))


KINDS = sheet(
    row(0), cell(7, 0, u32(0)), cell(2, 1, u32(5 << 2 | 2)), cell(5, 2, struct.pack("<d", 2.5)), cell(4, 3, b"\1"),
    row(2), cell(6, 0, wide("langsung")), cell(8, 1, wide("hasil") + bytes(10)), cell(9, 2, struct.pack("<d", 7)),
    cell(3, 3, b"\x2a"), cell(10, 4, b"\0"),
)  # fmt: skip


def test_every_kind_of_cell() -> None:
    found = table(xlsb(KINDS, strings(b"\0" + wide("bersama"))))
    assert drawn(found) == [
        ["bersama", "5", "2.5", "TRUE", ""], [""] * 5, ["langsung", "hasil", "7", "#N/A", "FALSE"],
    ]  # fmt: skip
    assert found.locator == "sheet 'Lembar', row 1"


def test_another_reader_sees_the_same() -> None:
    data = xlsb(KINDS, strings(b"\0" + wide("bersama")), styles())
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    ours = {(c.row - 1, c.col - 1): c.value for c in table(data).cells}
    assert theirs[0] == [ours[0, 0], 5, 2.5, True, ""]
    assert theirs[2][:3] == [ours[2, 0], ours[2, 1], 7]


def test_looks_and_runs() -> None:
    rich = b"\1" + wide("abcd") + u32(1) + u16(2, 1)
    data = xlsb(sheet(row(0), cell(7, 0, u32(0)), cell(2, 1, u32(42795 << 2 | 2), style=1)), strings(rich), styles())
    first, second = table(data).cells
    (block,) = first.blocks
    assert isinstance(block, Paragraph)
    assert block.spans == (Span(2, 4, "struck"),)
    assert (second.text, second.fill, second.bold) == ("01/03/2017", "FFFF00", True)


def test_hidden_rows_columns_sheets_and_merges() -> None:
    columns = ((390, b""), (60, u32(1, 1, 0, 0) + u16(1)), (391, b""))
    records = part((129, b""), *columns, (145, b""), row(0), cell(6, 0, wide("A")), cell(6, 1, wide("B")),
                   row(1, hidden=True), cell(6, 0, wide("C")), (146, b""),
                   (177, u32(1)), (176, u32(1, 1, 0, 1)), (178, b""), (130, b""))  # fmt: skip
    found = read_xlsb(xlsb(records, state=1))
    grid = found.blocks[0]
    assert isinstance(grid, Table)
    assert drawn(grid) == [["A", "B"], ["C", "<"]]
    assert [c.hidden for c in grid.cells] == [False, True, True]
    assert [problem.code for problem in found.problems] == [Code.SHEET_HIDDEN]


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    data = xlsb(sheet(row(0), cell(6, 0, wide("A")), row(1_048_575), cell(6, 16_383, wide("Z"))))
    assert [block.rows for block in read_xlsb(data).blocks if isinstance(block, Table)] == [1, 1]


def test_comments_and_page_edges() -> None:
    comments = part((632, wide("Ani")), (635, u32(0, 0, 0, 0, 0) + bytes(16)), (637, b"\0" + wide("cek")), (636, b""))
    edges = (479, u16(0) + wide("&LKop") + u32(*[0xFFFFFFFF] * 5))
    data = xlsb(sheet(row(0), cell(6, 0, wide("A")), after=(edges,)), comments=comments)
    header, _, comment = read_xlsb(data).blocks
    assert header.locator == "sheet 'Lembar', header"
    assert isinstance(comment, Note)
    assert (comment.locator, comment.text, comment.author) == ("sheet 'Lembar', row 1, comment 1", "cek", "Ani")
    assert read_xlsb(data).receipt.remainder == 0


def test_records_that_are_cut_off_end_a_part() -> None:
    assert list(read_records(b"\x06\x05abc")) == []
    assert list(read_records(b"\x81\x01\x00\x06")) == [(129, b""), (6, b"")]


def test_an_empty_package_is_broken() -> None:
    with pytest.raises(CannotReadError):
        read_xlsb(package({"xl/lain.bin": b"x"}))
