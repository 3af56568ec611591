"""Text boxes drawn on a worksheet, as paragraphs at the row where their upper edge is."""

from typing import Final

from lxml import etree

from tasks.model.blocks import Paragraph
from tasks.model.locator import sheet_row
from tasks.reading.excel.styles import A
from tasks.reading.ooxml.xml_tree import number

_D: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def read_boxes(drawing: etree._Element, sheet: str) -> tuple[Paragraph, ...]:
    """The paragraphs of all shapes of a drawing part, from top to bottom; those without words are left out."""
    found = []
    for anchor in drawing:
        row = number(anchor.findtext(f"{_D}from/{_D}row"), 0) + 1
        for body in anchor.iter(_D + "txBody"):
            found += [(row, text) for text in map(_text, body.iterfind(A + "p")) if text.strip()]
    return tuple(Paragraph(sheet_row(sheet, row), text) for row, text in sorted(found, key=lambda pair: pair[0]))


def _text(paragraph: etree._Element) -> str:
    parts = paragraph.iter(A + "t", A + "br")
    return "".join("\n" if part.tag == A + "br" else part.text or "" for part in parts)
