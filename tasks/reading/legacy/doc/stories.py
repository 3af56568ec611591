"""Reads the text of a document paragraph by paragraph, with all that hangs on it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import astuple
from typing import Final

from tasks.model.blocks import Block, Content
from tasks.reading.contents import Tally
from tasks.reading.legacy.beside import Beside, Edge
from tasks.reading.legacy.doc.characters import Characters
from tasks.reading.legacy.doc.fib import File
from tasks.reading.legacy.doc.fonts import read_authors, read_fonts
from tasks.reading.legacy.doc.layout import read_layout
from tasks.reading.legacy.doc.lists import read_counters
from tasks.reading.legacy.doc.pages import character_stretches, paragraph_stretches
from tasks.reading.legacy.doc.pieces import Text, read_text
from tasks.reading.legacy.doc.places import Part, Places, read_places
from tasks.reading.legacy.doc.properties import Looks, ParagraphLook
from tasks.reading.legacy.doc.styles import read_styles
from tasks.reading.legacy.flow import Flow

_PARAGRAPH: Final = 0x0D
_CELL: Final = 0x07
_SECTION: Final = 0x0C
_SPACE: Final = 0x20


class Stories:
    """The texts of a document: its body, notes, comments, boxes, headers and footers."""

    def __init__(self, file: File, tally: Tally) -> None:
        fonts = read_fonts(file)
        self._text = read_text(file)
        self._styles = read_styles(file)
        self._looks = Looks(self._styles)
        self._paragraphs = paragraph_stretches(file)
        self._counters = read_counters(file, fonts)
        self._places = read_places(file)
        self._body = min(file.lengths.body, len(self._text.units))
        if not any(astuple(file.lengths)[1:]):
            self._body = len(self._text.units)
        self._tally = tally
        self._characters = Characters(
            self._text, self._looks, character_stretches(file), fonts, read_authors(file), tally
        )
        self._beside = Beside("WordDocument")
        tally.read += printable(self._text, 0, len(self._text.units))

    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the document."""
        flow = Flow("WordDocument")
        self._story(Part(0, self._body), flow, self._places)
        body = flow.finish()
        self._edges("header", self._places.headers)
        self._edges("footer", self._places.footers)
        self._skip_rest()
        return self._beside.arrange(body)

    def _skip_rest(self) -> None:
        """Counts what no part of the document refers to: separators of notes, notes that nothing refers to."""
        end = 0
        for part in sorted((Part(0, self._body), *self._places.parts(self._body)), key=lambda part: part.start):
            self._tally.skip("not shown", printable(self._text, end, part.start))
            end = max(end, part.end)
        self._tally.skip("not shown", printable(self._text, end, len(self._text.units)))

    def _edges(self, edge: Edge, parts: list[Part]) -> None:
        for part in parts:
            self._beside.edge(edge, self._part(part, self._beside.edge_place(edge)))

    def _part(self, part: Part, place: str) -> tuple[Content, ...]:
        """The blocks of a text that hangs on a place; the mark that ends it makes no paragraph."""
        flow = Flow(fixed=place)
        self._story(part, flow, Places())
        blocks = flow.finish()
        while blocks and blocks[-1].kind != "table" and not blocks[-1].text:
            blocks = blocks[:-1]
        return blocks

    def _story(self, part: Part, flow: Flow, places: Places) -> None:
        hanging = sorted({*places.notes, *places.comments, *places.boxes})
        self._characters.begin()
        start = part.start
        for mark in self._marks(part, places.sections):
            self._paragraph(start, mark, flow)
            first, last = bisect_left(hanging, start), bisect_left(hanging, mark + 1)
            for position in hanging[first:last]:
                self._attach(position, flow, places)
            self._end(mark, flow)
            start = mark + 1

    def _marks(self, part: Part, sections: frozenset[int]) -> Iterator[int]:
        """Where paragraphs end; a text without a last mark ends behind its last character."""
        units = self._text.units
        end = min(part.end, len(units))
        last = part.start - 1
        for position in range(part.start, end):
            unit = units[position]
            if unit in (_PARAGRAPH, _CELL) or (unit == _SECTION and position + 1 in sections):
                last = position
                yield position
        if last + 1 < end:
            yield end

    def _look(self, mark: int) -> tuple[ParagraphLook, bytes]:
        """The look of the paragraph that a mark ends, and its own modifiers."""
        stretch = self._paragraphs.at(self._text.place(mark))
        style, own = (0, b"") if stretch is None else (stretch.style, stretch.properties)
        return self._looks.paragraph(style, own, self._text.changes[self._text.piece(mark)]), own

    def _paragraph(self, start: int, mark: int, flow: Flow) -> None:
        look, _ = self._look(mark)
        if look.row_end and look.depth and mark == start:
            return
        line = self._characters.line(start, mark, look.style)
        line.style, line.outline, line.level = self._styles.name(look.style), look.outline, look.level
        name = str(look.list)
        if look.list and self._counters.list(name) is not None:
            line.label = self._counters.label(name, look.level)
        flow.paragraph(line, max(look.depth, int(self._is_cell(mark))))

    def _is_cell(self, mark: int) -> bool:
        return mark < len(self._text.units) and self._text.units[mark] == _CELL

    def _end(self, mark: int, flow: Flow) -> None:
        """What a mark ends beside the paragraph: a cell, a row."""
        look, own = self._look(mark)
        if look.row_end and look.depth:
            flow.end_row(look.depth, read_layout(own))
        elif self._is_cell(mark):
            flow.end_cell(1)
        elif look.inner_cell_end:
            flow.end_cell(look.depth)

    def _attach(self, position: int, flow: Flow, places: Places) -> None:
        """What hangs on a position of the paragraph that has just ended."""
        for part in (*places.boxes.get(position, ()), *places.notes.get(position, ())):
            flow.attach(self._part(part, flow.place))
        for part in places.comments.get(position, ()):
            place = flow.place
            self._beside.comment(place, self._part(part, self._beside.comment_place(place)), part.author)


def printable(text: Text, start: int, end: int) -> int:
    """Characters between two positions that are no marks."""
    return sum(unit >= _SPACE for unit in text.units[start:end])
