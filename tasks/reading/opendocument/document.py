"""OpenDocument texts (.odt, .ott, .odm, .fodt) to blocks.

One pass over the contents as OASIS ODF 1.3 part 3 describes them. The view is the one with all tracked changes
accepted. Paragraphs count in the body outside tables, empty ones and those that a tracked change took out included,
as they stand there for everybody who opens the document.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from lxml import etree

from tasks.model.blocks import Block
from tasks.model.provenance import PageSource
from tasks.reading.contents import Contents, Tally
from tasks.reading.opendocument.changes import Change, read_changes
from tasks.reading.opendocument.comments import commented
from tasks.reading.opendocument.edges import Edges, read_edges
from tasks.reading.opendocument.flow import read_flow
from tasks.reading.opendocument.lists import Numbering
from tasks.reading.opendocument.names import SOFT_PAGE_BREAK, TEXT
from tasks.reading.opendocument.original import original
from tasks.reading.opendocument.parts import (
    CONTENT,
    STYLES,
    Parts,
    body_of,
    characters,
    content_tree,
    open_parts,
    styles_tree,
)
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.rest import leave_rest
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.styles import read_styles

_LAID_OUT: Final = TEXT + "use-soft-page-breaks"


def read_text_document(data: bytes) -> Contents:
    """The blocks of a text, given the bytes of its file. Raises CannotReadError."""
    parts = open_parts(data)
    root = content_tree(parts)
    body = body_of(root, "text")
    common = styles_tree(parts)
    tally = Tally(characters(root) + (0 if common is None else characters(common)))
    story = _story(parts, root, common, read_changes(body), tally)
    story.pages.source = _page_source(body, story)
    edges = read_edges(root, CONTENT, body, story) if common is None else read_edges(common, STYLES, body, story)
    blocks = _blocks(body, edges, story)
    for part in (root, common):
        if part is not None:
            leave_rest(part, tally, edges.elements | {body})
    before = None
    if story.changes:
        earlier = replace(_story(parts, root, common, story.changes, Tally()), view="original")
        earlier.pages.source = story.pages.source
        before = _blocks(original(body, story.changes), edges, earlier)
    return Contents(blocks, tally.receipt(), (), before, tuple(story.revisions))


def _story(
    parts: Parts, root: etree._Element, common: etree._Element | None, changes: dict[str, Change], tally: Tally
) -> Story:
    styles = read_styles(common, root)
    return Story(styles, Numbering(styles), tally, changes=changes, object=cache(parts.object))


def _page_source(body: etree._Element, story: Story) -> PageSource:
    """How pages are known: where the program that wrote the file last laid them out, else where authors broke them."""
    if body.get(_LAID_OUT) == "true" or next(body.iter(SOFT_PAGE_BREAK), None) is not None:
        return "rendered-break"
    return "page-break" if story.styles.break_pages() else ""


def _blocks(body: etree._Element, edges: Edges, story: Story) -> tuple[Block, ...]:
    """Headers of pages, the body with each comment behind the block it is about, footers."""
    found = read_flow(body, story, Place(part=CONTENT)).blocks
    return (*edges.headers, *commented(found, story), *edges.footers)
