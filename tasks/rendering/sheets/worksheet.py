"""A sheet as XML: a header that stays in sight, a filter, lists to choose from, a print set-up.

Names and order follow ECMA-376 part 1, 18.3.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final
from xml.sax.saxutils import escape

from tasks.rendering.sheets.cell_xml import cell_xml, clean, letter, plain
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style

NAMESPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEADER_ROW: Final = 3

_SHOWN: Final = ' tabSelected="1"'
_HIDDEN: Final = ' hidden="1"'
_LINE: Final = 13.0
_TALLEST: Final = 409.0
"""Points: of a line, and the most that a row may have."""

_SLACK: Final = 2
_SMALLER: Final = 3


def worksheet(sheet: Sheet, page: str, shown: bool) -> Iterator[str]:
    """The part of a sheet, piece by piece.

    page: see `workbook`; shown: whether it is the one in sight when the file is opened.
    """
    last = HEADER_ROW + len(sheet.rows)
    yield f'{HEAD}<worksheet xmlns="{NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield f'<sheetViews><sheetView workbookViewId="0" showGridLines="0"{_SHOWN if shown else ""}>{_pane(sheet)}'
    yield '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    yield f"{_columns(sheet)}<sheetData>{_top(sheet)}"
    yield from _rows(sheet)
    yield f'</sheetData><autoFilter ref="{_area(sheet, HEADER_ROW, last)}"/>'
    yield f'<mergeCells count="2"><mergeCell ref="{_headline(sheet, 1)}"/><mergeCell ref="{_headline(sheet, 2)}"/>'
    yield f"</mergeCells>{_choices(sheet, last)}"
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    yield f"<headerFooter><oddFooter>&amp;C{clean(page)}</oddFooter></headerFooter></worksheet>"


def _pane(sheet: Sheet) -> str:
    across = f'xSplit="{sheet.kept}" ' if sheet.kept else ""
    active = "bottomRight" if sheet.kept else "bottomLeft"
    first = f"{letter(sheet.kept)}{HEADER_ROW + 1}"
    return f'<pane {across}ySplit="{HEADER_ROW}" topLeftCell="{first}" activePane="{active}" state="frozen"/>'


def _columns(sheet: Sheet) -> str:
    told = (
        f'<col min="{n}" max="{n}" width="{column.width or 9}" customWidth="1"{"" if column.width else _HIDDEN}/>'
        for n, column in enumerate(sheet.columns, 1)
    )
    return f"<cols>{''.join(told)}</cols>"


def _top(sheet: Sheet) -> str:
    header = "".join(cell_xml(f"{letter(n)}{HEADER_ROW}", c.header, Style.HEADER) for n, c in enumerate(sheet.columns))
    width = sum(column.width for column in sheet.columns[: sheet.printed or None])
    return (
        f'<row r="1"{_height(2)}>{cell_xml("A1", sheet.title, Style.TITLE)}</row>'
        f'<row r="2"{_height(_lines(sheet.introduction, width) + 1)}>'
        f"{cell_xml('A2', sheet.introduction, Style.INTRODUCTION)}</row>"
        f'<row r="{HEADER_ROW}"{_height(max(2, *map(_header_lines, sheet.columns)))}>{header}</row>'
    )


def _header_lines(column: Column) -> int:
    """Headers are narrow enough for the length of their words to matter."""
    return len(wrap(column.header, column.width - 1)) if column.width else 1


def _rows(sheet: Sheet) -> Iterator[str]:
    styles = [column.style for column in sheet.columns]
    first = HEADER_ROW + 1
    yield from (_row(sheet, row, styles, number) for number, row in enumerate(sheet.rows, first))
    if sheet.total:
        numeric = {Style.NUMBER: Style.TOTAL_NUMBER}
        yield _row(sheet, sheet.total, [numeric.get(style, Style.TOTAL) for style in styles], first + len(sheet.rows))


def _row(sheet: Sheet, row: Sequence[Cell], styles: Sequence[Style], number: int) -> str:
    places = map(letter, range(len(row)))
    cells = "".join(
        [cell_xml(f"{place}{number}", cell, style) for place, cell, style in zip(places, row, styles, strict=True)]
    )
    return f'<row r="{number}"{_height(_tallest(row, sheet.columns))}>{cells}</row>'


def _tallest(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    return max(_lines(plain(cell), _room(column)) for cell, column in zip(row, columns, strict=True))


def _room(column: Column) -> int:
    """Characters of a line; quiet ones are smaller."""
    return column.width + (_SMALLER if column.style == Style.QUIET and column.width else 0)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: words are not cut, so that each line stays some characters short."""
    room = max(width - _SLACK, 1)
    if not width or (len(text) <= room and "\n" not in text):
        return 1
    return sum(max(-(-len(line) // room), 1) for line in text.split("\n"))


def _height(lines: int) -> str:
    """Programs differ in whether they find the height of a row with broken lines themselves, so it is given."""
    return f' ht="{min(lines * _LINE + 2, _TALLEST):g}" customHeight="1"'


def _choices(sheet: Sheet, last: int) -> str:
    told = [
        f'<dataValidation type="list" allowBlank="1" showInputMessage="1"{_refusal(sheet, column)} '
        f'prompt={attribute(sheet.hint)} sqref="{letter(n)}{HEADER_ROW + 1}:{letter(n)}{last}">'
        f"<formula1>{_list(n, column)}</formula1></dataValidation>"
        for n, column in enumerate(sheet.columns)
        if (column.choices or column.offered) and last > HEADER_ROW
    ]
    return f'<dataValidations count="{len(told)}">{"".join(told)}</dataValidations>' if told else ""


def _refusal(sheet: Sheet, column: Column) -> str:
    return "" if column.offered else f' showErrorMessage="1" error={attribute(sheet.refusal)}'


def _list(place: int, column: Column) -> str:
    """The words of a list, or the cells of the first row that hold them: those of other rows follow from these."""
    if column.offered:
        return f"${letter(place - column.offered)}{HEADER_ROW + 1}:${letter(place - 1)}{HEADER_ROW + 1}"
    return f'"{escape(",".join(column.choices))}"'


def attribute(text: str) -> str:
    """A text as the value of an attribute, quotes included."""
    return '"' + escape(text, {'"': "&quot;", "\n": "&#10;"}) + '"'


def _area(sheet: Sheet, first: int, last: int) -> str:
    return f"A{first}:{letter(len(sheet.columns) - 1)}{last}"


def _headline(sheet: Sheet, row: int) -> str:
    """The cells over which title or introduction run: those that are printed."""
    return f"A{row}:{letter((sheet.printed or len(sheet.columns)) - 1)}{row}"
