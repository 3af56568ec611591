"""Tables know the places of their cells."""

import pytest

from tasks.model.blocks import Cell, Paragraph, Table
from tasks.model.provenance import Provenance, a1
from tests.builders import table


def test_a_cell_in_running_text_has_a_path_and_the_page_of_its_row() -> None:
    made = table("No | Kegiatan\n1 | a\n2 | b")
    at = Provenance("word/document.xml", "t2", 4, "rendered-break", trail=("BAB II",))
    found = Table(made.locate, made.cells, made.rows, made.cols, pages=(4, 4, 5), at=at)
    place = found.place(found.cells[-1])
    assert (place.part, place.path, place.page, place.trail) == ("word/document.xml", "t2/r3c2", 5, ("BAB II",))


def test_a_cell_of_a_worksheet_has_its_address() -> None:
    cell = Cell(2, 28, (Paragraph("", "x"),))
    found = Table("sheet 'A', row {}", (cell,), 2, 28, first_row=5, at=Provenance(sheet="A", path="t1"))
    assert found.place(cell).path == "AB6"
    assert found.row_locator(cell.row) == "sheet 'A', row 6"


@pytest.mark.parametrize(
    ("row", "col", "address"), [(1, 1, "A1"), (9, 26, "Z9"), (10, 27, "AA10"), (1, 16_384, "XFD1")]
)
def test_addresses_count_as_a_workbook_does(row: int, col: int, address: str) -> None:
    assert a1(row, col) == address
