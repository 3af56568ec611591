"""Columns too thin for text."""

from tasks.model.blocks import Cell
from tasks.reading.running_text.slivers import THINNEST, without_slivers

THIN, WIDE = THINNEST - 1, 2_000


def places(cells: list[Cell], widths: list[int]) -> tuple[list[tuple[int, int]], int]:
    found, cols = without_slivers(cells, len(widths), widths)
    return [(cell.col, cell.colspan) for cell in found], cols


def test_a_thin_column_between_borders_that_were_dragged_is_taken_out() -> None:
    cells = [Cell(1, 1, (), colspan=2), Cell(1, 3), Cell(2, 1), Cell(2, 2, (), colspan=2)]
    assert places(cells, [WIDE, THIN, WIDE]) == ([(1, 1), (2, 1), (1, 1), (2, 1)], 2)


def test_a_thin_column_that_a_cell_has_for_itself_stays() -> None:
    cells = [Cell(1, 1), Cell(1, 2), Cell(1, 3)]
    assert places(cells, [WIDE, THIN, WIDE]) == ([(1, 1), (2, 1), (3, 1)], 3)


def test_columns_of_unknown_width_stay() -> None:
    assert places([Cell(1, 1, (), colspan=3)], [0, 0, 0]) == ([(1, 3)], 3)
