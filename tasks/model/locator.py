"""Locators: how a person finds a place in a document. Always written in English; rendering localises them."""

import re

_PARTS = re.compile(r"\d+|'[^']*'|[a-z]+")
_KINDS = (
    "header",
    "page",
    "slide",
    "message",
    "attachment",
    "sheet",
    "title",
    "row",  # the rows of a page's or slide's first table name no table
    "table",
    "paragraph",
    "line",
    "bullet",
    "chart",
    "picture",
    "item",
    "comment",
    "notes",
    "footer",
)


def paragraph(number: int) -> str:
    """Paragraph of the body, counted from 1, those in tables left out, empty ones included."""
    return f"paragraph {number}"


def table_row(table: int, row: int) -> str:
    """Row of a table in running text; both count from 1, header rows included."""
    return f"table {table}, row {row}"


def sheet_row(sheet: str, row: int) -> str:
    """Row of a worksheet, numbered as in the workbook."""
    return f"sheet '{sheet}', row {row}"


def csv_row(row: int) -> str:
    """Record of a CSV file, the header being row 1."""
    return f"row {row}"


def text_line(line: int) -> str:
    """Line of a plain text, empty ones included."""
    return f"line {line}"


def slide_part(slide: int, kind: str, number: int = 0) -> str:
    """A part of a slide: `title`, `notes`, or the numbered `bullet`, `paragraph`, `row`, `chart` on it."""
    return f"slide {slide}, {kind} {number}" if number else f"slide {slide}, {kind}"


def page_part(page: int, kind: str, number: int) -> str:
    """A numbered `paragraph` or `row` on a page."""
    return f"page {page}, {kind} {number}"


def item(place: str, number: int) -> str:
    """The action with this number (from 1) inside one cell, paragraph or row."""
    return f"{place}, item {number}"


def sort_key(locator: str) -> tuple[tuple[int, str, int], ...]:
    """Document order: numbers by value, kinds of place in a fixed order, names of sheets by the alphabet."""
    key: list[tuple[int, str, int]] = []
    for part in _PARTS.findall(locator):
        if part.isdigit():
            key.append((1, "", int(part)))
        elif part in _KINDS:
            key.append((0, "", _KINDS.index(part)))
        else:
            key.append((2, part, 0))
    return tuple(key)
