"""Workbooks (.xlsx, .xlsm and their templates; transitional and strict): a table each worksheet, then its text boxes.

What <dimension> says is never trusted. A formula shows the result stored with it, or itself if none is stored.
"""

from typing import Final

from lxml import etree

from tasks.model.blocks import Block, Paragraph
from tasks.model.problem import Code, problem
from tasks.model.receipt import Receipt
from tasks.reading.contents import Contents
from tasks.reading.excel.boxes import read_boxes
from tasks.reading.excel.cells import Book, read_cells, stream
from tasks.reading.excel.grid import tables
from tasks.reading.excel.strings import read_string
from tasks.reading.excel.styles import S, read_looks
from tasks.reading.ooxml.names import R
from tasks.reading.ooxml.package import Package, Relationship
from tasks.reading.refusal import CannotReadError

_ON: Final = frozenset({"1", "true"})


def read_workbook(data: bytes) -> Contents:
    """The tables of a workbook, in its order, given the bytes of its file. Raises CannotReadError."""
    package = Package(data)
    name = package.first("", "officeDocument") or "xl/workbook.xml"
    root = package.xml(name)
    if root is None:
        raise CannotReadError("reading.broken")
    related = package.relationships(name)
    book = _book(package, root, related)
    blocks: list[Block] = []
    hidden = []
    for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
        is_hidden = sheet.get("state", "visible") != "visible"
        title = sheet.get("name", "")
        target = related.get(sheet.get(R + "id", ""))
        if target is not None and target.kind == "worksheet":
            blocks.extend(tables(read_cells(package.xml_bytes(target.target), book), title, is_hidden))
            blocks.extend(() if is_hidden else _boxes(package, target.target, title))
            hidden += [title] * is_hidden
    problems = tuple(problem(Code.SHEET_HIDDEN, "", f"sheet '{name}'", sheet=name) for name in hidden)
    return Contents(tuple(blocks), Receipt(0, 0), problems)


def _boxes(package: Package, sheet: str, title: str) -> tuple[Paragraph, ...]:
    name = package.first(sheet, "drawing")
    drawing = package.xml(name) if name else None
    return () if drawing is None else read_boxes(drawing, title)


def _book(package: Package, root: etree._Element, related: dict[str, Relationship]) -> Book:
    properties = root.find(S + "workbookPr")
    strings = package.xml_bytes(_target(related, "sharedStrings"))
    return Book(
        [read_string(item) for item in stream(strings, S + "si")] if strings else [],
        read_looks(_part(package, related, "styles"), _part(package, related, "theme")),
        properties is not None and properties.get("date1904") in _ON,
    )


def _part(package: Package, related: dict[str, Relationship], kind: str) -> etree._Element | None:
    name = _target(related, kind)
    return package.xml(name) if name else None


def _target(related: dict[str, Relationship], kind: str) -> str:
    return next((r.target for r in related.values() if r.kind == kind and not r.external), "")
