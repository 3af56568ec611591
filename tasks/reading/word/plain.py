"""Rows of a Word table that hold nothing but plain text, read without asking each element what it is.

Most rows of a long matrix are like that. A row with anything else in it (a number, a field, a content control, a
tracked change, a nested table …) is left to the general reader; both give the same cells.
"""

from collections.abc import Sequence

from lxml import etree

from tasks.model.blocks import Paragraph
from tasks.reading.ooxml.names import VAL, W
from tasks.reading.ooxml.symbols import glyphs, is_symbol_font
from tasks.reading.ooxml.xml_tree import on
from tasks.reading.word.cells import PLAIN_CELL, CellContents, CellLook, fill
from tasks.reading.word.shape import CellShape, ParagraphShape, RunShape, row_shape
from tasks.reading.word.story import Story
from tasks.reading.word.styles import Style

Elements = Sequence[etree._Element]


def plain_cells(row: etree._Element, locator: str, story: Story) -> list[tuple[CellLook, CellContents]] | None:
    """The cells of a row; None if it is not plain."""
    if story.fields or story.prompting or story.open_comments:
        return None
    elements = list(row.iter())
    shape = row_shape(tuple([element.tag for element in elements]))
    if shape is None or not _is_plain(story.styles.default):
        return None
    if shape.dressed and not all(_shows_letters(cell, elements, story) for cell in shape.cells):
        return None
    story.pages.words()
    return [_cell(cell, elements, locator, story) for cell in shape.cells]


def _cell(shape: CellShape, elements: Elements, locator: str, story: Story) -> tuple[CellLook, CellContents]:
    blocks = []
    bold: bool | None = None
    for paragraph in shape.paragraphs:
        style = _style(paragraph, elements, story)
        parts = []
        for run in paragraph.runs:
            words = _words(run, elements)
            parts.append(words)
            if words and not words.isspace():
                said = bool(style.look.bold) if run.bold is None else on(elements[run.bold])
                bold = said and bold is not False
        text = "".join(parts)
        story.tally.emitted += len(text)
        blocks.append(Paragraph(locator, text if text.isascii() else glyphs(text, ""), style.name))
    look = PLAIN_CELL if shape.shade is None else CellLook(fill=fill(elements[shape.shade]))
    return look, CellContents(tuple(blocks), bool(bold))


def _words(run: RunShape, elements: Elements) -> str:
    if len(run.texts) == 1:
        return elements[run.texts[0]].text or ""
    return "".join(elements[at].text or "" for at in run.texts)


def _style(paragraph: ParagraphShape, elements: Elements, story: Story) -> Style:
    default = story.styles.default
    if paragraph.style is None:
        return default
    return story.styles.paragraphs.get(elements[paragraph.style].get(VAL, ""), default)


def _shows_letters(cell: CellShape, elements: Elements, story: Story) -> bool:
    """Whether the styles and fonts that a cell names change nothing but the look of its letters."""
    return all(
        _is_plain(_style(paragraph, elements, story))
        and not any(run.fonts is not None and _draws_symbols(elements[run.fonts]) for run in paragraph.runs)
        for paragraph in cell.paragraphs
    )


def _is_plain(style: Style) -> bool:
    """Whether a style gives no number, no outline level, no hidden or struck text, no symbols for letters."""
    look = style.look
    return not (style.numbering or look.struck or look.hidden or is_symbol_font(look.font)) and style.outline is None


def _draws_symbols(fonts: etree._Element) -> bool:
    return is_symbol_font(fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "")
