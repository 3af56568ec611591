"""What is drawn on a worksheet: text boxes at the row where their upper edge is, charts, diagrams."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Block, Paragraph
from tasks.model.locator import sheet_row
from tasks.model.provenance import Provenance
from tasks.reading.drawing.alternate import chosen
from tasks.reading.drawing.body import Words, read_body
from tasks.reading.drawing.chart import ChartPlace, read_chart
from tasks.reading.drawing.diagram import read_diagram
from tasks.reading.drawing.names import CX, DGM, PARAGRAPH, C, R
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.ooxml.names import ALTERNATE
from tasks.reading.xml import number

_D: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_CHARTS: Final = (C + "chart", CX + "chart")
_DIAGRAM: Final = DGM + "relIds"
_LITERALS: Final = (C + "numLit", C + "strLit")
_LOOSE: Final = (C + "v", C + "name", CX + "v", CX + "pt")
_ON: Final = frozenset({"1", "true"})


def read_boxes(name: str, sheet: Provenance, opener: Opener) -> list[Block]:
    """The words of all shapes of a drawing part, from top to bottom, those without words left out.

    `sheet` is the place of the worksheet.
    """
    part = opener.optional(name)
    if part is None:
        return []
    reader = _Reader(part, sheet, opener)
    found = [(row, block) for anchor in part.root for row, block in reader.read_anchor(anchor)]
    return [block for _, block in sorted(found, key=lambda pair: pair[0])]


@dataclass(slots=True)
class _Reader:
    """A drawing part while it is read; `shapes` and `charts` were found so far."""

    part: Part
    sheet: Provenance
    opener: Opener
    shapes: int = 0
    charts: int = 0

    def read_anchor(self, anchor: etree._Element) -> Iterator[tuple[int, Block]]:
        """The blocks of what hangs on one cell, with its row."""
        if anchor.tag == ALTERNATE:
            for inner in chosen(anchor, self.opener.tally):
                yield from self.read_anchor(inner)
            return
        row = number(anchor.findtext(f"{_D}from/{_D}row"), 0) + 1
        for block in self._shape(anchor, row, self.sheet.hidden):
            yield row, block

    def _shape(self, element: etree._Element, row: int, hidden: bool) -> Iterator[Block]:
        """The blocks of a shape and of those inside it."""
        if element.tag in _CHARTS:
            yield from self._chart(element, hidden)
        elif element.tag == _DIAGRAM:
            yield from self._diagram(element, row, hidden)
        elif element.tag == ALTERNATE:
            for child in chosen(element, self.opener.tally):
                yield from self._shape(child, row, hidden)
        elif next(element.iterchildren(PARAGRAPH), None) is not None:
            reader = self.opener.reader(self.part, hidden)
            yield from self._blocks(read_body(element.iterchildren(PARAGRAPH), reader), self.part, row, hidden)
        else:
            hidden = hidden or _is_hidden(element)
            for child in element:
                yield from self._shape(child, row, hidden)

    def _blocks(self, found: list[Words], part: Part, row: int, hidden: bool) -> Iterator[Block]:
        self.shapes += 1
        for line in found:
            at = Provenance(part.name, f"s{self.shapes}/p{line.number}", sheet=self.sheet.sheet, hidden=hidden)
            yield line.block(sheet_row(self.sheet.sheet, row), at)

    def _diagram(self, element: etree._Element, row: int, hidden: bool) -> Iterator[Block]:
        part = self.opener.open(self.part.by_id(element.get(R + "dm", "")))
        if part is not None:
            lines = [line for line, _, _ in read_diagram(part.root, self.opener.reader(part, hidden))]
            yield from self._blocks(lines, part, row, hidden)

    def _chart(self, element: etree._Element, hidden: bool) -> Iterator[Block]:
        """The words of a chart; its figures too, unless they come from cells."""
        part = self.opener.open(self.part.by_id(element.get(R + "id", "")))
        if part is None:
            return
        self.charts += 1
        place = ChartPlace(
            f"sheet '{self.sheet.sheet}', chart {self.charts}",
            Provenance(part.name, sheet=self.sheet.sheet, hidden=hidden),
        )
        if next(part.root.iter(*_LITERALS), None) is not None:
            yield from read_chart(part, place, self.opener)
            return
        typed = read_body(part.root.iter(PARAGRAPH), self.opener.reader(part, hidden))
        texts = [(line.text, line.spans) for line in typed] + [(name, ()) for name in self._names(part.root)]
        for index, (text, spans) in enumerate(texts, 1):
            yield Paragraph(place.locator, text, "", spans, replace(place.at, path=f"p{index}"))

    def _names(self, root: etree._Element) -> Iterator[str]:
        """Names typed into a chart; those and all figures that come from cells are read there."""
        tally = self.opener.tally
        for element in root.iter(*_LOOSE):
            text, parent = element.text or "", element.getparent()
            if not text.strip():
                tally.skip("white space", len(text))
            elif element.tag == C + "name" or (parent is not None and parent.tag == C + "tx"):
                tally.emitted += len(text)
                yield text
            else:
                tally.skip("repeated", len(text))


def _is_hidden(shape: etree._Element) -> bool:
    """Whether a shape is switched off."""
    properties = (child.find(_D + "cNvPr") for child in shape if str(child.tag).startswith(_D + "nv"))
    return any(found is not None and found.get("hidden") in _ON for found in properties)
