"""One paragraph of an OpenDocument file as a block: heading, list item or running text."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.model.blocks import Heading, ListItem, Paragraph, Text
from tasks.model.provenance import Provenance
from tasks.reading.opendocument.line import Line
from tasks.reading.opendocument.lists import Item
from tasks.reading.opendocument.names import HEADING, STYLE_NAME, TEXT
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.styles import PLAIN, Style
from tasks.reading.opendocument.text import read_line
from tasks.reading.xml import number

_LAST_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class Read:
    """Where a paragraph stands, and what stands behind it."""

    locator: str
    path: str
    hanging: tuple[etree._Element, ...] = ()


def read_paragraph(element: etree._Element, story: Story, place: Place, item: Item | None) -> Read:
    """Puts a paragraph into its place; `item` is the list item of which it is the first paragraph.

    A paragraph whose end was inserted runs on into the next one in the view before that.
    """
    style = story.styles.get("paragraph", element.get(STYLE_NAME))
    if place.is_body and place.blocks and (style.break_before or style.master):
        story.pages.typed()
    if not place.fixed:
        story.paragraphs += 1
    story.counting = not place.fixed
    story.where = place.fixed or f"paragraph {story.paragraphs}"
    at = Read(story.where, place.next_path("p", story.paragraphs))
    line = Line(story)
    if place.carried is not None:
        at, line, place.carried = *place.carried, None
    read_line(element, line, style.look if place.look is PLAIN else style.look.over(place.look))
    if story.dropping:
        place.carried = (at, line) if line.text or line.hanging else None
        return Read(at.locator, at.path)
    if line.begins and not place.fixed:
        at = Read(f"paragraph {line.begins}", f"p{line.begins}")
    _put(element, style, story, place, line, item, at)
    if style.break_after:
        story.pages.typed()
    return Read(at.locator, at.path, tuple(line.hanging))


def put_carried(story: Story, place: Place) -> None:
    """What runs on into nothing stays a paragraph."""
    if place.carried is not None:
        (at, line), place.carried = place.carried, None
        line.finish()
        place.blocks.append(
            Paragraph(at.locator, line.text, "", tuple(line.spans), place.at(story, at.path, line.page))
        )


def _put(
    element: etree._Element, style: Style, story: Story, place: Place, line: Line, item: Item | None, at: Read
) -> None:
    line.finish()
    if line.bold is not None:
        place.bold = line.bold and place.bold is not False
    where = place.at(story, at.path, line.page or story.pages.words())
    label = _label(element, style, story, line, item)
    if place.keeps_blank or line.text.strip():
        place.blocks.append(_block(element, line, at.locator, label, item, style, where))
    else:
        story.tally.emitted -= line.taken
        story.tally.skip("white space", line.taken)
    if place.part:
        story.settle(len(place.blocks))


def _block(
    element: etree._Element, line: Line, locator: str, label: str, item: Item | None, style: Style, at: Provenance
) -> Text:
    text, spans = line.text, tuple(line.spans)
    if element.tag == HEADING and text.strip():
        return Heading(locator, text, _level(element), label, spans, at)
    if label:
        return ListItem(locator, text, 0 if item is None else item.run.level - 1, label, style.name, spans, at)
    return Paragraph(locator, text, style.name, spans, at)


def _label(element: etree._Element, style: Style, story: Story, line: Line, item: Item | None) -> str:
    """The automatic number: that of the list, or of the outline for a heading that is in none."""
    if item is not None:
        return story.numbering.label(item, style.list_style or "") or line.label
    story.numbering.plain()
    if element.tag != HEADING or style.list_style is not None or element.get(TEXT + "is-list-header") == "true":
        return line.label
    start = element.get(TEXT + "start-value", "1") if element.get(TEXT + "restart-numbering") == "true" else None
    return story.numbering.heading(_level(element), start) or line.label


def _level(element: etree._Element) -> int:
    return min(max(number(element.get(TEXT + "outline-level"), 1), 1), _LAST_LEVEL)
