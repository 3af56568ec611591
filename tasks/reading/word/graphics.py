"""Charts and diagrams that stand in the text of a Word document: their words and figures, where they are anchored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Content, ListItem, Note
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.drawing.chart import ChartPlace, read_chart
from tasks.reading.drawing.diagram import read_diagram
from tasks.reading.drawing.names import CX, DGM, C
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.ooxml.names import R

_DIAGRAM: Final = DGM + "relIds"
GRAPHICS: Final = frozenset({C + "chart", CX + "chart", _DIAGRAM})
"""The elements by which a drawing refers to the part of a chart or diagram."""


@dataclass(slots=True)
class Graphics:
    """Reads the parts of charts and diagrams that a document part refers to. `charts`: so many so far."""

    opener: Opener
    document: Part
    charts: int = 0

    def read(self, element: etree._Element, locator: str) -> Iterator[Content]:
        """The blocks of a chart or diagram; a chart's rows have places of their own below the paragraph's."""
        is_diagram = element.tag == _DIAGRAM
        part = self.opener.open(self.document.by_id(element.get(R + ("dm" if is_diagram else "id"), "")))
        if part is None:
            return
        if is_diagram:
            for words, _, level in read_diagram(part.root, self.opener.reader(part)):
                yield ListItem(locator, words.text, level, words.label, "", words.spans)
            return
        self.charts += 1
        for block in read_chart(part, ChartPlace(f"chart {self.charts}", Provenance(part.name)), self.opener):
            if not isinstance(block, Note):
                yield block if block.kind == "table" else replace(block, locator=locator, at=NOWHERE)
