"""Puts the blocks of a plain text down, each at its line, and counts what becomes of the characters."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tasks.model.blocks import Block, Cell, Heading, ListItem, Paragraph, Table
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.text.inline import Words, unsigned
from tasks.reading.text.lines import Line
from tasks.reading.text.marks import Point

QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: what comes before its lines' locators, the number of its first line, the part it is in."""

    prefix: str = ""
    first: int = 1
    part: str = ""

    def locator(self, line: Line) -> str:
        """Locator of a line."""
        return f"{self.prefix}line {line.number}"

    def at(self, line: Line) -> Provenance:
        """Provenance of the block that begins with a line."""
        return Provenance(part=self.part, path=f"l{line.number}")


@dataclass(slots=True)
class Builder:
    """`indents` are those of the points that the next one may stand below, outermost first."""

    place: Place
    tally: Tally
    blocks: list[Block] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)

    def markup(self, line: Line) -> None:
        """A line that only shapes others."""
        self.tally.skip("markup", len(line.text) - line.added)

    def paragraph(self, line: Line, style: str = "") -> None:
        """A line of running text, its signs taken off."""
        if line.text and not line.indent:
            self.indents.clear()
        found = self._counted(line, line.text)
        style = style or (QUOTED if line.quoted else "")
        self.blocks.append(Paragraph(self.place.locator(line), found.text, style, found.spans, self.place.at(line)))

    def verbatim(self, line: Line, style: str) -> None:
        """A line of code: nothing in it is a sign."""
        self.tally.emitted += len(line.text) - line.added
        self.blocks.append(Paragraph(self.place.locator(line), line.text, style, at=self.place.at(line)))

    def heading(self, line: Line, text: str, level: int) -> None:
        """A title."""
        self.indents.clear()
        found = self._counted(line, text)
        self.blocks.append(
            Heading(self.place.locator(line), found.text, level, spans=found.spans, at=self.place.at(line))
        )

    def item(self, line: Line, point: Point) -> None:
        """A point of a list; how far it stands in from the others is its level."""
        while self.indents and self.indents[-1] >= line.indent:
            self.indents.pop()
        self.indents.append(line.indent)
        found = self._counted(line, point.text)
        self.tally.emitted += len(point.label)
        self.tally.skip("markup", point.signs)
        self.tally.skip("white space", point.spaces)
        style = QUOTED if line.quoted else ""
        level = len(self.indents) - 1
        self.blocks.append(
            ListItem(self.place.locator(line), found.text, level, point.label, style, found.spans, self.place.at(line))
        )

    def table(self, line: Line, rows: int, cells: Sequence[Cell]) -> None:
        """A table that begins at this line; its rows keep the numbers of their lines."""
        self.indents.clear()
        cols = max((cell.col for cell in cells), default=0)
        locate = f"{self.place.prefix}line {{}}"
        self.blocks.append(Table(locate, tuple(cells), rows, cols, line.number, at=self.place.at(line)))

    def _counted(self, line: Line, text: str) -> Words:
        words = unsigned(text)
        self.tally.emitted += len(words.text) - line.added
        self.tally.skip("markup", words.signs)
        return words
