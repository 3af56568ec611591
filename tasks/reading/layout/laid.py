"""A page with its ruled tables found."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tasks.model.provenance import PageSource, Provenance
from tasks.reading.layout.furniture import Sheet
from tasks.reading.layout.lines import Line, lines_of
from tasks.reading.layout.page import DIAGONAL, Page, Rule
from tasks.reading.layout.prose import Margins
from tasks.reading.layout.ruled import ruled_tables
from tasks.reading.layout.table import Found

_NARROW: Final = 0.45


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

    def provenance(self, path: str) -> Provenance:
        """Where something on this page stands."""
        source: PageSource = "image" if self.recognised else "pdf"
        return Provenance(f"page {self.number}", path, self.number, source, ocr=self.recognised)


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
    """How wide text runs: to where two lines end, or a table does. A line that ends farther out alone stands apart.

    A few short lines do not tell; then both margins are taken to be alike.
    """
    left = min([line.x0 for line in lines] + [table.columns[0] for table in tables], default=0.0)
    ends = sorted((line.x1 for line in lines), reverse=True)
    pairs = (a for a, b in pairwise(ends) if a - b < page.em)
    right = max([next(pairs, ends[0] if ends else 0.0)] + [table.columns[-1] for table in tables])
    if right - left < _NARROW * page.width:
        right = max(right, page.width - left)
    return Margins(left, right, not page.recognised)
