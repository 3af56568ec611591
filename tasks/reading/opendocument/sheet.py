"""A worksheet of an OpenDocument file while its rows go by: runs of cells that hold words or show a colour."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Block, CellValue, Span
from tasks.model.locator import sheet_row
from tasks.model.packed import CellLook
from tasks.reading.notation.symbols import is_symbol_font
from tasks.reading.opendocument.columns import DEFAULT_STYLE, UNSEEN, column_elements, repeats
from tasks.reading.opendocument.formats import format_code
from tasks.reading.opendocument.names import TABLE
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.styles import PLAIN, Look
from tasks.reading.refusal import refused

LAST_COL: Final = 16_384
MAX_CELLS: Final = 2_000_000
MAX_ROWS: Final = 1 << 24


@dataclass(frozen=True, slots=True)
class Dress:
    """What the style of a cell means for its contents. `symbols`: its font draws pictures in place of letters."""

    code: str = ""
    fill: str = ""
    look: Look = PLAIN
    symbols: bool = False


class Run(NamedTuple):
    """A cell with words at its place in the worksheet; `look` is a number in the sheet's list of looks."""

    row: int
    col: int
    text: str
    value: CellValue
    look: int
    down: int = 1
    across: int = 1
    spans: tuple[Span, ...] = ()


class Colour(NamedTuple):
    """Cells without words that show a colour: first and last row, first and last column, their look."""

    top: int
    bottom: int
    left: int
    right: int
    look: int


class Remark(NamedTuple):
    """A comment on the cell at this place."""

    row: int
    col: int
    element: etree._Element
    about: str


@dataclass(slots=True)
class Dresses:
    """The dresses of a file by the name of their style."""

    story: Story
    _known: dict[str, Dress] = field(default_factory=dict)

    def get(self, name: str) -> Dress:
        """The dress of a style; a plain one if there is none of that name."""
        found = self._known.get(name)
        if found is None:
            styles = self.story.styles
            style = styles.get("table-cell", name)
            code = format_code(style.data_style, styles.data)
            found = Dress(code, style.fill or "", style.look, is_symbol_font(style.look.font or ""))
            self._known[name] = found
        return found


@dataclass(slots=True)
class Sheet:
    """A worksheet: its number from 1, its name, what was read of it so far."""

    number: int
    name: str
    hidden: bool
    dresses: Dresses
    styles: list[str] = field(default_factory=list)
    unseen: set[int] = field(default_factory=set)
    rows: int = 0
    runs: list[Run] = field(default_factory=list)
    colours: list[Colour] = field(default_factory=list)
    looks: list[CellLook] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    _numbers: dict[tuple[int, bool, bool], int] = field(default_factory=dict)
    _coloured: list[tuple[int, str]] = field(default_factory=list)

    def declare(self, table: etree._Element) -> None:
        """Takes in the columns that a table declares before its rows."""
        for child in column_elements(table):
            if len(self.styles) >= LAST_COL:
                break
            times = repeats(child, "columns", LAST_COL - len(self.styles))
            if child.get(TABLE + "visibility") in UNSEEN:
                self.unseen.update(range(len(self.styles) + 1, len(self.styles) + times + 1))
            self.styles += [child.get(DEFAULT_STYLE, "")] * times
        self._coloured = [(col, s) for col, s in enumerate(self.styles, 1) if s and self.dresses.get(s).fill]

    def locate(self) -> str:
        """The locator of the rows, with {} for their number."""
        return sheet_row(self.name.replace("{", "{{").replace("}", "}}"), 0).removesuffix("0") + "{}"

    def next_rows(self, times: int) -> int:
        """The number of the next row, which repeats so many times."""
        row = self.rows + 1
        self.rows += times
        return row

    def look(self, dress: Dress, hidden: bool, bold: bool) -> int:
        """The number of a look."""
        key = id(dress), hidden, bold
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.looks)
            self.looks.append(CellLook("", dress.code, dress.fill, bold, hidden, bool(dress.look.struck)))
        return found

    def put(self, run: Run, rows: int, cols: int) -> None:
        """Puts a cell with words down, as often as it repeats. Raises CannotReadError beyond two million cells."""
        if len(self.runs) + rows * cols > MAX_CELLS:
            raise refused("reading.table-too-large")
        if rows == cols == 1:
            self.runs.append(run)
            return
        for row in range(run.row, run.row + rows):
            self.runs += [run._replace(row=row, col=col) for col in range(run.col, run.col + cols)]

    def colour(self, top: int, rows: int, left: int, cols: int, style: str, hidden: bool) -> None:
        """Cells without words: they count where they show a colour, their own or that of their column."""
        pieces = (
            [(left, left + cols - 1, style)]
            if style
            else [(c, c, s) for c, s in self._coloured if left <= c < left + cols]
        )
        for first, last, name in pieces:
            dress = self.dresses.get(name)
            if dress.fill:
                look = self.look(dress, hidden or first in self.unseen, bool(dress.look.bold))
                self.colours.append(Colour(top, top + rows - 1, first, last, look))
