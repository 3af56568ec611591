"""From the sparse cells of a worksheet to a table: the used area, merged cells, strays far away kept apart."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, pairwise
from typing import Final

from tasks.model.blocks import Table
from tasks.model.locator import sheet_row
from tasks.model.provenance import Provenance
from tasks.reading.excel.kinds import SHARED, Book
from tasks.reading.excel.packing import Merges, pack
from tasks.reading.excel.raw import Columns, RawSheet
from tasks.reading.refusal import refused
from tasks.reading.worksheets.areas import MAX_CELLS, merged

_DENSE: Final = 4
_GAP: Final = 1_000


def tables(sheet: RawSheet, book: Book, at: Provenance) -> tuple[Table, ...]:
    """The table of a worksheet; several if cells lie so far apart that one grid would be absurdly large.

    Columns count from A; what is in the tables is counted. Raises CannotReadError if no split helps.
    """
    bands = enumerate(_bands(sheet.cells), 1)
    found = [_table(band, sheet, book, replace(at, path=f"t{number}")) for number, band in bands]
    sheet.tally.emitted -= sheet.references
    return tuple(table for table in found if table is not None)


def _bands(cells: Columns) -> list[Columns]:
    """Cells in bands of rows: one band, unless its grid would break the limit and mostly be empty."""
    written = range(len(cells)) if all(cells.texts) else array("I", compress(range(len(cells)), cells.texts))
    if not written:
        return []
    if _fits(cells, written):
        return [_band(cells, written)]
    bands = [array("I", written[:1])]
    for before, index in pairwise(written):
        if cells.rows[index] - cells.rows[before] > _GAP:
            bands.append(array("I"))
        bands[-1].append(index)
    if not all(_fits(cells, band) for band in bands):
        raise refused("reading.table-too-large")
    return [_band(cells, band) for band in bands]


def _fits(cells: Columns, written: Sequence[int]) -> bool:
    rows = cells.rows[written[-1]] - cells.rows[written[0]] + 1
    if rows * max(cells.cols) <= MAX_CELLS:
        return True
    area = rows * max(map(cells.cols.__getitem__, written))
    return area <= MAX_CELLS or area <= _DENSE * len(written)


def _band(cells: Columns, written: Sequence[int]) -> Columns:
    """All cells of the rows from the first to the last that holds words."""
    top, bottom = cells.rows[written[0]], cells.rows[written[-1]]
    return cells.part(bisect_left(cells.rows, top), bisect_right(cells.rows, bottom))


def _table(cells: Columns, sheet: RawSheet, book: Book, at: Provenance) -> Table | None:
    """The table of a band of cells; None if none of them is seen."""
    top, bottom = cells.rows[0], cells.rows[-1]
    right = max(cells.cols if all(cells.texts) else compress(cells.cols, cells.texts))
    merges = merged(sheet.merges, (top, 1, bottom, right))
    right = max([right, *(area[3] for area in merges.values())])
    bottom = max([bottom, *(area[2] for area in merges.values())])
    cells = _uncovered(cells, merges, right, sheet, book)
    if not len(cells):
        return None
    sheet.tally.emitted += sum(cells.lengths)
    locate = sheet_row(at.sheet.replace("{", "{{").replace("}", "}}"), 0).removesuffix("0") + "{}"
    packed = pack(cells, sheet, book, locate, top, merges)
    return Table(locate, packed, bottom - top + 1, right, top, at.sheet, at.hidden, at=at)


def _uncovered(cells: Columns, merges: Merges, right: int, sheet: RawSheet, book: Book) -> Columns:
    """The cells that are seen: not under a merged one, nor colours beyond the last column."""
    unseen = set(_covered(cells, merges))
    for index in unseen:
        if book.kinds[cells.kinds[index]].type == SHARED:
            sheet.references -= cells.lengths[index]
            sheet.gone.add(cells.texts[index])
        else:
            sheet.tally.skip("not shown", cells.lengths[index])
    if right < max(cells.cols):
        unseen.update(index for index, col in enumerate(cells.cols) if col > right)
    return cells.without(sorted(unseen)) if unseen else cells


def _covered(cells: Columns, merges: Merges) -> Iterator[int]:
    """Indices of cells under others. The first cell of an area is seen, whatever a broken file says of it elsewhere."""
    size = 0
    for area in merges.values():
        size += (area[2] - area[0] + 1) * (area[3] - area[1] + 1)
        if size > MAX_CELLS:
            raise refused("reading.table-too-large")
        yield from (index for index in cells.within(area) if (cells.rows[index], cells.cols[index]) not in merges)
