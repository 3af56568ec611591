"""The cells of a Word table while its grid is put together, most of them in columns."""

from array import array
from dataclasses import replace
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Cell, Content
from tasks.model.packed import CellLook, PackedCells
from tasks.reading.ooxml.names import VAL, W


class CellContents(NamedTuple):
    """What is in a cell, and whether all of its text is bold."""

    blocks: tuple[Content, ...]
    bold: bool


class Properties(NamedTuple):
    """What the properties of a cell say: columns covered, state of the merges down and across, colour."""

    span: int = 1
    down: str = ""
    across: str = ""
    fill: str = ""


class PlainCell(NamedTuple):
    """A cell of one paragraph without anything special: its text, and how it looks."""

    text: str
    look: CellLook


FoundCell = PlainCell | tuple[Properties, CellContents]
"""A cell that was read and has no place in the grid yet."""
NO_PROPERTIES: Final = Properties()


def emboldened(cell: FoundCell) -> FoundCell:
    """A cell whose words are bold because of the row that it is in."""
    if isinstance(cell, PlainCell):
        return PlainCell(cell.text, replace(cell.look, bold=bool(cell.text.strip())))
    properties, (blocks, _) = cell
    return properties, CellContents(blocks, any(b.kind != "table" and b.text.strip() for b in blocks))


class GridCells:
    """Cells by the order in which they were added; those that are merely text take no object each.

    Only the others, which alone take part in merges, are found again by their index and may be replaced.
    """

    def __init__(self, locate: str) -> None:
        self._locate = locate
        self._rows, self._cols, self._looks = array("I"), array("H"), array("I")
        self._texts: list[str] = []
        self._kinds: dict[CellLook, int] = {CellLook(): 0}
        self._others: dict[int, Cell] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, index: int) -> Cell:
        return self._others[index]

    def __setitem__(self, index: int, cell: Cell) -> None:
        self._others[index] = cell
        self._texts[index] = cell.text

    def add(self, cell: Cell) -> None:
        """A cell that is more than a text."""
        self._others[len(self._texts)] = cell
        self._place(cell.row, cell.col, cell.text, 0)

    def add_plain(self, row: int, col: int, cell: PlainCell) -> None:
        """A cell that is a text and nothing else."""
        look = self._kinds.get(cell.look)
        if look is None:
            look = self._kinds[cell.look] = len(self._kinds)
        self._place(row, col, cell.text, look)

    def _place(self, row: int, col: int, text: str, look: int) -> None:
        self._rows.append(row)
        self._cols.append(col)
        self._texts.append(text)
        self._looks.append(look)

    def packed(self) -> PackedCells:
        """All of them, as a table holds them."""
        return PackedCells(
            self._locate, 1, self._rows, self._cols, self._texts, None, self._looks, tuple(self._kinds), self._others
        )


def merge(mark: etree._Element | None) -> str:
    """The state of a merge, "restart", "continue" or ""; the mark without a value means "continue" (17.18.57)."""
    return "" if mark is None else mark.get(VAL, "continue")


def fill(shade: etree._Element | None) -> str:
    """The colour of the cell as six hex digits; empty where a person sees none."""
    if shade is None:
        return ""
    colour = shade.get(W + "color" if shade.get(VAL) == "solid" else W + "fill", "").upper()
    return "" if colour in {"", "AUTO", "FFFFFF"} else colour
