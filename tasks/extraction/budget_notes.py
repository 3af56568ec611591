"""What documents note about how budget years run, in running text, remarks and the first and last rows of tables."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tasks.model.blocks import Document, Heading, ListItem, Table
from tasks.normalising.budget_notes import budget_year_in, split_year
from tasks.normalising.fiscal_years import BudgetYear

_LONGEST = 400  # letters of a text that may hold such a note
_TITLE = 150  # letters of a title at most
_FIRST = 50  # cells of a table among which its titles stand
_ROWS = 5  # rows at the edge of a table that may
_LARGE = 1_000  # rows from which only the first ones are looked at, since cells are made one by one


def noted_budget_years(documents: Sequence[Document]) -> tuple[BudgetYear, ...]:
    """The budget years that documents note, each once, in their order."""
    found = (budget_year_in(text) for document in documents for text in _texts(document))
    return tuple(dict.fromkeys(year for year in found if year is not None))


def planned_years(documents: Sequence[Document]) -> tuple[int, ...]:
    """The first years of the budget years that titles of documents and of their tables name, once a title."""
    found = (split_year(title) for document in documents for title in _titles(document))
    return tuple(year for year in found if year)


def _titles(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in islice(block.cells, _FIRST) if cell.row == 1 and len(cell.text) <= _TITLE)
        elif isinstance(block, Heading) or (not isinstance(block, ListItem) and len(block.text) <= _TITLE):
            yield block.text


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
