"""One worksheet part: by patterns, or by a parser if it is written in an unusual way."""

from collections.abc import Mapping

from tasks.reading.excel.kinds import Book
from tasks.reading.excel.parser import parse_sheet
from tasks.reading.excel.plain import NotPlainError, PlainXml
from tasks.reading.excel.raw import RawSheet
from tasks.reading.excel.scan import scan
from tasks.reading.ooxml.package import Package


def read_sheet(package: Package, name: str, book: Book, targets: Mapping[str, str]) -> RawSheet:
    """The worksheet of a part; `targets` are addresses of links by their id. Raises CannotReadError."""
    sheet = RawSheet()
    try:
        xml = PlainXml(package.chunks(name), "worksheet", "sheetData", "row")
        scan(xml, book, sheet)
        parse_sheet([xml.rest()], book, sheet, targets)
    except NotPlainError:
        sheet = RawSheet()
        parse_sheet(package.chunks(name), book, sheet, targets)
        sheet.cells = sheet.cells.in_order()
    return sheet
