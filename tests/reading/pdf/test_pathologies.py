"""PDF files with one difficulty each, cell by cell against the answers beside them."""

import json

import pytest

from tasks.model.blocks import Table
from tasks.reading.pdf.document import read_pdf
from tests.reading.packages import PATHOLOGIES

FOLDER = PATHOLOGIES / "pdf"
NAMES = sorted(path.stem for path in FOLDER.glob("*.pdf"))
HEADERS = {"F1_ruled": 1, "F2_unruled": 1, "F3_ruled_norep": 0, "F4_merged": 2, "F5_gantt": 0}
"""How many rows each later page repeats; the answers hold them once."""


def tables(name: str) -> list[Table]:
    found = read_pdf((FOLDER / f"{name}.pdf").read_bytes())
    assert found.receipt.remainder == 0
    assert not found.problems
    return [block for block in found.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """Every cell once, at its origin; wrapped lines are one text."""
    out = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        out[cell.row - 1][cell.col - 1] = " ".join(cell.text.split())
    return out


def test_all_files_have_answers() -> None:
    assert set(NAMES) == set(HEADERS)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_where_it_belongs(name: str) -> None:
    truth: list[list[str]] = json.loads((FOLDER / f"{name}.pdf.json").read_text(encoding="utf-8"))
    first, *later = tables(name)
    found = rows(first)
    for table in later:
        repeated = HEADERS[name]
        assert rows(table)[:repeated] == truth[:repeated]
        found += rows(table)[repeated:]
    assert found == truth


@pytest.mark.parametrize("name", NAMES)
def test_parts_of_one_table_have_the_same_columns(name: str) -> None:
    assert len({table.cols for table in tables(name)}) == 1


def test_a_merged_header_is_a_span() -> None:
    header = [cell for cell in tables("F4_merged")[0].cells if cell.row == 1]
    assert [(cell.col, cell.colspan) for cell in header] == [(1, 1), (2, 1), (3, 2), (5, 1)]


def test_months_are_shaded_where_the_page_is_green() -> None:
    (table,) = tables("F5_gantt")
    shaded = {(cell.row, cell.col) for cell in table.cells if cell.fill == "008000"}
    assert shaded == {(row, col) for row in (3, 7, 11, 15) for col in (4, 5)}
    assert {cell.fill for cell in table.cells} == {"", "008000"}


def test_every_row_has_a_place_of_its_own() -> None:
    places = [t.row_locator(row) for t in tables("F1_ruled") for row in range(1, t.rows + 1)]
    assert len(places) == len(set(places))
    assert places[0] == "page 1, row 1"
    assert places[-1] == "page 3, row 3"
