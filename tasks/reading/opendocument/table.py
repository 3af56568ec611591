"""OpenDocument tables as grids: repeats expanded, covered cells, spans in both directions, deleted rows left out."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Cell, Table
from tasks.reading.opendocument.changes import gone_text, is_gone
from tasks.reading.opendocument.columns import (
    COLUMN,
    COLUMN_GROUPS,
    DEFAULT_STYLE,
    MAX_COLS,
    UNSEEN,
    Column,
    read_columns,
    repeats,
)
from tasks.reading.opendocument.names import CELL, COVERED, ROW, SOFT_PAGE_BREAK, TABLE
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.story import Story
from tasks.reading.refusal import refused
from tasks.reading.running_text.slivers import without_slivers
from tasks.reading.xml import number

MAX_SPAN: Final = 63
"""Columns that a cell may cover in a table that does not say how many columns it has."""
MAX_CELLS: Final = 2_000_000
GROUPS: Final = frozenset(TABLE + name for name in ("table-rows", "table-header-rows", "table-row-group"))
_DOWN: Final = TABLE + "number-rows-spanned"
_ACROSS: Final = TABLE + "number-columns-spanned"
ReadFlow = Callable[[etree._Element, Story, Place], Place]
"""Reads the contents of a cell."""


_NO_COLUMN: Final = Column()
_NOT_OPEN: Final = (0, 0)


@dataclass(slots=True)
class _Grid:
    """A table while it is put together. `open`: by column, the index of the cell that covers it and its last row."""

    story: Story
    place: Place
    read: ReadFlow
    locate: str
    columns: list[Column]
    fill: str
    cells: list[Cell] = field(default_factory=list)
    open: dict[int, tuple[int, int]] = field(default_factory=dict)
    rows: int = 0
    cols: int = 0
    pages: list[int] = field(default_factory=list)

    def cover(self, cell: Cell) -> None:
        """Puts a cell down."""
        self.cells.append(cell)
        for col in range(cell.col, cell.col + cell.colspan):
            self.open[col] = len(self.cells) - 1, cell.row + cell.rowspan - 1
        self.cols = max(self.cols, cell.col + cell.colspan - 1)


def read_table(table: etree._Element, story: Story, place: Place, read: ReadFlow) -> Table | None:
    """The grid of a table; None if no row is left. Raises CannotReadError beyond two million cells."""
    locate = place.locate or place.fixed
    if place.counts_tables and not place.locate:
        story.tables += 1
        locate = f"table {story.tables}, row {{}}"
    style = story.styles.get("table", table.get(TABLE + "style-name"))
    if place.is_body and place.blocks and (style.break_before or style.master):
        story.pages.typed()
    path, page = place.next_path("t", story.tables), story.pages.words()
    grid = _Grid(story, place, read, locate, read_columns(table, story), style.fill or "")
    _rows(table, grid)
    if not grid.rows or not grid.cols:
        return None
    cut = [_cut(cell, grid.rows) for cell in grid.cells]
    cells, cols = without_slivers(cut, grid.cols, [column.width for column in grid.columns])
    pages = tuple(grid.pages) if len(set(grid.pages)) > 1 else ()
    at = place.at(story, path, pages[0] if pages else page)
    return Table(locate, tuple(cells), grid.rows, cols, hidden=story.hidden, pages=pages, at=at)


def _rows(parent: etree._Element, grid: _Grid) -> None:
    grid.story.gaps(parent)
    for child in parent:
        if child.tag == ROW:
            if grid.story.changes and is_gone(child, grid.story.changes, grid.story.view):
                _gone(child, grid)
            else:
                _repeated(child, grid)
        elif child.tag in GROUPS:
            _rows(child, grid)
        elif child.tag == SOFT_PAGE_BREAK:
            grid.story.pages.rendered()
            grid.story.leave(child)
        elif child.tag in COLUMN_GROUPS or child.tag == COLUMN:
            grid.story.leave(child)
        else:
            grid.story.leave(child, "metadata")


def _gone(row: etree._Element, grid: _Grid) -> None:
    if grid.story.view == "accepted":
        change, words = gone_text(row, grid.story.changes)
        grid.story.revised(change, "row", words, grid.locate.format(max(grid.rows, 1)))
    grid.story.leave(row)


def _repeated(row: etree._Element, grid: _Grid) -> None:
    """A row, as often as it repeats; its characters count once."""
    times = repeats(row, "rows", MAX_CELLS)
    before = len(grid.cells)
    _row(row, grid)
    if times > 1:
        grid.story.copy((times - 1) * max(len(grid.cells) - before, 1))
        with grid.story.uncounted():
            for _ in range(times - 1):
                _row(row, grid)


def _row(row: etree._Element, grid: _Grid) -> None:
    story = grid.story
    grid.rows += 1
    if grid.rows * max(grid.cols, 1) > MAX_CELLS:
        raise refused("reading.table-too-large")
    grid.pages.append(story.pages.number if story.pages.source else 0)
    style = story.styles.get("table-row", row.get(TABLE + "style-name"))
    hidden = row.get(TABLE + "visibility") in UNSEEN
    story.gaps(row)
    col = 1
    for element in row:
        if element.tag == CELL:
            col = _cells(element, row, col, style.fill or grid.fill, hidden, grid)
        elif element.tag == COVERED:
            col = _covered(element, col, grid)
        else:
            story.leave(element)
    grid.cols = max(grid.cols, min(col - 1, MAX_COLS))


def _cells(element: etree._Element, row: etree._Element, col: int, fill: str, hidden: bool, grid: _Grid) -> int:
    """Puts a cell into the grid, as often as it repeats; the column behind it."""
    inside: Place | None = None
    for _ in range(repeats(element, "columns", MAX_COLS)):
        while grid.open.get(col, _NOT_OPEN)[1] >= grid.rows:
            col += 1
        if col > MAX_COLS:
            break
        column = grid.columns[col - 1] if col <= len(grid.columns) else _NO_COLUMN
        name = element.get(TABLE + "style-name") or row.get(DEFAULT_STYLE) or column.style
        style = grid.story.styles.get("table-cell", name)
        if inside is None:
            inside = grid.read(element, grid.story, Place(grid.locate.format(grid.rows), False, look=style.look))
        else:
            grid.story.copy(1)
        down, across = _spans(element, col, grid)
        seen = style.fill or fill
        unseen = hidden or column.hidden
        cell = Cell(grid.rows, col, tuple(inside.blocks), down, across, None, "", seen, bool(inside.bold), unseen)
        grid.cover(cell)
        col += 1
    if inside is None:
        grid.story.leave(element, "cut")
    return col


def _spans(element: etree._Element, col: int, grid: _Grid) -> tuple[int, int]:
    """Rows and columns that a cell covers, columns only as far as the table has them."""
    rows, cols = element.get(_DOWN), element.get(_ACROSS)
    if rows is None and cols is None:
        return 1, 1
    most = len(grid.columns) - col + 1 if col <= len(grid.columns) else MAX_SPAN
    down, across = number(rows, 1), number(cols, 1)
    return max(1, min(down, MAX_CELLS)), max(1, min(across, most))


def _covered(element: etree._Element, col: int, grid: _Grid) -> int:
    """A position under another cell; words that stand there, unseen, are kept with that cell."""
    times = repeats(element, "columns", max(MAX_COLS - col + 1, 1))
    index, last = grid.open.get(col, _NOT_OPEN)
    is_open = last >= grid.rows
    outside = grid.story.hidden
    grid.story.hidden = outside or is_open
    inside = grid.read(element, grid.story, Place(grid.locate.format(grid.rows), counts_tables=False))
    grid.story.hidden = outside
    words = tuple(b for b in inside.blocks if b.kind == "table" or b.text.strip())
    if is_open and words:
        grid.cells[index] = replace(grid.cells[index], blocks=grid.cells[index].blocks + words)
    elif words:
        grid.cover(Cell(grid.rows, col, words))
    return col + times


def _cut(cell: Cell, rows: int) -> Cell:
    """A cell that reaches no further down than its table."""
    last = rows - cell.row + 1
    return replace(cell, rowspan=last) if cell.rowspan > last else cell
