"""Whether a table goes on from the one before, without a header of its own or with the same again."""

from tasks.extraction.grid import Grid
from tasks.extraction.headers import find_header
from tasks.extraction.layout import Layout
from tasks.extraction.setting import Before
from tasks.extraction.vocabulary import Vocabulary

_FEW = 3  # rows in which a header is looked for in any case


def continued(grid: Grid, before: Before, vocabulary: Vocabulary) -> Layout | None:
    """The layout of the table before, if this one has as many columns and no header of its own."""
    old = before.layout
    if old is None or not old.roles.has_action or old.grid.cols != grid.cols:
        return None
    link = grid.table.continues
    linked = link is not None and link.locator == old.grid.locator(0)
    headed = any(find_header(grid, row, vocabulary) for row in _leading(grid))
    if headed and not (linked and link is not None and link.repeated_rows):
        return None
    return Layout(grid, old.header, old.roles, continued=True)


def _leading(grid: Grid) -> list[int]:
    """The rows in which a table may begin: the first ones, and all up to two with several cells."""
    several = [row for row in range(grid.rows) if len(grid.stated(row)) > 1]
    last = several[1] if len(several) > 1 else grid.rows - 1
    return list(range(max(min(_FEW, grid.rows), last + 1)))


def any_header(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether some row of a table is a header that the word list knows."""
    return any(find_header(grid, row, vocabulary) for row in range(grid.rows))
