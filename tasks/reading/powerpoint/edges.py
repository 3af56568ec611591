"""Date, footer and number of the slide: words at the edge of many slides, told once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from tasks.model.blocks import Content, Note
from tasks.model.provenance import Provenance
from tasks.reading.drawing.body import read_body
from tasks.reading.drawing.characters import words
from tasks.reading.drawing.names import PARAGRAPH, TEXT, A
from tasks.reading.drawing.text import Reader
from tasks.reading.powerpoint.placeholders import EDGES
from tasks.reading.powerpoint.shapes import Shape

Edge = Literal["header", "footer"]
_FIELD: Final = A + "fld"
_SLIDE_NUMBER: Final = "slidenum"


def at_edge(shape: Shape) -> bool:
    """Whether a shape is a placeholder for date, header, footer or number of the slide, or says that number alone."""
    if shape.holder is not None and shape.holder.kind in EDGES:
        return True
    return shape.kind == "text" and next(_numbers(shape.element), None) is not None and not _key(shape.element)


def sides(shapes: Iterable[Shape]) -> Iterator[tuple[Edge, list[etree._Element]]]:
    """The shapes at the edge of a page, those of its head and the others."""
    found = [(s.element, "" if s.holder is None else s.holder.kind) for s in shapes if at_edge(s)]
    yield "header", [element for element, kind in found if kind == "hdr"]
    yield "footer", [element for element, kind in found if kind != "hdr"]


@dataclass(slots=True)
class Edges:
    """Remembers what was told. Words that differ in nothing but the number of the slide are the same."""

    told: set[str] = field(default_factory=set)

    def note(
        self, edge: Edge, locator: str, shapes: Iterable[etree._Element], reader: Reader, at: Provenance
    ) -> Iterator[Note]:
        """A note with the words of these shapes that are new; none if all were told or say the number alone."""
        blocks: list[Content] = []
        for shape in shapes:
            key = _key(shape)
            if not key or key in self.told:
                reader.tally.skip("repeated", words(shape))
                continue
            self.told.add(key)
            blocks += [found.block(locator) for found in read_body(shape.iter(PARAGRAPH), reader)]
        if blocks:
            yield Note(locator, edge, tuple(blocks), at=at)


def _numbers(shape: etree._Element) -> Iterator[etree._Element]:
    """The fields that show the number of the slide."""
    return (f for f in shape.iter(_FIELD) if f.get("type") == _SLIDE_NUMBER)


def _key(shape: etree._Element) -> str:
    """What an edge says beside the number of the slide."""
    numbers = {text for f in _numbers(shape) for text in f.iter(TEXT)}
    return " ".join(" ".join(t.text or "" for t in shape.iter(TEXT) if t not in numbers).split())
