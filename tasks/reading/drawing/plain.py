"""Paragraphs of nothing but plain runs, read without putting a line together: most of a deck is like that.

Whatever else stands in a paragraph (a break, field, link, symbol font …) leaves it to the general reader; both give
the same text.
"""

from typing import Final, NamedTuple

from lxml import etree

from tasks.reading.drawing.names import TEXT, A
from tasks.reading.notation.symbols import glyphs, is_symbol_font

PROPERTIES: Final = A + "pPr"
_RUN: Final = A + "r"
_RUN_PROPERTIES: Final = A + "rPr"
_END: Final = A + "endParaRPr"
_FONT: Final = A + "latin"
_TELLING: Final = frozenset({A + "sym", A + "hlinkClick"})
_ON: Final = frozenset({"1", "true"})


class Plain(NamedTuple):
    """The text of a paragraph, whether all of it is bold (None if it is empty), its characters.

    `numbered`: it says something of bullets itself.
    """

    text: str
    bold: bool | None
    characters: int
    numbered: bool


def plain_text(paragraph: etree._Element, bold: bool) -> Plain | None:
    """The text of a plain paragraph, None if it is none; `bold`: it is where runs do not say otherwise."""
    text, all_bold, numbered = "", None, False
    for child in paragraph:
        if child.tag == _RUN:
            run = _run(child, bold)
            if run is None:
                return None
            if run[0]:
                text += run[0]
                all_bold = run[1] and all_bold is not False
        elif child.tag == PROPERTIES:
            numbered = len(child) > 0
        elif child.tag != _END:
            return None
    if "_x0" in text or "\v" in text:
        return None
    return Plain(text if text.isascii() else glyphs(text, ""), all_bold, len(text), numbered)


def _run(run: etree._Element, bold: bool) -> tuple[str, bool] | None:
    """The words of a run and whether they are bold; None if it holds more than words."""
    text = ""
    for child in run:
        if child.tag == TEXT:
            text += child.text or ""
        elif child.tag != _RUN_PROPERTIES or _tells(child):
            return None
        elif child.get("b"):
            bold = child.get("b") in _ON
    return text, bold


def _tells(properties: etree._Element) -> bool:
    """Whether the properties of a run change what is read."""
    if properties.get("strike", "noStrike") != "noStrike":
        return True
    for child in properties:
        if child.tag in _TELLING or (child.tag == _FONT and is_symbol_font(child.get("typeface", ""))):
            return True
    return False
