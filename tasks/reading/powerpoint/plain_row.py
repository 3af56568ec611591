"""Rows of a table that hold nothing but plain text, read without asking each element what it is.

A row with anything else in it (a merged cell, two paragraphs, a bullet, a break, a link …) is left to the general
reader; both give the same cells.
"""

from collections.abc import Sequence

from lxml import etree

from tasks.reading.drawing.colours import Palette
from tasks.reading.drawing.text import ON, Reader, has_escapes
from tasks.reading.notation.symbols import glyphs, is_symbol_font
from tasks.reading.powerpoint.row_shape import CellShape, RunShape, row_shape

Elements = Sequence[etree._Element]
Look = tuple[str, bool]
"""The colour of a cell, and whether it is bold."""
NO_LOOK: Look = ("", False)


def plain_row(row: etree._Element, reader: Reader, palette: Palette) -> tuple[list[str], list[Look]] | None:
    """The texts of a row and the looks of its cells; None if it is not plain."""
    elements = list(row.iter())
    shape = row_shape(tuple([element.tag for element in elements]))
    if shape is None or reader.hidden or any(elements[cell.cell].attrib for cell in shape.cells):
        return None
    texts, looks = [], []
    for only, cell in zip(shape.only, shape.cells, strict=True):
        if only:
            texts.append(elements[only].text or "")
            looks.append(("", reader.bold))
            continue
        found = _cell(cell, elements, reader.bold, palette)
        if found is None:
            return None
        texts.append(found[0])
        looks.append(found[1])
    return _shown(texts, looks, reader)


def _shown(texts: list[str], looks: list[Look], reader: Reader) -> tuple[list[str], list[Look]] | None:
    """The texts as a person sees them, those of white space empty; counts them."""
    joined = "".join(texts)
    if has_escapes(joined):
        return None
    if all(texts) and not any(map(str.isspace, texts)):
        reader.tally.emitted += len(joined)
    else:
        seen = ["" if text.isspace() else text for text in texts]
        looks = [(fill, bold and bool(text)) for text, (fill, bold) in zip(seen, looks, strict=True)]
        reader.tally.emitted += sum(map(len, seen))
        reader.tally.skip("white space", len(joined) - sum(map(len, seen)))
        texts = seen
    return (texts if joined.isascii() else [glyphs(text, "") for text in texts]), looks


def _cell(shape: CellShape, elements: Elements, bold: bool, palette: Palette) -> tuple[str, Look] | None:
    """The text of a cell and its look; None if a run is struck out or drawn in symbols."""
    text, all_bold = "", None
    for run in shape.runs:
        if run.look and _tells(run, elements):
            return None
        words = "".join([elements[at].text or "" for at in run.texts])
        if words:
            said = elements[run.look].get("b") if run.look else None
            all_bold = (bold if said is None else said in ON) and all_bold is not False
            text += words
    return text, (palette.fill(elements[shape.properties]) if shape.properties else "", bool(all_bold))


def _tells(run: RunShape, elements: Elements) -> bool:
    if elements[run.look].get("strike", "noStrike") != "noStrike":
        return True
    return any(is_symbol_font(elements[at].get("typeface", "")) for at in run.fonts)
