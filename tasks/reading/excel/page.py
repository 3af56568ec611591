"""One sheet of a workbook with all that hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tasks.model.blocks import Block
from tasks.model.problem import Code, Problem, problem
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.drawing.part import Opener
from tasks.reading.excel.boxes import read_boxes
from tasks.reading.excel.comments import Parts, read_comments
from tasks.reading.excel.grid import tables
from tasks.reading.excel.kinds import Book
from tasks.reading.excel.raw import NAMED_FORMULAS, RawSheet
from tasks.reading.excel.sheet import read_sheet
from tasks.reading.ooxml.package import Package
from tasks.reading.worksheets.edges import read_edges


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a sheet, its problems, and shared strings of cells that nobody sees."""

    blocks: list[Block]
    problems: list[Problem]
    gone: set[str]


def read_page(package: Package, at: Provenance, book: Book, people: Mapping[str, str], tally: Tally) -> Page:
    """The contents of the sheet whose part and title are in `at`. Raises CannotReadError."""
    related = package.relationships(at.part)
    links = {name: r.target for name, r in related.items() if r.external and r.kind == "hyperlink"}
    parts = {r.kind: r.target for r in related.values() if not r.external}
    sheet = read_sheet(package, at.part, book, links)
    found = tables(sheet, book, at)

    def anchor(row: int, col: int) -> str:
        index = sheet.cells.find(row, col)
        return sheet.cells.texts[index] if index >= 0 else ""

    comments = Parts(
        _part(package, parts, "comments"), parts.get("comments", ""), _part(package, parts, "threadedComment"),
        parts.get("threadedComment", ""), people,
    )  # fmt: skip
    blocks: list[Block] = [
        *read_edges("header", sheet.edges, at, tally),
        *found,
        *read_boxes(parts.get("drawing", ""), at, Opener(package, tally)),
        *read_comments(comments, at, anchor, tally),
        *read_edges("footer", sheet.edges, at, tally),
    ]
    tally.add(sheet.tally)
    return Page(blocks, _problems(sheet, at), sheet.gone)


def _part(package: Package, parts: Mapping[str, str], kind: str) -> etree._Element | None:
    return package.xml(parts[kind]) if kind in parts else None


def _problems(sheet: RawSheet, at: Provenance) -> list[Problem]:
    place = f"sheet '{at.sheet}'"
    found = [problem(Code.SHEET_HIDDEN, "", place, sheet=at.sheet)] if at.hidden else []
    if sheet.unsolved:
        more = [*sheet.unsolved[:NAMED_FORMULAS], "…"] if len(sheet.unsolved) > NAMED_FORMULAS else sheet.unsolved
        found.append(problem(Code.FORMULA_NOT_CALCULATED, "", place, cells=", ".join(more)))
    return found
