"""Pages to the stream of blocks: tables, running text, and what stands at the edges, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.model.blocks import Block, Content
from tasks.model.locator import page_part
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.layout.cells import table_of
from tasks.reading.layout.edges import Edges, comment_notes
from tasks.reading.layout.furniture import set_apart
from tasks.reading.layout.laid import Laid
from tasks.reading.layout.lexicon import Lexicon
from tasks.reading.layout.lines import Line
from tasks.reading.layout.parts import Part, parts_of
from tasks.reading.layout.prose import Writer, style_of
from tasks.reading.layout.table import Found


def blocks_of(pages: Sequence[Laid], tally: Tally) -> Iterator[Block]:
    """The blocks of a document in reading order. Counts what is left out, and what it puts into blocks."""
    set_apart([page.sheet for page in pages])
    texts = [lines for page in pages for lines in _texts(page)]
    running = [line for page in pages for line in page.sheet.lines]
    writer = Writer(style_of(running, (line for lines in texts for line in lines)), Lexicon(texts))
    edges = Edges(tally)
    for page, parts in zip(pages, parts_of(pages), strict=True):
        place = _Place(page)
        yield from edges.note(page, "header", page.sheet.headers, page.marks)
        for part in parts:
            yield from _blocks(part, place, writer)
        yield from edges.note(page, "footer", page.sheet.footers, "")
        yield from comment_notes(page)
    tally.skip("hyphen", writer.dropped)


def _texts(page: Laid) -> Iterator[list[Line]]:
    """The lines of a page that stand together: the running text, and each cell."""
    yield page.sheet.lines
    for table in page.tables:
        for box in table.boxes:
            yield box.lines


@dataclass(slots=True)
class _Place:
    """Counts the paragraphs and tables of a page."""

    page: Laid
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> tuple[str, Provenance]:
        self.paragraphs += 1
        return page_part(self.page.number, "paragraph", self.paragraphs), self.page.provenance(f"p{self.paragraphs}")

    def table(self) -> tuple[str, Provenance]:
        self.tables += 1
        name = f"page {self.page.number}, " + (f"table {self.tables}, " if self.tables > 1 else "")
        return f"{name}row {{}}", self.page.provenance(f"t{self.tables}")


def _blocks(part: Part, place: _Place, writer: Writer) -> Iterator[Content]:
    if isinstance(part, Found):
        locate, at = place.table()
        yield table_of(part, locate, at, writer)
        return
    place.paragraphs += part.begun
    writer.left = part.margins.left
    for lines in part.paragraphs:
        yield writer.block(lines, *place.paragraph())
