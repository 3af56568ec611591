"""Pages to the stream of blocks: tables, running text, and what stands at the edges, each with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from tasks.model.blocks import Block, Cell, Content, Note, Paragraph, Span, Table
from tasks.model.locator import page_part
from tasks.model.provenance import PageSource, Provenance
from tasks.reading.contents import Tally
from tasks.reading.layout.columns import in_columns
from tasks.reading.layout.furniture import Sheet, set_apart
from tasks.reading.layout.lines import Line, lines_of, run_on
from tasks.reading.layout.page import DIAGONAL, Page, Rule, ink
from tasks.reading.layout.prose import Margins, Writer, paragraphs, style_of
from tasks.reading.layout.ruled import Box, Found, ruled_tables
from tasks.reading.layout.unruled import unruled_tables


@dataclass(slots=True)
class Laid:
    """A page with its ruled tables found; the rest of its words are lines. `marks` are its diagonal words."""

    number: int
    tables: list[Found]
    sheet: Sheet
    rules: list[Rule]
    marks: str
    comments: tuple[tuple[str, str], ...]
    recognised: bool
    margins: Margins


def lay(page: Page) -> Laid:
    """Finds the ruled tables of a page, while its letters can still be asked for their places."""
    marks = [word for word in page.words if word.turn == DIAGONAL]
    if marks:
        page.words = [word for word in page.words if word.turn != DIAGONAL]
    tables, rest = ruled_tables(page)
    lines = lines_of(rest) if rest else []
    sheet = Sheet(page.number, page.height, lines, [(table.top, table.bottom) for table in tables])
    margins = _margins(lines, tables, page)
    text = " ".join(word.text for word in marks)
    return Laid(page.number, tables, sheet, page.across, text, page.comments, page.recognised, margins)


def _margins(lines: Sequence[Line], tables: Sequence[Found], page: Page) -> Margins:
    """How wide text runs: to where two lines end, or a table does. A line that ends farther out alone stands apart."""
    left = min([line.x0 for line in lines] + [table.columns[0] for table in tables], default=0.0)
    ends = sorted((line.x1 for line in lines), reverse=True)
    pairs = (a for a, b in zip(ends, ends[1:], strict=False) if a - b < page.em)
    right = max([next(pairs, ends[0] if ends else 0.0)] + [table.columns[-1] for table in tables])
    return Margins(left, right, not page.recognised)


def blocks_of(pages: Sequence[Laid], tally: Tally) -> Iterator[Block]:
    """The blocks of a document in reading order. Counts what is left out, and what it puts into blocks."""
    set_apart([page.sheet for page in pages])
    lines = [line for page in pages for line in _lines(page)]
    writer = Writer(style_of(lines), _known(lines))
    edges = _Edges(tally)
    before: Sequence[float] = ()
    for page in pages:
        place = _Place(page)
        yield from edges.note(page, "header", page.sheet.headers, page.marks)
        parts = list(_parts(page, before))
        for part in parts:
            yield from _blocks(part, place, writer)
        yield from edges.note(page, "footer", page.sheet.footers, "")
        yield from _comments(page)
        last = parts[-1] if parts else None
        before = last.columns if isinstance(last, Found) else ()
    tally.skip("hyphen", writer.dropped)


def _lines(page: Laid) -> Iterator[Line]:
    yield from page.sheet.lines
    for table in page.tables:
        for box in table.boxes:
            yield from box.lines


def _known(lines: Sequence[Line]) -> frozenset[str]:
    """Words in small letters, if any line ends with a hyphen: they tell how to put it together with the next."""
    if not any(line.words[-1].text.endswith(("-", "\u00ad")) for line in lines):
        return frozenset()
    return frozenset(word.text.strip(".,;:()").lower() for line in lines for word in line.words)


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

    def provenance(self, path: str) -> Provenance:
        number = self.page.number
        source: PageSource = "image" if self.page.recognised else "pdf"
        return Provenance(f"page {number}", path, number, source, ocr=self.page.recognised)

    def paragraph(self) -> tuple[str, Provenance]:
        self.paragraphs += 1
        return page_part(self.page.number, "paragraph", self.paragraphs), self.provenance(f"p{self.paragraphs}")

    def table(self) -> tuple[str, Provenance]:
        self.tables += 1
        name = f"page {self.page.number}, " + (f"table {self.tables}, " if self.tables > 1 else "")
        return f"{name}row {{}}", self.provenance(f"t{self.tables}")


def _parts(page: Laid, before: Sequence[float]) -> Iterator["Found | _Text"]:
    """Tables and groups of lines in reading order."""
    rest = page.sheet.lines
    for table in page.tables:
        above = [line for line in rest if (line.top + line.bottom) / 2 < table.bottom]
        rest = [line for line in rest if (line.top + line.bottom) / 2 >= table.bottom]
        yield from _between(above, page, before)
        before = ()
        yield table
    yield from _between(rest, page, before)


def _between(lines: Sequence[Line], page: Laid, before: Sequence[float]) -> Iterator["Found | _Text"]:
    """Tables without rules and the lines between them, a column of the page after the other."""
    groups = in_columns(lines)
    for group in groups:
        margins = page.margins if len(groups) == 1 else _own_margins(group, page.margins)
        for part in unruled_tables(group, page.rules, before):
            yield part if isinstance(part, Found) else _Text(part, margins)
        before = ()


def _own_margins(lines: Sequence[Line], page: Margins) -> Margins:
    return Margins(min(line.x0 for line in lines), max(line.x1 for line in lines), page.exact)


def _blocks(part: "Found | _Text", place: _Place, writer: Writer) -> Iterator[Content]:
    if isinstance(part, Found):
        locate, at = place.table()
        yield _table(part, locate, at, writer)
        return
    for lines in paragraphs(part.lines, part.margins):
        yield writer.block(lines, *place.paragraph())


def _table(found: Found, locate: str, at: Provenance, writer: Writer) -> Table:
    edges = _text_edges(found)
    cells = []
    for box in found.boxes:
        locator = locate.format(box.row + 1)
        blocks: list[Content] = []
        if box.lines:
            right = min(edges.get(box.col + box.colspan, box.x1), box.x1)
            left = box.x0 + max(box.x1 - right, 0.0)
            blocks.append(_cell_text(run_on(box.lines, left, right), locator, writer))
        blocks += [_table(inner, locator, at, writer) for inner in box.nested]
        bold = bool(box.lines) and all(line.bold for line in box.lines)
        cells.append(Cell(box.row + 1, box.col + 1, tuple(blocks), box.rowspan, box.colspan, fill=box.fill, bold=bold))
    return Table(locate, tuple(cells), found.rows, found.cols, at=at)


def _text_edges(found: Found) -> dict[int, float]:
    """By the right edge of a column, where text in it ends at the latest: at its edge less the usual padding."""
    if not found.ruled:
        edges: dict[int, float] = {}
        for box in found.boxes:
            if box.lines:
                end = box.col + box.colspan
                edges[end] = max(edges.get(end, 0.0), max(line.x1 for line in box.lines))
        return edges
    paddings = [min(line.x0 for line in box.lines) - box.x0 for box in found.boxes if box.lines]
    padding = min(max(median(paddings), 0.0), 7.0) if paddings else 0.0
    return {col: edge - padding for col, edge in enumerate(found.columns)}


def _cell_text(paragraphs_: Sequence[Sequence[Line]], locator: str, writer: Writer) -> Paragraph:
    """One paragraph for a cell, a line break where its author broke the line."""
    text = ""
    spans: list[Span] = []
    for lines in paragraphs_:
        flow = writer.flow(lines)
        text += "\n" if text else ""
        spans += [Span(s.start + len(text), s.end + len(text), s.kind, target=s.target) for s in flow.spans]
        text += flow.text
    return Paragraph(locator, text, spans=tuple(spans))


@dataclass(slots=True)
class _Edges:
    """Headers and footers met so far: each becomes a note once."""

    tally: Tally
    seen: set[tuple[str, str]] = field(default_factory=set)

    def note(self, page: Laid, kind: str, lines: Sequence[Line], marks: str) -> Iterator[Note]:
        """The note of a page; nothing if all of it was said on an earlier one."""
        locator = f"page {page.number}, {kind}"
        blocks: list[Content] = []
        for text in [line.text for line in lines] + ([marks] if marks else []):
            key = (kind, "".join("#" if c.isdigit() else c for c in text))
            if key in self.seen:
                self.tally.skip("repeated", ink(text))
                continue
            self.seen.add(key)
            blocks.append(Paragraph(locator, text))
        if blocks:
            at = _Place(page).provenance(kind)
            yield Note(locator, "header" if kind == "header" else "footer", tuple(blocks), at=at)


def _comments(page: Laid) -> Iterator[Note]:
    for number, (author, words) in enumerate(page.comments, 1):
        locator = page_part(page.number, "comment", number)
        at = _Place(page).provenance(f"c{number}")
        yield Note(locator, "comment", (Paragraph(locator, words),), author=author, at=at)
