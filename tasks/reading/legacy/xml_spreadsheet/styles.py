"""How cells of an XML spreadsheet look: named styles that build on one another."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tasks.reading.legacy.sheet import PLAIN, Font, Look
from tasks.reading.legacy.xml_spreadsheet.names import S
from tasks.reading.worksheets.colours import visible

_FORMATS: Final = {
    # The names that this vocabulary has for built-in formats, as codes of the system's usual kind (day first).
    "General": "", "General Number": "", "General Date": "dd/mm/yyyy h:mm", "Long Date": "d mmmm yyyy",
    "Medium Date": "d-mmm-yy", "Short Date": "dd/mm/yyyy", "Long Time": "h:mm:ss AM/PM", "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm", "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00",
    "Currency": "#,##0.00", "Euro Currency": "#,##0.00", "Yes/No": "", "True/False": "", "On/Off": "",
}  # fmt: skip
_MAX_DEPTH: Final = 16


def read_styles(root: etree._Element) -> dict[str, Look]:
    """The looks of a workbook by the name that cells refer to."""
    styles = {style.get(S + "ID", ""): style for style in root.iterfind(f"{S}Styles/{S}Style")}
    return {name: _look(style, styles, 0) for name, style in styles.items()}


def _look(style: etree._Element, styles: Mapping[str, etree._Element], depth: int) -> Look:
    parent = styles.get(style.get(S + "Parent", "Default"))
    base = PLAIN if parent is None or parent is style or depth > _MAX_DEPTH else _look(parent, styles, depth + 1)
    fill, code = base.fill, base.number_format
    interior = style.find(S + "Interior")
    if interior is not None and len(interior.attrib):
        solid = interior.get(S + "Pattern", "None") != "None"
        fill = visible(interior.get(S + "Color", "").lstrip("#").upper()) if solid else ""
    number = style.find(S + "NumberFormat")
    if number is not None:
        words = number.get(S + "Format", "")
        code = _FORMATS.get(words, words)
    return Look(code, fill if len(fill) == 6 else "", read_font(style.find(S + "Font"), base.font))


def read_font(element: etree._Element | None, base: Font) -> Font:
    """A font of a style, which says only what differs from the one that it builds on."""
    if element is None:
        return base
    bold, struck = element.get(S + "Bold"), element.get(S + "StrikeThrough")
    return Font(
        element.get(S + "FontName", base.name),
        base.bold if bold is None else bold == "1",
        base.struck if struck is None else struck == "1",
    )
