"""Documents as JSON and back, exactly: numbers, dates, spans and the order of everything are kept.

Blocks and cells are lists with a letter in front, not objects with names: a matrix holds ten thousand cells, and
neither a reader process nor the store should spend its time on field names.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, Final

from tasks.model.blocks import Block, Cell, CellValue, Document, Heading, ListItem, Paragraph, Span, Table
from tasks.model.problem import Code, Problem

_FORMAT: Final = 1
_FROM_ISO: Final[Mapping[str, Callable[[str], CellValue]]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def to_json(document: Document) -> str:
    """A document as JSON text in ASCII."""
    return json.dumps(
        [
            _FORMAT,
            document.file,
            document.format,
            [_block(block) for block in document.blocks],
            [[p.code.value, p.file, p.locator, p.details] for p in document.problems],
        ],
        separators=(",", ":"),
    )


def from_json(text: str) -> Document:
    """The document of a JSON text that `to_json` made. Raises ValueError if it is anything else."""
    try:
        version, file, kind, blocks, problems = json.loads(text)
        if version != _FORMAT:
            raise ValueError(version)
        return Document(
            file,
            kind,
            tuple(_unblock(block) for block in blocks),
            tuple(
                Problem(Code(code), place, locator, tuple((name, words) for name, words in details))
                for code, place, locator, details in problems
            ),
        )
    except (TypeError, KeyError, IndexError, RecursionError) as error:
        raise ValueError("not a document") from error


def _block(block: Block) -> list[object]:
    if isinstance(block, Paragraph):
        return ["p", block.locator, block.text, block.style, _spans(block.spans)]
    if isinstance(block, ListItem):
        return ["l", block.locator, block.text, block.level, block.label, block.style, _spans(block.spans)]
    if isinstance(block, Heading):
        return ["h", block.locator, block.text, block.level, block.label]
    cells = [_cell(cell) for cell in block.cells]
    return ["t", block.locate, cells, block.rows, block.cols, block.first_row, block.name, block.hidden]


def _unblock(data: list[Any]) -> Block:
    kind, rest = data[0], data[1:]
    if kind == "p":
        return Paragraph(rest[0], rest[1], rest[2], _unspans(rest[3]))
    if kind == "l":
        return ListItem(rest[0], rest[1], rest[2], rest[3], rest[4], _unspans(rest[5]))
    if kind == "h":
        return Heading(*rest)
    if kind == "t":
        return Table(rest[0], tuple(_uncell(cell) for cell in rest[1]), *rest[2:])
    raise ValueError(kind)


def _spans(spans: tuple[Span, ...]) -> list[object]:
    return [[span.start, span.end, span.kind] for span in spans]


def _unspans(data: list[Any]) -> tuple[Span, ...]:
    return tuple(Span(start, end, kind) for start, end, kind in data)


def _cell(cell: Cell) -> list[object]:
    return [
        cell.row,
        cell.col,
        [_block(block) for block in cell.blocks],
        cell.rowspan,
        cell.colspan,
        _value(cell.value),
        cell.number_format,
        cell.fill,
        cell.bold,
        cell.hidden,
    ]


def _uncell(data: list[Any]) -> Cell:
    row, col, blocks, rowspan, colspan, value, *look = data
    return Cell(row, col, tuple(_unblock(b) for b in blocks), rowspan, colspan, _unvalue(value), *look)


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
