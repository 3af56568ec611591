"""From the runs of a worksheet to tables: the used area, merged cells, strays far away kept apart."""

from array import array
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Final

from tasks.model.blocks import Cell, Paragraph, Span, Table
from tasks.model.packed import CellLook, PackedCells
from tasks.model.provenance import Provenance
from tasks.reading.opendocument.sheet import Run, Sheet
from tasks.reading.worksheets.areas import cut_down
from tasks.reading.worksheets.bands import bands

_PLACE: Final = itemgetter(0, 1)


def tables(sheet: Sheet, at: Provenance) -> Iterator[Table]:
    """The table of a worksheet; several if cells lie so far apart that one grid would be absurdly large.

    Columns count from A. Raises CannotReadError if no split helps.
    """
    sheet.runs.sort(key=_PLACE)
    for number, runs in enumerate(bands(sheet.runs), 1):
        yield _table(runs, sheet, replace(at, path=f"{at.path}/t{number}"))


def _table(runs: list[Run], sheet: Sheet, at: Provenance) -> Table:
    top, last_row, last_col = runs[0].row, runs[-1].row, max(run.col for run in runs)
    merged = {index: _merge(run, last_row, last_col) for index, run in enumerate(runs) if run.down + run.across > 2}
    bottom = max([last_row, *(runs[i].row + rows - 1 for i, (rows, _) in merged.items())])
    right = max([last_col, *(runs[i].col + cols - 1 for i, (_, cols) in merged.items())])
    colours = list(_colours(sheet, (top, bottom, right)))
    locate = sheet.locate()
    others = {
        index: _cell(run, merged.get(index, (1, 1)), locate, top, sheet.looks[run.look])
        for index, run in enumerate(runs)
        if index in merged or run.spans
    }
    if colours:
        # Both are in order; a colour never lies where words are.
        cells = {_PLACE(run): others[index] for index, run in enumerate(runs) if index in others}
        runs = sorted([*runs, *colours], key=_PLACE)
        others = {index: cells[_PLACE(run)] for index, run in enumerate(runs) if _PLACE(run) in cells}
    packed = PackedCells(
        locate,
        top,
        array("i", [run.row - top + 1 for run in runs]),
        array("i", [run.col for run in runs]),
        [run.text for run in runs],
        [run.value for run in runs],
        array("i", [run.look for run in runs]),
        sheet.looks,
        others,
    )
    return Table(locate, packed, bottom - top + 1, right, top, sheet.name, sheet.hidden, at=at)


def _merge(run: Run, last_row: int, last_col: int) -> tuple[int, int]:
    """How many rows and columns a merged cell covers."""
    area = (run.row, run.col, run.row + run.down - 1, run.col + run.across - 1)
    _, _, bottom, right = cut_down(area, last_row, last_col)
    return bottom - run.row + 1, right - run.col + 1


def _colours(sheet: Sheet, used: tuple[int, int, int]) -> Iterator[Run]:
    """Cells that show nothing but a colour, as far as they lie in the used area."""
    top, bottom, right = used
    for area in sheet.colours:
        for row in range(max(area.top, top), min(area.bottom, bottom) + 1):
            for col in range(area.left, min(area.right, right) + 1):
                yield Run(row, col, "", None, area.look)


def _cell(run: Run, spans: tuple[int, int], locate: str, top: int, look: CellLook) -> Cell:
    struck = (Span(0, len(run.text), "struck"),) if look.struck and not run.spans else run.spans
    words = (Paragraph(locate.format(run.row), run.text, "", struck),)
    return Cell(
        run.row - top + 1, run.col, words, *spans, run.value, look.number_format, look.fill, look.bold, look.hidden
    )
