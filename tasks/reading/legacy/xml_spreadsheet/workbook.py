"""XML spreadsheets to blocks: a table each worksheet, then its comments."""

from typing import Final

from lxml import etree

from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.grid import contents
from tasks.reading.legacy.xml_spreadsheet.cells import read_sheet, size
from tasks.reading.legacy.xml_spreadsheet.names import S
from tasks.reading.legacy.xml_spreadsheet.styles import read_styles
from tasks.reading.refusal import CannotReadError
from tasks.reading.xml import parse, refuse_doctype

_HOLDERS: Final = tuple(S + name for name in ("Workbook", "Worksheet", "Table", "Row", "Cell", "Comment"))
_READ: Final = frozenset({*_HOLDERS, S + "Data"})


def read_xml_spreadsheet(data: bytes) -> Contents:
    """The tables of a workbook, in its order, given the bytes of its file. Raises CannotReadError."""
    refuse_doctype(data)
    root = parse(data.lstrip())
    if root.tag != S + "Workbook":
        raise CannotReadError("reading.broken")
    tally = Tally(read=size(root))
    for element in root.iter(*_HOLDERS):
        tally.skip("white space", _blank(element))
        tally.skip("metadata", sum(size(child) for child in element if child.tag not in _READ))
    styles = read_styles(root)
    sheets = [read_sheet(worksheet, styles) for worksheet in root.iterfind(S + "Worksheet")]
    return contents(sheets, tally, "")


def _blank(element: etree._Element) -> int:
    """White space between the parts of an element that holds no text of its own."""
    texts = (element.text or "", *(child.tail or "" for child in element))
    return sum(len(text) for text in texts if not text.strip())
