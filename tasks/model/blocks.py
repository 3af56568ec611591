"""What a reader makes of a file: an ordered stream of immutable blocks, each with its place."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Literal

from tasks.model.problem import Problem
from tasks.model.provenance import NOWHERE, Provenance, a1
from tasks.model.receipt import Receipt

CellValue = str | int | float | bool | datetime | date | time | None
"""What a cell holds as data: text, number, date. The words shown are in the cell's blocks."""

SpanKind = Literal["struck", "hidden", "inserted", "deleted", "placeholder", "link", "comment"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text, `text[start:end]`, that looks different to a person.

    `author` and `date` (ISO 8601) tell who inserted or deleted it; `target` is the address of a link, the id of a
    comment. "deleted" occurs in the original view alone; "placeholder" is a prompt that nobody has filled in.
    """

    start: int
    end: int
    kind: SpanKind
    author: str = ""
    date: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of level 1 to 9. `label` is its number as Word computes it ("BAB I", "A."), empty if none."""

    locator: str
    text: str
    level: int
    label: str = ""
    spans: tuple[Span, ...] = ()
    at: Provenance = field(default=NOWHERE, compare=False, repr=False)
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, in the view with all tracked changes accepted. Empty paragraphs are blocks too."""

    locator: str
    text: str
    style: str = ""
    spans: tuple[Span, ...] = ()
    at: Provenance = field(default=NOWHERE, compare=False, repr=False)
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
    at: Provenance = field(default=NOWHERE, compare=False, repr=False)
    kind: Literal["list item"] = "list item"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at its origin: grid row and column from 1, and how many rows and columns it covers."""

    row: int
    col: int
    blocks: "tuple[Content, ...]" = ()
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


def _line(block: "Content") -> str:
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


class ManyCells(Sequence[Cell]):
    """Cells that tell their words without being made one by one."""

    __slots__ = ()

    @abstractmethod
    def words(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of each cell."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """That a table goes on from an earlier one: the locator of that one's first row, how sure (0 to 1), and why.

    `repeated_rows`: so many first rows repeat the header; `row_goes_on`: the first other row goes on the last row
    of the earlier table. The rows of both keep their own places.
    """

    locator: str
    confidence: float
    reason: Literal["same-columns", "repeated-header", "numbering-goes-on", "said-so"]
    repeated_rows: int = 0
    row_goes_on: bool = False


@dataclass(frozen=True)
class Table:
    """A grid of cells. `locate` is its rows' locator with `{}` for the number; grid row 1 is row `first_row`.

    `pages` are the pages of the grid rows where they are known and more than one.
    """

    locate: str
    cells: Sequence[Cell]
    rows: int
    cols: int
    first_row: int = 1
    name: str = ""
    hidden: bool = False
    continues: Continuation | None = None
    pages: tuple[int, ...] = field(default=(), compare=False, repr=False)
    at: Provenance = field(default=NOWHERE, compare=False, repr=False)
    kind: Literal["table"] = "table"

    def row_locator(self, row: int) -> str:
        """Locator of a grid row."""
        return self.locate.format(row + self.first_row - 1)

    @property
    def locator(self) -> str:
        """Locator of the first row."""
        return self.row_locator(1)

    def place(self, cell: Cell) -> Provenance:
        """Where a cell stands: its path below the table's, on a worksheet its address, and the page of its row."""
        on_sheet = bool(self.at.sheet)
        path = a1(cell.row + self.first_row - 1, cell.col) if on_sheet else f"{self.at.path}/r{cell.row}c{cell.col}"
        return replace(self.at, path=path, page=self.pages[cell.row - 1] if self.pages else self.at.page)

    def words(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of each cell, in their order; cheap where there are many."""
        if isinstance(self.cells, ManyCells):
            return self.cells.words()
        return ((cell.row, cell.col, cell.text) for cell in self.cells)

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


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside the text: a comment, the words at the edge of the page, what the speaker is to say.

    Its locator is that of what it hangs on. `anchor` is the text that a comment is about, `reply_to` the id of the
    comment that it answers; `date` is ISO 8601.
    """

    locator: str
    note: Literal["comment", "header", "footer", "speaker"]
    blocks: "tuple[Content, ...]"
    id: str = ""
    author: str = ""
    date: str = ""
    anchor: str = ""
    reply_to: str = ""
    resolved: bool = False
    at: Provenance = field(default=NOWHERE, compare=False, repr=False)
    kind: Literal["note"] = "note"

    @property
    def text(self) -> str:
        """All its words, a line a paragraph."""
        return "\n".join(_line(block) for block in self.blocks)


Text = Heading | Paragraph | ListItem
Content = Text | Table
Block = Content | Note


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: what was inserted, deleted or moved, by whom and when (ISO 8601), and where.

    `unit` is what the change covers: a run of text, a paragraph's end, or a row of a table.
    """

    locator: str
    change: Literal["inserted", "deleted", "moved from", "moved to"]
    unit: Literal["text", "paragraph", "row"]
    text: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. `file` is its path below the documents folder, `format` what its bytes say it is.

    `blocks` is the view with all tracked changes accepted; `original` the one before them, None where there are none.
    """

    file: str
    format: str
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    original: tuple[Block, ...] | None = None
    revisions: tuple[Revision, ...] = ()
    receipt: Receipt | None = None
