"""Word tables as grids: merges in both directions, rows that start late or overflow, deleted rows left out.

Word keeps no grid: each row is a list of cells with widths in columns, and a vertical merge is a flag on each of the
cells. Documents of other programs break these rules, so a merge that leads nowhere is a cell of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Cell, Content, Table
from tasks.reading.ooxml.names import CELL, CONTROL, DELETED, PROPERTIES, ROW, VAL, W
from tasks.reading.ooxml.xml_tree import contents, number, on, value
from tasks.reading.refusal import refused
from tasks.reading.word.slivers import without_slivers

MAX_SPAN: Final = 63
"""Word's own limit of columns in a table."""
MAX_CELLS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class CellContents:
    """What is in a cell, and whether all of its text is bold."""

    blocks: tuple[Content, ...]
    bold: bool


ReadCell = Callable[[etree._Element, str], CellContents]
"""Reads a cell's contents, given the locator of its row."""


class _Look(NamedTuple):
    """What the properties of a cell say: columns covered, state of the merges down and across, colour."""

    span: int = 1
    down: str = ""
    across: str = ""
    fill: str = ""


_PLAIN: Final = _Look()


@dataclass(slots=True)
class _Grid:
    """A table while it is put together. `open`: index of the cell that a vertical merge goes on from, by column."""

    locate: str
    read_cell: ReadCell
    cells: list[Cell]
    open: dict[int, int]
    rows: int = 0
    cols: int = 0


def read_table(table: etree._Element, locate: str, read_cell: ReadCell) -> Table | None:
    """The grid of a table; None if no row is left. Raises CannotReadError beyond two million cells."""
    grid = _Grid(locate, read_cell, [], {})
    for row in _inside(table, ROW):
        properties = row.find(W + "trPr")
        if properties is not None and any(child.tag in DELETED for child in properties):
            continue
        _row(row, properties, grid)
        if grid.rows * grid.cols > MAX_CELLS:
            raise refused("reading.table-too-large")
    if not grid.rows or not grid.cols:
        return None
    widths = [number(col.get(W + "w")) for col in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    cells, cols = without_slivers(grid.cells, grid.cols, widths)
    return Table(locate, tuple(cells), grid.rows, cols)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children with a tag, also those inside content controls and other wrappers."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in PROPERTIES and len(child):
            yield from _inside(contents(child) if child.tag == CONTROL else child, tag)


def _row(row: etree._Element, properties: etree._Element | None, grid: _Grid) -> None:
    grid.rows += 1
    hidden = properties is not None and on(properties.find(W + "hidden"))
    col = 1 + _span(value(properties, "gridBefore"), 0)
    merges: dict[int, int] = {}
    left: int | None = None
    for element in _inside(row, CELL):
        look = _look(element)
        if left is not None and look.across == "continue":
            grid.cells[left] = _wider(grid.cells[left], look.span, grid)
        else:
            left = _cell(element, look, col, hidden, grid, merges)
        col += look.span
    grid.open = merges
    grid.cols = max(grid.cols, col - 1 + _span(value(properties, "gridAfter"), 0))


def _cell(element: etree._Element, look: _Look, col: int, hidden: bool, grid: _Grid, merges: dict[int, int]) -> int:
    """Puts a cell into the grid or lengthens the one above it; the index of that cell."""
    inside = grid.read_cell(element, grid.locate.format(grid.rows))
    above = grid.open.get(col)
    if look.down == "continue" and above is not None and grid.cells[above].colspan == look.span:
        grid.cells[above] = _longer(grid.cells[above], inside.blocks, grid)
        merges[col] = above
        return above
    grid.cells.append(
        Cell(grid.rows, col, inside.blocks, 1, look.span, fill=look.fill, bold=inside.bold, hidden=hidden)
    )
    if look.down:
        merges[col] = len(grid.cells) - 1
    return len(grid.cells) - 1


def _longer(above: Cell, blocks: tuple[Content, ...], grid: _Grid) -> Cell:
    """A cell reaching one row further down; words that a broken merge hides are kept with it."""
    words = tuple(b for b in blocks if b.kind == "table" or b.text.strip())
    return replace(above, rowspan=grid.rows - above.row + 1, blocks=above.blocks + words)


def _wider(left: Cell, span: int, grid: _Grid) -> Cell:
    return replace(left, colspan=min(left.colspan + span, MAX_SPAN)) if left.row == grid.rows else left


def _look(cell: etree._Element) -> _Look:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return _PLAIN
    found = {child.tag: child for child in properties}
    span = found.get(W + "gridSpan")
    return _Look(
        1 if span is None else _span(span.get(VAL), 1),
        _merge(found.get(W + "vMerge")),
        _merge(found.get(W + "hMerge")),
        _fill(found.get(W + "shd")),
    )


def _merge(mark: etree._Element | None) -> str:
    """The state of a merge, "restart", "continue" or ""; the mark without a value means "continue" (17.18.57)."""
    return "" if mark is None else mark.get(VAL, "continue")


def _span(words: str | None, default: int) -> int:
    return default if words is None else min(max(number(words, default), default), MAX_SPAN)


def _fill(shade: etree._Element | None) -> str:
    """The colour of the cell as six hex digits; empty where a person sees none."""
    if shade is None:
        return ""
    colour = shade.get(W + "color" if shade.get(VAL) == "solid" else W + "fill", "").upper()
    return "" if colour in {"", "AUTO", "FFFFFF"} else colour
