"""A table on a page to a table of blocks."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from tasks.model.blocks import Cell, Content, Paragraph, Table
from tasks.model.provenance import Provenance
from tasks.reading.layout.lines import run_on
from tasks.reading.layout.prose import Writer
from tasks.reading.layout.table import Found
from tasks.reading.layout.text import Flow
from tasks.reading.spans import on_lines

_WIDEST_PADDING: Final = 7.0


def table_of(found: Found, locate: str, at: Provenance, writer: Writer) -> Table:
    """The table of blocks; `locate` is the locator of its rows with `{}` for the number."""
    edges = _text_edges(found)
    cells = []
    for box in found.boxes:
        locator = locate.format(box.row + 1)
        blocks: list[Content] = []
        if box.lines:
            right = min(edges.get(box.col + box.colspan, box.x1), box.x1)
            left = box.x0 + max(box.x1 - right, 0.0)
            flows = [writer.flow(lines, right if found.ruled else None) for lines in run_on(box.lines, left, right)]
            blocks.append(_cell_text(flows, locator))
        blocks += [table_of(inner, locator, at, writer) for inner in box.nested]
        bold = bool(box.lines) and all(line.bold for line in box.lines)
        cells.append(Cell(box.row + 1, box.col + 1, tuple(blocks), box.rowspan, box.colspan, fill=box.fill, bold=bold))
    return Table(locate, tuple(cells), found.rows, found.cols, at=at)


def _text_edges(found: Found) -> dict[int, float]:
    """By the right edge of a column, where text in it ends at the latest: at its edge less the usual padding."""
    if not found.ruled:
        edges: dict[int, float] = {}
        for box in found.boxes:
            if box.lines:
                end = box.col + box.colspan
                edges[end] = max(edges.get(end, 0.0), max(line.x1 for line in box.lines))
        return edges
    paddings = [min(line.x0 for line in box.lines) - box.x0 for box in found.boxes if box.lines]
    padding = min(max(median(paddings), 0.0), _WIDEST_PADDING) if paddings else 0.0
    return {col: edge - padding for col, edge in enumerate(found.columns)}


def _cell_text(flows: Sequence[Flow], locator: str) -> Paragraph:
    """One paragraph for a cell, a line break where its author broke the line."""
    text, spans = on_lines((flow.text, flow.spans) for flow in flows if flow.text)
    return Paragraph(locator, text, spans=spans)
