"""Word tables as grids: merges in both directions, rows that start late or overflow, deleted rows left out.

Word keeps no grid: each row is a list of cells with widths in columns, and a vertical merge is a flag on each of the
cells. Documents of other programs break these rules, so a merge that leads nowhere is a cell of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Cell, Content, Table
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.ooxml.names import ALTERNATE, CELL, CONTROL, PROPERTIES, ROW, VAL, W
from tasks.reading.refusal import refused
from tasks.reading.running_text.slivers import without_slivers
from tasks.reading.word.cells import (
    NO_PROPERTIES,
    CellContents,
    GridCells,
    PlainCell,
    Properties,
    emboldened,
    fill,
    merge,
)
from tasks.reading.word.elements import on, value
from tasks.reading.word.plain import plain_cells
from tasks.reading.word.story import Story
from tasks.reading.word.view import CHANGES, change_in, words
from tasks.reading.xml import number

MAX_SPAN: Final = 63
"""Word's own limit of columns in a table."""
MAX_CELLS: Final = 2_000_000
_FIRST_ROW: Final = 0x0020


ReadCell = Callable[[etree._Element, str], CellContents]
"""Reads a cell's contents, given the locator of its row."""


@dataclass(slots=True)
class _Grid:
    """A table while it is put together. `open`: index of the cell that a vertical merge goes on from, by column."""

    locate: str
    read_cell: ReadCell
    story: Story
    cells: GridCells
    open: dict[int, int]
    pages: list[int]
    bold_head: bool = False
    rows: int = 0
    cols: int = 0


def read_table(
    table: etree._Element, locate: str, read_cell: ReadCell, story: Story, at: Provenance = NOWHERE
) -> Table | None:
    """The grid of a table; None if no row is left. Raises CannotReadError beyond two million cells."""
    grid = _Grid(locate, read_cell, story, GridCells(locate), {}, [], _has_bold_head(table, story))
    for row in _inside(table, ROW, story):
        _read_row(row, grid)
        if grid.rows * grid.cols > MAX_CELLS:
            raise refused("reading.table-too-large")
    if not grid.rows or not grid.cols:
        return None
    widths = [number(col.get(W + "w")) for col in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    cells, cols = without_slivers(grid.cells.packed(), grid.cols, widths)
    pages = grid.pages if story.pages.source and grid.pages[0] != grid.pages[-1] else []
    return Table(locate, cells, grid.rows, cols, pages=tuple(pages), at=at)


def _has_bold_head(table: etree._Element, story: Story) -> bool:
    """Whether the style of a table makes its first row bold, and the table lets it (17.4.55)."""
    properties = table.find(W + "tblPr")
    if value(properties, "tblStyle") not in story.styles.bold_heads or properties is None:
        return False
    look = properties.find(W + "tblLook")
    if look is None:
        return False
    said = look.get(W + "firstRow")
    return said in {"1", "true", "on"} if said is not None else bool(_hex(look.get(VAL)) & _FIRST_ROW)


def _inside(parent: etree._Element, tag: str, story: Story) -> Iterator[etree._Element]:
    """Children with a tag, also those inside content controls and other wrappers."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in CHANGES and child.tag in story.view.gone:
            story.gone(child)
        elif child.tag not in PROPERTIES and len(child):
            yield from _inside(story.chosen(child) if child.tag in (CONTROL, ALTERNATE) else child, tag, story)


def _read_row(row: etree._Element, grid: _Grid) -> None:
    """Puts a row into the grid, unless a tracked change took it away or is yet to bring it."""
    properties = row.find(W + "trPr")
    mark = change_in(properties)
    if mark is None:
        _row(row, properties, grid)
        return
    story, known = grid.story, len(grid.story.revisions)
    if mark.tag in story.view.gone:
        story.gone(row)
    else:
        _row(row, properties, grid)
        del story.revisions[known:]
    story.where = grid.locate.format(max(grid.rows, 1))
    story.revised(mark, "row", " | ".join(words(cell) for cell in row.iter(CELL)))


def _row(row: etree._Element, properties: etree._Element | None, grid: _Grid) -> None:
    grid.rows += 1
    hidden = properties is not None and on(properties.find(W + "hidden"))
    col = 1 + _span(value(properties, "gridBefore"), 0)
    locator = grid.locate.format(grid.rows)
    merges: dict[int, int] = {}
    left: int | None = None
    plain = plain_cells(row, locator, grid.story, hidden)
    for read in _cells(row, locator, grid) if plain is None else plain:
        found = emboldened(read) if grid.bold_head and grid.rows == 1 else read
        if isinstance(found, PlainCell):
            grid.cells.add_plain(grid.rows, col, found)
            col += 1
            continue
        look, inside = found
        if left is not None and look.across == "continue":
            grid.cells[left] = _wider(grid.cells[left], look.span, grid)
            _kept(inside, left, grid)
        else:
            left = _cell(look, inside, col, hidden, grid, merges)
        col += look.span
    grid.open = merges
    grid.pages.append(grid.story.pages.number)
    grid.cols = max(grid.cols, col - 1 + _span(value(properties, "gridAfter"), 0))


def _cells(row: etree._Element, locator: str, grid: _Grid) -> Iterator[tuple[Properties, CellContents]]:
    for element in _inside(row, CELL, grid.story):
        look = _look(element)
        if look.span > max(MAX_SPAN, grid.story.overwide[0]):
            grid.story.overwide = look.span, locator
        yield look._replace(span=min(look.span, MAX_SPAN)), grid.read_cell(element, locator)


def _cell(look: Properties, inside: CellContents, col: int, hidden: bool, grid: _Grid, merges: dict[int, int]) -> int:
    """Puts a cell into the grid or lengthens the one above it; the index of that cell."""
    above = grid.open.get(col)
    if look.down == "continue" and above is not None and grid.cells[above].colspan == look.span:
        grid.cells[above] = _longer(grid.cells[above], inside.blocks, grid)
        merges[col] = above
        return above
    grid.cells.add(Cell(grid.rows, col, inside.blocks, 1, look.span, None, "", look.fill, inside.bold, hidden))
    if look.down:
        merges[col] = len(grid.cells) - 1
    return len(grid.cells) - 1


def _kept(inside: CellContents, left: int, grid: _Grid) -> None:
    """Words that a broken merge across hides are kept with the cell on the left."""
    extra = tuple(b for b in inside.blocks if b.kind == "table" or b.text)
    if extra:
        grid.cells[left] = replace(grid.cells[left], blocks=grid.cells[left].blocks + extra)


def _longer(above: Cell, blocks: tuple[Content, ...], grid: _Grid) -> Cell:
    """A cell reaching one row further down; words that a broken merge hides are kept with it."""
    words = tuple(b for b in blocks if b.kind == "table" or b.text)
    return replace(above, rowspan=grid.rows - above.row + 1, blocks=above.blocks + words)


def _wider(left: Cell, span: int, grid: _Grid) -> Cell:
    return replace(left, colspan=min(left.colspan + span, MAX_SPAN)) if left.row == grid.rows else left


def _look(cell: etree._Element) -> Properties:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return NO_PROPERTIES
    found = {child.tag: child for child in properties}
    span = found.get(W + "gridSpan")
    return Properties(
        1 if span is None else max(number(span.get(VAL), 1), 1),
        merge(found.get(W + "vMerge")),
        merge(found.get(W + "hMerge")),
        fill(found.get(W + "shd")),
    )


def _span(words: str | None, default: int) -> int:
    return default if words is None else min(max(number(words, default), default), MAX_SPAN)


def _hex(words: str | None) -> int:
    try:
        return int(words or "0", 16)
    except ValueError:
        return 0
