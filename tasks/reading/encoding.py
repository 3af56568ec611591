"""Documents as JSON and back, exactly: numbers, dates, spans and the order of everything are kept.

Blocks and cells are lists with a letter in front, not objects with names, and what is as usual is left out at their
end: a register holds a million cells, and neither a reader process nor the store should spend its time on names.
Zero in place of a locator means that of the row, an empty list in place of a value means the text of the cell.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, Final

from tasks.model.blocks import Block, Cell, CellValue, Document, Heading, ListItem, Paragraph, Span, Table
from tasks.model.problem import Code, Problem
from tasks.reading.collector import no_collector

_FORMAT: Final = 1
_FROM_ISO: Final[Mapping[str, Callable[[str], CellValue]]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
_USUAL_CELL: Final = [1, 1, "", "", False, False]


def to_json(document: Document) -> str:
    """A document as JSON text in ASCII."""
    with no_collector():
        data = [
            _FORMAT,
            document.file,
            document.format,
            [_block(block, "") for block in document.blocks],
            [[p.code.value, p.file, p.locator, p.details] for p in document.problems],
        ]
        return json.dumps(data, separators=(",", ":"))


def from_json(text: str) -> Document:
    """The document of a JSON text that `to_json` made. Raises ValueError if it is anything else."""
    try:
        with no_collector():
            return _document(*json.loads(text))
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("not a document") from error


def _document(version: int, file: str, kind: str, blocks: list[Any], problems: list[Any]) -> Document:
    if version != _FORMAT:
        raise ValueError(version)
    return Document(
        file,
        kind,
        tuple(_unblock(block, "") for block in blocks),
        tuple(
            Problem(Code(code), place, locator, tuple((name, words) for name, words in details))
            for code, place, locator, details in problems
        ),
    )


def _block(block: Block, row: str) -> list[object]:
    if isinstance(block, Table):
        cells = [_cell(cell, block.row_locator(cell.row)) for cell in block.cells]
        return ["t", block.locate, cells, block.rows, block.cols, block.first_row, block.name, block.hidden]
    locator: object = 0 if block.locator == row else block.locator
    if isinstance(block, Heading):
        return ["h", locator, block.text, block.level, block.label]
    spans = [[span.start, span.end, span.kind] for span in block.spans]
    if isinstance(block, ListItem):
        return ["l", locator, block.text, block.level, block.label, block.style, spans]
    if spans:
        return ["p", locator, block.text, block.style, spans]
    return ["p", locator, block.text, block.style] if block.style else ["p", locator, block.text]


def _unblock(data: list[Any], row: str) -> Block:
    kind, locator, *rest = data
    if kind == "t":
        return _table(locator, *rest)
    locator = row if locator == 0 else locator
    if kind == "p":
        text, style, spans = [*rest, "", ()][:3] if len(rest) < 3 else rest
        return Paragraph(locator, text, style, _spans(spans))
    if kind == "h":
        return Heading(locator, *rest)
    if kind == "l":
        text, level, label, style, spans = rest
        return ListItem(locator, text, level, label, style, _spans(spans))
    raise ValueError(kind)


def _table(locate: str, cells: list[Any], rows: int, cols: int, first_row: int, name: str, hidden: bool) -> Table:
    empty = Table(locate, (), rows, cols, first_row, name, hidden)
    places: dict[int, str] = {}
    for data in cells:
        if data[0] not in places:
            places[data[0]] = empty.row_locator(data[0])
    return Table(locate, tuple(_uncell(data, places) for data in cells), rows, cols, first_row, name, hidden)


def _spans(data: list[Any]) -> tuple[Span, ...]:
    return tuple(Span(start, end, kind) for start, end, kind in data)


def _cell(cell: Cell, row: str) -> list[object]:
    blocks = [_block(block, row) for block in cell.blocks]
    value: object = [] if len(blocks) == 1 and cell.value == blocks[0][2] else _value(cell.value)
    look = [cell.rowspan, cell.colspan, cell.number_format, cell.fill, cell.bold, cell.hidden]
    data = [cell.row, cell.col, blocks, value]
    return data if look == _USUAL_CELL else data + look


def _uncell(data: list[Any], places: Mapping[int, str]) -> Cell:
    row, col, raw, raw_value, *look = data
    blocks = tuple([_unblock(block, places[row]) for block in raw])
    value = raw[0][2] if raw_value == [] else _unvalue(raw_value)
    if not look:
        return Cell(row, col, blocks, 1, 1, value)
    rowspan, colspan, *rest = look
    return Cell(row, col, blocks, rowspan, colspan, value, *rest)


def _value(value: CellValue) -> object:
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    return ["time", value.isoformat()] if isinstance(value, time) else value


def _unvalue(data: Any) -> CellValue:
    if isinstance(data, list):
        kind, words = data
        return _FROM_ISO[kind](words)
    if data is None or isinstance(data, str | int | float):
        return data
    raise ValueError(data)
