"""Where the walk over a web page stands, and what becomes of tables and comments on the way."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.model.blocks import CellValue, Content, Note
from tasks.reading.contents import Tally
from tasks.reading.web.flow import Flow, Place
from tasks.reading.web.grid import CellLook, Grid
from tasks.reading.web.look import Look, Own
from tasks.reading.web.plans import Plan

_DEEPEST: Final = 8  # tables inside tables beyond which there is but running text
_COMMENT: Final = re.compile(r"#?_(?:mso)?com_(\d{1,9})\Z")
_NUMBER: Final = re.compile(r"-?\d{1,18}(?:\.\d{1,18})?(?:E[+-]?\d{1,3})?", re.IGNORECASE)


@dataclass(slots=True)
class OpenNote:
    """A comment of Word or Excel that is open: its number there, and the locator that it gets."""

    element: etree._Element
    id: str
    locator: str


@dataclass(slots=True)
class State:
    """`flows`: the body and the cells open in it; `grids`: the tables that are open, None for mere layout.

    `anchors` tells where in the text the comments hang; `name` is that of the sheet, if the page is one.
    """

    tally: Tally
    plans: dict[etree._Element, Plan]
    place: Place
    name: str = ""
    flows: list[Flow] = field(default_factory=list)
    grids: list[Grid | None] = field(default_factory=list)
    note: OpenNote | None = None
    notes: int = 0
    anchors: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.flows.append(Flow(self.place, self.tally))

    @property
    def flow(self) -> Flow:
        """Where blocks gather at the moment."""
        return self.flows[-1]

    @property
    def grid(self) -> Grid | None:
        """The innermost table; None outside of any and in mere layout."""
        return self.grids[-1] if self.grids else None

    def open_table(self, element: etree._Element, look: Look) -> None:
        """A table begins."""
        plan = self.plans[element]
        if plan.layout or sum(1 for grid in self.grids if grid is not None) >= _DEEPEST:
            self.grids.append(None)
            return
        self.flow.end_item()
        locate, at = self.flow.place.table()
        self.grids.append(Grid(plan, locate, at, look.hidden))

    def close_table(self) -> None:
        """A table ends: it becomes a block where it stands."""
        grid = self.grids.pop() if self.grids else None
        if grid is not None and grid.cells:
            self.flow.blocks.append(grid.table("" if self.flow.in_cell else self.name))

    def open_row_or_cell(self, element: etree._Element, grid: Grid, own: Own) -> None:
        """A row element or a cell begins."""
        if grid.rows.begins_row(element):
            grid.begin_row()
            grid.row_fill = own.fill if element.tag == "tr" else None
        if element.tag != "tr" and grid.rows.begins_cell(element):
            grid.begin_cell()
            self.flows.append(Flow(Place(grid.locator), self.tally, in_cell=True))

    def close_row_or_cell(self, element: etree._Element, grid: Grid, own: Own, look: Look) -> None:
        """A row element or a cell ends."""
        if grid.rows.ends(element) and element.tag != "tr":
            flow = self.flows.pop()
            flow.end_item()
            bold = element.tag == "th" if flow.bold is None else flow.bold
            grid.end_cell(element, _contents(flow), CellLook(_value(element), own.fill, bold, look.hidden))

    def anchor(self, element: etree._Element) -> None:
        """A link; one to a comment tells where that hangs."""
        found = _COMMENT.match(element.get("href", ""))
        if found:
            self.anchors.setdefault(found[1], self.flow.place.next_paragraph())

    def open_note(self, element: etree._Element) -> None:
        """A comment begins."""
        if self.flow.in_cell or self.note is not None:
            return
        found = next(filter(None, (_COMMENT.match(inner.get("id", "")) for inner in element.iter("div"))), None)
        name = found[1] if found else ""
        self.notes += 1
        place = self.anchors.get(name) or self.place.next_paragraph()
        self.note = OpenNote(element, name, f"{place}, comment {self.notes}")
        self.flows.append(Flow(Place(self.note.locator), self.tally, in_cell=True))

    def close_note(self, note: OpenNote) -> None:
        """A comment ends."""
        flow, self.note = self.flows.pop(), None
        flow.end_item()
        if flow.blocks:
            at = self.place.provenance(f"n{self.notes}")
            self.flow.blocks.append(Note(note.locator, "comment", _contents(flow), note.id, at=at))


def _contents(flow: Flow) -> tuple[Content, ...]:
    return tuple(block for block in flow.blocks if not isinstance(block, Note))


def _value(element: etree._Element) -> CellValue:
    """The number that Excel or LibreOffice stored beside the words that it shows."""
    stored = element.get("x:num") or element.get("sdval") or ""
    if not _NUMBER.fullmatch(stored):
        return None
    value = float(stored)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
