"""The cells of one worksheet of an XML spreadsheet."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Final

from lxml import etree

from tasks.model.blocks import CellValue
from tasks.reading.legacy.sheet import PLAIN, Font, Look, Remark, Sheet, SheetCell, Words, rich, shown, styled
from tasks.reading.legacy.xml_spreadsheet.names import HTML, S, X
from tasks.reading.xml import number

_LAST_ROW: Final = 1_048_576
_LAST_COL: Final = 16_384
_EPOCH: Final = datetime.combine(date(1899, 12, 30), time())
_FIRST_REAL_DAY: Final = datetime.combine(date(1900, 3, 1), time())
_DATE: Final = "dd/mm/yyyy"
_STRUCK: Final = frozenset({HTML + "S", HTML + "Del", HTML + "Strike"})


def read_sheet(worksheet: etree._Element, styles: Mapping[str, Look]) -> Sheet:
    """A worksheet: rows and columns say where they stand only if some are left out."""
    state = worksheet.findtext(f"{X}WorksheetOptions/{X}Visible") or "SheetVisible"
    sheet = Sheet(worksheet.get(S + "Name", ""), state != "SheetVisible")
    for table in worksheet.iterfind(S + "Table"):
        sheet.hidden_cols |= _hidden_columns(table)
        row = 0
        for element in table.iterfind(S + "Row"):
            row = _index(element, row, _LAST_ROW)
            if element.get(S + "Hidden") == "1":
                sheet.hidden_rows.add(row)
            _row(element, row, sheet, styles)
            row += max(number(element.get(S + "Span")), 0)
    return sheet


def _index(element: etree._Element, before: int, last: int) -> int:
    """Where a row, column or cell stands: behind the one before, unless it says a later place."""
    said = number(element.get(S + "Index"))
    return said if before < said <= last else before + 1


def _hidden_columns(table: etree._Element) -> set[int]:
    hidden: set[int] = set()
    col = 0
    for element in table.iterfind(S + "Column"):
        col = _index(element, col, _LAST_COL)
        last = min(col + max(number(element.get(S + "Span")), 0), _LAST_COL)
        if element.get(S + "Hidden") == "1":
            hidden.update(range(col, last + 1))
        col = last
    return hidden


def _row(element: etree._Element, row: int, sheet: Sheet, styles: Mapping[str, Look]) -> None:
    col = 0
    of_row = element.get(S + "StyleID", "Default")
    for cell in element.iterfind(S + "Cell"):
        col = _index(cell, col, _LAST_COL)
        look = styles.get(cell.get(S + "StyleID", of_row), PLAIN)
        data = cell.find(S + "Data")
        value, words = (None, Words("")) if data is None else _contents(data, look)
        if words.text or look.fill:
            sheet.cells.append(SheetCell(row, col, value, words, look, 0 if data is None else size(data)))
        sheet.remarks += _remarks(cell, row, col)
        across, down = max(number(cell.get(S + "MergeAcross")), 0), max(number(cell.get(S + "MergeDown")), 0)
        if across or down:
            sheet.merges.append((row, col, min(row + down, _LAST_ROW), min(col + across, _LAST_COL)))
        col += across


def joined(element: etree._Element) -> str:
    """All text nodes of an element."""
    return "".join(map(str, element.itertext()))


def size(element: etree._Element) -> int:
    """Characters in all text nodes of an element."""
    return sum(map(len, element.itertext()))


def _contents(data: etree._Element, look: Look) -> tuple[CellValue, Words]:
    kind = data.get(S + "Type", "String")
    if kind == "String":
        words = rich(*_runs(data, look.font), look.font) if len(data) else styled(Words(data.text or ""), look.font)
        return words.text, words
    stored = joined(data)
    value, text = _typed(kind, stored.strip(), look.number_format)
    return value, styled(Words(text), look.font)


def _typed(kind: str, stored: str, code: str) -> tuple[CellValue, str]:
    if kind == "Boolean":
        return stored == "1", "TRUE" if stored == "1" else "FALSE"
    try:
        if kind == "Number":
            return shown(float(stored), code, False)
        if kind == "DateTime":
            moment = datetime.fromisoformat(stored.rstrip("Z"))
            days = (moment - _EPOCH).total_seconds() / 86_400
            # Excel counts a 29 February 1900 that never was.
            return shown(days if moment >= _FIRST_REAL_DAY else days - 1, code or _DATE, False)
    except ValueError:
        pass
    return stored, stored


def _runs(data: etree._Element, base: Font) -> tuple[str, list[tuple[int, Font]]]:
    """A text marked up as a web page, and from which place on which font holds."""
    parts: list[str] = []
    runs: list[tuple[int, Font]] = []
    place = 0
    for text, font in _pieces(data, base):
        runs.append((place, font))
        parts.append(text)
        place += len(text)
    return "".join(parts), runs


def _pieces(element: etree._Element, font: Font) -> Iterator[tuple[str, Font]]:
    if element.text:
        yield element.text, font
    for child in element:
        inside = Font(child.get(HTML + "Face", font.name), font.bold, font.struck or child.tag in _STRUCK)
        yield from _pieces(child, inside)
        if child.tail:
            yield child.tail, font


def _remarks(cell: etree._Element, row: int, col: int) -> Iterator[Remark]:
    for comment in cell.iterfind(S + "Comment"):
        data = comment.find(S + "Data")
        if data is not None and size(data):
            yield Remark(row, col, joined(data), comment.get(S + "Author", ""), size(data))
