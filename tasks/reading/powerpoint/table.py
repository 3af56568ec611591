"""Tables on slides as grids.

Every row has a cell for each column; covered ones say so (hMerge, vMerge). Programs that leave covered cells out are
understood too, and a mark that leads to no merged cell is a cell of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Table
from tasks.model.provenance import Provenance
from tasks.reading.drawing.body import read_cell
from tasks.reading.drawing.colours import Palette
from tasks.reading.drawing.lists import NO_BULLETS, Levels, read_levels
from tasks.reading.drawing.names import BODY_OF_CELL, CELL, LIST_STYLE, PARAGRAPH, A
from tasks.reading.drawing.text import ON, Reader
from tasks.reading.powerpoint.grid import ALONE, Cells, Contents, Merges, Origin, merges
from tasks.reading.powerpoint.plain_row import plain_row
from tasks.reading.refusal import refused

MAX_CELLS: Final = 2_000_000
_PROPERTIES: Final = A + "tcPr"
_PLAIN_STYLES: Final = frozenset({"{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"})
"""The two table styles of PowerPoint whose first row is not bold: no style with and without lines."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What the cells of a table inherit and need."""

    reader: Reader
    levels: Levels
    palette: Palette


@dataclass(slots=True)
class _Grid:
    """A table while it is read. `above`: the cell that covers each column of the row above."""

    slots: Slots
    cells: Cells
    above: dict[int, Origin] = field(default_factory=dict)
    row: int = 0
    cols: int = 0

    @property
    def locator(self) -> str:
        return self.cells.locate.format(self.row)


def read_table(table: etree._Element, locate: str, slots: Slots, at: Provenance) -> Table | None:
    """The grid of a table (a:tbl); None if it has no cells. Raises CannotReadError if it is too large."""
    grid = _Grid(slots, Cells(locate))
    reader = replace(slots.reader, bold=_first_row_is_bold(table))
    for row in table.iterchildren(A + "tr"):
        grid.row += 1
        _row(row, reader, grid)
        reader = slots.reader
        if grid.row * grid.cols > MAX_CELLS:
            raise refused("reading.table-too-large")
    if not grid.cols:
        return None
    return Table(locate, grid.cells.packed(), grid.row, grid.cols, hidden=at.hidden, at=at)


def _first_row_is_bold(table: etree._Element) -> bool:
    properties = table.find(A + "tblPr")
    if properties is None or properties.get("firstRow") not in ON:
        return False
    style = (properties.findtext(A + "tableStyleId") or "").strip().upper()
    return bool(style) and style not in _PLAIN_STYLES


def _row(row: etree._Element, reader: Reader, grid: _Grid) -> None:
    plain = plain_row(row, reader, grid.slots.palette) if grid.slots.levels is NO_BULLETS else None
    if plain is not None:
        grid.cells.add_row(grid.row, *plain)
        grid.above = {}
        grid.cols = max(grid.cols, len(plain[0]))
        return
    grid.above = dict(_cells(row, reader, grid))


def _cells(row: etree._Element, reader: Reader, grid: _Grid) -> Iterator[tuple[int, Origin]]:
    """Puts the cells of a row into the grid; gives the cell that covers each column."""
    col, left = 1, None
    found = [(cell, merges(cell)) for cell in row.iterchildren(CELL)]
    after = [says.across for _, says in found[1:]] + [False]
    for (cell, says), next_is_covered in zip(found, after, strict=False):
        left = _cell(cell, says, col, left, reader, grid)
        yield col, left
        col += 1 if next_is_covered else _missing(says, left, col)
        grid.cols = max(grid.cols, col - 1)


def _missing(says: Merges, origin: Origin, col: int) -> int:
    """How many columns a cell takes that no covered cell follows: one, or all it says where none were written."""
    if says.wide == 1 or origin.col != col or origin.rowspan > 1:
        return 1
    origin.colspan = says.wide
    return says.wide


def _cell(cell: etree._Element, says: Merges, col: int, left: Origin | None, reader: Reader, grid: _Grid) -> Origin:
    """The cell that covers this place: a new one, or the one that reaches here from the left or from above."""
    origin = None if says is ALONE else _covering(says, col, left, grid)
    if origin is None:
        origin = Origin(grid.row, col, says, _contents(cell, reader, grid))
        grid.cells.add(origin)
    else:
        # Nobody sees the words of a covered cell.
        origin.reaches(grid.row, col, _contents(cell, replace(reader, hidden=True), grid))
    return origin


def _covering(says: Merges, col: int, left: Origin | None, grid: _Grid) -> Origin | None:
    if left is not None and says.across and left.col + left.says.wide > col:
        return left
    above = grid.above.get(col) if says.down else None
    return above if above is not None and above.row + above.says.high > grid.row else None


def _contents(cell: etree._Element, reader: Reader, grid: _Grid) -> Contents:
    body, properties = cell.find(BODY_OF_CELL), cell.find(_PROPERTIES)
    fill = grid.slots.palette.fill(properties)
    if body is None:
        return Contents((), False, fill)
    levels = read_levels(body.find(LIST_STYLE), grid.slots.levels)
    blocks, bold = read_cell(body.iterchildren(PARAGRAPH), reader, levels, grid.locator)
    return Contents(blocks, bold, fill)
