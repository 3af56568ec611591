"""Small plans for the tests of scheduling."""

import calendar
from datetime import date

import pandas as pd

from tests.frames import links

Cells = dict[str, str]
TODAY = date(2019, 1, 15)


def item(name: str, start: str = "", end: str = "", sense: str = "within", **cells: str) -> dict[str, str]:
    """An item with a period: days, or months as "2019-03"."""
    first = f"{start}-01" if len(start) == 7 else start
    last = f"{end}-{calendar.monthrange(int(end[:4]), int(end[5:]))[1]}" if len(end) == 7 else end
    return {"item_id": name, "action": f"Kegiatan {name}", "period_sense": sense, "start": first, "end": last} | cells


def by(name: str, end: str) -> dict[str, str]:
    """An item with a deadline alone."""
    return item(name, end=end, sense="by")


def with_cells(table: pd.DataFrame, **cells: str) -> pd.DataFrame:
    """A table with these cells in every row."""
    return table.assign(**{name: pd.Series([cell] * len(table), dtype="str") for name, cell in cells.items()})


def lagged(lag: str, *pairs: str) -> pd.DataFrame:
    """Links with a lag."""
    return with_cells(links(*pairs), lag=lag)


def column(made: pd.DataFrame, name: str, key: str = "item_id") -> dict[str, str]:
    """A column by item."""
    return dict(zip(made[key], made[name], strict=True))
