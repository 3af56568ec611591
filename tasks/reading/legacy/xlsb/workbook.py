"""Binary workbooks to blocks: a table each worksheet, then its text boxes and comments."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.grid import contents
from tasks.reading.legacy.sheet import Box, Remark, Sheet
from tasks.reading.legacy.xlsb import records
from tasks.reading.legacy.xlsb.cells import Book, read_cells, units
from tasks.reading.legacy.xlsb.records import read_records, wide_string
from tasks.reading.legacy.xlsb.styles import Styles
from tasks.reading.ooxml.package import Package
from tasks.reading.refusal import CannotReadError
from tasks.reading.xml import number

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_D: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def read_xlsb(data: bytes) -> Contents:
    """The tables of a workbook, in its order, given the bytes of its file. Raises CannotReadError."""
    package = Package(data)
    name = package.first("", "officeDocument") or "xl/workbook.bin"
    part = package.part(name)
    if not part:
        raise CannotReadError("reading.broken")
    since_1904, named = _globals(part)
    related = package.relationships(name)
    targets = {kind: target for target, kind in ((r.target, r.kind) for r in related.values() if not r.external)}
    book = Book(
        [item for kind, item in read_records(package.part(targets.get("sharedStrings", "")))
         if kind == records.SHARED_ITEM],
        Styles(package.part(targets.get("styles", "")), package.xml(targets.get("theme", ""))),
        since_1904,
    )  # fmt: skip
    tally = Tally()
    sheets = []
    for sheet, identity in named:
        target = related.get(identity)
        # A part that stands for two sheets is the work of an attacker: it is read once.
        if target is not None and target.kind == "worksheet" and not target.external:
            del related[identity]
            tally.read += _read_sheet(package, target.target, sheet, book)
            sheets.append(sheet)
    return contents(sheets, tally, name)


def _globals(part: bytes) -> tuple[bool, list[tuple[Sheet, str]]]:
    """Whether days count from 1904, and the sheets with the names of their relationships."""
    since_1904, sheets = False, []
    for kind, data in read_records(part):
        if kind == records.WORKBOOK_PROPERTIES:
            since_1904 = bool(data[:1] and data[0] & 1)
        elif kind == records.SHEET:
            identity, at = wide_string(data, 8)
            sheets.append((Sheet(wide_string(data, at)[0], any(data[:4])), identity))
    return since_1904, sheets


def _read_sheet(package: Package, name: str, sheet: Sheet, book: Book) -> int:
    """Puts cells, comments and text boxes into a sheet; what its parts hold, counted apart."""
    size = read_cells(package.part(name), sheet, book)
    comments = package.first(name, "comments")
    for kind, data in read_records(package.part(comments)) if comments else ():
        size += int.from_bytes(data[1:5], "little") if kind == records.COMMENT_TEXT else 0
    sheet.remarks += _remarks(package.part(comments)) if comments else ()
    drawing = package.first(name, "drawing")
    root = package.xml(drawing) if drawing else None
    if root is not None:
        size += sum(units(text.text or "") for text in root.iter(_A + "t"))
        sheet.boxes += _boxes(root)
    return size


def _remarks(part: bytes) -> Iterator[Remark]:
    authors: list[str] = []
    row = col = author = 0
    for kind, data in read_records(part):
        if kind == records.COMMENT_AUTHOR:
            authors.append(wide_string(data, 0)[0])
        elif kind == records.COMMENT and len(data) >= 20:
            author, row, col = (int.from_bytes(data[at : at + 4], "little") for at in (0, 4, 12))
        elif kind == records.COMMENT_TEXT:
            text, _ = wide_string(data, 1)
            if text:
                yield Remark(row + 1, col + 1, text, authors[author] if author < len(authors) else "", units(text))


def _boxes(root: etree._Element) -> Iterator[Box]:
    for anchor in root:
        row = number(anchor.findtext(f"{_D}from/{_D}row"), 0) + 1
        for body in anchor.iter(_D + "txBody"):
            text = "\n".join("".join(t.text or "" for t in p.iter(_A + "t")) for p in body.iterfind(_A + "p"))
            yield Box(row, text, sum(units(t.text or "") for t in body.iter(_A + "t")))
