"""The tables of a returned document: rows, cells, and what was done to whole rows."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from tasks.reading.ooxml.names import CELL, DELETED, INSERTED, PARAGRAPH, ROW, TABLE, W
from tasks.reviewing.lines import Line, Revision, line_of, lines_of, revision, view
from tasks.reviewing.words import bare

_PROPERTIES = W + "trPr"
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"))


@dataclass
class Cell:
    """A cell, read."""

    lines: list[Line]

    @cached_property
    def rejected(self) -> str:
        """The words before any tracked change, as they are compared."""
        return bare("\n".join(view(self.lines, accepted=False)))

    @cached_property
    def accepted(self) -> str:
        """The words after all tracked changes, as they are compared."""
        return bare("\n".join(view(self.lines, accepted=True)))


@dataclass
class Row:
    """A row. number: from 1 in its table; inserted, deleted: by whom as a whole; typed: by whom all its words are."""

    number: int
    cells: list[Cell]
    inserted: Revision | None = None
    deleted: Revision | None = None
    typed: Revision | None = None

    @cached_property
    def bookmarks(self) -> list[str]:
        """The names of the bookmarks in it."""
        return [name for cell in self.cells for line in cell.lines for name in line.bookmarks]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The cells before any tracked change."""
        return tuple(cell.rejected for cell in self.cells)

    @cached_property
    def new_texts(self) -> tuple[str, ...]:
        """The cells after all tracked changes."""
        return tuple(cell.accepted for cell in self.cells)


@dataclass
class Table:
    """A table of the body; its first row is its header. number: from 1 among these."""

    number: int
    rows: list[Row]

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The words that head the columns, as they stood before any tracked change."""
        return self.rows[0].texts if self.rows else ()


def joined(tables: Sequence[Table]) -> Table:
    """The parts of a table that was split, as one; a header that is repeated stands once."""
    first, *others = tables
    rows = [row for table in others for row in table.rows if row.texts != first.header]
    return Table(first.number, [*first.rows, *rows]) if others else first


def parted(table: Table, headers: Collection[tuple[str, ...]]) -> list[Table]:
    """The tables that became one when the paragraph between them went: each begins with one of these headers."""
    starts = [n for n, row in enumerate(table.rows) if n == 0 or (len(row.texts) > 1 and row.texts in headers)]
    ends = [*starts[1:], len(table.rows)]
    return [Table(table.number, table.rows[start:end]) for start, end in zip(starts, ends, strict=True)] or [table]


@dataclass
class Body:
    """The tables of a document, and the paragraphs outside them with their numbers from 1."""

    tables: list[Table] = field(default_factory=list)
    paragraphs: list[tuple[int, Line]] = field(default_factory=list)


def body_of(root: etree._Element) -> Body:
    """The body of a document (`w:document`)."""
    body = root.find(W + "body")
    found = Body()
    number = 0
    for element in () if body is None else _flat(body):
        if element.tag == TABLE:
            found.tables.append(_table(element, len(found.tables) + 1))
        elif element.tag == PARAGRAPH:
            number += 1
            found.paragraphs.append((number, line_of(element)))
    return found


def _flat(element: etree._Element) -> Iterator[etree._Element]:
    """The children, those in content controls and the like as if these were not there."""
    for child in element:
        if child.tag in _THROUGH:
            yield from _flat(child)
        elif isinstance(child.tag, str):
            yield child


def _table(element: etree._Element, number: int) -> Table:
    rows = [child for child in _flat(element) if child.tag == ROW]
    return Table(number, [_row(row, n) for n, row in enumerate(rows, 1)])


def _row(element: etree._Element, number: int) -> Row:
    row = Row(number, [Cell(lines_of(cell)) for cell in _flat(element) if cell.tag == CELL])
    properties = element.find(_PROPERTIES)
    for mark in () if properties is None else properties:
        if mark.tag in INSERTED:
            row.inserted = revision(mark)
        elif mark.tag in DELETED:
            row.deleted = revision(mark)
    row.typed = row.inserted or _whole(row, inserted=True)
    row.deleted = row.deleted or _whole(row, inserted=False)
    return row


def _whole(row: Row, inserted: bool) -> Revision | None:
    """Who inserted or deleted all words of a row, which programs write where they do not mark the row itself."""
    pieces = [p for cell in row.cells for line in cell.lines for p in line.pieces if p.text.strip("\u200d \xa0\n")]
    fates = [piece.inserted if inserted else piece.deleted for piece in pieces]
    return fates[0] if fates and all(fates) else None
