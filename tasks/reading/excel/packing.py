"""The cells of a worksheet as the cells of a table."""

from array import array
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tasks.model.blocks import Cell, Paragraph, Span
from tasks.model.packed import CellLook, PackedCells
from tasks.reading.excel.kinds import Book
from tasks.reading.excel.raw import Columns, RawSheet
from tasks.reading.excel.references import Area

_SPARSE: Final = 4

Merges = Mapping[tuple[int, int], Area]


def pack(cells: Columns, sheet: RawSheet, book: Book, locate: str, top: int, merges: Merges) -> PackedCells:
    """The cells of a table whose first row is `top`. `merges` are merged areas by their first cell."""
    looks, kinds = _looks(cells, sheet, book)
    rows = cells.rows if top == 1 else array("I", [row - top + 1 for row in cells.rows])
    others: dict[int, Cell] = {}
    packed = PackedCells(locate, top, rows, cells.cols, cells.texts, cells.values, looks, kinds, others)
    for (row, col), spans in sheet.spans.items():
        index = cells.find(row, col)
        if index >= 0:
            others[index] = _marked(packed[index], spans)
    for link in sheet.links:
        for index in cells.within(link.area):
            span = Span(0, len(cells.texts[index]), "link", target=link.target)
            others[index] = _marked(packed[index], (span,))
    for (row, col), (top_row, left, bottom, right) in merges.items():
        index = cells.find(row, col)
        if index >= 0:
            others[index] = replace(packed[index], rowspan=bottom - top_row + 1, colspan=right - left + 1)
    return packed


def _marked(cell: Cell, spans: tuple[Span, ...]) -> Cell:
    """A cell whose words look different in places."""
    blocks = (replace(b, spans=(*b.spans, *spans)) for b in cell.blocks if isinstance(b, Paragraph))
    return replace(cell, blocks=tuple(blocks))


def _looks(cells: Columns, sheet: RawSheet, book: Book) -> tuple["array[int]", list[CellLook]]:
    """For each cell the number of its look; the hidden looks stand behind the others."""
    kinds = sorted(set(cells.kinds))
    looks = cells.kinds
    if kinds[-1] >= _SPARSE * len(kinds):
        known = {kind: index for index, kind in enumerate(kinds)}
        looks = array("I", map(known.__getitem__, cells.kinds))
    else:
        kinds = list(range(kinds[-1] + 1))
    found = [_look(book, kind) for kind in kinds]
    if not sheet.hidden_rows and not sheet.hidden_cols:
        return looks, found
    for index, (row, col) in enumerate(zip(cells.rows, cells.cols, strict=True)):
        if row in sheet.hidden_rows or col in sheet.hidden_cols:
            looks[index] += len(found)
    return looks, [*found, *(replace(look, hidden=True) for look in found)]


def _look(book: Book, kind: int) -> CellLook:
    look = book.kinds[kind].look
    return CellLook("", look.number_format, look.fill, look.bold, False, look.struck)
