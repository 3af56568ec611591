"""What a reader makes of a file: an ordered stream of immutable blocks, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Literal

from tasks.model.problem import Problem

CellValue = str | int | float | bool | datetime | date | time | None
"""What a cell holds as data: text, number, date. The words shown are in the cell's blocks."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text, `text[start:end]`, that looks different to a person."""

    start: int
    end: int
    kind: Literal["struck", "hidden", "inserted"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of level 1 to 9. `label` is its number as Word computes it ("BAB I", "A."), empty if none."""

    locator: str
    text: str
    level: int
    label: str = ""
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, in the view with all tracked changes accepted. Empty paragraphs are blocks too."""

    locator: str
    text: str
    style: str = ""
    spans: tuple[Span, ...] = ()
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph with an automatic number or bullet: `label` is what a person sees before it, `level` from 0."""

    locator: str
    text: str
    level: int
    label: str
    style: str = ""
    spans: tuple[Span, ...] = ()
    kind: Literal["list item"] = "list item"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at its origin: grid row and column from 1, and how many rows and columns it covers."""

    row: int
    col: int
    blocks: "tuple[Paragraph | ListItem | Heading | Table, ...]" = ()
    rowspan: int = 1
    colspan: int = 1
    value: CellValue = None
    number_format: str = ""
    fill: str = ""
    bold: bool = False
    hidden: bool = False

    @property
    def text(self) -> str:
        """What a person reads: one line a paragraph, automatic numbers written out, nested tables flattened."""
        return "\n".join(_line(block) for block in self.blocks)


def _line(block: "Paragraph | ListItem | Heading | Table") -> str:
    if isinstance(block, Table):
        rows = block.grid()
        return "\n".join(" | ".join(c.text for c in _origins(row, n)) for n, row in enumerate(rows, 1))
    label = getattr(block, "label", "")
    return f"{label} {block.text}" if label else block.text


def _origins(row: "list[Cell | None]", number: int) -> "Iterator[Cell]":
    seen = 0
    for cell in row:
        if cell is not None and cell.row == number and cell.col > seen:
            seen = cell.col
            yield cell


@dataclass(frozen=True)
class Table:
    """A grid of cells. `locate` is its rows' locator with `{}` for the number; grid row 1 is row `first_row`."""

    locate: str
    cells: tuple[Cell, ...]
    rows: int
    cols: int
    first_row: int = 1
    name: str = ""
    hidden: bool = False
    kind: Literal["table"] = "table"

    def row_locator(self, row: int) -> str:
        """Locator of a grid row."""
        return self.locate.format(row + self.first_row - 1)

    @property
    def locator(self) -> str:
        """Locator of the first row."""
        return self.row_locator(1)

    def grid(self) -> list[list[Cell | None]]:
        """Rows of the grid, row and column from 0: a covered position holds the cell that covers it, a gap None."""
        return self._grid

    @cached_property
    def _grid(self) -> list[list[Cell | None]]:
        rows: list[list[Cell | None]] = [[None] * self.cols for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row - 1, min(cell.row - 1 + cell.rowspan, self.rows)):
                for col in range(cell.col - 1, min(cell.col - 1 + cell.colspan, self.cols)):
                    rows[row][col] = cell
        return rows


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. `file` is its path below the documents folder, `format` what its bytes say it is."""

    file: str
    format: str
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
