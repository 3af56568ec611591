"""Charts: their titles and other words as paragraphs, their categories and series as a table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Block, Paragraph
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.drawing.body import read_body
from tasks.reading.drawing.chart_data import read_columns
from tasks.reading.drawing.chart_table import chart_table
from tasks.reading.drawing.names import CX, PARAGRAPH, C, R
from tasks.reading.drawing.part import Opener, Part

_LOOSE: Final = (C + "v", C + "name", CX + "v", CX + "pt")


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """The locator of a chart ("slide 5, chart 1"), and where it is."""

    locator: str
    at: Provenance


def read_chart(part: Part, place: ChartPlace, opener: Opener) -> Iterator[Block]:
    """The blocks of a chart part: words that stand in it, then its data, row 1 being the names of the series."""
    used: set[etree._Element] = set()
    columns = read_columns(part.root, used, opener.tally)
    texts = [*_rich(part, opener, place.at.hidden), *_loose(part.root, used, opener.tally)]
    shapes = opener.optional(part.by_id(_drawing(part.root)))
    if shapes is not None:
        texts += _rich(shapes, opener, place.at.hidden)
    for number, text in enumerate(texts, 1):
        yield replace(text, locator=place.locator, at=replace(place.at, path=f"p{number}"))
    table = chart_table(columns, place.locator + ", row {}", replace(place.at, path="t1"))
    if table is not None:
        yield table


def _rich(part: Part, opener: Opener, hidden: bool) -> Iterator[Paragraph]:
    """Titles, labels and text boxes that people typed."""
    for words in read_body(part.root.iter(PARAGRAPH), opener.reader(part, hidden)):
        yield Paragraph("", words.text, "", words.spans)


def _loose(root: etree._Element, used: set[etree._Element], tally: Tally) -> Iterator[Paragraph]:
    """Titles and labels taken from cells, names of trend lines; the sizes of error bars are drawn, not written."""
    for element in root.iter(*_LOOSE):
        words = element.text or ""
        if element in used or not words:
            continue
        if next(element.iterancestors(C + "errBars"), None) is not None:
            tally.skip("metadata", len(words))
        elif words.strip():
            tally.emitted += len(words)
            yield Paragraph("", words)
        else:
            tally.skip("white space", len(words))


def _drawing(root: etree._Element) -> str:
    """The id of the part with the text boxes drawn on the chart."""
    found = root.find(C + "userShapes")
    return "" if found is None else found.get(R + "id", "")
