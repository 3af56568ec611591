"""Hair-thin columns of a table, taken out of its grid.

Whoever drags the border of a few cells leaves a column of a millimetre behind: the border of a header and that of the
rows under it no longer fall on the same line of the grid, and a cell seems to begin under its neighbour's header.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.model.blocks import Cell

THINNEST: Final = 150
"""Width in twentieths of a point (2.6 mm) below which a column holds no text: less than its own margins."""


def without_slivers(cells: Sequence[Cell], cols: int, widths: Sequence[int]) -> tuple[Sequence[Cell], int]:
    """The cells and number of columns without those thin columns that no cell has for itself alone."""
    thin = {col for col, width in enumerate(widths[:cols], 1) if 0 < width < THINNEST}
    if not thin:
        return cells, cols
    thin -= {cell.col for cell in cells if cell.colspan == 1}
    if not thin:
        return cells, cols
    thin -= {min(_covered(cell)) for cell in cells if _covered(cell) <= thin}
    moved = [0] * (cols + 2)
    for col in range(1, cols + 2):
        moved[col] = moved[col - 1] + (col not in thin)
    kept = tuple(_moved(cell, moved, thin) for cell in cells)
    return kept, cols - len(thin)


def _covered(cell: Cell) -> set[int]:
    return set(range(cell.col, cell.col + cell.colspan))


def _moved(cell: Cell, moved: Sequence[int], thin: set[int]) -> Cell:
    span = cell.colspan - len(_covered(cell) & thin)
    start = cell.col
    while start in thin:
        start += 1
    return replace(cell, col=moved[start], colspan=span)
