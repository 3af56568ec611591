"""Heights of paragraphs and table rows, from styles and font widths: what a page has to hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from tasks.rendering.word import metrics, ooxml
from tasks.rendering.word.ooxml import TBL, TC, TR, VAL, P, T, w
from tasks.rendering.word.styles import Look, Styles

_TWIPS = 20
_BREAK, _TAB = w("br"), w("tab")
_CELL_SETTINGS, _SPAN, _ROW_HEIGHT = w("tcPr"), w("gridSpan"), w("trHeight")
_KIND = w("type")
_EXTENT = f"{{{ooxml.NAMESPACES['wp']}}}extent"
_EMU = 12_700  # in a point
_BELOW = 0.25  # of the type size lies below the base line
_PAGE = "\f"
_RULE = 0.5
_FRAME = 1.0  # the thicker line above a table and below its header
_WIDE_MARGIN = 108 / _TWIPS
_UNSPLIT = 3  # a paragraph of three lines cannot be parted without leaving one alone


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: lines of one height between two spaces, in points."""

    element: etree._Element
    lines: int
    line: float
    before: float
    after: float
    keep_next: bool
    whole: bool
    new_page: bool
    ends_page: bool

    @property
    def height(self) -> float:
        """Without the space after, which may hang below the page."""
        return self.before + self.lines * self.line


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: height of the rows repeated on every page, and of the others; whether each may be parted."""

    header: float
    rows: tuple[tuple[float, bool], ...]


Block = Text | Grid


class Ruler:
    """Measures the blocks of one document. Raises UnknownFontError for fonts of which nothing is known."""

    def __init__(self, styles: Styles, labels: Mapping[etree._Element, str] = MappingProxyType({})) -> None:
        """`labels`: the automatic numbers of headings, which stand before their words."""
        self._styles = styles
        self._labels = labels
        self._heights: dict[tuple[str, str, float], float] = {}
        self._margins: dict[str, tuple[float, float, float, float]] = {}

    def text(self, paragraph: etree._Element, width: float) -> Text:
        """A paragraph in a column of this width."""
        look = self._styles.look(paragraph)
        before_break, page_break, words = _words(paragraph).rpartition(_PAGE)
        label = self._labels.get(paragraph)
        count, line = _lines(" ".join(filter(None, [label, words or before_break])), look, width)
        line = max(line, _picture(paragraph, look))
        return Text(
            element=paragraph,
            lines=count,
            line=line,
            before=look.before or 0.0,
            after=look.after or 0.0,
            keep_next=bool(look.keep_next),
            whole=bool(look.keep_lines) or count <= _UNSPLIT,
            new_page=bool(look.new_page) or bool(page_break and words),
            ends_page=bool(page_break) and not words,
        )

    def _height(self, paragraph: etree._Element, width: float) -> float:
        """Height of a paragraph in a cell, its spaces included; equal texts of one style are measured once."""
        style, words = self._styles.only_style(paragraph), _words(paragraph)
        key = (style or "", words, width)
        if style is None or key not in self._heights:
            look = self._styles.look(paragraph)
            count, line = _lines(words, look, width)
            height = (look.before or 0.0) + count * line + (look.after or 0.0)
            if style is None:
                return height
            self._heights[key] = height
        return self._heights[key]

    def grid(self, table: etree._Element) -> Grid:
        """A table of fixed column widths."""
        settings = table.find(w("tblPr"))
        margins = self._cell_margins(ooxml.attribute(settings.find(w("tblStyle")) if settings is not None else None))
        columns = [int(c.get(w("w"), "0")) / _TWIPS for c in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        header = _FRAME
        rows: list[tuple[float, bool]] = []
        for row in table.iterchildren(TR):
            how = row.find(w("trPr"))
            height = self._row(row, columns, margins, how)
            if how is not None and how.find(w("tblHeader")) is not None and not rows:
                header += height
            else:
                rows.append((height, how is None or how.find(w("cantSplit")) is None))
        return Grid(header, tuple(rows))

    def _row(
        self, row: etree._Element, columns: list[float], margins: tuple[float, ...], how: etree._Element | None
    ) -> float:  # fmt: skip
        top, left, bottom, right = margins
        highest, column = 0.0, 0
        for cell in row.iterchildren(TC):
            end = column + _span(cell)
            highest = max(highest, self._cell(cell, sum(columns[column:end]) - left - right))
            column = end
        stated = how.find(_ROW_HEIGHT) if how is not None else None
        least = int(ooxml.attribute(stated) or 0) / _TWIPS
        if ooxml.attribute(stated, "hRule") == "exact":
            return least
        return max(top + highest + bottom + _RULE, least)

    def _cell(self, cell: etree._Element, width: float) -> float:
        height = 0.0
        for block in cell:
            if block.tag == P:
                height += self._height(block, width)
            elif block.tag == TBL:
                grid = self.grid(block)
                height += grid.header + sum(row for row, _ in grid.rows)
        return height

    def _cell_margins(self, style: str) -> tuple[float, float, float, float]:
        """Top, left, bottom and right margin that a table style gives its cells."""
        if style not in self._margins:
            self._margins[style] = self._styles.cell_margins(style) or (0.0, _WIDE_MARGIN, 0.0, _WIDE_MARGIN)
        return self._margins[style]


def _span(cell: etree._Element) -> int:
    """Columns that a cell covers. Its settings begin with its width, so that only those with more can span."""
    settings = cell[0] if len(cell) and cell[0].tag == _CELL_SETTINGS else None
    span = settings.find(_SPAN) if settings is not None and len(settings) > 1 else None
    return 1 if span is None else int(span.get(VAL, "1"))


def _lines(words: str, look: Look, width: float) -> tuple[int, float]:
    """Lines that a paragraph takes, and the height of each."""
    face = metrics.face(look.font or "", look.size or 0.0, bool(look.bold))
    room = width - (look.left or 0.0) - (look.right or 0.0)
    if "\t" in words:
        # A label before a tab stands in the hanging indent, a page number after one at the margin.
        count = face.lines(max(words.split("\t"), key=len), room)
    else:
        count = face.lines(words, room, look.first or 0.0) if words else 1
    return count, _line_height(look, face.height)


def _words(paragraph: etree._Element) -> str:
    """Text of a paragraph with its line breaks, page breaks and tabs."""
    return "".join([e.text or _sign(e) for e in paragraph.iter(T, _BREAK, _TAB)])


def _picture(paragraph: etree._Element, look: Look) -> float:
    """Height of a line with the tallest picture that stands in the text, on the base line; 0 without any.

    Lines of an exact height cut it off.
    """
    if look.rule == "exact":
        return 0.0
    tallest = max((int(one.get("cy", "0")) / _EMU for one in paragraph.iter(_EXTENT)), default=0.0)
    return tallest + _BELOW * (look.size or 0.0) if tallest else 0.0


def _sign(element: etree._Element) -> str:
    if element.tag == _BREAK:
        return _PAGE if element.get(_KIND) == "page" else "\n"
    return "\t" if element.tag == _TAB else ""


def _line_height(look: Look, natural: float) -> float:
    stated = look.line or 0.0
    if look.rule == "exact":
        return stated
    return max(stated, natural) if look.rule == "atLeast" else natural * stated / 12


def blocks(section: list[etree._Element], ruler: Ruler, width: float) -> Iterator[Block]:
    """The blocks of a section, measured."""
    for element in section:
        if element.tag == P:
            yield ruler.text(element, width)
        elif element.tag == TBL:
            yield ruler.grid(element)
