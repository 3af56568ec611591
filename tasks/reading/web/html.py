"""Web pages that a program has embedded in a Word document, to paragraphs and tables at the place of embedding."""

from collections.abc import Iterator
from typing import Final

from lxml import etree, html

from tasks.model.blocks import Cell, Content, Paragraph, Table
from tasks.reading.ooxml.xml_tree import number
from tasks.reading.refusal import refused
from tasks.reading.text.delimited import decode

MAX_CELLS: Final = 2_000_000
_MAX_SPAN: Final = 63
_BLOCKS: Final = frozenset({
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote",
    "section", "article", "header", "footer", "tr", "body", "form", "br",
})  # fmt: skip
_SILENT: Final = frozenset({"script", "style", "head", "title", "noscript", "template"})


def read_html(data: bytes, locator: str) -> tuple[Content, ...]:
    """The blocks of a web page, all with one locator: that of the paragraph it stands behind."""
    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        root = html.document_fromstring(decode(data).encode(errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    return tuple(_flow(root, locator))


def _flow(element: etree._Element, locator: str) -> Iterator[Content]:
    """Paragraphs from text that no block element parts, tables as grids."""
    words: list[str] = []
    for kind, item in _pieces(element):
        if kind == "text":
            words.append(str(item))
            continue
        yield from _paragraph(words, locator)
        words = []
        if isinstance(item, etree._Element):
            yield from _table(item, locator)
    yield from _paragraph(words, locator)


def _pieces(element: etree._Element) -> Iterator[tuple[str, str | etree._Element]]:
    """Texts, ends of blocks, and tables, in order."""
    yield "text", element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            if child.tag == "table":
                yield "table", child
            elif child.tag in _BLOCKS:
                yield "end", ""
                yield from _pieces(child)
                yield "end", ""
            else:
                yield from _pieces(child)
        yield "text", child.tail or ""


def _paragraph(words: list[str], locator: str) -> Iterator[Paragraph]:
    text = " ".join("".join(words).split())
    if text:
        yield Paragraph(locator, text)


def _table(table: etree._Element, locator: str) -> Iterator[Table]:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for number_, row in enumerate(rows, 1):
        col = 1
        for element in row.iterchildren("td", "th"):
            while (number_, col) in taken:
                col += 1
            down = min(max(number(element.get("rowspan"), 1), 1), len(rows) - number_ + 1)
            across = min(max(number(element.get("colspan"), 1), 1), _MAX_SPAN)
            taken.update((r, c) for r in range(number_, number_ + down) for c in range(col, col + across))
            if len(taken) > MAX_CELLS:
                raise refused("reading.table-too-large")
            cells.append(Cell(number_, col, tuple(_flow(element, locator)), down, across, bold=element.tag == "th"))
    if cells:
        yield Table(locator, tuple(cells), len(rows), max(col for _, col in taken))
