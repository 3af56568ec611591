"""The cells of a worksheet as the packed cells of a table."""

from array import array

from tasks.model.blocks import Cell, CellValue, Paragraph, Span
from tasks.model.packed import CellLook, PackedCells
from tasks.reading.legacy.sheet import Look, SheetCell
from tasks.reading.worksheets.areas import Area


class Packer:
    """Takes the cells of a table one by one, in their order. `top` is the number of its first row in the sheet."""

    def __init__(self, locate: str, top: int) -> None:
        self._locate = locate
        self._top = top
        self._rows = array("I")
        self._cols = array("I")
        self._texts: list[str] = []
        self._values: list[CellValue] = []
        self._looks = array("I")
        self._kinds: dict[tuple[Look, bool, bool], int] = {}
        self._others: dict[int, Cell] = {}

    def add(self, cell: SheetCell, hidden: bool, area: Area | None, link: str) -> bool:
        """Whether the cell has words that a person sees; `area` is what it covers if it is merged."""
        text, spans = cell.words.text if cell.words.text.strip() else "", cell.words.spans
        if link and text:
            spans = (*spans, Span(0, len(text), "link", target=link))
        struck = spans == (Span(0, len(text), "struck"),) if spans else False
        if area is not None or (text and spans and not struck):
            self._others[len(self._texts)] = self._cell(cell, text, spans, hidden, area)
        kind = (cell.look, hidden, struck)
        self._rows.append(cell.row - self._top + 1)
        self._cols.append(cell.col)
        self._texts.append(text)
        self._values.append(cell.value if text else None)
        self._looks.append(self._kinds.setdefault(kind, len(self._kinds)))
        return bool(text)

    def packed(self) -> PackedCells:
        """All cells taken."""
        kinds = [
            CellLook("", look.number_format, look.fill, look.font.bold, hidden, struck)
            for look, hidden, struck in self._kinds
        ]
        return PackedCells(
            self._locate, self._top, self._rows, self._cols, self._texts, self._values, self._looks, kinds, self._others
        )

    def _cell(self, cell: SheetCell, text: str, spans: tuple[Span, ...], hidden: bool, area: Area | None) -> Cell:
        return Cell(
            cell.row - self._top + 1,
            cell.col,
            (Paragraph(self._locate.format(cell.row), text, "", spans),) if text else (),
            1 if area is None else area[2] - cell.row + 1,
            1 if area is None else area[3] - cell.col + 1,
            cell.value if text else None,
            cell.look.number_format,
            cell.look.fill,
            cell.look.font.bold,
            hidden,
        )
