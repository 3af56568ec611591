"""A worksheet as it stands in its part, before it becomes a table."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, pairwise
from operator import le
from typing import Final, TypeVar

from tasks.model.blocks import CellValue, Span
from tasks.model.provenance import a1
from tasks.reading.contents import Tally
from tasks.reading.excel.references import LAST_COL
from tasks.reading.worksheets.areas import Area

_Column = TypeVar("_Column", "array[int]", list[str], list[CellValue])
_FEW: Final = 10
_WIDTH: Final = LAST_COL + 1
NAMED_FORMULAS: Final = 10
"""So many addresses of formulas help; more would only fill the message."""


def _whole() -> "array[int]":
    return array("I")


def _short() -> "array[int]":
    return array("H")


def _joined(column: _Column, pieces: list[slice]) -> _Column:
    out = column[:0]
    for piece in pieces:
        out += column[piece]
    return out


@dataclass(slots=True)
class Columns:
    """Cells that show words or a colour, in columns of equal length, in reading order.

    `kinds` are numbers of the book's kinds; `lengths` tell how many characters of its text nodes a cell takes up.
    """

    rows: "array[int]" = field(default_factory=_whole)
    cols: "array[int]" = field(default_factory=_short)
    kinds: "array[int]" = field(default_factory=_whole)
    lengths: "array[int]" = field(default_factory=_whole)
    texts: list[str] = field(default_factory=list)
    values: list[CellValue] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.texts)

    def extend(self, other: "Columns") -> None:
        """Appends cells."""
        self.rows += other.rows
        self.cols += other.cols
        self.kinds += other.kinds
        self.lengths += other.lengths
        self.texts += other.texts
        self.values += other.values

    def without(self, dropped: Sequence[int]) -> "Columns":
        """The cells but those with these indices, which ascend: cut out if they are few, else chosen one by one."""
        if len(dropped) * _FEW < len(self):
            pieces = [slice(before + 1, index) for before, index in pairwise([-1, *dropped, len(self)])]
            return Columns(
                _joined(self.rows, pieces),
                _joined(self.cols, pieces),
                _joined(self.kinds, pieces),
                _joined(self.lengths, pieces),
                _joined(self.texts, pieces),
                _joined(self.values, pieces),
            )
        flags = bytearray(b"\1") * len(self)
        for index in dropped:
            flags[index] = 0
        return Columns(
            array("I", compress(self.rows, flags)),
            array("H", compress(self.cols, flags)),
            array("I", compress(self.kinds, flags)),
            array("I", compress(self.lengths, flags)),
            list(compress(self.texts, flags)),
            list(compress(self.values, flags)),
        )

    def part(self, start: int, stop: int) -> "Columns":
        """The cells from one index up to another."""
        if start == 0 and stop == len(self):
            return self
        at = slice(start, stop)
        return Columns(self.rows[at], self.cols[at], self.kinds[at], self.lengths[at], self.texts[at], self.values[at])

    def in_order(self) -> "Columns":
        """The cells in reading order; those at the same place stay in theirs."""
        keys = [row * _WIDTH + col for row, col in zip(self.rows, self.cols, strict=True)]
        if all(map(le, keys, keys[1:])):
            return self
        order = sorted(range(len(self)), key=keys.__getitem__)
        return Columns(
            array("I", [self.rows[i] for i in order]),
            array("H", [self.cols[i] for i in order]),
            array("I", [self.kinds[i] for i in order]),
            array("I", [self.lengths[i] for i in order]),
            [self.texts[i] for i in order],
            [self.values[i] for i in order],
        )

    def find(self, row: int, col: int) -> int:
        """The index of the cell at a place; -1 if there is none."""
        start = bisect_left(self.rows, row)
        index = bisect_left(self.cols, col, start, bisect_right(self.rows, row, start))
        return index if index < len(self) and (self.rows[index], self.cols[index]) == (row, col) else -1

    def within(self, area: Area) -> Iterator[int]:
        """Indices of the cells in an area."""
        if not len(self):
            return
        for row in range(max(area[0], self.rows[0]), min(area[2], self.rows[-1]) + 1):
            start = bisect_left(self.rows, row)
            stop = bisect_right(self.rows, row, start)
            first = bisect_left(self.cols, area[1], start, stop)
            yield from range(first, bisect_right(self.cols, area[3], first, stop))

    def add(self, row: int, col: int, kind: int, length: int, text: str, value: CellValue) -> None:
        """Appends a cell."""
        self.rows.append(row)
        self.cols.append(col)
        self.kinds.append(kind)
        self.lengths.append(length)
        self.texts.append(text)
        self.values.append(value)


@dataclass(frozen=True, slots=True)
class Link:
    """That the words of an area lead to an address outside of the workbook."""

    area: Area
    target: str


@dataclass(slots=True)
class RawSheet:
    """The cells of a worksheet and what is said about them elsewhere in its part.

    `spans`: stretches of words that look different, by row and column. `hidden_cols`: the last of hidden columns by
    the first. `edges`: headers and footers by the name of their element, in pieces of the code of ISO/IEC 29500-1,
    18.3.1.39. `unsolved`: addresses of the first formulas without a result. `references`: how many of the `lengths`
    are only numbers of shared strings. `gone`: shared strings of cells that are not shown.
    """

    cells: Columns = field(default_factory=Columns)
    spans: dict[tuple[int, int], tuple[Span, ...]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: dict[int, int] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    edges: dict[str, list[str]] = field(default_factory=dict)
    unsolved: list[str] = field(default_factory=list)
    references: int = 0
    gone: set[str] = field(default_factory=set)
    tally: Tally = field(default_factory=Tally)

    def clear(self, cells: Columns, index: int, shared: bool) -> None:
        """Takes the blank words of a cell away, which may yet show a colour."""
        if shared:
            self.references -= cells.lengths[index]
        else:
            self.tally.skip("white space", cells.lengths[index])
        cells.lengths[index], cells.texts[index], cells.values[index] = 0, "", None

    def add_unsolved(self, row: int, col: int) -> None:
        """Takes note of a formula without a result."""
        if len(self.unsolved) <= NAMED_FORMULAS:
            self.unsolved.append(a1(row, col))
