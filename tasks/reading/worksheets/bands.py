"""Bands of rows: cells that lie far apart do not share a grid that would be absurdly large."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Protocol, TypeVar

from tasks.reading.refusal import refused
from tasks.reading.worksheets.areas import MAX_CELLS

_DENSE: Final = 4
_GAP: Final = 1_000


class Placed(Protocol):
    """A cell at its place, from 1."""

    @property
    def row(self) -> int:
        """Its row."""

    @property
    def col(self) -> int:
        """Its column."""


T = TypeVar("T", bound=Placed)


def bands(cells: Sequence[T]) -> list[list[T]]:
    """Cells in the order of their rows as one band, unless its grid would break the limit and mostly be empty.

    Raises CannotReadError if parting them where many rows are empty does not help.
    """
    if not cells:
        return []
    if _fits(cells):
        return [list(cells)]
    found = [[cells[0]]]
    for before, cell in pairwise(cells):
        if cell.row - before.row > _GAP:
            found.append([])
        found[-1].append(cell)
    if not all(map(_fits, found)):
        raise refused("reading.table-too-large")
    return found


def _fits(cells: Sequence[Placed]) -> bool:
    area = (cells[-1].row - cells[0].row + 1) * max(cell.col for cell in cells)
    return area <= MAX_CELLS or area <= _DENSE * len(cells)
