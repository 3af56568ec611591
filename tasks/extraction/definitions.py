"""Short names that documents explain, in running text, remarks, lists of abbreviations and cells."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tasks.extraction.phrases import holds
from tasks.model.blocks import Cell, Document, Heading, Table
from tasks.normalising.definitions import Definition, Noted, definition_of, definitions_in

_LONGEST = 4_000  # letters of a text that is looked at
_LIST_TITLE = 60  # letters of a title above a list of abbreviations
_LARGE = 1_000  # rows from which only the first ones are looked at, since cells are made one by one
_FIRST = 20  # rows that are
_NARROW = 4  # columns of a list of abbreviations at most


def noted_definitions(documents: Sequence[Document], groups: Mapping[str, str]) -> tuple[Noted, ...]:
    """The definitions of documents in their order, each once a file; groups: the working group of every file."""
    found = (Noted(d, document.file, groups.get(document.file, "")) for document in documents for d in _of(document))
    return tuple(dict.fromkeys(found))


def _of(document: Document) -> Iterator[Definition]:
    listed = False
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _of_table(block, listed)
            continue
        title = len(block.text) <= _LIST_TITLE and holds("abbreviation", block.text.strip(" :"))
        listed = title or (listed and not isinstance(block, Heading))
        yield from definitions_in(block.text[:_LONGEST], listed)


def _of_table(table: Table, listed: bool) -> Iterator[Definition]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if table.rows > _LARGE and cell.row > _FIRST:
            break
        rows.setdefault(cell.row, []).append(cell)
    headed = _is_head(next(iter(rows.values()), ()))
    listed = listed or headed or holds("abbreviation", table.name)
    for n, row in enumerate(rows.values()):
        if table.cols <= _NARROW and not (headed and n == 0):
            yield from (d for a, b in pairwise(row) if (d := definition_of(a.text, b.text, listed)) is not None)
        yield from (d for cell in row for d in definitions_in(cell.text[:_LONGEST]))


def _is_head(row: Sequence[Cell]) -> bool:
    """Whether a row is the head of a list of abbreviations."""
    return any(len(cell.text) <= _LIST_TITLE and holds("abbreviation", cell.text) for cell in row)
