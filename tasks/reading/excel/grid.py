"""From the sparse cells of a worksheet to a table: the used area, merged cells, strays far away kept apart."""

from itertools import pairwise
from typing import Final

from tasks.model.blocks import Cell, Paragraph, Table
from tasks.model.locator import sheet_row
from tasks.reading.excel.cells import RawCell, RawSheet
from tasks.reading.refusal import refused

MAX_CELLS: Final = 2_000_000
_DENSE: Final = 4
_WIDE_MERGE: Final = 100
_TALL_MERGE: Final = 1_000
_GAP: Final = 1_000

Area = tuple[int, int, int, int]


def tables(sheet: RawSheet, name: str, hidden: bool) -> tuple[Table, ...]:
    """The table of a worksheet; several if cells lie so far apart that one grid would be absurdly large.

    Columns count from A. Raises CannotReadError if no split helps.
    """
    cells = [cell for cell in sheet.cells if cell.words.text.strip()]
    return tuple(_table(part, sheet, name, hidden) for part in _parts(cells))


def _parts(cells: list[RawCell]) -> list[list[RawCell]]:
    """Cells in bands of rows: one band, unless its grid would break the limit and mostly be empty."""
    if not cells:
        return []
    if _fits(cells):
        return [cells]
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.col))
    bands: list[list[RawCell]] = [[ordered[0]]]
    for before, cell in pairwise(ordered):
        if cell.row - before.row > _GAP:
            bands.append([])
        bands[-1].append(cell)
    if not all(map(_fits, bands)):
        raise refused("reading.table-too-large")
    return bands


def _fits(cells: list[RawCell]) -> bool:
    rows = [cell.row for cell in cells]
    area = (max(rows) - min(rows) + 1) * max(cell.col for cell in cells)
    return area <= MAX_CELLS or area <= _DENSE * len(cells)


def _table(valued: list[RawCell], sheet: RawSheet, name: str, hidden: bool) -> Table:
    top, bottom = min(c.row for c in valued), max(c.row for c in valued)
    right = max(c.col for c in valued)
    merges = _merges(sheet.merges, (top, 1, bottom, right), valued)
    right = max([right, *(area[3] for area in merges.values())])
    bottom = max([bottom, *(area[2] for area in merges.values())])
    covered = _covered(merges)
    locate = sheet_row(name.replace("{", "{{").replace("}", "}}"), 0).removesuffix("0") + "{}"
    cells = []
    row = place = None
    for cell in sorted(sheet.cells, key=lambda c: c[:2]):
        if cell.row != row:
            row, place = cell.row, locate.format(cell.row)
        at = cell[:2]
        if top <= cell.row <= bottom and cell.col <= right and at not in covered:
            cells.append(_cell(cell, top, place or "", merges.get(at)))
    return Table(locate, tuple(cells), bottom - top + 1, right, top, name, hidden)


def _merges(areas: list[Area], used: Area, valued: list[RawCell]) -> dict[tuple[int, int], Area]:
    """Merged areas by their first cell, those of whole rows or columns cut down to what is used."""
    found = {}
    top, _, bottom, right = used
    for area in areas:
        if not top <= area[0] <= bottom or area[1] > right:
            continue
        last_row = area[2] if area[2] - area[0] < _TALL_MERGE else max(min(area[2], bottom), area[0])
        last_col = area[3] if area[3] - area[1] < _WIDE_MERGE else max(min(area[3], right), area[1])
        if (last_row, last_col) != area[:2]:
            found[area[:2]] = (area[0], area[1], last_row, last_col)
    return found


def _covered(merges: dict[tuple[int, int], Area]) -> set[tuple[int, int]]:
    places: set[tuple[int, int]] = set()
    for (row, col), area in merges.items():
        if (area[2] - row + 1) * (area[3] - col + 1) + len(places) > MAX_CELLS:
            raise refused("reading.table-too-large")
        places.update((r, c) for r in range(row, area[2] + 1) for c in range(col, area[3] + 1) if (r, c) != (row, col))
    return places


def _cell(cell: RawCell, top: int, locator: str, area: Area | None) -> Cell:
    text, look = cell.words.text, cell.look
    words = (Paragraph(locator, text, "", cell.words.spans),) if text.strip() else ()
    return Cell(
        cell.row - top + 1,
        cell.col,
        words,
        1 if area is None else area[2] - cell.row + 1,
        1 if area is None else area[3] - cell.col + 1,
        cell.value if words else None,
        look.number_format,
        look.fill,
        look.bold,
        cell.hidden,
    )
