"""OpenDocument presentations (.odp, .otp, .fodp) to blocks.

One pass over each slide in the order of the show; hidden slides are read and flagged. After the words of a slide come
those at its edge, the notes of its speaker, then the comments. What a master says itself is a template.
"""

from functools import cache
from typing import Final

from lxml import etree

from tasks.model.blocks import Block
from tasks.reading.contents import Contents, Tally
from tasks.reading.opendocument.flow import read_forms
from tasks.reading.opendocument.lists import Numbering
from tasks.reading.opendocument.names import DRAW, OFFICE, PRESENTATION
from tasks.reading.opendocument.parts import body_of, characters, content_tree, open_parts, styles_tree
from tasks.reading.opendocument.rest import leave_rest
from tasks.reading.opendocument.slide import Slide, Told
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.styles import read_styles

_PAGE: Final = DRAW + "page"
_DECLARED: Final = frozenset(PRESENTATION + name for name in ("header-decl", "footer-decl", "date-time-decl"))


def read_slides(data: bytes) -> Contents:
    """The blocks of a presentation, given the bytes of its file. Raises CannotReadError."""
    parts = open_parts(data)
    root = content_tree(parts)
    body = body_of(root, "presentation")
    common = styles_tree(parts)
    styles = read_styles(common, root)
    tally = Tally(characters(root) + (0 if common is None else characters(common)))
    story = Story(styles, Numbering(styles, together=True), tally, object=cache(parts.object))
    blocks = _blocks(body, story)
    for part in (root, common):
        if part is not None:
            leave_rest(part, tally, {body})
    return Contents(tuple(blocks), tally.receipt())


def _blocks(body: etree._Element, story: Story) -> list[Block]:
    story.gaps(body)
    blocks: list[Block] = []
    told = Told({str(child.get(PRESENTATION + "name")): child for child in body if child.tag in _DECLARED})
    number = 0
    for child in body:
        if child.tag == _PAGE:
            number += 1
            blocks += Slide(child, number, story, told).blocks()
        elif child.tag == OFFICE + "forms":
            read_forms(child, story)
        elif child.tag not in _DECLARED:
            story.leave(child, "metadata")
    told.close(story)
    return blocks
