"""The notes page of a slide: what the speaker is to say."""

from collections.abc import Iterator

from tasks.model.blocks import Note
from tasks.model.locator import slide_part
from tasks.model.provenance import Provenance
from tasks.reading.drawing.body import read_body
from tasks.reading.drawing.lists import NO_BULLETS
from tasks.reading.drawing.names import PARAGRAPH, P
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.powerpoint.edges import Edges, at_edge, sides
from tasks.reading.powerpoint.placeholders import Inheritance
from tasks.reading.powerpoint.shapes import read_shapes


def read_notes(part: Part, slide: int, hidden: bool, edges: Edges, opener: Opener) -> Iterator[Note]:
    """The notes of the speaker in one note, then what stands at the edge of the page and was not told before."""
    tree = part.root.find(f"{P}cSld/{P}spTree")
    if tree is None:
        return
    shapes = read_shapes(tree, Inheritance([], [], None, NO_BULLETS), opener.tally)
    locator = slide_part(slide, "notes")
    found = [
        words.block(locator)
        for shape in shapes
        if not at_edge(shape)
        for words in read_body(shape.element.iter(PARAGRAPH), opener.reader(part))
    ]
    at = Provenance(part.name, slide=slide, hidden=hidden)
    if found:
        yield Note(locator, "speaker", tuple(found), at=at)
    for edge, chosen in sides(shapes):
        yield from edges.note(edge, f"{locator}, {edge}", chosen, opener.reader(part), at)
