"""The data of a chart as a table: a row of names, then a row for each category."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.model.blocks import Cell, Paragraph, Table
from tasks.model.provenance import Provenance
from tasks.reading.drawing.chart_data import Column


def chart_table(columns: Sequence[Column], locate: str, at: Provenance) -> Table | None:
    """The table of these columns; None if there are none. Places where no column has a point are left out."""
    places = sorted({place for column in columns for place in column.points})
    if not columns:
        return None
    rows = {place: row for row, place in enumerate(places, 2)}
    cells = [cell for col, column in enumerate(columns, 1) for cell in _cells(column, col, rows, locate)]
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return Table(locate, tuple(cells), len(places) + 1, len(columns), hidden=at.hidden, at=at)


def _cells(column: Column, col: int, rows: dict[int, int], locate: str) -> Iterator[Cell]:
    name = (Paragraph(locate.format(1), column.name),) if column.name else ()
    yield Cell(1, col, name, hidden=column.hidden)
    starts = [rows[place] for place in sorted(column.points)]
    heights = {a: b - a for a, b in pairwise([*starts, len(rows) + 2])} if column.spans else {}
    for place, point in column.points.items():
        row = rows[place]
        yield Cell(
            row,
            col,
            (Paragraph(locate.format(row), point.text),),
            heights.get(row, 1),
            value=point.value,
            number_format=point.number_format,
            hidden=column.hidden,
        )
