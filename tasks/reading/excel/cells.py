"""The cells of one worksheet, read in one pass over its XML without building a tree of it."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import CellValue, Span
from tasks.reading.excel.formats import date_format, from_serial, general, iso_value, shown_number
from tasks.reading.excel.strings import Words, read_string, unescaped
from tasks.reading.excel.styles import PLAIN, Look, S
from tasks.reading.ooxml.package import syntax_error
from tasks.reading.ooxml.symbols import glyphs
from tasks.reading.ooxml.xml_tree import number

LAST_ROW: Final = 1_048_576
LAST_COL: Final = 16_384
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_DIGITS: Final = "0123456789"
_ON: Final = frozenset({"1", "true"})


class RawCell(NamedTuple):
    """A cell at its place in the worksheet."""

    row: int
    col: int
    value: CellValue
    words: Words
    look: Look
    hidden: bool


@dataclass(slots=True)
class RawSheet:
    """A worksheet as it stands: cells that show words or a colour, merged areas (top, left, bottom, right)."""

    cells: list[RawCell] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Book:
    """What the worksheets of a workbook share."""

    strings: Sequence[Words]
    looks: Sequence[Look]
    since_1904: bool


def read_cells(xml: bytes, book: Book) -> RawSheet:
    """The cells of a worksheet part. Raises CannotReadError if its XML is broken."""
    sheet = RawSheet()
    hidden_cols: set[int] = set()
    row = 0
    for element in stream(xml, S + "row", S + "col", S + "mergeCell"):
        if element.tag == S + "row":
            row = number(element.get("r"), row + 1)
            if 0 < row <= LAST_ROW:
                sheet.cells.extend(_row(element, row, hidden_cols, book))
        elif element.tag == S + "mergeCell":
            area = parse_area(element.get("ref", ""))
            if area is not None:
                sheet.merges.append(area)
        elif element.get("hidden") in _ON:
            last = min(number(element.get("max")), LAST_COL)
            hidden_cols.update(range(number(element.get("min"), 1), last + 1))
    return sheet


def stream(xml: bytes, *tags: str) -> Iterator[etree._Element]:
    """Elements with these tags as they end; each is emptied when the next is asked for."""
    context = etree.iterparse(
        io.BytesIO(xml),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in context:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise syntax_error(error) from error


def _row(element: etree._Element, row: int, hidden_cols: set[int], book: Book) -> Iterator[RawCell]:
    hidden = element.get("hidden") in _ON
    col = 0
    for cell in element:
        if cell.tag != S + "c":
            continue
        col = _column(cell.get("r", "").rstrip(_DIGITS)) or col + 1
        if col > LAST_COL:
            continue
        look = _look(cell, book)
        value, words = _contents(cell, look, book)
        if words.text or look.fill:
            yield RawCell(row, col, value, words, look, hidden or col in hidden_cols)


def _look(cell: etree._Element, book: Book) -> Look:
    style = cell.get("s")
    if style is None:
        return PLAIN
    index = number(style, -1)
    return book.looks[index] if 0 <= index < len(book.looks) else PLAIN


def _contents(cell: etree._Element, look: Look, book: Book) -> tuple[CellValue, Words]:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _words(read_string(cell.find(S + "is")), look)
    stored = cell.findtext(S + "v") or ""
    if not stored.strip():
        formula = cell.findtext(S + "f")
        return None, Words(f"={formula}" if formula else "")
    if kind == "s":
        index = number(stored, -1)
        return _words(book.strings[index] if 0 <= index < len(book.strings) else Words(""), look)
    if kind in {"str", "e"}:
        return _words(Words(unescaped(stored)), look)
    value, text = _typed(kind, stored, look.number_format, book.since_1904)
    return value, _struck(text, look)


def _typed(kind: str, stored: str, code: str, since_1904: bool) -> tuple[CellValue, str]:
    if kind == "b":
        return stored == "1", "TRUE" if stored == "1" else "FALSE"
    if kind == "d":
        return iso_value(stored)
    return _number(stored, code, since_1904)


@lru_cache(maxsize=50_000)
def _number(stored: str, code: str, since_1904: bool) -> tuple[CellValue, str]:
    try:
        amount = float(stored)
    except ValueError:
        return stored, stored
    if amount != amount or abs(amount) == float("inf"):
        return stored, stored
    as_date = date_format(code) if code else None
    if as_date is not None:
        return from_serial(amount, as_date, since_1904)
    exact = int(amount) if amount == int(amount) and abs(amount) < 1e15 else amount
    return exact, shown_number(amount, code) if code else general(amount)


def _words(words: Words, look: Look) -> tuple[CellValue, Words]:
    text = glyphs(words.text, look.font) if look.font or not words.text.isascii() else words.text
    return text, _struck(text, look) if look.struck else Words(text, words.spans)


def _struck(text: str, look: Look) -> Words:
    return Words(text, (Span(0, len(text), "struck"),) if look.struck and text else ())


@lru_cache(maxsize=LAST_COL)
def _column(letters: str) -> int:
    """The number of the column with these letters, A being 1; 0 if they name none."""
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return 0
    col = 0
    for letter in letters.upper():
        col = col * 26 + ord(letter) - ord("A") + 1
    return col if col <= LAST_COL else 0


def parse_reference(words: str) -> tuple[int, int] | None:
    """Row and column from 1 of a reference such as "B12"; None if it is none or outside of a worksheet."""
    match = _REFERENCE.fullmatch(words)
    if match is None:
        return None
    row, col = int(match[2]), _column(match[1])
    return (row, col) if 0 < row <= LAST_ROW and col else None


def parse_area(words: str) -> tuple[int, int, int, int] | None:
    """Top, left, bottom and right of an area such as "A1:C3"; None if it is none."""
    first, _, last = words.partition(":")
    start, end = parse_reference(first), parse_reference(last or first)
    if start is None or end is None:
        return None
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])
