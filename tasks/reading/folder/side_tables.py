"""The secretariat's own tables beside the documents: institutions, regions, calendar, vocabulary."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tasks.model.blocks import Table
from tasks.model.problem import Code, Problem, problem
from tasks.reading.folder.files import SIDE_SUFFIXES, SIDE_TABLES
from tasks.reading.refusal import CannotReadError
from tasks.reading.text.delimited import read_text_table

Rows = tuple[dict[str, str], ...]

_NEEDED: Final = {
    "institutions": ("canonical",),
    "regions": ("canonical",),
    "calendar": ("event", "name"),
    "vocabulary": ("word",),
    "waivers": ("rule",),
}
"""Columns of which a table needs at least one: without it, its rows say nothing."""


def side_tables(folder: Path) -> tuple[dict[str, Rows], list[Problem]]:
    """The rows of each table that is there, by its name, with column names in lower case; and what is wrong.

    Of a .csv and an .xlsx with the same name the .csv counts.
    """
    tables: dict[str, Rows] = {}
    problems: list[Problem] = []
    for name in SIDE_TABLES:
        path = next((p for p in (folder / (name + suffix) for suffix in SIDE_SUFFIXES) if p.is_file()), None)
        if path is None:
            continue
        try:
            tables[name] = _rows(_table(path), _NEEDED[name])
        except (CannotReadError, OSError) as error:
            problems.append(_invalid(path.name, error))
    return tables, problems


def _invalid(file: str, error: CannotReadError | OSError) -> Problem:
    cause, details = "reading.no-permission", dict[str, str]()
    if isinstance(error, CannotReadError):
        cause, details = error.cause, error.details
    return problem(Code.SIDE_TABLE_INVALID, file, file_name=file, cause=f"@{cause}", **details)


def _table(path: Path) -> Table | None:
    data = path.read_bytes()
    if path.suffix == ".csv":
        return read_text_table(data)
    return next((t for t in _workbook_reader()(data) if not t.hidden), None)


def _workbook_reader() -> Callable[[bytes], list[Table]]:
    """The reader of workbooks, imported only where a side table is one: it brings lxml with it."""
    from tasks.reading.excel.workbook import read_workbook

    return lambda data: [block for block in read_workbook(data).blocks if isinstance(block, Table)]


def _rows(table: Table | None, needed: Sequence[str]) -> Rows:
    """The rows below the header, above which a title may stand.

    Raises CannotReadError without a header in which a column of those needed stands.
    """
    if table is None:
        raise CannotReadError("reading.side-table-empty")
    lines = [["" if c is None or not c.text else c.text.strip() for c in row] for row in table.grid()]
    filled = [line for line in lines if any(line)]
    if not filled:
        raise CannotReadError("reading.side-table-empty")
    first = next((n for n, line in enumerate(filled) if set(needed) & {name.casefold() for name in line}), None)
    if first is None:
        raise CannotReadError("reading.side-table-column", column=needed[0])
    header = [name.casefold() for name in filled[first]]
    if len(set(filter(None, header))) < len([name for name in header if name]):
        raise CannotReadError("reading.side-table-header")
    return tuple({key: word for key, word in zip(header, line, strict=True) if key} for line in filled[first + 1 :])
