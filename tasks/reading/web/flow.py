"""Where the blocks of a web page gather: in its body, where they are counted, or in a cell, whose row places them."""

from dataclasses import dataclass, field

from tasks.model.blocks import Block, Heading, ListItem, Paragraph, Text
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.contents import Tally
from tasks.reading.web.line import Line
from tasks.reading.web.lists import Item, List

_BOXES = ("☐", "☑")


@dataclass(slots=True)
class Place:
    """How blocks are placed: `fixed` is the one locator of them all; else each is counted behind the `prefix`.

    `paragraphs` and `tables` are those counted so far; `part` and `sheet` go into each block's provenance.
    """

    fixed: str = ""
    prefix: str = ""
    part: str = ""
    sheet: str = ""
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> tuple[str, Provenance]:
        """Locator and provenance of the next paragraph."""
        if self.fixed:
            return self.fixed, NOWHERE
        self.paragraphs += 1
        return f"{self.prefix}paragraph {self.paragraphs}", self.provenance(f"p{self.paragraphs}")

    def next_paragraph(self) -> str:
        """Locator that the next paragraph will get."""
        return self.fixed or f"{self.prefix}paragraph {self.paragraphs + 1}"

    def table(self) -> tuple[str, Provenance]:
        """Locator of the rows of the next table, with {} for their number, and its provenance."""
        if self.fixed:
            return self.fixed, NOWHERE
        self.tables += 1
        return f"{self.prefix}table {self.tables}, row {{}}", self.provenance(f"t{self.tables}")

    def provenance(self, path: str) -> Provenance:
        """The provenance of a block with this path."""
        return Provenance(part=self.part, path=path, sheet=self.sheet)


@dataclass(slots=True)
class Flow:
    """Blocks of one place. `heading` is the level of the heading that is open, 0 if none is.

    `level` is that of a paragraph which Word marked as an item, -1 for others; `item` waits for its first line.
    """

    place: Place
    tally: Tally
    in_cell: bool = False
    blocks: list[Block] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)
    line: Line = field(init=False)
    heading: int = 0
    level: int = -1
    item: Item | None = None
    bold: bool | None = None

    def __post_init__(self) -> None:
        self.line = Line(self.tally)

    def end_line(self, broken: bool = False) -> None:
        """Ends the line, and puts it down if it holds anything; `broken` by itself, it stands even if empty."""
        line, self.line = self.line, Line(self.tally)
        label, text = line.end_label(), line.end()
        if text.strip() or label:
            self._put(text.rstrip("\n"), label, line)
        elif not self.in_cell and (broken or line.length) and self.item is None and not self.heading:
            locator, at = self.place.paragraph()
            self.blocks.append(Paragraph(locator, "", at=at))

    def end_item(self) -> None:
        """An item that no line has shown stands alone."""
        self.end_line()
        item, self.item = self.item, None
        if item is not None and item.label:
            locator, at = self.place.paragraph()
            self.blocks.append(ListItem(locator, "", item.level, item.label, at=at))

    def _put(self, text: str, label: str, line: Line) -> None:
        if line.bold is not None:
            self.bold = line.bold and self.bold is not False
        self.blocks.append(self._text(text, label, line))

    def _text(self, text: str, label: str, line: Line) -> Text:
        locator, at = self.place.paragraph()
        spans = tuple(span for span in line.spans if span.end <= len(text))
        if self.heading:
            return Heading(locator, text, self.heading, label, spans, at)
        item, self.item = self.item, None
        if item is not None:
            own = item.label if item.label[:1].isalnum() or not text.startswith(_BOXES) else ""
            return ListItem(locator, text, item.level, label or own, line.style, spans, at)
        if label:
            return ListItem(locator, text, max(self.level, 0), label, line.style, spans, at)
        return Paragraph(locator, text, line.style, spans, at)
