"""A sheet as XML: a header that stays in sight, a filter, lists to choose from, a print set-up.

All cells are text in the cell itself (inline strings), so nothing in them is ever a formula. Names and order follow
ECMA-376 part 1, 18.3.
"""

import re
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from tasks.rendering.decisions.cells import Cell, Column, Run, Sheet, Style

NAMESPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEADER_ROW: Final = 3
MOST_CHARACTERS: Final = 32_767
"""What a cell takes (https://support.microsoft.com, "Excel specifications and limits")."""

_SHOWN: Final = ' tabSelected="1"'
_HIDDEN: Final = ' hidden="1"'
_LINE: Final = 13.0
_TALLEST: Final = 409.0
"""Points: of a line, and the most that a row may have."""

_SLACK: Final = 2
_SMALLER: Final = 3
_NOT_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MARKED: Final = '<rPr><b/><sz val="10"/><color rgb="FFC00000"/><rFont val="Calibri"/><family val="2"/></rPr>'


def worksheet(sheet: Sheet, page: str, shown: bool) -> str:
    """The part of a sheet. page: see `workbook`; shown: whether it is the one in sight when the file is opened."""
    last = HEADER_ROW + len(sheet.rows)
    view = f'<sheetView workbookViewId="0" showGridLines="0"{_SHOWN if shown else ""}>'
    return "".join(
        (
            HEAD,
            f'<worksheet xmlns="{NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            f'<sheetViews>{view}<pane ySplit="{HEADER_ROW}" ',
            f'topLeftCell="A{HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
            '<sheetFormatPr defaultRowHeight="15"/>',
            _columns(sheet),
            f"<sheetData>{_top(sheet)}{''.join(_rows(sheet))}</sheetData>",
            f'<autoFilter ref="{_area(sheet, HEADER_ROW, last)}"/>',
            f'<mergeCells count="2"><mergeCell ref="{_area(sheet, 1, 1)}"/><mergeCell ref="{_area(sheet, 2, 2)}"/>',
            f"</mergeCells>{_choices(sheet, last)}",
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
            '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
            f"<headerFooter><oddFooter>&amp;C{_clean(page)}</oddFooter></headerFooter></worksheet>",
        )
    )


def _columns(sheet: Sheet) -> str:
    told = (
        f'<col min="{n}" max="{n}" width="{column.width or 9}" customWidth="1"{"" if column.width else _HIDDEN}/>'
        for n, column in enumerate(sheet.columns, 1)
    )
    return f"<cols>{''.join(told)}</cols>"


def _top(sheet: Sheet) -> str:
    header = "".join(_cell(n, HEADER_ROW, c.header, Style.HEADER) for n, c in enumerate(sheet.columns))
    width = sum(column.width for column in sheet.columns)
    return (
        f'<row r="1"{_height(2)}>{_cell(0, 1, sheet.title, Style.TITLE)}</row>'
        f'<row r="2"{_height(_lines(sheet.introduction, width) + 1)}>'
        f"{_cell(0, 2, sheet.introduction, Style.INTRODUCTION)}</row>"
        f'<row r="{HEADER_ROW}"{_height(2)}>{header}</row>'
    )


def _rows(sheet: Sheet) -> list[str]:
    return [
        f'<row r="{number}"{_height(_tallest(row, sheet.columns))}>'
        + "".join(_cell(n, number, cell, sheet.columns[n].style) for n, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(sheet.rows, HEADER_ROW + 1)
    ]


def _tallest(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    return max(_lines(_plain(cell), _room(column)) for cell, column in zip(row, columns, strict=True))


def _room(column: Column) -> int:
    """Characters of a line; quiet ones are smaller."""
    return column.width + (_SMALLER if column.style == Style.QUIET and column.width else 0)


def _plain(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "".join(run.text for run in cell)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: words are not cut, so that each line stays some characters short."""
    room = max(width - _SLACK, 1)
    return sum(max(-(-len(line) // room), 1) for line in text.split("\n")) if width else 1


def _height(lines: int) -> str:
    """Programs differ in whether they find the height of a row with broken lines themselves, so it is given."""
    return f' ht="{min(lines * _LINE + 2, _TALLEST):g}" customHeight="1"'


def _cell(column: int, row: int, cell: Cell, style: Style) -> str:
    where = f'r="{letter(column)}{row}" s="{int(style)}"'
    if not cell:
        return f"<c {where}/>"
    told = _text(cell[:MOST_CHARACTERS]) if isinstance(cell, str) else "".join(map(_run, cell))
    return f'<c {where} t="inlineStr"><is>{told}</is></c>'


def _run(run: Run) -> str:
    return f"<r>{_MARKED if run.marked else ''}{_text(run.text)}</r>"


def _text(text: str) -> str:
    return f'<t xml:space="preserve">{_clean(text)}</t>'


def _clean(text: str) -> str:
    return escape(_ESCAPED.sub("_x005F_", _NOT_XML.sub("", text)))


def _choices(sheet: Sheet, last: int) -> str:
    told = [
        f'<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" '
        f"error={attribute(sheet.refusal)} prompt={attribute(sheet.hint)} "
        f'sqref="{letter(n)}{HEADER_ROW + 1}:{letter(n)}{last}"><formula1>"{escape(",".join(column.choices))}"'
        "</formula1></dataValidation>"
        for n, column in enumerate(sheet.columns)
        if column.choices and last > HEADER_ROW
    ]
    return f'<dataValidations count="{len(told)}">{"".join(told)}</dataValidations>' if told else ""


def attribute(text: str) -> str:
    """A text as the value of an attribute, quotes included."""
    return '"' + escape(text, {'"': "&quot;", "\n": "&#10;"}) + '"'


def _area(sheet: Sheet, first: int, last: int) -> str:
    return f"A{first}:{letter(len(sheet.columns) - 1)}{last}"


def letter(column: int) -> str:
    """The letters of a column, counted from 0; there are fewer than 26."""
    return chr(ord("A") + column)
