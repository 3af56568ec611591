"""Pages to the stream of blocks: tables, running text, and what stands at the edges, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.model.blocks import Block, Content
from tasks.model.locator import page_part
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.layout.cells import table_of
from tasks.reading.layout.columns import in_columns
from tasks.reading.layout.edges import Edges, comment_notes
from tasks.reading.layout.furniture import set_apart
from tasks.reading.layout.laid import Laid
from tasks.reading.layout.lexicon import Lexicon
from tasks.reading.layout.lines import Line
from tasks.reading.layout.prose import Margins, Writer, paragraphs, style_of
from tasks.reading.layout.table import Found
from tasks.reading.layout.unruled import unruled_tables

_COLUMN: Final = 8  # lines of a column that shows how wide it is, at least
_SLACK: Final = 3.0


def blocks_of(pages: Sequence[Laid], tally: Tally) -> Iterator[Block]:
    """The blocks of a document in reading order. Counts what is left out, and what it puts into blocks."""
    set_apart([page.sheet for page in pages])
    texts = [lines for page in pages for lines in _texts(page)]
    running = [line for page in pages for line in page.sheet.lines]
    writer = Writer(style_of(running, (line for lines in texts for line in lines)), Lexicon(texts))
    edges = Edges(tally)
    before: Sequence[float] = ()
    columns: list[Margins] = []
    for page in pages:
        place = _Place(page)
        yield from edges.note(page, "header", page.sheet.headers, page.marks)
        parts = list(_parts(page, before, columns))
        for part in parts:
            yield from _blocks(part, place, writer)
        yield from edges.note(page, "footer", page.sheet.footers, "")
        yield from comment_notes(page)
        last = parts[-1] if parts else None
        before = last.columns if isinstance(last, Found) else ()
    tally.skip("hyphen", writer.dropped)


def _texts(page: Laid) -> Iterator[list[Line]]:
    """The lines of a page that stand together: the running text, and each cell."""
    yield page.sheet.lines
    for table in page.tables:
        for box in table.boxes:
            yield box.lines


@dataclass(slots=True)
class _Text:
    """Lines of running text, and how wide it runs."""

    lines: list[Line]
    margins: Margins


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


def _parts(page: Laid, before: Sequence[float], columns: list[Margins]) -> Iterator["Found | _Text"]:
    """Tables and groups of lines in reading order. `columns` are those of prose met so far, and grow."""
    rest = page.sheet.lines
    for table in page.tables:
        above = [line for line in rest if (line.top + line.bottom) / 2 < table.bottom]
        rest = [line for line in rest if (line.top + line.bottom) / 2 >= table.bottom]
        yield from _between(above, page, before, columns)
        before = ()
        yield table
    yield from _between(rest, page, before, columns)


def _between(
    lines: Sequence[Line], page: Laid, before: Sequence[float], columns: list[Margins]
) -> Iterator["Found | _Text"]:
    """Tables without rules and the lines between them, a column of the page after the other."""
    groups = in_columns(lines)
    for group in groups:
        own = Margins(min(line.x0 for line in group), max(line.x1 for line in group), page.margins.exact)
        margins = own if len(groups) > 1 else _as_before(own, columns) or page.margins
        if len(groups) > 1 and len(group) >= _COLUMN:
            columns.append(own)
        for part in unruled_tables(group, page.rules, before):
            yield part if isinstance(part, Found) else _Text(part, margins)
        before = ()


def _as_before(own: Margins, columns: Sequence[Margins]) -> Margins | None:
    """The column of an earlier page in which a page's only lines stand, if they do: the last page may be half empty."""
    return next(
        (c for c in reversed(columns) if abs(c.left - own.left) < _SLACK and own.right < c.right + _SLACK), None
    )


def _blocks(part: "Found | _Text", place: _Place, writer: Writer) -> Iterator[Content]:
    if isinstance(part, Found):
        locate, at = place.table()
        yield table_of(part, locate, at, writer)
        return
    for lines in paragraphs(part.lines, part.margins):
        yield writer.block(lines, *place.paragraph())
