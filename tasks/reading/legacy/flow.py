"""Running text with tables in it, put together from marks: here a paragraph ends, here a cell, here a row."""

from dataclasses import dataclass, field
from typing import Final

from tasks.model.blocks import Content
from tasks.model.locator import paragraph, table_row
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.legacy.line import Line
from tasks.reading.legacy.rows import Inside, Layout, Row, build

MAX_DEPTH: Final = 32


@dataclass(slots=True)
class _Open:
    """A table that has not ended: its rows, the cells of the last row, the blocks of the last cell."""

    rows: list[Row] = field(default_factory=list)
    cells: list[Inside] = field(default_factory=list)
    blocks: list[Content] = field(default_factory=list)
    bold: bool | None = None

    def end_cell(self) -> None:
        self.cells.append(Inside(tuple(self.blocks), bool(self.bold)))
        self.blocks, self.bold = [], None

    def end_row(self, layout: Layout) -> None:
        if self.blocks:
            self.end_cell()
        if self.cells:
            self.rows.append(Row(tuple(self.cells), layout))
        self.cells = []


class Flow:
    """Counts paragraphs outside tables, and tables, from 1. With a `fixed` place all blocks have that one."""

    def __init__(self, part: str = "", fixed: str = "") -> None:
        self._part = part
        self._fixed = fixed
        self._open: list[_Open] = []
        self._blocks: list[Content] = []
        self._paragraphs = 0
        self._tables = 0

    @property
    def place(self) -> str:
        """Where the last paragraph stands."""
        if self._fixed:
            return self._fixed
        if self._open:
            return table_row(self._tables, len(self._open[0].rows) + 1)
        return paragraph(max(self._paragraphs, 1))

    def upcoming(self, depth: int) -> str:
        """Where a paragraph inside so many tables will stand if it ends next."""
        if self._fixed or (depth and self._open):
            return self.place
        return table_row(self._tables + 1, 1) if depth else paragraph(self._paragraphs + 1)

    def paragraph(self, line: Line, depth: int) -> None:
        """A paragraph ends, inside so many tables."""
        self._go(depth)
        if not self._open:
            self._paragraphs += 1
            self._blocks.append(line.block(self.place, self._at(f"p{self._paragraphs}")))
            return
        inner = self._open[-1]
        inner.blocks.append(line.block(self.place))
        if line.bold is not None:
            inner.bold = line.bold and inner.bold is not False

    def attach(self, blocks: tuple[Content, ...]) -> None:
        """Blocks that hang on the last paragraph: a note, a text box."""
        (self._open[-1].blocks if self._open else self._blocks).extend(blocks)

    def end_cell(self, depth: int) -> None:
        """A cell ends; its last paragraph has come before."""
        self._go(max(depth, 1))
        self._open[-1].end_cell()

    def end_row(self, depth: int, layout: Layout) -> None:
        """A row ends; its last cell has come before."""
        self._go(max(depth, 1))
        self._open[-1].end_row(layout)

    def finish(self) -> tuple[Content, ...]:
        """All blocks, once the text has ended."""
        self._go(0)
        return tuple(self._blocks)

    def _go(self, depth: int) -> None:
        """Opens and ends tables until so many are open."""
        depth = min(depth, MAX_DEPTH)
        while len(self._open) > depth:
            self._close()
        while len(self._open) < depth:
            if not self._open:
                self._tables += 1
            self._open.append(_Open())

    def _close(self) -> None:
        place = self.place
        table = self._open.pop()
        table.end_row(Layout())
        if self._open or self._fixed:
            found = build(table.rows, place.replace("{", "{{").replace("}", "}}"))
        else:
            found = build(table.rows, f"table {self._tables}, row {{}}", self._at(f"t{self._tables}"))
        if found is not None:
            (self._open[-1].blocks if self._open else self._blocks).append(found)

    def _at(self, path: str) -> Provenance:
        return NOWHERE if self._fixed else Provenance(self._part, path)
