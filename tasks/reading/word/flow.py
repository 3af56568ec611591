"""The flow of a Word document: its paragraphs and tables in order, each with its place."""

import re
from typing import Final

from lxml import etree

from tasks.model.blocks import Content, Heading, ListItem, Paragraph, Text
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.ooxml.names import (
    ALTERNATE,
    CONTROL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PROPERTIES,
    RUN_PROPERTIES,
    TABLE,
    R,
    W,
)
from tasks.reading.word.cells import CellContents
from tasks.reading.word.elements import on, shows_placeholder, value
from tasks.reading.word.line import Line
from tasks.reading.word.place import Place, carry, join
from tasks.reading.word.story import Story
from tasks.reading.word.styles import Style, Styles
from tasks.reading.word.table import read_table
from tasks.reading.word.text import read_line
from tasks.reading.word.view import CHANGES, change_in
from tasks.reading.xml import number

_ALT_CHUNK: Final = W + "altChunk"
_PARAGRAPH_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_NO_LIST: Final = "0"
_LIST_STYLE: Final = re.compile(r"List (?:Bullet|Number) ([2-5])", re.IGNORECASE)


def read_flow(parent: etree._Element, story: Story, place: Place) -> list[Content]:
    """The blocks of a body, cell, text box or note, in order."""
    _walk(parent, story, place)
    if place.carried is not None:
        # A deleted mark at the very end has nothing to run on into: what is left stays a paragraph.
        _finish(place.carried, place.carried_at, story.styles.default, None, story, place)
    return place.blocks


def _walk(parent: etree._Element, story: Story, place: Place) -> None:
    for child in parent:
        tag = child.tag
        if tag == PARAGRAPH:
            _paragraph(child, story, place)
        elif tag == TABLE:
            _table(child, story, place)
        elif tag == CONTROL:
            _control(child, story, place)
        elif tag == ALTERNATE:
            _walk(story.chosen(child), story, place)
        elif tag == _ALT_CHUNK:
            place.blocks += story.chunk(child.get(R + "id", ""), place.fixed or f"paragraph {story.paragraphs}")
        elif tag in CHANGES and tag in story.view.gone:
            story.gone(child)
        elif tag not in PROPERTIES and len(child):
            _walk(child, story, place)


def _control(control: etree._Element, story: Story, place: Place) -> None:
    outside = story.prompting
    story.prompting = outside or shows_placeholder(control)
    _walk(story.chosen(control), story, place)
    story.prompting = outside


def _table(table: etree._Element, story: Story, place: Place) -> None:
    if place.counts_tables:
        story.tables += 1
        locate, path = f"table {story.tables}, row {{}}", f"t{story.tables}"
    else:
        locate, path = place.fixed, ""

    def read_cell(cell: etree._Element, locator: str) -> CellContents:
        inside = Place(locator, counts_tables=False)
        return CellContents(tuple(read_flow(cell, story, inside)), bool(inside.bold))

    at = _at(place, path, story.pages.number if story.pages.source else 0, story)
    found = read_table(table, locate, read_cell, story, at)
    if found is not None:
        place.blocks.append(found)


def _paragraph(element: etree._Element, story: Story, place: Place) -> None:
    if not place.fixed:
        story.paragraphs += 1
    locator = story.where = place.fixed or f"paragraph {story.paragraphs}"
    properties = element.find(PARAGRAPH_PROPERTIES)
    style = story.styles.default if properties is None else _style(properties, story.styles)
    if properties is not None and on(properties.find(W + "pageBreakBefore")):
        story.pages.typed()
    line = read_line(element, story, style.look)
    mark = None if properties is None else change_in(properties.find(RUN_PROPERTIES))
    if mark is not None:
        story.revised(mark, "paragraph", "")
        if mark.tag in story.view.gone:
            carry(place, line, locator)
            return
    if place.carried is not None:
        first, locator, place.carried = place.carried, place.carried_at, None
        join(first, line)
        line = first
    _finish(line, locator, style, element, story, place)


def _finish(line: Line, locator: str, style: Style, element: etree._Element | None, story: Story, place: Place) -> None:
    """Puts down a finished paragraph, then what hangs on it: its text boxes, its notes."""
    if line.bold is not None:
        place.bold = line.bold and place.bold is not False
    place.blocks.append(_block(line, locator, style, element, story, place))
    for box in line.boxes:
        place.blocks += read_flow(box, story, Place(locator, place.counts_tables))
    for element in line.graphics:
        place.blocks += story.graphics(element, locator)
    for note in line.notes:
        text = story.note(note)
        if text is not None:
            place.blocks += read_flow(text, story, Place(locator, counts_tables=False))


def _at(place: Place, path: str, page: int, story: Story, name: str = "") -> Provenance:
    if not place.part:
        return NOWHERE
    return Provenance(place.part, path, page, story.pages.source if page else "", paragraph_id=name)


def _block(line: Line, locator: str, style: Style, element: etree._Element | None, story: Story, place: Place) -> Text:
    text, spans = line.text, tuple(line.spans)
    at = NOWHERE
    if place.part:
        name = "" if element is None else element.get(_PARAGRAPH_ID, "")
        at = _at(place, f"p{story.paragraphs}", line.page or story.pages.words(), story, name)
    properties = None if element is None else element.find(PARAGRAPH_PROPERTIES)
    if properties is None and not style.numbering and style.outline is None:
        return Paragraph(locator, text, style.name, spans, at)
    label, level = _label(properties, style, story)
    said = value(properties, "outlineLvl")
    outline = style.outline if said is None else number(said, 9)
    if outline is not None and 0 <= outline < 9 and text.strip():
        return Heading(locator, text, outline + 1, label, spans, at)
    if label:
        return ListItem(locator, text, level, label, style.name, spans, at)
    return Paragraph(locator, text, style.name, spans, at)


def _label(properties: etree._Element | None, style: Style, story: Story) -> tuple[str, int]:
    """The automatic number of a paragraph and its level; ("", 0) if it has none."""
    own = None if properties is None else properties.find(W + "numPr")
    said = value(own, "numId")
    name = style.numbering if said is None else said
    found = None if name == _NO_LIST else story.counters.list(name)
    if found is None:
        return "", 0
    index = value(own, "ilvl")
    if index is not None:
        level = number(index)
    elif said is not None:
        level = 0
    else:
        level = found.level_of(style.chain) if style.level is None else style.level
    return story.counters.label(name, level), max(level, _built_in_level(style.name))


def _built_in_level(style: str) -> int:
    """The level of Word's own styles for lists, each of which is a list of one level: "List Bullet 2" lies at 1."""
    found = _LIST_STYLE.fullmatch(style)
    return int(found[1]) - 1 if found is not None else 0


def _style(properties: etree._Element, styles: Styles) -> Style:
    name = value(properties, "pStyle")
    return styles.default if name is None else styles.paragraphs.get(name, styles.default)
