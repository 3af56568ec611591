"""A look over the tables of a web page before it is read: which are tables at all, and where their rows stand.

The head of a table stands above and its foot below the rows between, wherever the page's source has them.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

CELLS: Final = frozenset({"td", "th"})
GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})

_Kind = Literal["head", "body", "foot"]
_KINDS: Final[dict[str, _Kind]] = {"thead": "head", "tbody": "body", "tfoot": "foot"}
_RANK: Final[dict[_Kind, int]] = {"head": 0, "body": 1, "foot": 2}


@dataclass(slots=True)
class Section:
    """A group of rows, across whose end no cell reaches. `last` is the number of its last row."""

    kind: _Kind
    last: int = 0


@dataclass(slots=True)
class Plan:
    """The rows of a table in the order of the source: number (from 1) as shown, and section.

    `layout`: what looks like a table in the source only puts things side by side or into a frame.
    """

    layout: bool = False
    numbers: list[int] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """Where in a table one is, by its rows and cells as they begin and end.

    Both looks over a page ask it, so they agree in what is a row: cells outside of any row make one of their own,
    rows and cells inside a cell are none of this table's.
    """

    cell: etree._Element | None = None
    row_is_open: bool = False

    def begins_row(self, element: etree._Element) -> bool:
        """Whether a row of the table begins with this row element or cell."""
        if self.cell is not None or (element.tag in CELLS and self.row_is_open):
            return False
        self.row_is_open = True
        return True

    def begins_cell(self, element: etree._Element) -> bool:
        """Whether this cell is one of the table's."""
        if self.cell is not None:
            return False
        self.cell = element
        return True

    def ends(self, element: etree._Element) -> bool:
        """Whether a row or cell of the table ends with this element."""
        if self.cell is None and element.tag == "tr":
            self.row_is_open = False
            return True
        if element is self.cell:
            self.cell = None
            return True
        return False


@dataclass(slots=True)
class _Draft:
    table: etree._Element
    rows: Rows = field(default_factory=Rows)
    sections: list[Section] = field(default_factory=list)
    section: Section | None = None
    kinds: set[_Kind] = field(default_factory=set)
    width: int = 0
    widest: int = 0
    holds_tables: bool = False

    def start(self, element: etree._Element) -> None:
        """A group of rows, a row or a cell begins."""
        if element.tag in GROUPS:
            self.section = None if self.rows.cell is not None else self._new(_KINDS[str(element.tag)])
            return
        if self.rows.begins_row(element):
            self.section = self.section or self._new("body")
            self.sections.append(self.section)
            self.width = 0
        if element.tag in CELLS and self.rows.begins_cell(element):
            self.width += 1
            self.widest = max(self.widest, self.width)

    def end(self, element: etree._Element) -> None:
        """A group of rows, a row or a cell ends."""
        if element.tag in GROUPS:
            self.section = None
        else:
            self.rows.ends(element)

    def _new(self, kind: _Kind) -> Section:
        """A second head or foot is a group of rows like any other."""
        kind = "body" if kind in self.kinds else kind
        self.kinds.add(kind)
        return Section(kind)

    def plan(self) -> Plan:
        """What was found."""
        count = len(self.sections)
        order = sorted(range(count), key=lambda n: (_RANK[self.sections[n].kind], n))
        numbers = [0] * count
        for number, index in enumerate(order, 1):
            numbers[index] = number
            self.sections[index].last = number
        shown = self.table.get("role", "").lower() not in {"presentation", "none"}
        several = self.widest > 1 or (self.widest == 1 and count > 1 and not self.holds_tables)
        return Plan(not (shown and several), numbers, self.sections)


def plans(root: etree._Element) -> dict[etree._Element, Plan]:
    """The plan of every table below a root."""
    found: dict[etree._Element, Plan] = {}
    drafts: list[_Draft] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=("table", "tr", *CELLS, *GROUPS)):
        if element.tag != "table":
            if drafts:
                (drafts[-1].start if event == "start" else drafts[-1].end)(element)
        elif event == "end":
            found[element] = drafts.pop().plan()
        else:
            if drafts:
                drafts[-1].holds_tables = True
            drafts.append(_Draft(element))
    return found
