"""The cells of a worksheet as the cells of a table."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from tasks.model.blocks import Cell, Paragraph, Span
from tasks.model.packed import CellLook, PackedCells
from tasks.reading.excel.kinds import Book
from tasks.reading.excel.raw import Columns, Link, RawSheet
from tasks.reading.refusal import refused
from tasks.reading.worksheets.areas import Area

_SPARSE: Final = 4
_MOST_LINKED: Final = 4_000_000

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
    for index, target in _links(cells, sheet.links).items():
        others[index] = _marked(packed[index], (Span(0, len(cells.texts[index]), "link", target=target),))
    for (row, col), (top_row, left, bottom, right) in merges.items():
        index = cells.find(row, col)
        if index >= 0:
            others[index] = replace(packed[index], rowspan=bottom - top_row + 1, colspan=right - left + 1)
    return packed


def _links(cells: Columns, links: Iterable[Link]) -> dict[int, str]:
    """Where cells lead, by their index: a cell has one link, and areas are followed up to a limit."""
    found: dict[int, str] = {}
    size = 0
    for link in links:
        size += max(min(link.area[2], cells.rows[-1]) - max(link.area[0], cells.rows[0]) + 1, 0)
        for index in cells.within(link.area):
            found.setdefault(index, link.target)
            size += 1
        if size > _MOST_LINKED:
            raise refused("reading.table-too-large")
    return {index: target for index, target in found.items() if cells.texts[index]}


def _numbers(ranges: Mapping[int, int]) -> set[int]:
    """All numbers in ranges, given their last by their first."""
    found: set[int] = set()
    last = 0
    for start, stop in sorted(ranges.items()):
        found.update(range(max(start, last + 1), stop + 1))
        last = max(last, stop)
    return found


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
    hidden_cols = _numbers(sheet.hidden_cols)
    for index, (row, col) in enumerate(zip(cells.rows, cells.cols, strict=True)):
        if row in sheet.hidden_rows or col in hidden_cols:
            looks[index] += len(found)
    return looks, [*found, *(replace(look, hidden=True) for look in found)]


def _look(book: Book, kind: int) -> CellLook:
    look = book.kinds[kind].look
    return CellLook("", look.number_format, look.fill, look.bold, False, look.struck)
