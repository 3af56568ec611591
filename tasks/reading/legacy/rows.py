"""Tables of formats that know only rows: each a list of cells with edges across the page, merges as flags on cells."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, NamedTuple

from tasks.model.blocks import Cell, Content, Table
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.refusal import refused

MAX_CELLS: Final = 2_000_000
MAX_COLS: Final = 63
"""Word's own limit of columns in a table."""
_TOLERANCE: Final = 60
"""Edges that lie so near (in twentieths of a point, 1 mm) are one, as far as no cell is that narrow."""

Merge = Literal["", "restart", "continue"]


class Mark(NamedTuple):
    """What a row says of one of its cells: merged down, merged across, its colour as six hex digits."""

    down: Merge = ""
    across: Merge = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the cells of a row lie: the left edge of the first and the right edge of each, and their marks."""

    edges: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    hidden: bool = False


class Inside(NamedTuple):
    """What is in a cell, and whether all of its text is bold."""

    blocks: tuple[Content, ...]
    bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and where they lie."""

    cells: tuple[Inside, ...]
    layout: Layout = Layout()


@dataclass(slots=True)
class _Grid:
    """A table while it is put together.

    `open`: index of the cell that a vertical merge goes on from, by column. `under`: words that broken merges hide, by
    the index of the cell that covers them.
    """

    borders: list[int]
    cells: list[Cell] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)
    under: dict[int, list[Content]] = field(default_factory=dict)
    cols: int = 0


def build(rows: Sequence[Row], locate: str, at: Provenance = NOWHERE) -> Table | None:
    """The grid of a table; None if it has no cells. Raises CannotReadError beyond two million places."""
    grid = _Grid(_borders(rows))
    for number, row in enumerate(rows, 1):
        _row(row, number, grid)
        if number * grid.cols > MAX_CELLS:
            raise refused("reading.table-too-large")
    if not grid.cells:
        return None
    for index, words in grid.under.items():
        grid.cells[index] = replace(grid.cells[index], blocks=(*grid.cells[index].blocks, *words))
    return Table(locate, tuple(grid.cells), len(rows), grid.cols, at=at)


def _borders(rows: Sequence[Row]) -> list[int]:
    """The edges of columns that all rows together have."""
    edges = sorted({edge for row in rows for edge in row.layout.edges})
    widths = [b - a for row in rows for a, b in zip(row.layout.edges, row.layout.edges[1:], strict=False) if b > a]
    tolerance = min(_TOLERANCE, min(widths, default=0) // 2)
    borders: list[int] = []
    for edge in edges:
        if not borders or edge - borders[-1] > tolerance:
            borders.append(edge)
    return borders


def _row(row: Row, number: int, grid: _Grid) -> None:
    merges: dict[int, int] = {}
    left: int | None = None
    end = 1
    for index, inside in enumerate(_defined(row)):
        col, end = _place(row.layout, index, end, grid)
        mark = row.layout.marks[index] if index < len(row.layout.marks) else Mark()
        if left is not None and mark.across == "continue":
            _cover(left, inside, grid)
            if grid.cells[left].row == number:
                grid.cells[left] = replace(grid.cells[left], colspan=end - grid.cells[left].col)
            continue
        left = _cell(inside, mark, (number, col, end), row.layout.hidden, grid, merges)
    grid.open = merges
    grid.cols = max(grid.cols, end - 1)


def _defined(row: Row) -> Sequence[Inside]:
    """The cells of a row without the empty ones behind its last edge, which programs write by mistake."""
    count, least = len(row.cells), len(row.layout.marks)
    while count > least > 0 and not _words(row.cells[count - 1]):
        count -= 1
    return row.cells[:count]


def _place(layout: Layout, index: int, col: int, grid: _Grid) -> tuple[int, int]:
    """The columns of a cell, from 1, the last one excluded; those behind the last edge stand side by side."""
    if index + 1 >= len(layout.edges):
        return col, col + 1
    first = max(bisect_left(grid.borders, _nearest(layout.edges[index], grid.borders)) + 1, col)
    last = max(bisect_left(grid.borders, _nearest(layout.edges[index + 1], grid.borders)) + 1, first + 1)
    return first, min(last, first + MAX_COLS)


def _nearest(edge: int, borders: list[int]) -> int:
    """The border that stands for an edge: the last one that is not behind it."""
    at = bisect_left(borders, edge)
    return borders[at] if at < len(borders) and borders[at] == edge else borders[at - 1]


def _cell(
    inside: Inside, mark: Mark, place: tuple[int, int, int], hidden: bool, grid: _Grid, merges: dict[int, int]
) -> int:
    """Puts a cell into the grid or lengthens the one above it; the index of that cell."""
    number, col, end = place
    above = grid.open.get(col)
    if mark.down == "continue" and above is not None and grid.cells[above].colspan == end - col:
        _cover(above, inside, grid)
        grid.cells[above] = replace(grid.cells[above], rowspan=number - grid.cells[above].row + 1)
        merges[col] = above
        return above
    made = Cell(number, col, inside.blocks, 1, end - col, fill=mark.fill, bold=inside.bold, hidden=hidden)
    grid.cells.append(made)
    if mark.down:
        merges[col] = len(grid.cells) - 1
    return len(grid.cells) - 1


def _words(inside: Inside) -> list[Content]:
    return [block for block in inside.blocks if block.kind == "table" or block.text.strip()]


def _cover(index: int, inside: Inside, grid: _Grid) -> None:
    words = _words(inside)
    if words:
        grid.under.setdefault(index, []).extend(words)
