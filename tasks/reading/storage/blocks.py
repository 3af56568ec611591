"""Blocks as lists of JSON and back.

A letter stands in front, and what is as usual is left out at the end. Zero in place of a locator means that of the
row, an empty list in place of a value means the text of the cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tasks.model.blocks import (
    Block,
    Cell,
    Content,
    Continuation,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Revision,
    Span,
    Table,
)
from tasks.model.packed import PackedCells
from tasks.model.provenance import NOWHERE, Provenance
from tasks.model.receipt import Receipt
from tasks.reading.storage.columns import decode_columns, decode_value, encode_columns, encode_value

_PACKED: Final = "packed"
_TRAIL: Final = Provenance.__slots__.index("trail")
_USUAL_PLACE: Final = [getattr(NOWHERE, name) for name in Provenance.__slots__]
_USUAL_CELL: Final = [1, 1, "", "", False, False]


def values_of(item: Continuation | Receipt | Revision) -> list[object]:
    """What an object holds, in the order of its class."""
    return [getattr(item, name) for name in item.__slots__]


def encode_block(block: Block, row: str = "") -> list[object]:
    """A block as a list; one with the locator `row` does not repeat it."""
    if isinstance(block, Table):
        cells = _cells(block)
        continues = None if block.continues is None else values_of(block.continues)
        grid = [block.rows, block.cols, block.first_row, block.name, block.hidden, continues, block.pages]
        return ["t", block.locate, _place(block.at), cells, *grid]
    locator: object = 0 if block.locator == row else block.locator
    head = [locator, _place(block.at)]
    if isinstance(block, Note):
        inner = [encode_block(b, block.locator) for b in block.blocks]
        said = [block.id, block.author, block.date, block.anchor, block.reply_to, block.resolved]
        return ["n", *head, block.note, inner, *said]
    spans = [[span.start, span.end, span.kind, span.author, span.date, span.target] for span in block.spans]
    if isinstance(block, Heading):
        return ["h", *head, block.text, block.level, block.label, spans]
    if isinstance(block, ListItem):
        return ["l", *head, block.text, block.level, block.label, block.style, spans]
    if spans:
        return ["p", *head, block.text, block.style, spans]
    return ["p", *head, block.text, block.style] if block.style else ["p", *head, block.text]


def _place(at: Provenance) -> object:
    """A place without its usual end; zero for none at all."""
    if at is NOWHERE:
        return 0
    values = [getattr(at, name) for name in Provenance.__slots__]
    while values and values[-1] == _USUAL_PLACE[len(values) - 1]:
        values.pop()
    return values


def _unplace(data: Any) -> Provenance:
    if not data:
        return NOWHERE
    values = [*data, *_USUAL_PLACE[len(data) :]]
    values[_TRAIL] = tuple(values[_TRAIL])
    return Provenance(*values)


def decode_block(data: list[Any]) -> Block:
    """The block of such a list. Raises ValueError, KeyError, IndexError or TypeError if it is none."""
    if data[0] != "n":
        return _content(data, "")
    _, locator, place, note, inner, *said = data
    return Note(locator, note, tuple(_content(b, locator) for b in inner), *said, at=_unplace(place))  # type: ignore[misc]


def _content(data: list[Any], row: str) -> Content:
    kind, locator, place, *rest = data
    at = _unplace(place)
    if kind == "t":
        return _table(locator, at, *rest)
    locator = row if locator == 0 else locator
    if kind == "p":
        text, style, spans = [*rest, "", ()][:3] if len(rest) < 3 else rest
        return Paragraph(locator, text, style, _spans(spans), at)
    if kind == "h":
        text, level, label, spans = rest
        return Heading(locator, text, level, label, _spans(spans), at)
    if kind == "l":
        text, level, label, style, spans = rest
        return ListItem(locator, text, level, label, style, _spans(spans), at)
    raise ValueError(kind)


def _table(
    locate: str,
    at: Provenance,
    cells: list[Any],
    rows: int,
    cols: int,
    first_row: int,
    name: str,
    hidden: bool,
    continues: list[Any] | None,
    pages: list[int],
) -> Table:
    link = None if continues is None else Continuation(*continues)
    empty = Table(locate, (), rows, cols, first_row, name, hidden)
    if cells and cells[0] == _PACKED:
        _, others, *columns = cells
        found: Sequence[Cell] = decode_columns(columns, dict(_numbered(others, empty)))
    else:
        found = tuple(_uncells(cells, empty))
    return Table(locate, found, rows, cols, first_row, name, hidden, link, tuple(pages), at)


def _spans(data: list[Any]) -> tuple[Span, ...]:
    return tuple([Span(*span) for span in data])


def _cells(table: Table) -> list[object]:
    """The cells of a table: a list each, or their columns."""
    cells = table.cells
    if isinstance(cells, PackedCells):
        others = [[index, _cell(cell, table.row_locator(cell.row))] for index, cell in cells.others.items()]
        return [_PACKED, others, *encode_columns(cells)]
    return [_cell(cell, table.row_locator(cell.row)) for cell in cells]


def _numbered(others: list[Any], table: Table) -> Iterator[tuple[int, Cell]]:
    cells = _uncells([data for _, data in others], table)
    return zip([index for index, _ in others], cells, strict=True)


def _uncells(cells: list[Any], table: Table) -> Iterator[Cell]:
    places: dict[int, str] = {}
    for data in cells:
        if data[0] not in places:
            places[data[0]] = table.row_locator(data[0])
        yield _uncell(data, places)


def _cell(cell: Cell, row: str) -> list[object]:
    blocks = [encode_block(block, row) for block in cell.blocks]
    value: object = [] if len(blocks) == 1 and cell.value == blocks[0][3] else encode_value(cell.value)
    look = [cell.rowspan, cell.colspan, cell.number_format, cell.fill, cell.bold, cell.hidden]
    data = [cell.row, cell.col, blocks, value]
    return data if look == _USUAL_CELL else data + look


def _uncell(data: list[Any], places: Mapping[int, str]) -> Cell:
    row, col, raw, raw_value, *look = data
    blocks = tuple([_content(block, places[row]) for block in raw])
    value = raw[0][3] if raw_value == [] else decode_value(raw_value)
    if not look:
        return Cell(row, col, blocks, 1, 1, value)
    rowspan, colspan, *rest = look
    return Cell(row, col, blocks, rowspan, colspan, value, *rest)
