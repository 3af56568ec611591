"""Cells that lie far apart."""

from typing import NamedTuple

import pytest

from tasks.reading.refusal import CannotReadError
from tasks.reading.worksheets.bands import bands


class Cell(NamedTuple):
    """A place."""

    row: int
    col: int


def test_a_stray_far_away_is_a_band_of_its_own() -> None:
    cells = [Cell(1, 1), Cell(1_000, 300), Cell(1_048_576, 2)]
    assert bands(cells) == [cells[:2], cells[2:]]


def test_cells_far_apart_share_a_band_while_their_grid_is_small() -> None:
    cells = [Cell(1, 1), Cell(1_048_576, 1)]
    assert bands(cells) == [cells]


def test_no_cells_are_no_band() -> None:
    assert bands([]) == []


def test_rows_and_columns_that_no_split_makes_small_are_refused() -> None:
    with pytest.raises(CannotReadError, match="table-too-large"):
        bands([Cell(row, 16_384) for row in range(1, 100_000, 900)])
