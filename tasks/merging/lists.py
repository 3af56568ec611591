"""Word lists: CSV files beside the modules, which staff may edit, each row with its source."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def rows(name: str, folder: Path = FOLDER) -> tuple[dict[str, str], ...]:
    """The rows of the list `name`.csv in a folder, this one if none is given."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def column(name: str, key: str, value: str, folder: Path = FOLDER) -> dict[str, str]:
    """A list as a dictionary from one column to another; the first row of a key holds."""
    found: dict[str, str] = {}
    for row in rows(name, folder):
        found.setdefault(row[key], row[value])
    return found
