"""The grid of one table of a web page (HTML Living Standard, 4.9.12: forming a table)."""

from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Cell, CellValue, Content, Table
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.refusal import refused
from tasks.reading.web.plans import Plan, Rows, Section
from tasks.reading.xml import number

MAX_CELLS: Final = 2_000_000
_MOST_ACROSS: Final = 1000  # the standard's own limit of colspan


class CellLook(NamedTuple):
    """What a cell is beside its words: the value that a spreadsheet stored, its colour, whether it is bold, hidden."""

    value: CellValue = None
    fill: str | None = None
    bold: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Grid:
    """A table while it is put together.

    `open` tells for a column down to which row a cell from above reaches; `index` counts the rows of the source from
    0, `col` is the next free column.
    """

    plan: Plan
    locate: str
    at: Provenance = NOWHERE
    hidden: bool = False
    cells: list[Cell] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    open: dict[int, int] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    column_elements: int = 0
    row_fill: str | None = None
    group_fill: str | None = None
    index: int = -1
    col: int = 1

    @property
    def row(self) -> int:
        """Number of the row as shown."""
        return self.plan.numbers[self.index]

    @property
    def locator(self) -> str:
        """Locator of the row."""
        return self.locate.format(self.row)

    @property
    def _section(self) -> Section:
        return self.plan.sections[self.index]

    def begin_row(self) -> None:
        """The next row of the source."""
        before = self.plan.sections[self.index] if self.index >= 0 else None
        self.index += 1
        if before is not self._section:
            self.open = {}
        self.col, self.row_fill = 1, None

    def begin_cell(self) -> None:
        """The next cell of the row takes the first free column."""
        while self.open.get(self.col, 0) >= self.row:
            self.col += 1
        self._limit(self.col)

    def end_cell(self, element: etree._Element, blocks: tuple[Content, ...], look: CellLook) -> None:
        """Puts down the cell."""
        down = number(element.get("rowspan"), 1)
        left = self._section.last - self.row + 1
        rows = left if down == 0 else min(max(down, 1), left)
        across = self._across(min(max(number(element.get("colspan"), 1), 1), _MOST_ACROSS))
        if rows > 1:
            self.open.update(dict.fromkeys(range(self.col, self.col + across), self.row + rows - 1))
        fill = next((said for said in (look.fill, self.row_fill, self.group_fill) if said is not None), "")
        hidden = look.hidden or self.col in self.hidden_columns
        self.cells.append(
            Cell(self.row, self.col, blocks, rows, across, look.value, fill=fill, bold=look.bold, hidden=hidden)
        )
        self.col += across

    def _across(self, wanted: int) -> int:
        """So many columns are free; a cell from above is not written over."""
        end = self.col + wanted
        taken = (c for c, last in self.open.items() if self.col < c < end and last >= self.row) if wanted > 1 else ()
        return min(taken, default=end) - self.col

    def _limit(self, cols: int) -> None:
        """A large grid is fine if cells fill it."""
        area = len(self.plan.numbers) * cols
        if area > MAX_CELLS and area > 4 * len(self.cells):
            raise refused("reading.table-too-large")

    def column(self, element: etree._Element, hidden: bool) -> None:
        """A column element: whether the columns it stands for are hidden."""
        span = min(max(number(element.get("span"), 1), 1), _MOST_ACROSS)
        if hidden:
            self.hidden_columns.update(range(self.column_elements + 1, self.column_elements + span + 1))
        self.column_elements = min(self.column_elements + span, MAX_CELLS)

    def table(self, name: str = "") -> Table:
        """The finished table. Columns at its right edge in which no cell begins are none."""
        cols = max(cell.col for cell in self.cells)
        rows = len(self.plan.numbers)
        self._limit(cols)
        cells = [_within(cell, cols) for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.col))]
        return Table(self.locate, tuple(cells), rows, cols, name=name, hidden=self.hidden, at=self.at)


def _within(cell: Cell, cols: int) -> Cell:
    return cell if cell.col + cell.colspan - 1 <= cols else replace(cell, colspan=cols - cell.col + 1)
