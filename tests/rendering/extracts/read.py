"""Reads the tables of an extract back from its Word file."""

from dataclasses import dataclass

from lxml import etree

from tasks.rendering.word import ooxml, package
from tasks.rendering.word.ooxml import w

Table = list[list[list[str]]]
"""Rows of cells; a cell is its lines, whether they are parted by paragraphs or by line breaks."""


@dataclass(frozen=True)
class Sheet:
    """The words of an extract: its title, its institution, and its tables by their captions."""

    title: str
    name: str
    tables: dict[str, Table]

    def column(self, caption: str, number: int = 0) -> list[str]:
        """The first line of a column's cells, without the head; of no cells if there is no such table."""
        return [(row[number] or [""])[0] for row in self.tables.get(caption, [])[1:]]


def sheet(data: bytes) -> Sheet:
    """An extract from its bytes."""
    body = ooxml.parse(package.read(data)["word/document.xml"])[0]
    title, name = [ooxml.text_of(p) for p in body.iterchildren(ooxml.P)][:2]
    tables = {}
    for table in body.iterchildren(ooxml.TBL):
        caption = ooxml.attribute(table.find(f"{w('tblPr')}/{w('tblCaption')}"))
        tables[caption] = [
            [_lines(cell) for cell in row.iterchildren(ooxml.TC)] for row in table.iterchildren(ooxml.TR)
        ]
    return Sheet(title, name, tables)


def _lines(cell: etree._Element) -> list[str]:
    return [line for p in cell.iterchildren(ooxml.P) for line in _words(p).split("\n") if line]


def _words(paragraph: etree._Element) -> str:
    return "".join("\n" if e.tag == w("br") else e.text or "" for e in paragraph.iter(ooxml.T, w("br")))
