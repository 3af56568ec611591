"""The colours that old workbooks refer to by number."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def indexed_colours() -> Mapping[int, str]:
    """Six hex digits by number, before a workbook's own palette; the same table as for newer workbooks."""
    path = Path(__file__).parents[1] / "excel" / "indexed_colours.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {int(row["index"]): row["colour"] for row in csv.DictReader(lines)}


def visible(colour: str) -> str:
    """The colour, or nothing for white, which nobody tells from an empty cell."""
    return "" if colour == "FFFFFF" else colour
