"""The word lists beside this module: CSV files that staff may edit, each row with its source."""

import csv
from functools import cache
from pathlib import Path


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the list `name`.csv."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def column(name: str, key: str, value: str) -> dict[str, str]:
    """A list as a dictionary from one column to another; the first row of a key holds."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(row[key], row[value])
    return found
