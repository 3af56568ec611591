"""The flow of a Word document: its paragraphs and tables in order, each with its place."""

from typing import Final

from lxml import etree

from tasks.model.blocks import Content, Heading, ListItem, Paragraph, Text
from tasks.reading.ooxml.names import (
    ALTERNATE,
    CONTROL,
    DELETED,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PROPERTIES,
    RUN_PROPERTIES,
    TABLE,
    R,
    W,
)
from tasks.reading.ooxml.xml_tree import contents, number, shows_placeholder, value
from tasks.reading.word.story import Place, Story, carry, join
from tasks.reading.word.styles import Style, Styles
from tasks.reading.word.table import CellContents, read_table
from tasks.reading.word.text import Line, read_line

_ALT_CHUNK: Final = W + "altChunk"
_NO_LIST: Final = "0"


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
        elif tag == CONTROL and shows_placeholder(child):
            story.paragraphs += 0 if place.fixed else sum(1 for _ in contents(child).iterchildren(PARAGRAPH))
        elif tag in (CONTROL, ALTERNATE):
            _walk(contents(child), story, place)
        elif tag == _ALT_CHUNK:
            place.blocks += story.chunk(child.get(R + "id", ""), place.fixed or f"paragraph {story.paragraphs}")
        elif tag not in PROPERTIES and tag not in DELETED and len(child):
            _walk(child, story, place)


def _table(table: etree._Element, story: Story, place: Place) -> None:
    if place.counts_tables:
        story.tables += 1
        locate = f"table {story.tables}, row {{}}"
    else:
        locate = place.fixed

    def read_cell(cell: etree._Element, locator: str) -> CellContents:
        inside = Place(locator, counts_tables=False)
        return CellContents(tuple(read_flow(cell, story, inside)), bool(inside.bold))

    found = read_table(table, locate, read_cell)
    if found is not None:
        place.blocks.append(found)


def _paragraph(element: etree._Element, story: Story, place: Place) -> None:
    if not place.fixed:
        story.paragraphs += 1
    locator = place.fixed or f"paragraph {story.paragraphs}"
    properties = element.find(PARAGRAPH_PROPERTIES)
    style = story.styles.default if properties is None else _style(properties, story.styles)
    line = read_line(element, story.styles, story.fields, style.look)
    if properties is not None and _mark_is_deleted(properties):
        carry(place, line, locator)
        return
    if place.carried is not None:
        first, locator, place.carried = place.carried, place.carried_at, None
        join(first, line)
        line = first
    _finish(line, locator, style, properties, story, place)


def _finish(
    line: Line, locator: str, style: Style, properties: etree._Element | None, story: Story, place: Place
) -> None:
    """Puts down a finished paragraph, then what hangs on it: its text boxes, its notes."""
    if line.bold is not None:
        place.bold = line.bold and place.bold is not False
    place.blocks.append(_block(line, locator, style, properties, story))
    for box in line.boxes:
        place.blocks += read_flow(box, story, Place(locator, place.counts_tables))
    for note in line.notes:
        text = story.note(note)
        if text is not None:
            place.blocks += read_flow(text, story, Place(locator, counts_tables=False))


def _block(line: Line, locator: str, style: Style, properties: etree._Element | None, story: Story) -> Text:
    text, spans = line.text, tuple(line.spans)
    if properties is None and not style.numbering and style.outline is None:
        return Paragraph(locator, text, style.name, spans)
    label, level = _label(properties, style, story)
    said = value(properties, "outlineLvl")
    outline = style.outline if said is None else number(said, 9)
    if outline is not None and 0 <= outline < 9 and text.strip():
        return Heading(locator, text, outline + 1, label)
    if label:
        return ListItem(locator, text, level, label, style.name, spans)
    return Paragraph(locator, text, style.name, spans)


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
    return story.counters.label(name, level), level


def _style(properties: etree._Element, styles: Styles) -> Style:
    name = value(properties, "pStyle")
    return styles.default if name is None else styles.paragraphs.get(name, styles.default)


def _mark_is_deleted(properties: etree._Element) -> bool:
    mark = properties.find(RUN_PROPERTIES)
    return mark is not None and any(child.tag in DELETED for child in mark)
