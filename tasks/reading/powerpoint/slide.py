"""One slide to blocks.

Its title comes first, then all else from the top down. `slide 4, bullet 2` is the second paragraph with words that is
neither title, table, chart nor note: bullets, plain text, text boxes and diagrams count alike, as a person counts them.
Rows of the only or first table are `slide 4, row 3`, those of the second one `slide 4, table 2, row 3`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from tasks.model.blocks import Block, Heading, ListItem, Table
from tasks.model.locator import slide_part
from tasks.model.provenance import Provenance
from tasks.reading.drawing.body import Words, read_body
from tasks.reading.drawing.chart import ChartPlace, read_chart
from tasks.reading.drawing.diagram import read_diagram
from tasks.reading.drawing.lists import read_levels
from tasks.reading.drawing.names import BODY, LIST_STYLE, PARAGRAPH, TEXT, P, R
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.drawing.text import Reader
from tasks.reading.powerpoint.edges import Edges, at_edge, sides
from tasks.reading.powerpoint.layouts import Layout
from tasks.reading.powerpoint.placeholders import TITLES
from tasks.reading.powerpoint.shapes import Shape, read_shapes
from tasks.reading.powerpoint.table import Slots, read_table
from tasks.reading.spans import on_lines


@dataclass(slots=True)
class Slide:
    """A slide while it is read: its number from 1, the layout that it follows, how much was counted so far."""

    part: Part
    number: int
    hidden: bool
    layout: Layout
    opener: Opener
    bullets: int = 0
    tables: int = 0
    charts: int = 0
    shapes: list[Shape] = field(default_factory=list)

    def blocks(self, edges: Edges) -> Iterator[Block]:
        """The blocks of the slide itself; notes and comments are parts of their own."""
        tree = self.part.root.find(f"{P}cSld/{P}spTree")
        if tree is None:
            return
        self.shapes = read_shapes(tree, self.layout.inheritance, self.opener.tally)
        title = next((s for s in self.shapes if s.holder is not None and s.holder.kind in TITLES), None)
        if title is not None:
            yield from self._title(title)
        for shape in self.shapes:
            if shape is not title and not at_edge(shape):
                yield from self._shape(shape)
        yield from self._edges(edges)

    def _shape(self, shape: Shape) -> Iterator[Block]:
        if shape.kind == "table":
            yield from self._table(shape)
        elif shape.kind == "chart":
            yield from self._chart(shape)
        elif shape.kind == "diagram":
            yield from self._diagram(shape)
        else:
            for found in self._words(shape):
                yield self._paragraph(found, self._at(shape, found.number))

    def _words(self, shape: Shape) -> list[Words]:
        body = shape.element.find(BODY)
        levels = self.layout.inheritance.of(shape.holder).levels
        if body is None:
            return read_body(shape.element.iter(PARAGRAPH), self._reader(shape), levels)
        levels = read_levels(body.find(LIST_STYLE), levels)
        return read_body(body.iterchildren(PARAGRAPH), self._reader(shape), levels)

    def _title(self, shape: Shape) -> Iterator[Heading]:
        found = self._words(shape)
        if not found:
            return
        text, spans = on_lines((words.text, words.spans) for words in found)
        level = 1 if self.layout.opens or (shape.holder is not None and shape.holder.kind == "ctrTitle") else 2
        at = self._at(shape, found[0].number)
        yield Heading(slide_part(self.number, "title"), text, level, found[0].label, spans, at)

    def _paragraph(self, words: Words, at: Provenance) -> Block:
        self.bullets += 1
        return words.block(slide_part(self.number, "bullet", self.bullets), at)

    def _table(self, shape: Shape) -> Iterator[Table]:
        place = f"slide {self.number}, row {{}}"
        if self.tables:
            place = f"slide {self.number}, table {self.tables + 1}, row {{}}"
        levels, palette = self.layout.inheritance.default, self.layout.palette(self.part.root)
        found = read_table(shape.element, place, Slots(self._reader(shape), levels, palette), self._at(shape))
        if found is not None:
            self.tables += 1
            yield found

    def _chart(self, shape: Shape) -> Iterator[Block]:
        part = self.opener.open(self.part.by_id(shape.element.get(R + "id", "")))
        if part is not None:
            self.charts += 1
            place = ChartPlace(slide_part(self.number, "chart", self.charts), self._at(shape, part=part.name))
            yield from read_chart(part, place, self.opener)

    def _diagram(self, shape: Shape) -> Iterator[Block]:
        part = self.opener.open(self.part.by_id(shape.element.get(R + "dm", "")))
        if part is None:
            return
        for words, point, level in read_diagram(part.root, self.opener.reader(part, shape.hidden)):
            at = replace(self._at(shape, part=part.name), path=f"pt{point}/p{words.number}")
            self.bullets += 1
            locator = slide_part(self.number, "bullet", self.bullets)
            yield ListItem(locator, words.text, level, words.label, "", words.spans, at)

    def _edges(self, edges: Edges) -> Iterator[Block]:
        at = Provenance(self.part.name, slide=self.number, hidden=self.hidden)
        for edge, shapes in sides(self.shapes):
            locator = slide_part(self.number, edge)
            yield from edges.note(edge, locator, shapes, self.opener.reader(self.part), at)

    def words_by_id(self) -> dict[str, str]:
        """The words of each shape, paragraphs parted by one character, as comments count them."""
        return {s.id: "\n".join(_plain(p) for p in s.element.iter(PARAGRAPH)) for s in self.shapes}

    def _reader(self, shape: Shape) -> Reader:
        return self.opener.reader(self.part, shape.hidden)

    def _at(self, shape: Shape, paragraph: int = 0, part: str = "") -> Provenance:
        path = f"{shape.path}/p{paragraph}" if paragraph else shape.path
        hidden = self.hidden or shape.hidden
        return Provenance(part or self.part.name, path, slide=self.number, hidden=hidden)


def _plain(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(TEXT))
