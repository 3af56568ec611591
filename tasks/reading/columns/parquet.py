"""Parquet by pyarrow, an extra that few need."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from tasks.model.locator import csv_row
from tasks.reading.columns.columns import Columns
from tasks.reading.refusal import CannotReadError

ROW: Final = csv_row(0).removesuffix("0") + "{}"


def read_parquet(path: Path) -> Columns:
    """The table of a Parquet file. Raises CannotReadError if it is none, or pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise CannotReadError("opendata.no-pyarrow") from error
    try:
        table = parquet.read_table(path)
        cells = [list(_texts(table.column(n).to_pylist())) for n in range(table.num_columns)]
    except (pa.ArrowException, OSError) as error:
        raise CannotReadError("reading.broken") from error
    return Columns(tuple(map(str, table.column_names)), cells, ROW, 1)


def _texts(values: Sequence[object]) -> Iterator[str]:
    known: dict[Any, str] = {}
    for value in values:
        if isinstance(value, str):
            yield known.setdefault(value, value)
        else:
            yield _text(value)


def _text(value: object) -> str:
    """A value as people write it: nothing for none, whole numbers without a point, days in ISO, lists with "; "."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        return "" if value != value else str(int(value)) if value == int(value) else str(value)
    return "; ".join(map(_text, value)) if isinstance(value, list) else str(value)
