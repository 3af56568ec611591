"""Reference data that lies beside the modules as CSV, editable without code."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tasks.model.values import parts

FOLDER = Path(__file__).parent
HashableRow = tuple[tuple[str, str], ...]
"""A row as its cells by name, so that what is made of it can be kept for the next who asks."""


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `<name>.csv` beside this module, cells trimmed; every file says in a column where a row comes from."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple({key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(lines))


def hashable(own: Iterable[Mapping[str, str]]) -> tuple[HashableRow, ...]:
    """The rows of a plan's own list, so that they can be part of a key; `dict` makes a row of each again."""
    return tuple(tuple(row.items()) for row in own)


def spellings(row: dict[str, str], *columns: str) -> list[str]:
    """All ways in which a row's thing is written: the values of these columns, `;` between several in one cell."""
    return list(dict.fromkeys(value for column in columns for value in parts(row.get(column, ""))))
