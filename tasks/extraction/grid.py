"""A table as rows of texts: what stands at each position, and where a cell begins."""

from dataclasses import dataclass

from tasks.extraction.texts import blank, cell_text
from tasks.model.blocks import Cell, Table


@dataclass(frozen=True)
class Grid:
    """Texts of a table by row and column from 0. A covered position repeats the text of the cell that covers it."""

    table: Table
    cells: list[list[Cell | None]]
    texts: list[list[str]]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.texts)

    @property
    def cols(self) -> int:
        """How many columns there are."""
        return self.table.cols

    def owns(self, row: int, col: int) -> bool:
        """Whether a cell begins here, rather than a merged one going on."""
        cell = self.cells[row][col]
        return cell is not None and cell.row == row + 1 and cell.col == col + 1

    def begun(self, row: int) -> list[tuple[int, str]]:
        """Columns and texts of the cells with words that begin in a row."""
        return [(c, t) for c, t in enumerate(self.texts[row]) if t and self.owns(row, c)]

    def stated(self, row: int) -> list[tuple[int, str]]:
        """Columns and texts of all cells with words in a row, those merged down into it included, each once."""
        out: list[tuple[int, str]] = []
        for col, text in enumerate(self.texts[row]):
            cell = self.cells[row][col]
            if not blank(text) and cell is not None and cell.col == col + 1:
                out.append((col, text))
        return out

    def empty(self, row: int) -> bool:
        """Whether nothing is written in a row that begins there."""
        return all(blank(text) for _, text in self.begun(row))

    def locator(self, row: int) -> str:
        """How a person finds a row."""
        return self.table.row_locator(row + 1)

    def hidden(self, row: int) -> bool:
        """Whether a row holds words and all of them are hidden."""
        written = [c for c in self.cells[row] if c is not None and c.row == row + 1 and c.blocks]
        return bool(written) and all(c.hidden for c in written)


def grid_of(table: Table) -> Grid:
    """The texts of a table, each cell read once."""
    cells = table.grid()
    read: dict[int, str] = {}
    for row in cells:
        read.update((id(cell), cell_text(cell)) for cell in row if cell is not None and id(cell) not in read)
    return Grid(table, cells, [[read[id(cell)] if cell is not None else "" for cell in row] for row in cells])
