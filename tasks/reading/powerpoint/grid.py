"""The grid of a table on a slide while it is put together."""

from array import array
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Cell, ListItem, Paragraph
from tasks.model.packed import CellLook, PackedCells
from tasks.reading.drawing.text import ON
from tasks.reading.powerpoint.plain_row import NO_LOOK, Look
from tasks.reading.xml import number

MAX_SPAN: Final = 1_000


class Merges(NamedTuple):
    """What a cell says of merges: covered from the left, from above; how many columns and rows it reaches."""

    across: bool = False
    down: bool = False
    wide: int = 1
    high: int = 1


ALONE: Final = Merges()


class Contents(NamedTuple):
    """What is in a cell: its blocks, whether all of them are bold, its colour."""

    blocks: tuple[Paragraph | ListItem, ...]
    bold: bool
    fill: str


@dataclass(slots=True)
class Origin:
    """A cell that may cover others: its place, how far it says that it reaches, how far it does."""

    row: int
    col: int
    says: Merges
    contents: Contents
    rowspan: int = 1
    colspan: int = 1

    def reaches(self, row: int, col: int, inside: Contents) -> None:
        """It covers this place too; words that stand there are kept with it."""
        self.contents = self.contents._replace(blocks=self.contents.blocks + inside.blocks)
        self.colspan = max(self.colspan, col - self.col + 1)
        self.rowspan = max(self.rowspan, row - self.row + 1)

    @property
    def cell(self) -> Cell:
        """The finished cell."""
        blocks, bold, fill = self.contents
        return Cell(self.row, self.col, blocks, self.rowspan, self.colspan, fill=fill, bold=bold)


@dataclass(slots=True)
class Cells:
    """The cells in their order: plain ones in columns, the others by their index."""

    locate: str
    rows: "array[int]" = field(default_factory=lambda: array("I"))
    cols: "array[int]" = field(default_factory=lambda: array("I"))
    texts: list[str] = field(default_factory=list)
    looks: "array[int]" = field(default_factory=lambda: array("I"))
    kinds: dict[Look, int] = field(default_factory=lambda: {NO_LOOK: 0})
    origins: dict[int, Origin] = field(default_factory=dict)

    def add_row(self, row: int, texts: list[str], looks: list[Look]) -> None:
        """A row of plain cells, one a column."""
        self.rows.extend([row] * len(texts))
        self.cols.extend(range(1, len(texts) + 1))
        self.texts += texts
        self.looks.extend([self.kinds.setdefault(look, len(self.kinds)) for look in looks])

    def add(self, origin: Origin) -> None:
        """A cell that is more than a text."""
        self.origins[len(self.texts)] = origin
        self.rows.append(origin.row)
        self.cols.append(origin.col)
        self.texts.append("")
        self.looks.append(0)

    def packed(self) -> PackedCells:
        """All of them, as a table holds them."""
        others = {index: origin.cell for index, origin in self.origins.items()}
        for index, cell in others.items():
            self.texts[index] = cell.text
        kinds = [CellLook(fill=fill, bold=bold) for fill, bold in self.kinds]
        return PackedCells(self.locate, 1, self.rows, self.cols, self.texts, None, self.looks, kinds, others)


def merges(cell: etree._Element) -> Merges:
    """What the attributes of a cell say."""
    said = cell.attrib
    if not said:
        return ALONE
    wide, high = (min(max(number(said.get(name), 1), 1), MAX_SPAN) for name in ("gridSpan", "rowSpan"))
    return Merges(said.get("hMerge") in ON, said.get("vMerge") in ON, wide, high)
