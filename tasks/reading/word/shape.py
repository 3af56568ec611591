"""The shape of a table row: which elements it is made of, in their order.

The rows of a long matrix have few shapes between them, so what there is to read in a row of a shape is worked out
once and then looked up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from tasks.reading.ooxml.names import CELL, PARAGRAPH, ROW, RUN, W
from tasks.reading.word.view import TEXT

SHADE: Final = W + "shd"
BOLD: Final = W + "b"
FONTS: Final = W + "rFonts"
STYLE: Final = W + "pStyle"
_SILENT: Final = frozenset(
    W + name
    for name in (
        "trPr", "cantSplit", "trHeight", "tblHeader", "cnfStyle", "jc",
        "tcPr", "tcW", "tcBorders", "top", "left", "start", "bottom", "right", "end", "tcMar", "vAlign", "noWrap",
        "hideMark", "pPr", "spacing", "ind", "keepNext", "keepLines", "contextualSpacing", "widowControl",
        "rPr", "sz", "szCs", "lang", "color", "i", "iCs", "bCs", "u", "kern", "proofErr", "bookmarkStart",
        "bookmarkEnd",
    )
)  # fmt: skip


@dataclass(slots=True)
class RunShape:
    """A run: positions of its texts, and of what says that it is bold and in which font."""

    texts: list[int] = field(default_factory=list)
    bold: int | None = None
    fonts: int | None = None


@dataclass(slots=True)
class ParagraphShape:
    """A paragraph: the position of its style, its runs."""

    style: int | None = None
    runs: list[RunShape] = field(default_factory=list)


@dataclass(slots=True)
class CellShape:
    """A cell: the position of its shading, its paragraphs."""

    shade: int | None = None
    paragraphs: list[ParagraphShape] = field(default_factory=list)


class RowShape(NamedTuple):
    """The cells of a row; `dressed`: some element of it names a style or a font."""

    cells: Sequence[CellShape]
    dressed: bool


@lru_cache(maxsize=4096)
def row_shape(tags: tuple[str, ...]) -> RowShape | None:
    """What there is to read in a row of these elements; None if it holds anything but plain text in plain cells."""
    cells: list[CellShape] = []
    for at, tag in enumerate(tags):
        if tag in _SILENT or (tag == ROW and at == 0):
            continue
        if tag == CELL:
            cells.append(CellShape())
        elif not cells or not _put(tag, at, cells[-1]):
            return None
    return RowShape(cells, STYLE in tags or FONTS in tags)


def _put(tag: str, at: int, cell: CellShape) -> bool:
    """Notes an element of a cell; False if it has no place in a plain one."""
    if tag == PARAGRAPH:
        cell.paragraphs.append(ParagraphShape())
        return True
    if not cell.paragraphs:
        cell.shade = at
        return tag == SHADE
    paragraph = cell.paragraphs[-1]
    if tag == RUN:
        paragraph.runs.append(RunShape())
    elif tag == STYLE:
        paragraph.style = at
    elif tag in (SHADE, BOLD, FONTS) and not paragraph.runs:
        return True  # of the paragraph's end, which shows nothing
    else:
        return bool(paragraph.runs) and _put_in_run(tag, at, paragraph.runs[-1])
    return True


def _put_in_run(tag: str, at: int, run: RunShape) -> bool:
    if tag == TEXT:
        run.texts.append(at)
    elif tag == BOLD:
        run.bold = at
    elif tag == FONTS:
        run.fonts = at
    return tag in (TEXT, BOLD, FONTS, SHADE)
