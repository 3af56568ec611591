"""Rows of a Word table that hold nothing but plain text, read without asking each element what it is.

Most rows of a long matrix are like that. A row with anything else in it (a number, a field, a content control, a
tracked change, a nested table …) is left to the general reader; both give the same cells.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from tasks.model.blocks import Paragraph
from tasks.model.packed import CellLook
from tasks.reading.notation.symbols import glyphs, is_symbol_font
from tasks.reading.ooxml.names import VAL, W
from tasks.reading.word.cells import CellContents, FoundCell, PlainCell, Properties, fill
from tasks.reading.word.elements import on
from tasks.reading.word.shape import CellShape, ParagraphShape, RunShape, row_shape
from tasks.reading.word.story import Story
from tasks.reading.word.styles import Style

Elements = Sequence[etree._Element]


def plain_cells(row: etree._Element, locator: str, story: Story, hidden: bool) -> list[FoundCell] | None:
    """The cells of a row: texts where one paragraph is all, else contents. None if the row is not plain."""
    if story.fields or story.prompting or story.open_comments:
        return None
    elements = list(row.iter())
    shape = row_shape(tuple([element.tag for element in elements]))
    if shape is None or not _is_plain(story.styles.default):
        return None
    if shape.dressed and not all(_shows_letters(cell, elements, story) for cell in shape.cells):
        return None
    story.pages.words()
    return [_cell(cell, elements, locator, story, hidden) for cell in shape.cells]


def _cell(shape: CellShape, elements: Elements, locator: str, story: Story, hidden: bool) -> FoundCell:
    colour = "" if shape.shade is None else fill(elements[shape.shade])
    lines = [_line(paragraph, elements, story) for paragraph in shape.paragraphs]
    if len(lines) == 1 and lines[0].text:
        (line,) = lines
        return PlainCell(line.text, _look(line.style, colour, bool(line.bold), hidden))
    said = [line.bold for line in lines if line.bold is not None]
    blocks = tuple(Paragraph(locator, line.text, line.style) for line in lines)
    return Properties(fill=colour), CellContents(blocks, bool(said) and all(said))


@lru_cache(maxsize=4096)
def _look(style: str, colour: str, bold: bool, hidden: bool) -> CellLook:
    return CellLook(style, "", colour, bold, hidden)


class _Line(NamedTuple):
    """A paragraph: `bold` is None while it has no words."""

    text: str
    style: str
    bold: bool | None


def _line(paragraph: ParagraphShape, elements: Elements, story: Story) -> _Line:
    style = _style(paragraph, elements, story)
    bold: bool | None = None
    parts = []
    for run in paragraph.runs:
        words = _words(run, elements)
        parts.append(words)
        if words and not words.isspace():
            said = bool(style.look.bold) if run.bold is None else on(elements[run.bold])
            bold = said and bold is not False
    text = parts[0] if len(parts) == 1 else "".join(parts)
    story.tally.emitted += len(text)
    return _Line(text if text.isascii() else glyphs(text, ""), style.name, bold)


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
