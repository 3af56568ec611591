"""What checks look at: the items of a plan, what their records say, and who waits for whom."""

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

Cells = Mapping[str, str]

_LINK = ("from_item", "to_item", "status")


class Actions:
    """The items (schema ITEMS), by item the records (schema RECORDS), and the items that wait for it (schema LINKS).

    Who waits by a link that people rejected does not count.
    """

    def __init__(self, items: pd.DataFrame, records: pd.DataFrame, links: pd.DataFrame) -> None:
        self.rows = _cells(items, "item_id", "action", "owners", "levels", "regions", "end")
        self.by_id = {row["item_id"]: row for row in self.rows}
        self.told: dict[str, list[Cells]] = defaultdict(list)
        for row in _cells(records, "item_id", "action", "budget_text", "remarks"):
            self.told[row["item_id"]].append(row)
        self.after: dict[str, list[str]] = defaultdict(list)
        for before, item, status in zip(*(links[name].tolist() for name in _LINK), strict=True):
            if status != "rejected":
                self.after[before].append(item)


def _cells(table: pd.DataFrame, *names: str) -> list[Cells]:
    """The rows of a table as cells by name, without the columns that no check looks at."""
    return [dict(zip(names, row, strict=True)) for row in zip(*(table[name].tolist() for name in names), strict=True)]
