"""A cell as XML. Words stand in the cell itself (inline strings), so nothing in them is ever a formula."""

import re
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from tasks.rendering.formulas import runs_as_formula
from tasks.rendering.sheets.cells import Cell, Run, Style
from tasks.rendering.xml_text import xml_text

MOST_CHARACTERS: Final = 32_767
MOST_DIGITS: Final = 15
"""What a cell takes (https://support.microsoft.com, "Excel specifications and limits"); longer numbers are text."""

_DAY_ZERO: Final = date(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)
"""From here on days count from day zero; before it Excel has a day that never was (ECMA-376 part 1, 18.17.4.1)."""

_LITERAL: Final = {Style.TEXT: Style.LITERAL, Style.QUIET: Style.QUIET_LITERAL}
"""The format that keeps a text a text when somebody opens its cell and leaves it again."""

_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MARKED: Final = '<rPr><b/><sz val="10"/><color rgb="FFC00000"/><rFont val="Calibri"/><family val="2"/></rPr>'


def cell_xml(where: str, cell: Cell, style: Style) -> str:
    """The element of a cell. where: its reference, as B7."""
    if isinstance(cell, str):
        return f'<c r="{where}{_words(cell, style)}'
    if isinstance(cell, tuple):
        return f'<c r="{where}" s="{int(style)}" t="inlineStr"><is>{"".join(map(_run, cell))}</is></c>'
    number = _number(cell)
    return f'<c r="{where}" s="{int(style)}"><v>{number}</v></c>' if number else cell_xml(where, str(cell), style)


def plain(cell: Cell) -> str:
    """The words of a cell; nothing for a day or a number, which never breaks into lines."""
    if isinstance(cell, str):
        return cell
    return "".join(run.text for run in cell) if isinstance(cell, tuple) else ""


def clean(text: str) -> str:
    """A text as XML: what XML forbids is left out, what a spreadsheet would read as an escape is kept as it is."""
    return xml_text(_ESCAPED.sub("_x005F_", text))


@cache
def letter(column: int) -> str:
    """The letters of a column, counted from 0: A … Z, AA …"""
    before, own = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + own)


def _number(cell: date | int | Decimal) -> str:
    """The value of a day or a number; empty if a cell does not hold it exactly."""
    if isinstance(cell, date):
        return str((cell - _DAY_ZERO).days) if cell >= _FIRST_DAY else ""
    return str(cell) if len(str(cell).lstrip("-")) <= MOST_DIGITS else ""


@lru_cache(maxsize=4096)
def _words(text: str, style: Style) -> str:
    """What follows the reference of a cell with words."""
    if not text:
        return f'" s="{int(style)}"/>'
    chosen = _LITERAL.get(style, style) if runs_as_formula(text) else style
    return f'" s="{int(chosen)}" t="inlineStr"><is>{_text(text[:MOST_CHARACTERS])}</is></c>'


def _run(run: Run) -> str:
    return f"<r>{_MARKED if run.marked else ''}{_text(run.text)}</r>"


def _text(text: str) -> str:
    return f'<t xml:space="preserve">{clean(text)}</t>'
