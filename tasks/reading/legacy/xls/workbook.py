"""Workbooks of Excel 5 to 2003 to blocks: a table each worksheet, then its text boxes and comments."""

from typing import Final

from tasks.reading.containers.compound import Compound
from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.grid import contents
from tasks.reading.legacy.sheet import Sheet
from tasks.reading.legacy.xls.book import Book, Bound, read_book
from tasks.reading.legacy.xls.cells import CellReader
from tasks.reading.legacy.xls.count import size
from tasks.reading.legacy.xls.drawings import DrawingReader
from tasks.reading.legacy.xls.records import substream
from tasks.reading.refusal import CannotReadError

_STREAMS: Final = ("Workbook", "Book")


def read_xls(data: bytes) -> Contents:
    """The tables of a workbook, in its order, given the bytes of its file. Raises CannotReadError."""
    compound = Compound(data)
    name = next((name for name in _STREAMS if name in compound), "")
    stream = compound.stream(name)
    book = read_book(substream(stream, 0))
    if not stream or not book.sheets:
        raise CannotReadError("reading.broken")
    tally = Tally()
    # Two sheets in one place are the work of an attacker: reading it again and again would never end.
    places = {bound.start: bound for bound in reversed(book.sheets)}
    sheets = [_sheet(stream, bound, book, tally) for bound in book.sheets if places[bound.start] is bound]
    return contents(sheets, tally, name)


def _sheet(stream: bytes, bound: Bound, book: Book, tally: Tally) -> Sheet:
    sheet = Sheet(bound.name, bound.hidden)
    cells, drawings = CellReader(sheet, book), DrawingReader(sheet, book)
    for record in substream(stream, bound.start):
        tally.read += size(record, book)
        cells.read(record)
        drawings.read(record)
    drawings.finish()
    tally.skip("not shown", cells.orphans)
    return sheet
