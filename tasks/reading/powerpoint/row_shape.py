"""The shape of a table's row: which elements it is made of, in their order.

The rows of most tables have few shapes between them, so where their words stand is worked out once and looked up.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tasks.reading.drawing.names import BODY_OF_CELL, CELL, PARAGRAPH, TEXT, A

ROW: Final = A + "tr"
_RUN: Final = A + "r"
_LOOK: Final = A + "rPr"
_FONT: Final = A + "latin"
_PROPERTIES: Final = A + "tcPr"
_SILENT: Final = frozenset(
    A + name
    for name in (
        "bodyPr", "lstStyle", "pPr", "endParaRPr", "lnSpc", "spcBef", "spcAft", "spcPct", "spcPts", "tabLst", "tab",
        "noFill", "solidFill", "srgbClr", "schemeClr", "sysClr", "prstClr", "lumMod", "lumOff", "tint", "shade",
        "alpha", "effectLst", "uLnTx", "uFillTx", "ea", "cs", "lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr",
        "noAutofit", "normAutofit", "spAutoFit", "prstDash", "round", "headEnd", "tailEnd", "extLst", "ext",
    )
) | {BODY_OF_CELL, "{http://schemas.microsoft.com/office/drawing/2014/main}rowId"}  # fmt: skip

_NOTHING_INSIDE: Final = ((), (CELL,), (A + "extLst",))
"""What follows the properties of a cell that say nothing: no more, the next cell, the end of the row."""


@dataclass(slots=True)
class RunShape:
    """A run: positions of its texts, its properties, its fonts."""

    texts: list[int] = field(default_factory=list)
    look: int = 0
    fonts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class CellShape:
    """A cell of one paragraph: positions of the cell and of its properties (0 for none), its runs."""

    cell: int
    properties: int = 0
    paragraphs: int = 0
    runs: list[RunShape] = field(default_factory=list)

    @property
    def only(self) -> int:
        """The position of the only text if nothing else is to be asked; 0 if there is more, or nothing."""
        bare = len(self.runs) == 1 and not self.properties and not self.runs[0].look
        return self.runs[0].texts[0] if bare and len(self.runs[0].texts) == 1 else 0


@dataclass(slots=True)
class RowShape:
    """The cells of a row; `only`: for each the position of its only text, if it holds nothing else."""

    cells: list[CellShape]
    only: list[int]


@lru_cache(maxsize=4096)
def row_shape(tags: tuple[str, ...]) -> RowShape | None:
    """What there is to read in a row of these elements; None if it holds anything but plain text in plain cells."""
    cells: list[CellShape] = []
    for at, tag in enumerate(tags):
        if tag in _SILENT or (tag == ROW and not at):
            continue
        if tag == CELL:
            cells.append(CellShape(at))
        elif tag == _PROPERTIES and tags[at + 1 : at + 2] in _NOTHING_INSIDE:
            continue
        elif not cells or not _put(tag, at, cells[-1]):
            return None
    return RowShape(cells, [cell.only for cell in cells])


def _put(tag: str, at: int, cell: CellShape) -> bool:
    """Notes an element of a cell; False if it has no place in a plain one."""
    if tag == PARAGRAPH:
        cell.paragraphs += 1
        return cell.paragraphs == 1
    if tag == _PROPERTIES:
        cell.properties = at
    elif tag == _RUN:
        cell.runs.append(RunShape())
    elif tag == _FONT and not cell.runs:
        return True  # of the paragraph's end, which shows nothing
    else:
        return bool(cell.runs) and _put_in_run(tag, at, cell.runs[-1])
    return True


def _put_in_run(tag: str, at: int, run: RunShape) -> bool:
    if tag == TEXT:
        run.texts.append(at)
    elif tag == _LOOK:
        run.look = at
    elif tag == _FONT:
        run.fonts.append(at)
    return tag in (TEXT, _LOOK, _FONT)
