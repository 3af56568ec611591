"""A file of open data to its columns, by its contents."""

from pathlib import Path
from typing import Final

from tasks.model.blocks import Table
from tasks.model.meeting import Source
from tasks.reading.columns.columns import Columns, turned
from tasks.reading.columns.parquet import ROW, read_parquet
from tasks.reading.process.pool import Limits, ReaderPool
from tasks.reading.refusal import CannotReadError
from tasks.reading.text.delimited import dialect, records
from tasks.reading.text.encoding import decode

_PARQUET: Final = b"PAR1"
_BOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: zip files and compound files."""


def read_columns(path: Path, limits: Limits) -> Columns:
    """The one table of a CSV, Parquet or workbook file, the largest of a workbook; its first row names the columns.

    limits: for a workbook, which may hold anything. Raises CannotReadError, OSError.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head == _PARQUET:
        return read_parquet(path)
    return _book(path, limits) if head in _BOOKS else _delimited(path)


def _delimited(path: Path) -> Columns:
    text = decode(path.read_bytes())
    rows = records(text, dialect(text)[0])
    names = next((row for row in rows if row), [])
    return Columns(tuple(names), turned(rows, len(names)), ROW, 2)


def _book(path: Path, limits: Limits) -> Columns:
    with ReaderPool(1, limits) as pool:
        document = pool.read(Source(path, path.name, "", ""))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if not tables:
        causes = [dict(found.details).get("cause", "") for found in document.problems]
        raise CannotReadError(next(filter(None, causes), "@reading.broken").removeprefix("@"))
    table = max(tables, key=lambda t: t.rows * t.cols)
    grid = [[""] * table.cols for _ in range(table.rows)]
    for row, col, words in table.words():
        grid[row - 1][col - 1] = words
    return Columns(tuple(grid[0]), turned(grid[1:], table.cols), table.locate, table.first_row + 1)
