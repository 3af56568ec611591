"""One slide of an OpenDocument presentation to blocks.

Its title comes first, then all else from the top down. `slide 4, bullet 2` is the second paragraph with words that is
neither title, table, chart nor note. Rows of the only or first table are `slide 4, row 3`, those of the second one
`slide 4, table 2, row 3`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Block, Content, Heading, Note, Paragraph, Table
from tasks.model.locator import slide_part
from tasks.model.provenance import Provenance
from tasks.reading.opendocument.comments import read_comment
from tasks.reading.opendocument.flow import read_flow
from tasks.reading.opendocument.names import ANNOTATION, DRAW, PRESENTATION
from tasks.reading.opendocument.parts import CONTENT, characters
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.shapes import EDGES, GROUPS, Shape, is_shape, read_shapes, words_but_number
from tasks.reading.opendocument.story import Comment, Story
from tasks.reading.spans import on_lines

_NOTES: Final = PRESENTATION + "notes"
_USES: Final = tuple(
    (PRESENTATION + f"use-{name}-name", edge)
    for name, edge in (("header", "header"), ("date-time", "footer"), ("footer", "footer"))
)


@dataclass(slots=True)
class Told:
    """Words at the edges of slides that were told, and those that the presentation declares for all its slides."""

    declared: Mapping[str, etree._Element]
    words: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def is_new(self, words: str) -> bool:
        """Whether words were not told before; none are not."""
        if not words or words in self.words:
            return False
        self.words.add(words)
        return True

    def close(self, story: Story) -> None:
        """Counts what no slide shows."""
        for name, element in self.declared.items():
            if name not in self.used:
                story.leave(element)


@dataclass(slots=True)
class Slide:
    """A slide while it is read: its number from 1, how much was counted so far."""

    page: etree._Element
    number: int
    story: Story
    told: Told
    bullets: int = 0
    tables: int = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks of the slide, its notes and its comments."""
        self.story.charts = 0
        self._leave_rest(self.page)
        shapes = read_shapes(self.page)
        title = next((shape for shape in shapes if shape.kind == "title" and not shape.is_prompt), None)
        opens = any(shape.kind == "subtitle" for shape in shapes)
        if title is not None:
            yield from self._title(title, 1 if opens else 2)
        for shape in shapes:
            if shape is not title and shape.kind not in EDGES:
                yield from map(self._counted, self._read(shape))
        yield from self._edges(shapes, slide_part(self.number, "footer"), slide_part(self.number, "header"))
        yield from self._declared()
        for notes in self.page.iterchildren(_NOTES):
            yield from self._notes(notes)
        yield from self._comments()

    def _leave_rest(self, parent: etree._Element) -> None:
        """Counts what stands on a page and is no shape."""
        self.story.gaps(parent)
        for child in parent:
            if child.tag in GROUPS:
                self._leave_rest(child)
            elif not is_shape(child) and child.tag not in (_NOTES, ANNOTATION):
                self.story.leave(child, "metadata")

    def _read(self, shape: Shape, locator: str = "") -> list[Content]:
        """The blocks of a shape that hold words; rows of a table have their places."""
        if shape.is_prompt:
            self.story.leave(shape.element, "template")
            return []
        place = Place(locator or f"slide {self.number}", False, part=CONTENT, path=self._path(shape))
        place.locate = self._rows() if not locator else ""
        place.keeps_blank = False
        self.story.numbering.plain()
        read_flow(shape.element, self.story, place)
        return [self._placed(block) for block in place.blocks]

    def _path(self, shape: Shape) -> str:
        return f"s{self.number}/{shape.path}"

    def _rows(self) -> str:
        if self.tables:
            return f"slide {self.number}, table {self.tables + 1}, row {{}}"
        return f"slide {self.number}, row {{}}"

    def _placed(self, block: Content) -> Content:
        at = Provenance(CONTENT, block.at.path, slide=self.number, hidden=self._hidden)
        return replace(block, at=at)

    @property
    def _hidden(self) -> bool:
        return not self.story.styles.get("drawing-page", self.page.get(DRAW + "style-name")).shown

    def _counted(self, block: Content) -> Block:
        """A block of the slide with its number: a bullet, a table; what belongs to a chart has it already."""
        if isinstance(block, Table):
            self.tables += block.locate == self._rows()
            return block
        if block.locator != f"slide {self.number}":
            return block
        self.bullets += 1
        return replace(block, locator=slide_part(self.number, "bullet", self.bullets))

    def _title(self, shape: Shape, level: int) -> Iterator[Heading]:
        """All paragraphs of the title as one heading."""
        found = [block for block in self._read(shape) if block.kind != "table"]
        if not found:
            return
        text, spans = on_lines((block.text, block.spans) for block in found)
        label = "" if found[0].kind == "paragraph" else found[0].label
        yield Heading(slide_part(self.number, "title"), text, level, label, spans, found[0].at)

    def _edges(self, shapes: list[Shape], footer: str, header: str) -> Iterator[Note]:
        """What stands at the edge of a page and was not told before."""
        for locator, is_header in ((header, True), (footer, False)):
            blocks: list[Content] = []
            for shape in shapes:
                if shape.kind not in EDGES or (shape.kind == "header") != is_header:
                    continue
                if self.told.is_new(words_but_number(shape.element)):
                    blocks += [_without_place(block) for block in self._read(shape, locator)]
                else:
                    self.story.leave(shape.element, "repeated")
            if blocks:
                at = Provenance(CONTENT, f"s{self.number}", slide=self.number, hidden=self._hidden)
                yield Note(locator, "header" if is_header else "footer", tuple(blocks), at=at)

    def _declared(self) -> Iterator[Note]:
        """Words that the presentation declares once and this slide uses."""
        for use, edge in _USES:
            name = self.page.get(use, "")
            element = self.told.declared.get(name)
            if element is None or name in self.told.used:
                continue
            self.told.used.add(name)
            words = "".join(map(str, element.itertext())).strip()
            if not words:
                self.story.leave(element)
                continue
            self.story.tally.emitted += len(words)
            self.story.tally.skip("white space", characters(element) - len(words))
            locator = slide_part(self.number, edge)
            at = Provenance(CONTENT, f"s{self.number}/{name}", slide=self.number, hidden=self._hidden)
            yield Note(locator, "header" if edge == "header" else "footer", (Paragraph(locator, words),), at=at)

    def _notes(self, notes: etree._Element) -> Iterator[Note]:
        """What the speaker is to say, in one note, then what stands at the edge of the notes page."""
        self._leave_rest(notes)
        locator = slide_part(self.number, "notes")
        shapes = read_shapes(notes)
        blocks = [b for shape in shapes if shape.kind not in EDGES for b in self._read(shape, locator)]
        at = Provenance(CONTENT, f"s{self.number}/notes", slide=self.number, hidden=self._hidden)
        if blocks:
            yield Note(locator, "speaker", tuple(map(_without_place, blocks)), at=at)
        yield from self._edges(shapes, f"{locator}, footer", f"{locator}, header")

    def _comments(self) -> Iterator[Note]:
        waiting = self.story.comments
        waiting += [Comment(element, "", "") for element in self.page.iterchildren(ANNOTATION)]
        for number, comment in enumerate(waiting, 1):
            comment.name = comment.name or f"{self.number}-{number}"
            locator = slide_part(self.number, "comment", number)
            note = read_comment(comment, locator, self.story)
            yield replace(note, at=replace(note.at, slide=self.number, hidden=self._hidden))
        waiting.clear()


def _without_place(block: Content) -> Content:
    return replace(block, at=Provenance())
