"""What documents note about how budget years run, in running text, remarks and the first and last rows of tables."""

from collections.abc import Iterator, Sequence

from tasks.model.blocks import Document, Table
from tasks.normalising.budget_notes import budget_year_in
from tasks.normalising.fiscal_years import BudgetYear

_LONGEST = 400  # letters of a text that may hold such a note
_ROWS = 5  # rows at the edge of a table that may
_LARGE = 1_000  # rows from which only the first ones are looked at, since cells are made one by one


def noted_budget_years(documents: Sequence[Document]) -> tuple[BudgetYear, ...]:
    """The budget years that documents note, each once, in their order."""
    found = (budget_year_in(text) for document in documents for text in _texts(document))
    return tuple(dict.fromkeys(year for year in found if year is not None))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if not isinstance(block, Table):
            yield block.text[:_LONGEST]
            continue
        for cell in block.cells:
            if cell.row <= _ROWS or cell.row > block.rows - _ROWS:
                yield cell.text[:_LONGEST]
            elif block.rows > _LARGE:
                break
