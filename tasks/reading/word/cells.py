"""What is known of one cell of a Word table before it has its place in the grid."""

from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Content
from tasks.reading.ooxml.names import VAL, W


class CellContents(NamedTuple):
    """What is in a cell, and whether all of its text is bold."""

    blocks: tuple[Content, ...]
    bold: bool


class CellLook(NamedTuple):
    """What the properties of a cell say: columns covered, state of the merges down and across, colour."""

    span: int = 1
    down: str = ""
    across: str = ""
    fill: str = ""


PLAIN_CELL: Final = CellLook()


def merge(mark: etree._Element | None) -> str:
    """The state of a merge, "restart", "continue" or ""; the mark without a value means "continue" (17.18.57)."""
    return "" if mark is None else mark.get(VAL, "continue")


def fill(shade: etree._Element | None) -> str:
    """The colour of the cell as six hex digits; empty where a person sees none."""
    if shade is None:
        return ""
    colour = shade.get(W + "color" if shade.get(VAL) == "solid" else W + "fill", "").upper()
    return "" if colour in {"", "AUTO", "FFFFFF"} else colour
