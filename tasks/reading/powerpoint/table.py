"""Tables on slides as grids.

Every row has a cell for each column; covered ones say so (hMerge, vMerge). Programs that leave covered cells out are
understood too, and a mark that leads to no merged cell is a cell of its own.
"""

from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Cell, ListItem, Paragraph, Table
from tasks.model.provenance import Provenance
from tasks.reading.ooxml.xml_tree import number
from tasks.reading.powerpoint.body import read_cell
from tasks.reading.powerpoint.colours import Palette
from tasks.reading.powerpoint.lists import Levels, read_levels
from tasks.reading.powerpoint.names import LIST_STYLE, PARAGRAPH, A
from tasks.reading.powerpoint.text import Reader
from tasks.reading.refusal import refused

MAX_SPAN: Final = 1_000
MAX_CELLS: Final = 2_000_000
_CELL: Final = A + "tc"
_BODY: Final = A + "txBody"
_PROPERTIES: Final = A + "tcPr"
_ON: Final = frozenset({"1", "true"})
_PLAIN_STYLES: Final = frozenset({"{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"})
"""The two table styles of PowerPoint whose first row is not bold: no style with and without lines."""


class _Merges(NamedTuple):
    """What a cell says of merges: covered from the left, from above; how many columns and rows it reaches."""

    across: bool = False
    down: bool = False
    wide: int = 1
    high: int = 1


_ALONE: Final = _Merges()


class _Contents(NamedTuple):
    """What is in a cell: its blocks, whether all of them are bold, its colour."""

    blocks: tuple[Paragraph | ListItem, ...]
    bold: bool
    fill: str


@dataclass(slots=True)
class _Origin:
    """A cell while its table is put together; `wide`, `high`: how far it says that it reaches."""

    row: int
    col: int
    wide: int
    high: int
    contents: _Contents
    rowspan: int = 1
    colspan: int = 1


@dataclass(slots=True)
class Grid:
    """A table while it is read. `above`: the cell that covers each column of the row above; `locator`: of its row."""

    locate: str
    reader: Reader
    levels: Levels
    palette: Palette
    cells: list[_Origin] = field(default_factory=list)
    above: dict[int, _Origin] = field(default_factory=dict)
    rows: int = 0
    cols: int = 0
    locator: str = ""


def read_table(table: etree._Element, grid: Grid, at: Provenance) -> Table | None:
    """The table (a:tbl) read into an empty grid; None if it has no cells. Raises CannotReadError if it is too large."""
    first = replace(grid.reader, bold=_first_row_is_bold(table))
    for row in table.iterfind(A + "tr"):
        _row(row, grid.reader if grid.rows else first, grid)
        if grid.rows * grid.cols > MAX_CELLS:
            raise refused("reading.table-too-large")
    if not grid.cells:
        return None
    cells = tuple(map(_finished, grid.cells))
    return Table(grid.locate, cells, grid.rows, grid.cols, hidden=at.hidden, at=at)


def _finished(origin: _Origin) -> Cell:
    blocks, bold, fill = origin.contents
    return Cell(origin.row, origin.col, blocks, origin.rowspan, origin.colspan, fill=fill, bold=bold)


def _first_row_is_bold(table: etree._Element) -> bool:
    properties = table.find(A + "tblPr")
    if properties is None or properties.get("firstRow") not in _ON:
        return False
    style = (properties.findtext(A + "tableStyleId") or "").strip().upper()
    return bool(style) and style not in _PLAIN_STYLES


def _row(row: etree._Element, reader: Reader, grid: Grid) -> None:
    grid.rows += 1
    grid.locator = grid.locate.format(grid.rows)
    col, left = 1, None
    covering: dict[int, _Origin] = {}
    cells = [(cell, _merges(cell)) for cell in row.iterchildren(_CELL)]
    after = [merges.across for _, merges in cells[1:]] + [False]
    for (cell, merges), next_is_covered in zip(cells, after, strict=True):
        left = _cell(cell, merges, col, left, reader, grid)
        covering[col] = left
        col += 1 if next_is_covered else _missing(merges, left, col)
    grid.above = covering
    grid.cols = max(grid.cols, col - 1)


def _missing(merges: _Merges, origin: _Origin, col: int) -> int:
    """How many columns a cell takes that no covered cell follows: one, or all it says where none were written."""
    if merges.wide == 1 or origin.col != col or origin.rowspan > 1:
        return 1
    origin.colspan = merges.wide
    return merges.wide


def _cell(cell: etree._Element, merges: _Merges, col: int, left: _Origin | None, reader: Reader, grid: Grid) -> _Origin:
    """The cell that covers this place: a new one, or the one that reaches here from the left or from above."""
    origin = None if merges is _ALONE else _covering(merges, col, left, grid)
    if origin is None:
        origin = _Origin(grid.rows, col, merges.wide, merges.high, _contents(cell, reader, grid))
        grid.cells.append(origin)
        return origin
    # Nobody sees the words of a covered cell.
    inside = _contents(cell, replace(reader, hidden=True), grid)
    origin.contents = origin.contents._replace(blocks=origin.contents.blocks + inside.blocks)
    origin.colspan = max(origin.colspan, col - origin.col + 1)
    origin.rowspan = max(origin.rowspan, grid.rows - origin.row + 1)
    return origin


def _covering(merges: _Merges, col: int, left: _Origin | None, grid: Grid) -> _Origin | None:
    if left is not None and merges.across and left.col + left.wide > col:
        return left
    above = grid.above.get(col) if merges.down else None
    return above if above is not None and above.row + above.high > grid.rows else None


def _contents(cell: etree._Element, reader: Reader, grid: Grid) -> _Contents:
    """The blocks of a cell, whether all its words are bold, its colour."""
    blocks: tuple[Paragraph | ListItem, ...] = ()
    bold, fill = False, ""
    for child in cell:
        if child.tag == _BODY:
            paragraphs, levels = [], grid.levels
            for inner in child:
                if inner.tag == PARAGRAPH:
                    paragraphs.append(inner)
                elif inner.tag == LIST_STYLE:
                    levels = read_levels(inner, levels)
            blocks, bold = read_cell(paragraphs, reader, levels, grid.locator)
        elif child.tag == _PROPERTIES and len(child):
            fill = grid.palette.fill(child)
    return _Contents(blocks, bold, fill)


def _merges(cell: etree._Element) -> _Merges:
    said = cell.attrib
    if not said:
        return _ALONE
    wide, high = (min(max(number(said.get(name), 1), 1), MAX_SPAN) for name in ("gridSpan", "rowSpan"))
    return _Merges(said.get("hMerge") in _ON, said.get("vMerge") in _ON, wide, high)
