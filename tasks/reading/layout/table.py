"""A table as it lies on a page."""

from dataclasses import dataclass, field

from tasks.reading.layout.lines import Line
from tasks.reading.layout.page import Word


@dataclass(slots=True)
class Box:
    """A cell as it lies on the page: grid row and column from 0, its spans, its edges, its words."""

    row: int
    col: int
    rowspan: int
    colspan: int
    x0: float
    top: float
    x1: float
    bottom: float
    words: list[Word] = field(default_factory=list)
    fill: str = ""
    lines: list[Line] = field(default_factory=list)
    nested: "list[Found]" = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """A table on a page. `columns` are the edges of its columns, `ruled`: lines were drawn along them."""

    boxes: list[Box]
    rows: int
    columns: list[float]
    top: float
    bottom: float
    ruled: bool = True

    @property
    def cols(self) -> int:
        """How many columns."""
        return len(self.columns) - 1
