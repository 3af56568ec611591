"""The flow of an OpenDocument text: its paragraphs, lists and tables in order, each with its place."""

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tasks.reading.opendocument.changes import TRACKED
from tasks.reading.opendocument.forms import read_controls
from tasks.reading.opendocument.lists import Item, Run
from tasks.reading.opendocument.marks import close_change, gone, open_change
from tasks.reading.opendocument.names import (
    ANNOTATION,
    CHANGE,
    CHANGE_END,
    CHANGE_START,
    DC,
    DRAW,
    HEADING,
    LIST,
    META,
    OFFICE,
    PARAGRAPH,
    SOFT_PAGE_BREAK,
    SVG,
    TABLE_ELEMENT,
    TEXT,
)
from tasks.reading.opendocument.objects import chart
from tasks.reading.opendocument.paragraph import put_carried, read_paragraph
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.story import Comment, Story
from tasks.reading.opendocument.table import read_table

_ITEM: Final = TEXT + "list-item"
_ITEMS: Final = frozenset({_ITEM, TEXT + "list-header"})
_CITATION: Final = TEXT + "note-citation"
_NOTE: Final = TEXT + "note"

Handler = Callable[[etree._Element, Story, Place], None]


def read_flow(parent: etree._Element, story: Story, place: Place) -> Place:
    """Reads the blocks of a body, cell, box or note, in order, into a place."""
    story.gaps(parent)
    for child in parent:
        _read(child, story, place)
    put_carried(story, place)
    return place


def _read(element: etree._Element, story: Story, place: Place) -> None:
    tag = str(element.tag)
    handler = _HANDLERS.get(tag)
    if handler is not None:
        handler(element, story, place)
    elif tag.endswith("-source"):
        story.leave(element, "template")
    elif tag.startswith((DC, META)):
        story.leave(element, "metadata")
    elif tag.startswith(DRAW) and not place.fixed:
        _box(element, story, place, f"paragraph {max(story.paragraphs, 1)}")
    else:
        read_flow(element, story, place)


def _paragraph(element: etree._Element, story: Story, place: Place, item: Item | None = None) -> None:
    paragraph = read_paragraph(element, story, place, item)
    for hanging in paragraph.hanging:
        if hanging.tag == _NOTE:
            _note(hanging, story, place, paragraph.locator, paragraph.path)
        else:
            _box(hanging, story, place, paragraph.locator, paragraph.path)


def _box(element: etree._Element, story: Story, place: Place, locator: str, path: str = "") -> None:
    """A text box or another shape: its paragraphs have the place of what it is anchored to."""
    with story.apart():
        read_flow(element, story, place.hanging(locator, path, counts_tables=place.counts_tables))


def _note(element: etree._Element, story: Story, place: Place, locator: str, path: str) -> None:
    """A footnote or endnote, its mark left out."""
    with story.apart():
        read_flow(element, story, place.hanging(locator, path, counts_tables=False))


def _list(element: etree._Element, story: Story, place: Place, around: Run | None = None) -> None:
    run = story.numbering.enter(element, around)
    story.gaps(element)
    for child in element:
        if child.tag in _ITEMS:
            _item(child, story, place, run)
        else:
            _read(child, story, place)


def _item(element: etree._Element, story: Story, place: Place, run: Run) -> None:
    """An item: its first paragraph has the number, those that follow none."""
    item = Item.of(element, run) if element.tag == _ITEM else None
    story.gaps(element)
    for child in element:
        if child.tag in (PARAGRAPH, HEADING):
            _paragraph(child, story, place, item)
            item = None
        elif child.tag == LIST:
            _list(child, story, place, run)
        else:
            _read(child, story, place)


def _numbered(element: etree._Element, story: Story, place: Place) -> None:
    """A text:numbered-paragraph, which is an item without a list around it."""
    item: Item | None = Item.of(element, story.numbering.numbered_paragraph(element))
    story.gaps(element)
    for child in element:
        if child.tag in (PARAGRAPH, HEADING):
            _paragraph(child, story, place, item)
            item = None
        else:
            _read(child, story, place)


def _table(element: etree._Element, story: Story, place: Place) -> None:
    found = read_table(element, story, place, read_flow)
    if found is not None and not story.dropping:
        place.blocks.append(found)
    if place.part:
        story.settle(len(place.blocks))


def _section(element: etree._Element, story: Story, place: Place) -> None:
    outside = story.hidden
    story.hidden = outside or element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true"
    read_flow(element, story, place)
    story.hidden = outside


def _object(element: etree._Element, story: Story, place: Place) -> None:
    """A chart: its titles, then the table of its numbers."""
    body = chart(element, story)
    if body is None:
        story.leave(element, "metadata")
        return
    story.charts += 1
    locator = f"{place.fixed}, chart {story.charts}"
    inside = place.hanging(locator, place.path, counts_tables=False)
    inside.locate = locator + ", row {}"
    read_flow(body, story, inside)


def _comment(element: etree._Element, story: Story, place: Place) -> None:
    story.comments.append(Comment(element, str(len(story.comments) + 1), place.fixed or story.where))


def _gone(element: etree._Element, story: Story, place: Place) -> None:
    story.counting = not place.fixed
    story.where = place.fixed or f"paragraph {story.paragraphs + 1}"
    gone(element, story, in_paragraph=False)


def _page_break(element: etree._Element, story: Story, place: Place) -> None:
    story.pages.rendered()
    story.leave(element)


def _left(reason: str) -> Handler:
    def leave(element: etree._Element, story: Story, place: Place) -> None:
        story.leave(element, reason)  # type: ignore[arg-type]

    return leave


def read_forms(element: etree._Element, story: Story, place: Place | None = None) -> None:
    """Takes in what the fields of a form show; the text refers to them."""
    story.controls.update(read_controls(element))
    story.leave(element, "repeated")


_HANDLERS: Final[Mapping[str, Handler]] = {
    PARAGRAPH: _paragraph,
    HEADING: _paragraph,
    LIST: _list,
    TEXT + "numbered-paragraph": _numbered,
    TABLE_ELEMENT: _table,
    TEXT + "section": _section,
    DRAW + "object": _object,
    ANNOTATION: _comment,
    OFFICE + "forms": read_forms,
    TRACKED: _left("deleted"),
    _CITATION: _left("repeated"),
    SVG + "title": _left("metadata"),
    SVG + "desc": _left("metadata"),
    SOFT_PAGE_BREAK: _page_break,
    CHANGE: _gone,
    CHANGE_START: lambda element, story, place: open_change(element, story),
    CHANGE_END: lambda element, story, place: close_change(element, story),
}
