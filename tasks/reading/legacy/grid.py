"""From the sparse cells of a worksheet to tables: the used area, merged cells, strays far away kept apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from tasks.model.blocks import Block, Note, Paragraph, Span, Table
from tasks.model.locator import sheet_row
from tasks.model.problem import Code, Problem, problem
from tasks.model.provenance import Provenance, a1
from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.packing import Packer
from tasks.reading.legacy.sheet import Sheet, SheetCell, lines
from tasks.reading.refusal import refused
from tasks.reading.worksheets.areas import MAX_CELLS, Area, merged
from tasks.reading.worksheets.bands import bands
from tasks.reading.worksheets.edges import read_edges


def contents(sheets: list[Sheet], tally: Tally, part: str) -> Contents:
    """The blocks of a workbook: each worksheet's tables, text boxes and comments between header and footer."""
    blocks: list[Block] = []
    for number, sheet in enumerate(sheets, 1):
        at = Provenance(part, f"s{number}", sheet=sheet.name, hidden=sheet.hidden)
        blocks += read_edges("header", sheet.edges, at, tally)
        blocks += _tables(sheet, tally, at)
        blocks += _boxes(sheet, tally, at)
        blocks += _remarks(sheet, tally, at)
        blocks += read_edges("footer", sheet.edges, at, tally)
    return Contents(tuple(blocks), tally.receipt(), tuple(_hidden(sheets)))


def _hidden(sheets: list[Sheet]) -> Iterator[Problem]:
    for sheet in sheets:
        if sheet.hidden:
            yield problem(Code.SHEET_HIDDEN, "", f"sheet '{sheet.name}'", sheet=sheet.name)


def _tables(sheet: Sheet, tally: Tally, at: Provenance) -> Iterator[Table]:
    """The table of a worksheet; several if cells lie so far apart that one grid would be absurdly large."""
    sheet.cells.sort(key=lambda cell: cell[:2])
    cells = [cell for cell in sheet.cells if cell.words.text.strip()]
    tally.skip("white space", sum(cell.size for cell in sheet.cells if not cell.words.text.strip()))
    found = bands(cells)
    rows = [cell.row for cell in sheet.cells] if len(found) > 1 else []
    for number, band in enumerate(found, 1):
        looks = sheet.cells[bisect_left(rows, band[0].row) : bisect_right(rows, band[-1].row)] if rows else sheet.cells
        yield _table(band, looks, sheet, tally, replace(at, path=f"{at.path}/t{number}"))


def _table(cells: list[SheetCell], looks: list[SheetCell], sheet: Sheet, tally: Tally, at: Provenance) -> Table:
    top, bottom = cells[0].row, cells[-1].row
    right = max(cell.col for cell in cells)
    merges = merged(sheet.merges, (top, 1, bottom, right))
    covered = _covered(merges)
    bottom = max([bottom, *(area[2] for area in merges.values())])
    right = max([right, *(area[3] for area in merges.values())])
    locate = sheet_row(sheet.name.replace("{", "{{").replace("}", "}}"), 0).removesuffix("0") + "{}"
    made = Packer(locate, top)
    for cell in looks:
        place = (cell.row, cell.col)
        if place in covered:
            tally.skip("not shown", cell.size if cell.words.text.strip() else 0)
        elif top <= cell.row <= bottom and cell.col <= right:
            hidden = cell.row in sheet.hidden_rows or cell.col in sheet.hidden_cols
            if made.add(cell, hidden, merges.get(place), sheet.links.get(place, "")):
                tally.emitted += cell.size
    return Table(locate, made.packed(), bottom - top + 1, right, top, sheet.name, sheet.hidden, at=at)


def _covered(merges: dict[tuple[int, int], Area]) -> set[tuple[int, int]]:
    places: set[tuple[int, int]] = set()
    for (row, col), area in merges.items():
        if (area[2] - row + 1) * (area[3] - col + 1) + len(places) > MAX_CELLS:
            raise refused("reading.table-too-large")
        places.update((r, c) for r in range(row, area[2] + 1) for c in range(col, area[3] + 1) if (r, c) != (row, col))
    return places


def _boxes(sheet: Sheet, tally: Tally, at: Provenance) -> Iterator[Paragraph]:
    for number, box in enumerate(sorted(sheet.boxes, key=lambda box: box.row), 1):
        tally.emitted += box.size
        place = replace(at, path=f"{at.path}/b{number}")
        for line in lines(box.text):
            spans = (Span(0, len(line), "hidden"),) if sheet.hidden else ()
            yield Paragraph(sheet_row(sheet.name, box.row), line, "", spans, at=place)


def _remarks(sheet: Sheet, tally: Tally, at: Provenance) -> Iterator[Note]:
    """Comments in the order of their cells, numbered within a row."""
    if not sheet.remarks:
        return
    texts = {cell[:2]: cell.words.text for cell in sheet.cells}
    for row, of_row in groupby(sorted(sheet.remarks, key=lambda remark: remark[:2]), key=lambda remark: remark.row):
        for number, remark in enumerate(of_row, 1):
            tally.emitted += remark.size
            locator = f"{sheet_row(sheet.name, row)}, comment {number}"
            place = replace(at, path=f"{at.path}/{a1(row, remark.col)}")
            words = tuple(Paragraph(locator, line) for line in lines(remark.text))
            yield Note(locator, "comment", words, "", remark.author, anchor=texts.get(remark[:2], ""), at=place)
