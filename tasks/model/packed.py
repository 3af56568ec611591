"""The cells of a large table, kept column by column: a million cells as objects would fill the memory."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from tasks.model.blocks import Cell, CellValue, ManyCells, Paragraph, Span


@dataclass(frozen=True, slots=True)
class CellLook:
    """What many cells have in common beside their words. `struck`: all of the words are struck out."""

    style: str = ""
    number_format: str = ""
    fill: str = ""
    bold: bool = False
    hidden: bool = False
    struck: bool = False


class PackedCells(ManyCells):
    """Cells of one paragraph each, in columns of equal length; a Cell is made when it is asked for.

    - `locate`, `first_row`: as in the table that holds the cells.
    - `rows`, `cols`: the place of each cell in the grid, from 1.
    - `texts`: what a person reads in it; an empty text makes a cell without paragraph.
    - `values`: what it holds as data; None if no cell holds any.
    - `looks`: for each cell the number of its look in `kinds`, in an array of unsigned numbers.
    - `others`: by their index the cells that are more than that: merged ones, those with spans or several paragraphs.
      Their columns are filled as well, and `texts` holds the cell's text.

    Equal to any sequence of equal cells. The columns are not copied: whoever hands them over lets go of them.
    Raises ValueError if they do not fit together.
    """

    __slots__ = ("cols", "first_row", "kinds", "locate", "looks", "others", "rows", "texts", "values")

    def __init__(
        self,
        locate: str,
        first_row: int,
        rows: "array[int]",
        cols: "array[int]",
        texts: list[str],
        values: list[CellValue] | None,
        looks: "array[int]",
        kinds: Sequence[CellLook],
        others: Mapping[int, Cell] | None = None,
    ) -> None:
        lengths = {len(rows), len(cols), len(texts), len(looks), len(texts if values is None else values)}
        if len(lengths) > 1 or max(looks, default=-1) >= len(kinds):
            raise ValueError("columns of different lengths, or a look that is not there")
        self.locate, self.first_row = locate, first_row
        self.rows, self.cols = rows, cols
        self.texts, self.values = texts, values
        self.looks, self.kinds = looks, tuple(kinds)
        self.others: Mapping[int, Cell] = {} if others is None else others

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, index: int | slice) -> Cell | tuple[Cell, ...]:
        if isinstance(index, slice):
            return tuple(map(self._cell, range(*index.indices(len(self)))))
        return self._cell(range(len(self))[index])

    def __iter__(self) -> Iterator[Cell]:
        return map(self._cell, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(map(Cell.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} cells>"

    def words(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of each cell."""
        return zip(self.rows, self.cols, self.texts, strict=True)

    def _cell(self, index: int) -> Cell:
        if index in self.others:
            return self.others[index]
        row, text, look = self.rows[index], self.texts[index], self.kinds[self.looks[index]]
        blocks = (self._paragraph(row, text, look),) if text else ()
        value = None if self.values is None else self.values[index]
        shown = look.number_format, look.fill, look.bold, look.hidden
        return Cell(row, self.cols[index], blocks, 1, 1, value, *shown)

    def _paragraph(self, row: int, text: str, look: CellLook) -> Paragraph:
        spans = (Span(0, len(text), "struck"),) if look.struck else ()
        return Paragraph(self.locate.format(row + self.first_row - 1), text, look.style, spans)
