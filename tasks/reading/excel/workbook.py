"""Workbooks (.xlsx, .xlsm and their templates; transitional and strict): for each sheet its table, boxes, comments.

What <dimension> says is never trusted. A formula shows the result stored with it, or itself if none is stored.
"""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tasks.model.blocks import Block
from tasks.model.problem import Problem
from tasks.model.provenance import Provenance
from tasks.reading.contents import Contents, Tally
from tasks.reading.excel.kinds import Book
from tasks.reading.excel.names import S
from tasks.reading.excel.page import read_page
from tasks.reading.excel.shared import SharedStrings, read_shared
from tasks.reading.excel.styles import read_looks
from tasks.reading.excel.weigh import weigh
from tasks.reading.ooxml.names import R
from tasks.reading.ooxml.package import Package, Relationship
from tasks.reading.refusal import CannotReadError

_ON: Final = frozenset({"1", "true"})
_SHEETS: Final = frozenset({"worksheet", "chartsheet", "dialogsheet"})


def read_workbook(data: bytes) -> Contents:
    """The contents of a workbook, in its order, given the bytes of its file. Raises CannotReadError."""
    package, tally = Package(data), Tally()
    name = package.first("", "officeDocument") or "xl/workbook.xml"
    root = package.xml(name)
    if root is None:
        raise CannotReadError("reading.broken")
    weigh(root, tally)
    related = package.relationships(name)
    book = _book(package, root, related, tally)
    people = _people(_part(package, related, "person", tally))
    blocks: list[Block] = []
    problems: list[Problem] = []
    gone: set[str] = set()
    for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
        hidden = sheet.get("state", "visible") != "visible"
        title = sheet.get("name", "")
        target = related.get(sheet.get(R + "id", ""))
        if target is None or target.external or target.kind not in _SHEETS:
            continue
        found = read_page(package, Provenance(target.target, sheet=title, hidden=hidden), book, people, tally)
        blocks += found.blocks
        problems += found.problems
        gone |= found.gone
    book.strings.account(tally, gone)
    return Contents(tuple(blocks), tally.receipt(), tuple(problems))


def _book(package: Package, root: etree._Element, related: Mapping[str, Relationship], tally: Tally) -> Book:
    properties = root.find(S + "workbookPr")
    strings = _target(related, "sharedStrings")
    return Book(
        read_shared(lambda: package.chunks(strings), tally) if strings in package else SharedStrings(),
        read_looks(_part(package, related, "styles", tally), _part(package, related, "theme", tally)),
        properties is not None and properties.get("date1904") in _ON,
    )


def _people(root: etree._Element | None) -> dict[str, str]:
    """The names of those who take part in threads of comments, by id."""
    people = () if root is None else root.iterchildren("{*}person")
    return {person.get("id", ""): person.get("displayName", "") for person in people}


def _part(package: Package, related: Mapping[str, Relationship], kind: str, tally: Tally) -> etree._Element | None:
    name = _target(related, kind)
    root = package.xml(name) if name else None
    if root is not None:
        weigh(root, tally)
    return root


def _target(related: Mapping[str, Relationship], kind: str) -> str:
    return next((r.target for r in related.values() if r.kind == kind and not r.external), "")
